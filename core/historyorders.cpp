// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/historyorders.h"

#include "core/pruner.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

#include <QTimer>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace Core {

namespace {

constexpr Milliseconds PauseBetweenForgetting{10};

using HadEnded = std::function<bool(const Delivery &)>;

/// Counts the rows \a named of one delivery, and what would go with them.
Result<> countDelivery(Records &records, DeliveryId delivery, qint64 named,
                       const HadEnded &hadEnded, ForgetAnswer &answer)
{
    const auto record = records.delivery(delivery);
    if (!record)
        return record.error().code == ErrorCode::NotFound ? Result<>() : record.error();
    const bool isPinned = std::any_of(record->attempts.begin(), record->attempts.end(),
                                      [](const Attempt &attempt) { return attempt.isPinned; });
    if (isPinned)
        answer.pinned += named;
    else if (!hadEnded(record->delivery))
        answer.unfinished += named;
    else
        answer.rows += record->attempts.size();
    return {};
}

Result<ForgetAnswer> wouldBecomeOf(Records &records, const ForgetOrder &order, Time now)
{
    const auto hadEnded = [&order, now](const Delivery &delivery) {
        return isEnded(delivery.state) && Core::hadEnded(delivery.dueAt, order.endedBefore, now);
    };
    const auto found = records.logRows({order.rows, {}});
    if (!found)
        return found.error();
    ForgetAnswer answer;
    answer.ticket = order.ticket;
    std::map<DeliveryId, qint64> named;
    for (const Attempt &attempt : found->attempts)
        ++named[attempt.delivery];
    for (const auto &[delivery, count] : named) {
        if (const auto counted = countDelivery(records, delivery, count, hadEnded, answer);
            !counted)
            return counted.error();
    }
    for (const LinkedCapture &linked : found->captures)
        ++(linked.capture.isPinned ? answer.pinned : answer.rows);
    return answer;
}

} // namespace

HistoryOrders::HistoryOrders(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

HistoryOrders::~HistoryOrders() = default;

void HistoryOrders::open(Ledger &ledger, Archive &archive, Pruner &pruner)
{
    m_ledger = &ledger;
    m_archive = &archive;
    m_pruner = &pruner;
    connect(m_pruner, &Pruner::cleared, this, [this](qint64 rows) {
        end({0, rows, 0, 0, std::nullopt});
    });
    connect(m_pruner, &Pruner::clearingEnded, this, [this](qint64 rows) {
        end({0, rows, 0, 0, std::nullopt}, notRunning());
    });
}

void HistoryOrders::close()
{
    if (m_pruner != nullptr)
        m_pruner->disconnect(this);
    m_ledger = nullptr;
    m_archive = nullptr;
    m_pruner = nullptr;
}

void HistoryOrders::preview(const ForgetOrder &order)
{
    const auto tell = [this, ticket = order.ticket](const Result<ForgetAnswer> &result) {
        emit previewed(result ? *result : ForgetAnswer{ticket, 0, 0, 0, result.error()});
    };
    if (m_archive == nullptr)
        return tell(notRunning());
    m_archive->ask<ForgetAnswer>(
        [order, now = m_clock.now()](Records &records) {
            return wouldBecomeOf(records, order, now);
        },
        this, tell);
}

void HistoryOrders::forget(const ForgetOrder &order)
{
    step(order, {order.ticket, 0, 0, 0, std::nullopt});
}

void HistoryOrders::step(const ForgetOrder &left, const ForgetAnswer &answer)
{
    if (m_ledger == nullptr)
        return end(answer, notRunning());
    m_ledger->submit(ForgetRows{left.rows, left.endedBefore, m_clock.now()}, this,
                     [this, left, answer](const Result<Outcome> &outcome) {
                         if (outcome)
                             take(std::get<HistoryPruned>(*outcome), left, answer);
                         else
                             end(answer, outcome.error());
                     });
}

void HistoryOrders::take(const HistoryPruned &step, ForgetOrder left, ForgetAnswer answer)
{
    answer.rows += step.rows.size();
    answer.pinned += step.pinned;
    answer.unfinished += step.unfinished;
    left.rows.remove(0, step.judged);
    if (left.rows.isEmpty())
        return end(answer);
    QTimer::singleShot(PauseBetweenForgetting, this,
                       [this, left, answer] { this->step(left, answer); });
}

void HistoryOrders::end(ForgetAnswer answer, const std::optional<Error> &error)
{
    answer.error = error;
    emit forgotten(answer);
}

void HistoryOrders::clear(const Time &before)
{
    if (m_pruner == nullptr)
        return end({}, notRunning());
    m_pruner->clear(before);
}

} // namespace Core
