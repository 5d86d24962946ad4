// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/bodyroom.h"

namespace Core {

BodyRoom::BodyRoom(qint64 bytes)
    : m_bytes(bytes)
{
}

bool BodyRoom::hasRoom(qint64 bytes, Trust trust) const
{
    const bool fitsItsShare
        = trust == Trust::Proven || m_takenByOthers + bytes <= shareOf(m_bytes, trust);
    return m_taken == 0 || (m_taken + bytes <= m_bytes && fitsItsShare);
}

void BodyRoom::reserve(qint64 bytes, Trust trust)
{
    m_taken += bytes;
    if (trust != Trust::Proven)
        m_takenByOthers += bytes;
}

void BodyRoom::cancel(qint64 bytes, Trust trust)
{
    Q_ASSERT(m_taken >= bytes);
    reserve(-bytes, trust);
}

void BodyRoom::take(const QByteArray &body, Trust trust)
{
    const auto [entry, isNew] = m_copies.try_emplace(body.constData(), Copy{0, trust});
    ++entry->second.flights;
    if (isNew)
        reserve(body.size(), trust);
}

void BodyRoom::giveBack(const QByteArray &body)
{
    const auto found = m_copies.find(body.constData());
    Q_ASSERT(found != m_copies.end());
    if (--found->second.flights > 0)
        return;
    cancel(body.size(), found->second.trust);
    m_copies.erase(found);
}

} // namespace Core
