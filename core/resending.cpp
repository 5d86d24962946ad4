// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resending.h"

#include "core/base/clock.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int StepsASecond = 4;

bool isOfOneDelivery(const Error &error)
{
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::NotFound;
}

/// How many go in one step, and how long a step takes, so that \a perSecond is never exceeded.
std::pair<qsizetype, Milliseconds> stepOf(int perSecond)
{
    if (perSecond <= 0)
        return {Resending::LargestStep, Milliseconds{0}};
    const int pace = std::min(perSecond, Resending::FastestPace);
    const int size = std::max(1, pace / StepsASecond);
    return {size, Milliseconds{(1000 * size + pace - 1) / pace}};
}

} // namespace

Resending::Resending(Writer &writer, const Clock &clock, ResendOrder order, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_clock(clock)
    , m_order(std::move(order))
    , m_pace(this)
{
    m_progress.ticket = m_order.ticket;
    m_progress.total = m_order.deliveries.size();
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &Resending::goOn);
}

Resending::~Resending() = default;

void Resending::start()
{
    handIn();
}

void Resending::stop()
{
    m_pace.stop();
    m_next = m_order.deliveries.size();
    goOn();
}

void Resending::handIn()
{
    const auto [size, pause] = stepOf(m_order.perSecond);
    const QList<DeliveryId> step = m_order.deliveries.mid(m_next, size);
    if (step.isEmpty())
        return end();
    m_next += step.size();
    m_progress.deliveries.clear();
    if (pause.count() > 0)
        m_pace.start(pause);
    if (!m_order.destination.isNull())
        return submit(RecoverDeliveries{m_order.destination, step, m_clock.now()}, step.size());
    for (const DeliveryId delivery : step)
        submit(ResendDelivery{delivery, m_order.isForced, m_clock.now()}, 1);
}

void Resending::submit(Change change, qint64 weight)
{
    ++m_unanswered;
    m_writer.submit(std::move(change), this,
                    [this, weight](const Result<Outcome> &outcome) { take(outcome, weight); });
}

void Resending::take(const Result<Outcome> &outcome, qint64 weight)
{
    --m_unanswered;
    if (outcome) {
        const QList<Delivery> &deliveries = std::get<DeliveriesResent>(*outcome).deliveries;
        m_progress.deliveries += deliveries;
        m_progress.resent += deliveries.size();
        m_progress.leftOut += weight - deliveries.size();
    } else {
        m_progress.leftOut += weight;
        const bool isEnd = !isOfOneDelivery(outcome.error()) || !m_order.destination.isNull();
        if (!m_progress.error || isEnd)
            m_progress.error = outcome.error();
        if (isEnd)
            m_next = m_order.deliveries.size();
    }
    if (m_unanswered == 0)
        finishStep();
}

void Resending::finishStep()
{
    if (m_next >= m_order.deliveries.size())
        return end();
    emit advanced(m_progress);
    goOn();
}

/// The next step follows when this one is on disk and its time is over, whichever is later.
void Resending::goOn()
{
    if (m_unanswered == 0 && !m_pace.isActive() && !m_progress.isDone)
        handIn();
}

void Resending::end()
{
    m_pace.stop();
    m_progress.isDone = true;
    emit advanced(m_progress);
}

} // namespace Core
