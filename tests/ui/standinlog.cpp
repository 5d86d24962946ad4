// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/standinlog.h"

#include "core/model/logsorter.h"
#include "tests/support/memoryfilter.h"
#include "tests/support/sortvalues.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/mainwindow.h"
#include "ui/requests.h"

#include <algorithm>

using namespace Core;

namespace Testing {

namespace {

AttemptOutcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return AttemptOutcome::Delivered;
    return status >= 500 ? AttemptOutcome::Temporary : AttemptOutcome::Failed;
}

/// An attempt with what it belongs to.
MemoryTables::Rows rowsAround(const Attempt &attempt)
{
    MemoryTables::Rows rows;
    rows.destinations[attempt.destination].registration.destination.name = attempt.destinationName;
    Event &event = rows.events[attempt.event.text].event;
    event.id = attempt.event;
    event.type = attempt.eventType;
    event.kind = attempt.kind;
    Delivery &delivery = rows.deliveries[attempt.delivery].delivery;
    delivery.id = attempt.delivery;
    delivery.event = attempt.event;
    delivery.destination = attempt.destination;
    rows.attempts[attempt.id].attempt = attempt;
    return rows;
}

} // namespace

StandInLog::StandInLog(QObject *parent)
    : QObject(parent)
{
}

void StandInLog::serve(Gui::LogModel &model)
{
    connect(&model, &Gui::LogModel::searchRequested, this, [this, &model](const LogSearch &asked) {
        if (asked.scope.order.isOfTime())
            search(asked, [&model](const LogChunk &chunk) { model.takeFound(chunk); });
        else
            later([log = sorted(asked), &model] { model.takeSorted(log); });
    });
    connect(&model, &Gui::LogModel::judgementRequested, this,
            [this, &model](const LogQuestion &question) {
                later([=, this, &model] { model.takeJudged(judge(question)); });
            });
    connect(&model.colours(), &Gui::LogColours::judgementRequested, this,
            [this, &model](const LogRulesQuestion &question) {
                later([=, this, &model] { model.colours().take(judgeRules(question)); });
            });
    connect(&model, &Gui::LogModel::rowsRequested, this,
            [this, &model](const LogRowsQuestion &question) {
                later([=, this, &model] { model.takeRows(read(question)); });
            });
}

void StandInLog::serve(Gui::MainWindow &window)
{
    Gui::Facts &facts = window.facts();
    connect(&facts, &Gui::Facts::attemptsRecorded, this,
            qOverload<const QList<Attempt> &>(&StandInLog::record));
    connect(&facts, &Gui::Facts::capturesRecorded, this,
            qOverload<const QList<Capture> &>(&StandInLog::record));
    const Gui::Requests &requests = window.requests();
    connect(&requests, &Gui::Requests::logSearchRequested, this,
            [this, &facts](const LogSearch &asked) {
                if (asked.scope.order.isOfTime())
                    search(asked,
                           [&facts](const LogChunk &chunk) { emit facts.logSearched(chunk); });
                else
                    later([log = sorted(asked), &facts] { emit facts.logSorted(log); });
            });
    connect(&requests, &Gui::Requests::logJudgementRequested, this,
            [this, &facts](const LogQuestion &question) {
                later([=, this, &facts] { emit facts.logJudged(judge(question)); });
            });
    connect(&requests, &Gui::Requests::logRulesRequested, this,
            [this, &facts](const LogRulesQuestion &question) {
                later([=, this, &facts] { emit facts.logRulesJudged(judgeRules(question)); });
            });
    connect(&requests, &Gui::Requests::logRowsRequested, this,
            [this, &facts](const LogRowsQuestion &question) {
                later([=, this, &facts] { emit facts.logRowsRead(read(question)); });
            });
    emit facts.logOpened();
}

void StandInLog::record(const QList<Attempt> &attempts)
{
    for (const Attempt &attempt : attempts)
        m_attempts.insert_or_assign(LogKey::of(attempt.id), attempt);
}

void StandInLog::record(const QList<Capture> &captures)
{
    for (const Capture &capture : captures)
        m_captures.insert_or_assign(LogKey::of(capture.id), capture);
}

void StandInLog::forget(LogKey key)
{
    m_attempts.erase(key);
    m_captures.erase(key);
}

std::unique_ptr<StandInLog> StandInLog::copy() const
{
    auto copy = std::make_unique<StandInLog>();
    copy->m_attempts = m_attempts;
    copy->m_captures = m_captures;
    return copy;
}

