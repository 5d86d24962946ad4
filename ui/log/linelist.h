// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"

namespace Gui {

/// The lines of a list of the log, whatever their order. What is behind lines changes at once;
/// lines themselves go when they are told to, so that a model can announce it.
class LineList
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
    struct Removal
    {
        int line = 0;
        int count = 0;
    };

    LineList() = default;
    LineList(const LineList &) = default;
    LineList(LineList &&) = default;
    LineList &operator=(const LineList &) = default;
    LineList &operator=(LineList &&) = default;
    virtual ~LineList() = default;

    virtual int size() const = 0;
    virtual qint64 rowCount() const = 0; ///< also those behind a line
    virtual Line at(int line) const = 0;
    virtual Core::LogFold foldOf(Core::LogKey key) const = 0;
    virtual int lineOf(Core::LogKey key) const = 0; ///< also the one it is behind; -1 for none
    /// That of a fold, where such rows are folded; it may have one of them alone. -1 for none.
    virtual int lineOf(Core::LogFold fold) const = 0;
    virtual int lineNear(Core::LogKey key) const = 0; ///< where it is or would be, at most size()
    virtual int headOf(int line) const = 0; ///< itself, unless it is a child
    virtual QList<Core::LogKey> rowsOf(int line) const = 0; ///< all that stand behind it
    /// How many rows behind the lines from \a first to before \a end have failed, an event's as one
    /// where they are told as such.
    virtual qsizetype failuresIn(int first, int end) const = 0;
    /// The newest row of each closed fold of heartbeats whose line stands elsewhere, in the order
    /// of the lines.
    virtual QList<Core::LogKey> displaced() const = 0;

    bool contains(Core::LogKey key) const { return lineOf(key) >= 0; }

    /// Lets rows go, forgiving those that are not there. What has to be removed comes last first.
    virtual QList<Removal> drop(const QList<Core::LogKey> &keys) = 0;
    virtual void remove(const QList<Removal> &removals) = 0; ///< the last one first

    /// That a row has failed, or has not.
    virtual void mark(Core::LogKey key, bool isFailure) = 0;

protected:
    /// Lines, in any order, as runs, the last one first.
    static QList<Removal> runsOf(std::vector<int> lines);
};

} // namespace Gui
