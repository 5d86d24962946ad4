// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logrules.h"
#include "core/model/logsorter.h"
#include "core/store/archive.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

namespace Core {

/// Asks each rule about what none before it fits, so that one judge decides for filters and rules.
Result<LogRulesAnswer> judgeByRules(Records &records, const LogRulesQuestion &question);

/// Reads for the window's list of the log. A search goes back through the log span by span, so
/// that the newest rows are there at once, other questions come in between, and a newer search
/// ends an older one. One that is to be sorted gathers what its order goes by in the same spans,
/// and tells all that it found at once.
///
/// Thread: the engine's.
/// Borrows: the archive, from open() to close().
/// Errors: what cannot be read is told by refused(); the search has ended then, and another
/// question is answered as one about no rows.
class LogReader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogReader)

public:
    explicit LogReader(QObject *parent = nullptr);
    ~LogReader() override;

    void open(Archive &archive);
    void close(); ///< What is asked from now on is not answered.

    void search(const Core::LogSearch &search);
    void judge(const Core::LogQuestion &question);
    void judgeRules(const Core::LogRulesQuestion &question); ///< An earlier one ends.
    void readRows(const Core::LogRowsQuestion &question);
    void listBins();

signals:
    void searched(const Core::LogChunk &chunk);
    void sorted(const Core::SortedLog &log);
    void judged(const Core::LogAnswer &answer);
    void rulesJudged(const Core::LogRulesAnswer &answer);
    void rowsRead(const Core::LogRowsAnswer &answer);
    void binsListed(const QStringList &bins); ///< that have received something
    void refused(const Core::Error &error);

private:
    void begin(const LogSpan &log);
    void goOn();
    void find(const LogSpan &part);
    void gather(const LogSpan &part);
    void sort();
    bool advance(const LogSpan &part);
    void end(const Error &error);

    Archive *m_archive = nullptr; ///< null while nothing runs
    LogSearch m_search; ///< the newest
    Inquiry m_inquiry; ///< what is being asked for it
    Inquiry m_rules; ///< the newest question about rules
    std::shared_ptr<LogSorter> m_sorter; ///< goes to the archive's thread with each question
    LogSpan m_log; ///< as it was when the search began
    LogKey m_end; ///< it has yet to go through what lies before
    qint64 m_width = 0; ///< of the next span
    QElapsedTimer m_sinceAsked; ///< for the newest
};

} // namespace Core
