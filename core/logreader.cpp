// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logreader.h"

#include <utility>

namespace Core {

namespace {

// In keys, of which there are two to a row. The first span fills a screen many times over; the
// widest takes some ten milliseconds for what needs no bodies. Where bodies are looked through,
// spans shrink until something can be shown several times a second.
constexpr qint64 LeastWidth = 1'024;
constexpr qint64 FirstWidth = 8'192;
constexpr qint64 GreatestWidth = 131'072;
constexpr qint64 LongMilliseconds = 100;

} // namespace

Result<LogRulesAnswer> judgeByRules(Records &records, const LogRulesQuestion &question)
{
    LogRulesAnswer answer{question.ticket, question.keys, {}};
    QList<LogKey> rest = question.keys;
    for (int rule = 0; rule < question.rules.size() && !rest.isEmpty(); ++rule) {
        LogScope scope;
        scope.filter = question.rules.at(rule);
        scope.now = question.now;
        const auto entries = records.logEntries(scope, rest);
        if (!entries)
            return entries.error();
        for (const LogEntry &entry : *entries)
            answer.firsts.insert(entry.key, rule);
        rest.removeIf([&answer](LogKey key) { return answer.firsts.contains(key); });
    }
    return answer;
}

LogReader::LogReader(QObject *parent)
    : QObject(parent)
{
}

LogReader::~LogReader() = default;

void LogReader::open(Archive &archive)
{
    m_archive = &archive;
}

void LogReader::close()
{
    m_inquiry.withdraw();
    m_rules.withdraw();
    m_sorter.reset();
    m_archive = nullptr;
}

void LogReader::search(const LogSearch &search)
{
    m_inquiry.withdraw();
    m_sorter.reset();
    m_search = search;
    if (!m_archive)
        return;
    m_inquiry = m_archive->ask<LogSpan>([](Records &records) { return records.logSpan(); }, this,
                                        [this](const Result<LogSpan> &span) {
                                            if (span)
                                                begin(*span);
                                            else
                                                end(span.error());
                                        });
}

void LogReader::begin(const LogSpan &log)
{
    m_log = log;
    const LogOrder order = m_search.scope.order;
    m_sorter = order.isOfTime() ? nullptr : std::make_shared<LogSorter>(order, log.count);
    m_end = log.end;
    m_width = FirstWidth;
    goOn();
}

void LogReader::goOn()
{
    if (!m_archive)
        return;
    m_sinceAsked.start();
    const LogSpan part{std::max(m_log.first, LogKey{m_end.value - m_width}), m_end, 0};
    if (m_sorter)
        gather(part);
    else
        find(part);
}

void LogReader::find(const LogSpan &part)
{
    m_inquiry = m_archive->ask<QList<LogEntry>>(
        [scope = m_search.scope, part](Records &records) {
            return records.logEntries(scope, part);
        },
        this,
        [this, part](const Result<QList<LogEntry>> &entries) {
            if (!entries)
                return end(entries.error());
            const bool isLast = advance(part);
            emit searched({m_search.ticket, *entries, m_log, isLast});
            if (!isLast)
                goOn();
        });
}

void LogReader::gather(const LogSpan &part)
{
    m_inquiry = m_archive->ask<bool>(
        [scope = m_search.scope, part, sorter = m_sorter](Records &records) -> Result<bool> {
            const Result<LogValues> values = records.logValues(scope, part);
            if (!values)
                return values.error();
            sorter->add(*values);
            return true;
        },
        this,
        [this, part](const Result<bool> &isGathered) {
            if (!isGathered)
                return end(isGathered.error());
            if (advance(part))
                sort();
            else
                goOn();
        });
}

/// On the archive's thread as well: a million rows take longer than the engine has.
void LogReader::sort()
{
    if (!m_archive)
        return;
    const auto sortAll = [sorter = std::exchange(m_sorter, nullptr)](Records & /*records*/) {
        return sorter->sorted();
    };
    m_inquiry = m_archive->ask<SortedLog>(sortAll, this, [this](const Result<SortedLog> &found) {
        if (!found)
            return end(found.error());
        SortedLog log = *found;
        log.ticket = m_search.ticket;
        log.log = m_log;
        emit sorted(log);
    });
}

/// Whether all has been gone through.
bool LogReader::advance(const LogSpan &part)
{
    m_end = part.first;
    m_width = m_sinceAsked.elapsed() > LongMilliseconds ? std::max(m_width / 2, LeastWidth)
                                                        : std::min(2 * m_width, GreatestWidth);
    return part.first <= m_log.first;
}

void LogReader::end(const Error &error)
{
    m_sorter.reset();
    emit refused(error);
    if (m_search.scope.order.isOfTime())
        emit searched({m_search.ticket, {}, m_log, true});
    else
        emit sorted({m_search.ticket, m_log, {}, {}, {}});
}

void LogReader::judge(const LogQuestion &question)
{
    if (!m_archive)
        return;
    m_archive->ask<QList<LogEntry>>(
        [question](Records &records) {
            return records.logEntries(question.search.scope, question.keys);
        },
        this,
        [this, question](const Result<QList<LogEntry>> &entries) {
            if (!entries)
                emit refused(entries.error());
            emit judged(entries ? LogAnswer{question.search.ticket, question.keys, *entries}
                                : LogAnswer{question.search.ticket, {}, {}});
        });
}

void LogReader::judgeRules(const LogRulesQuestion &question)
{
    m_rules.withdraw();
    if (!m_archive)
        return;
    m_rules = m_archive->ask<LogRulesAnswer>(
        [question](Records &records) { return judgeByRules(records, question); }, this,
        [this, ticket = question.ticket](const Result<LogRulesAnswer> &answer) {
            if (!answer)
                emit refused(answer.error());
            emit rulesJudged(answer ? *answer : LogRulesAnswer{ticket, {}, {}});
        });
}

void LogReader::readRows(const LogRowsQuestion &question)
{
    if (!m_archive)
        return;
    m_archive->ask<LogRows>(
        [question](Records &records) { return records.logRows(question); }, this,
        [this, question](const Result<LogRows> &rows) {
            if (!rows)
                emit refused(rows.error());
            emit rowsRead(rows ? LogRowsAnswer{question, *rows} : LogRowsAnswer());
        });
}

void LogReader::listBins()
{
    if (!m_archive)
        return;
    m_archive->ask<QStringList>([](Records &records) { return records.bins(); }, this,
                                [this](const Result<QStringList> &bins) {
                                    if (bins)
                                        emit binsListed(*bins);
                                    else
                                        emit refused(bins.error());
                                });
}

} // namespace Core
