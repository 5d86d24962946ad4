// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/linelist.h"
#include "ui/log/logrowcache.h"

#include <map>
#include <optional>

namespace Gui {

/// What has happened in the log and is not in the list yet: it waits for the end of a turn, of a
/// pause or of a search, or to be judged by the reader of the log. What waits is bounded: of more,
/// the keys alone are kept, or nothing, and then it has to be looked for.
class LogArrivals final
{
public:
    using Keys = QList<Core::LogKey>;
    /// How a list would take each; none where its reader has to say.
    using Turn = std::map<Core::LogKey, std::optional<Core::LogEntry>>;

    void add(const QList<Core::Attempt> &attempts);
    void add(const QList<Core::Capture> &captures) { m_captures += captures; }
    void add(const QList<Core::DeliveryChange> &changes);

    void keepKeys(); ///< Of many alone, since a search that sorts may take minutes.
    bool hasBareKeys() const { return !m_bare.isEmpty(); } ///< Their rows have to be read.
    /// All that has come, which \a rows takes in.
    Turn take(LogRowCache &rows);
    /// What has come to another state after its attempts, which are to be taken first.
    QList<Core::DeliveryChange> takeChanges();

    /// Returns how many rows wait for the end of a pause that \a shown has not.
    qint64 holdBack(const LineList &shown);
    bool endPause(); ///< Whether something has to be looked for.

    /// The newest search finds all that was on record when it began.
    void beginSearch();
    void judge(Core::LogKey key) { m_unjudged.append(key); }
    Keys takeQuestion(); ///< The next rows to be judged; none while others are.
    void endQuestion() { m_isJudging = false; }

private:
    QList<Core::Attempt> m_attempts;
    QList<Core::Capture> m_captures;
    QHash<Core::DeliveryId, Core::DeliveryState> m_changes;
    Keys m_bare; ///< in any order
    bool m_isBehind = false; ///< what has happened in a pause was not all kept
    qint64 m_forgone = 0; ///< so many rows of it
    Keys m_unjudged;
    bool m_isJudging = false;
};

} // namespace Gui
