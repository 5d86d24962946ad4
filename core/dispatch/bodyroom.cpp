// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/bodyroom.h"

namespace Core {

namespace {

constexpr qint64 ReservedPartOfBytes = 8;

} // namespace

BodyRoom::BodyRoom(qint64 bytes)
    : m_bytes(bytes)
{
}

bool BodyRoom::hasRoom(qint64 bytes, bool isTrusted) const
{
    const qint64 forOthers = m_bytes - m_bytes / ReservedPartOfBytes;
    return m_taken == 0
        || (m_taken + bytes <= m_bytes && (isTrusted || m_takenByOthers + bytes <= forOthers));
}

void BodyRoom::reserve(qint64 bytes, bool isTrusted)
{
    m_taken += bytes;
    if (!isTrusted)
        m_takenByOthers += bytes;
}

void BodyRoom::cancel(qint64 bytes, bool isTrusted)
{
    Q_ASSERT(m_taken >= bytes);
    reserve(-bytes, isTrusted);
}

void BodyRoom::take(const QByteArray &body, bool isTrusted)
{
    const auto [entry, isNew] = m_copies.try_emplace(body.constData(), Copy{0, isTrusted});
    ++entry->second.flights;
    if (isNew)
        reserve(body.size(), isTrusted);
}

void BodyRoom::giveBack(const QByteArray &body)
{
    const auto found = m_copies.find(body.constData());
    Q_ASSERT(found != m_copies.end());
    if (--found->second.flights > 0)
        return;
    cancel(body.size(), found->second.isTrusted);
    m_copies.erase(found);
}

} // namespace Core
