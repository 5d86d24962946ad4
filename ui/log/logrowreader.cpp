// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logrowreader.h"

#include "core/model/schedule.h"
#include "ui/log/eventsummary.h"

#include <algorithm>
#include <utility>

namespace Gui {

using Core::LogKey;

namespace {

constexpr int PageRows = 256;
constexpr int WantedPages = 4; ///< what was wanted before that has been scrolled past
constexpr qsizetype MostBehind = 250; ///< an event's line; more are not summed up
constexpr int MostBehindRead = 2'000; ///< in one go, so that they do not drive each other out
constexpr std::size_t MostEventRows = 1'000;

/// Null where all of them were received.
LogKey newestSentOf(const QList<LogKey> &rows)
{
    const auto sent
        = std::find_if(rows.rbegin(), rows.rend(), [](LogKey row) { return !row.isCapture(); });
    return sent == rows.rend() ? LogKey() : *sent;
}

/// Several that go out together have not always begun in the order in which they were recorded.
Core::Time beginOfFirst(const QList<const Core::Attempt *> &attempts)
{
    const auto first = std::min_element(attempts.begin(), attempts.end(),
                                        [](const Core::Attempt *one, const Core::Attempt *other) {
                                            return one->startedAt < other->startedAt;
                                        });
    return (*first)->startedAt;
}

} // namespace

LogRowReader::LogRowReader(LogRowCache &rows, const LineList &lines, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
    , m_lines(&lines)
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &LogRowReader::readNext);
}

void LogRowReader::setLines(const LineList &lines)
{
    m_lines = &lines;
    m_eventRows.clear();
}

void LogRowReader::setFields(const QList<Core::LogField> &fields)
{
    m_fields = fields;
    m_rows.setFields(fields);
    m_eventRows.clear();
}

void LogRowReader::showSecrets(bool areShown)
{
    m_rows.showSecrets(areShown);
    m_eventRows.clear();
}

bool LogRowReader::noteSchedules(const QList<Core::DestinationStatus> &destinations)
{
    QHash<Core::DestinationId, int> most = m_rows.mostTries();
    for (const Core::DestinationStatus &status : destinations) {
        const auto pauses = static_cast<int>(Core::scheduleOf(status.destination).size());
        most.insert(status.destination.id, pauses + 1);
        m_rows.noteThere(status.destination.id);
    }
    return setMostTries(most);
}

bool LogRowReader::forgetSchedules(const QList<Core::DestinationId> &destinations)
{
    QHash<Core::DestinationId, int> most = m_rows.mostTries();
    for (const Core::DestinationId id : destinations) {
        most.remove(id);
        m_rows.noteRemoved(id);
    }
    return setMostTries(most);
}

bool LogRowReader::setMostTries(const QHash<Core::DestinationId, int> &most)
{
    if (most == m_rows.mostTries())
        return false;
    m_rows.setMostTries(most);
    m_eventRows.clear();
    return true;
}

const LogRow *LogRowReader::rowAt(int line)
{
    const LogRow *const newest = newestAt(line);
    return newest != nullptr && isOfEvent(line) ? eventRow(line, *newest) : newest;
}

LogKey LogRowReader::toldAt(int line)
{
    if (!isOfEvent(line))
        return m_lines->at(line).key;
    if (const LogRow *const row = rowAt(line))
        return row->key;
    const Keys behind = m_lines->rowsOf(line);
    const LogKey sent = newestSentOf(behind);
    return sent.isNull() ? behind.last() : sent;
}

bool LogRowReader::isOfEvent(int line) const
{
    const LineList::Line at = m_lines->at(line);
    return at.isHead && m_lines->foldOf(at.key).isOfEvent();
}

const LogRow *LogRowReader::newestAt(int line)
{
    const LogKey key = m_lines->at(line).key;
    if (!isRead(key))
        want(line);
    return m_rows.find(key);
}

