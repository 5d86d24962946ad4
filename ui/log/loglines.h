// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <unordered_map>

namespace Gui {

/// The lines of a list of the log, in an order that no later row changes: rows stand by their
/// keys. Rows that are folded stand behind one line, and below it while it is open. The line of an
/// event has its place once and for all; that of heartbeats gets the place of its newest row when
/// it is told to. Eight bytes a line, so that a million fit.
///
/// What is behind lines changes at once; lines themselves come and go when they are told to, one
/// run after the other, so that a model can announce each.
class LogLines final
{
public:
    struct Line
    {
        Core::LogKey key; ///< of the row that it shows; the newest of a fold
        int rows = 1; ///< that stand behind it
        bool isHead = false;
        bool isOpen = false;
        bool isChild = false; ///< of the head above
    };
    using Code = qint64; ///< what a line is stored as
    struct Insertion
    {
        int line = 0;
        QList<Code> codes;
    };
    struct Removal
    {
        int line = 0;
        int count = 0;
    };

    int size() const { return static_cast<int>(m_lines.size()); }
    qint64 rowCount() const { return m_rows; } ///< also those behind a line
    Line at(int line) const;
    bool contains(Core::LogKey key) const;
    Core::LogFold foldOf(Core::LogKey key) const;
    int lineOf(Core::LogKey key) const; ///< also the one it is behind; -1 where it is not
    int lineNear(Core::LogKey key) const; ///< where it is or would be, at most size()
    int headOf(int line) const; ///< itself, unless it is a child
    QList<Core::LogKey> rowsOf(int line) const; ///< all that stand behind it
    /// Whether a row behind the lines from \a first to before \a end has failed.
    bool hasFailure(int first, int end) const;

    void clear();

    /// Takes rows in, leaving out those that are there. What has to be inserted comes last first.
    QList<Insertion> take(const QList<Core::LogEntry> &entries);
    void insert(const Insertion &insertion);

    /// Lets rows go, forgiving those that are not there. What has to be removed comes last first.
    QList<Removal> drop(const QList<Core::LogKey> &keys);
    void remove(const Removal &removal);

    /// That a row has failed, or has not.
    void mark(Core::LogKey key, bool isFailure);

    /// A row of each line behind which rows came or went since this was last asked.
    QList<Core::LogKey> takeTouched();

    /// The newest row of each closed fold of heartbeats whose line stands elsewhere, in the order
    /// of the lines.
    QList<Core::LogKey> displaced() const;
    /// Has the line of heartbeats that \a key is behind, and that has been removed, stand where the
    /// newest row of it belongs.
    Insertion putInPlace(Core::LogKey key);

    void toggle(int head); ///< Its rows, whose lines follow, come or go.

private:
    struct Fold
    {
        Core::LogFold id;
        QList<Core::LogKey> rows; ///< in ascending order
        bool isOpen = false;
    };
    struct Place
    {
        Code anchor;
        Code child; ///< 0 for the line of the anchor itself
        auto operator<=>(const Place &) const = default;
    };

    int lowerBound(Code anchor) const;
    int lineOfAnchor(Code anchor) const;
    int lineOf(const Place &place) const;
    std::optional<Code> anchorOf(Core::LogKey key) const;
    const Fold *foldAt(Code anchor) const;
    std::optional<Place> place(const Core::LogEntry &entry);
    std::optional<Place> placeInEvent(const Core::LogEntry &entry);
    std::optional<Place> join(Code anchor, Core::LogFold fold, Core::LogKey key);
    void leave(Code anchor, Core::LogKey key);
    void addFailures(QList<Code> anchors);

    QList<Code> m_lines; ///< its anchor, which the order goes by, or minus the row's of a child
    std::unordered_map<Code, Fold> m_folds;
    QHash<Core::LogKey, Code> m_eventRows; ///< where a row is that stands behind an event's line
    QHash<qint64, Code> m_heartbeats; ///< where the line is of a fold of heartbeats
    QList<Code> m_failures; ///< the anchor of each row that has failed, in ascending order
    QSet<Code> m_touched; ///< anchors
    qint64 m_rows = 0;
};

} // namespace Gui
