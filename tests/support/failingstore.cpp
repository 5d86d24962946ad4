// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingstore.h"

#include <QMutexLocker>

using namespace Core;

void StoreControl::failWith(const std::optional<Error> &error)
{
    const QMutexLocker lock(&m_mutex);
    m_error = error;
}

void StoreControl::refuseWith(const std::optional<Error> &error)
{
    const QMutexLocker lock(&m_mutex);
    m_refusal = error;
}

void StoreControl::hold()
{
    const QMutexLocker lock(&m_mutex);
    m_holds = true;
}

void StoreControl::release()
{
    const QMutexLocker lock(&m_mutex);
    m_holds = false;
    m_changed.wakeAll();
}

void StoreControl::waitUntilHeld()
{
    const QMutexLocker lock(&m_mutex);
    while (!m_isHeld)
        m_changed.wait(&m_mutex);
}

QList<qsizetype> StoreControl::batchSizes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_batchSizes;
}

int StoreControl::openCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_openCount;
}

int StoreControl::probeCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_probeCount;
}

std::optional<Error> StoreControl::enterProbe()
{
    const QMutexLocker lock(&m_mutex);
    ++m_probeCount;
    return m_error ? m_error : m_refusal;
}

std::optional<Error> StoreControl::refusal() const
{
    const QMutexLocker lock(&m_mutex);
    return m_refusal;
}

std::optional<Error> StoreControl::enterWrite(qsizetype size)
{
    const QMutexLocker lock(&m_mutex);
    m_batchSizes.append(size);
    while (m_holds) {
        m_isHeld = true;
        m_changed.wakeAll();
        m_changed.wait(&m_mutex);
    }
    m_isHeld = false;
    return m_error;
}

std::optional<Error> StoreControl::enterOpen()
{
    const QMutexLocker lock(&m_mutex);
    if (!m_error)
        ++m_openCount;
    return m_error;
}

void StoreControl::enterClose()
{
    const QMutexLocker lock(&m_mutex);
    --m_openCount;
}

FailingStore::FailingStore(std::unique_ptr<Store> inner, std::shared_ptr<StoreControl> control)
    : m_inner(std::move(inner))
    , m_control(std::move(control))
{
}

Result<RecoveryReport> FailingStore::open(Time now)
{
    if (const auto error = m_control->enterOpen())
        return *error;
    return m_inner->open(now);
}

void FailingStore::close()
{
    m_control->enterClose();
    m_inner->close();
}

Result<QList<Result<Outcome>>> FailingStore::write(const QList<Change> &changes)
{
    if (const auto error = m_control->enterWrite(changes.size()))
        return *error;
    if (const auto refusal = m_control->refusal())
        return QList<Result<Outcome>>(changes.size(), Result<Outcome>(*refusal));
    return m_inner->write(changes);
}

Result<> FailingStore::probe()
{
    if (const auto error = m_control->enterProbe())
        return *error;
    return m_inner->probe();
}

Result<> FailingStore::checkRoom()
{
    if (const auto refusal = m_control->refusal())
        return *refusal;
    return m_inner->checkRoom();
}

Result<QList<Registration>> FailingStore::registrations()
{
    return m_inner->registrations();
}

Result<QList<WaitingDelivery>> FailingStore::waiting()
{
    return m_inner->waiting();
}
