// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/linelist.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <unordered_map>

namespace Gui {

/// The lines of a list in the order of time, which no later row changes: rows stand by their
/// keys. Rows that are folded stand behind one line, and below it while it is open. The line of an
/// event has its place once and for all; that of heartbeats gets the place of its newest row when
/// it is told to. Eight bytes a line, so that a million fit.
///
/// What is behind lines changes at once; lines themselves come and go when they are told to, one
/// run after the other, so that a model can announce each.
class LogLines final : public LineList
{
public:
    using Code = qint64; ///< what a line is stored as
    struct Insertion
    {
        int line = 0;
        QList<Code> codes;
    };

    int size() const override { return static_cast<int>(m_lines.size()); }
    qint64 rowCount() const override { return m_rows; }
    Line at(int line) const override;
    Core::LogFold foldOf(Core::LogKey key) const override;
    int lineOf(Core::LogKey key) const override;
    int lineOf(Core::LogFold fold) const override;
    int lineNear(Core::LogKey key) const override;
    int headOf(int line) const override;
    QList<Core::LogKey> rowsOf(int line) const override;
    qsizetype failuresIn(int first, int end) const override;
    QList<Core::LogKey> displaced() const override;

    void clear();

    /// Takes rows in, leaving out those that are there. What has to be inserted comes last first.
    QList<Insertion> take(const QList<Core::LogEntry> &entries);
    void insert(const Insertion &insertion);

    QList<Removal> drop(const QList<Core::LogKey> &keys) override;
    void remove(const QList<Removal> &removals) override;

    void mark(Core::LogKey key, bool isFailure) override;

    /// A row of each line behind which rows came or went since this was last asked.
    QList<Core::LogKey> takeTouched();

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