const LogRow *LogRowReader::eventRow(int line, const LogRow &newest)
{
    const qint64 key = newest.key.value;
    if (const auto found = m_eventRows.find(key); found != m_eventRows.end())
        return &found->second;
    const Keys behind = m_lines->rowsOf(line);
    if (!haveRead(behind)) {
        const LogRow *const sent = newestSent(behind);
        return sent == nullptr ? &newest : sent;
    }
    const QList<const Core::Attempt *> attempts = attemptsAmong(behind);
    if (attempts.isEmpty())
        return &newest;
    const EventSummary summary = summaryOf(attempts);
    if (!isRead(summary.worst))
        wantBehind(summary.worst); // It is told as changed then, and summed up anew.
    LogRow row = summedUp(*m_rows.find(summary.worst), beginOfFirst(attempts), newest.at, summary);
    return &m_eventRows.insert_or_assign(key, std::move(row)).first->second;
}

/// What was received does not speak for an event.
const LogRow *LogRowReader::newestSent(const Keys &behind)
{
    const LogKey sent = newestSentOf(behind);
    if (!sent.isNull() && !isRead(sent))
        wantBehind(sent);
    return m_rows.find(sent);
}

QList<const Core::Attempt *> LogRowReader::attemptsAmong(const Keys &rows) const
{
    QList<const Core::Attempt *> attempts;
    for (const LogKey key : rows) {
        const LogRowCache::Fact *const fact = m_rows.factOf(key);
        if (const auto *const sent = fact ? std::get_if<Core::Attempt>(fact) : nullptr)
            attempts.append(sent);
    }
    return attempts;
}

QString LogRowReader::summaryAt(int line)
{
    const LogRow *const row = rowAt(line);
    if (row == nullptr || !row->isSummary)
        return {};
    const Keys behind = m_lines->rowsOf(line);
    return haveRead(behind) ? summarySentence(summaryOf(attemptsAmong(behind))) : QString();
}

/// What is not there is asked for, some at a time.
bool LogRowReader::haveRead(const Keys &behind)
{
    if (behind.size() > MostBehind)
        return false;
    bool isComplete = true;
    for (const LogKey key : behind) {
        if (m_rows.contains(key))
            continue;
        isComplete = false;
        wantBehind(key);
    }
    return isComplete;
}

void LogRowReader::change(const QList<Core::DeliveryChange> &changes)
{
    for (const Core::DeliveryChange &change : changes)
        m_rows.change(change);
    m_isOutdated = m_isOutdated || (!changes.isEmpty() && !m_asked.isEmpty());
}

void LogRowReader::outdate(int line)
{
    if (m_eventRows.size() >= MostEventRows)
        m_eventRows.clear();
    m_eventRows.erase(m_lines->at(m_lines->headOf(line)).key.value);
}

void LogRowReader::want(int line)
{
    const int page = line / PageRows;
    if (m_wantedPages.contains(page))
        return;
    m_wantedPages.prepend(page);
    if (m_wantedPages.size() > WantedPages)
        m_wantedPages.removeLast();
    m_reading.start();
}

void LogRowReader::wantBehind(LogKey key)
{
    if (m_wantedBehind.size() < MostBehindRead)
        m_wantedBehind.insert(key);
    m_reading.start();
}

bool LogRowReader::isRead(LogKey key) const
{
    return m_rows.contains(key) && (m_fields.isEmpty() || m_rows.hasValues(key));
}

LogRowReader::Keys LogRowReader::takeWanted()
{
    Keys keys;
    for (const int page : std::exchange(m_wantedPages, {})) {
        const int end = std::min((page + 1) * PageRows, m_lines->size());
        for (int line = page * PageRows; line < end; ++line) {
            const LogKey key = m_lines->at(line).key;
            if (!isRead(key))
                keys.append(key);
        }
    }
    for (const LogKey key : std::as_const(keys))
        m_wantedBehind.remove(key);
    for (const LogKey key : std::exchange(m_wantedBehind, {})) {
        if (!isRead(key))
            keys.append(key);
    }
    return keys;
}

void LogRowReader::readNext()
{
    if (!m_asked.isEmpty())
        return;
    const Keys keys = takeWanted();
    if (keys.isEmpty())
        return;
    m_asked = QSet<LogKey>(keys.begin(), keys.end());
    emit requested({keys, m_fields});
}

void LogRowReader::take(const Core::LogRowsAnswer &answer)
{
    if (std::exchange(m_isOutdated, false))
        return emit requested(answer.question);
    m_asked.clear();
    m_rows.putRead(answer.rows);
    Keys gone;
    Keys read;
    for (const LogKey key : answer.question.keys)
        (m_rows.contains(key) ? read : gone).append(key);
    emit answered(read, gone);
    readNext();
}

} // namespace Gui