QList<LogKey> StandInLog::keys() const
{
    QList<LogKey> keys;
    for (const auto &[key, attempt] : m_attempts)
        keys.append(key);
    for (const auto &[key, capture] : m_captures)
        keys.append(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

const Attempt *StandInLog::senderOf(const Capture &capture) const
{
    for (const auto &[key, attempt] : m_attempts) {
        if (!capture.delivery.isNull() && attempt.delivery == capture.delivery)
            return &attempt;
    }
    return nullptr;
}

LinkedCapture StandInLog::linked(const Capture &capture) const
{
    const Attempt *const sender = senderOf(capture);
    if (sender == nullptr)
        return {capture, {}, {}, {}, false};
    return {capture, sender->destination, sender->eventType, sender->kind, sender->isResend};
}

LogFold StandInLog::foldOf(const LogScope &scope, LogKey key) const
{
    const auto attempt = m_attempts.find(key);
    const bool isReceived = attempt == m_attempts.end();
    const Attempt *const sent = isReceived ? senderOf(m_captures.at(key)) : &attempt->second;
    if (sent == nullptr)
        return {};
    const AttemptOutcome outcome
        = isReceived ? outcomeOf(m_captures.at(key).status) : sent->outcome;
    if (scope.foldsHeartbeats && sent->kind == EventKind::Heartbeat
        && outcome <= AttemptOutcome::Delivered)
        return LogFold::ofHeartbeats(sent->destination, isReceived);
    if (!scope.foldsEvents)
        return {};
    const auto first
        = std::find_if(m_attempts.begin(), m_attempts.end(),
                       [sent](const auto &entry) { return entry.second.event == sent->event; });
    return LogFold::ofEvent(first->first);
}

bool StandInLog::isIn(const LogScope &scope, LogKey key) const
{
    if (scope.filter.isEmpty())
        return true;
    const auto found = m_attempts.find(key);
    if (found != m_attempts.end()) {
        const MemoryTables::Rows rows = rowsAround(found->second);
        return MemoryFilter(rows, scope.filter, scope.now).wants(rows.attempts.begin()->second);
    }
    const Capture &capture = m_captures.at(key);
    const Attempt *const sender = senderOf(capture);
    const MemoryTables::Rows rows = sender == nullptr ? MemoryTables::Rows() : rowsAround(*sender);
    return MemoryFilter(rows, scope.filter, scope.now).wants(CaptureRecord{capture, {}, {}});
}

QList<LogEntry> StandInLog::entries(const LogScope &scope, const QList<LogKey> &keys) const
{
    QList<LogEntry> entries;
    for (const LogKey key : keys) {
        const auto attempt = m_attempts.find(key);
        if (attempt == m_attempts.end() && m_captures.find(key) == m_captures.end())
            continue;
        const bool isFailure = attempt == m_attempts.end()
            ? outcomeOf(m_captures.at(key).status) != AttemptOutcome::Delivered
            : attempt->second.outcome > AttemptOutcome::Delivered;
        if (isIn(scope, key))
            entries.append({key, foldOf(scope, key), isFailure});
    }
    return entries;
}

LogSpan StandInLog::span() const
{
    const QList<LogKey> all = keys();
    if (all.isEmpty())
        return {};
    return {all.first(), LogKey{all.last().value + 1}, all.size()};
}

SortedLog StandInLog::sorted(const LogSearch &search) const
{
    SortValues values(search.scope.order.by);
    for (const LogEntry &entry : entries(search.scope, keys())) {
        if (entry.key.isCapture())
            values.add(linked(m_captures.at(entry.key)), entry.isFailure);
        else
            values.add(m_attempts.at(entry.key), entry.isFailure);
    }
    LogSorter sorter(search.scope.order, 0);
    sorter.add(values.values());
    SortedLog log = sorter.sorted();
    log.ticket = search.ticket;
    log.log = span();
    return log;
}

void StandInLog::search(const LogSearch &search, const std::function<void(const LogChunk &)> &tell)
{
    m_ticket = search.ticket;
    const QList<LogKey> all = keys();
    const LogSpan log = span();
    qsizetype end = all.size();
    do {
        const qsizetype first = std::max<qsizetype>(0, end - partRows);
        const QList<LogKey> part = all.mid(first, end - first);
        later([this, search, tell, part, log, isLast = first == 0] {
            if (search.ticket == m_ticket)
                tell({search.ticket, entries(search.scope, part), log, isLast});
        });
        end = first;
    } while (end > 0);
}

LogAnswer StandInLog::judge(const LogQuestion &question)
{
    ++judgements;
    return {question.search.ticket, question.keys, entries(question.search.scope, question.keys)};
}

LogRulesAnswer StandInLog::judgeRules(const LogRulesQuestion &question)
{
    rulesQuestions.append(question);
    LogRulesAnswer answer{question.ticket, question.keys, {}};
    for (qsizetype rule = question.rules.size() - 1; rule >= 0; --rule) {
        LogScope scope;
        scope.filter = question.rules.at(rule);
        scope.now = question.now;
        for (const LogEntry &entry : entries(scope, question.keys))
            answer.firsts.insert(entry.key, static_cast<int>(rule));
    }
    return answer;
}

LogRowsAnswer StandInLog::read(const LogRowsQuestion &question)
{
    ++rowQuestions;
    rowsRead += static_cast<int>(question.keys.size());
    LogRowsAnswer answer{question, {}};
    for (const LogKey key : question.keys) {
        for (const LogField &field : question.fields)
            answer.rows.values[key].append("value of " + field.name.toUtf8());
        if (const auto attempt = m_attempts.find(key); attempt != m_attempts.end())
            answer.rows.attempts.append(attempt->second);
        if (const auto capture = m_captures.find(key); capture != m_captures.end())
            answer.rows.captures.append(linked(capture->second));
    }
    return answer;
}

void StandInLog::later(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

} // namespace Testing
