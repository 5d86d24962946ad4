// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/bodyroom.h"

namespace Core {

BodyRoom::BodyRoom(qint64 bytes, qint64 largestBytes)
    : m_bytes(bytes)
    , m_largestBytes(largestBytes)
{
}

bool BodyRoom::hasRoom() const
{
    const bool isEmpty = m_heldBytes == 0 && m_reserved == 0;
    return isEmpty || m_heldBytes + (m_reserved + 1) * m_largestBytes <= m_bytes;
}

void BodyRoom::reserve()
{
    ++m_reserved;
}

void BodyRoom::cancel()
{
    Q_ASSERT(m_reserved > 0);
    --m_reserved;
}

void BodyRoom::take(const EventId &event, qint64 bytes)
{
    cancel();
    Body &body = m_bodies[event.text];
    if (body.flights++ > 0)
        return;
    body.bytes = bytes;
    m_heldBytes += bytes;
}

void BodyRoom::giveBack(const EventId &event)
{
    const auto found = m_bodies.find(event.text);
    Q_ASSERT(found != m_bodies.end());
    if (--found->flights > 0)
        return;
    m_heldBytes -= found->bytes;
    m_bodies.erase(found);
}

} // namespace Core
