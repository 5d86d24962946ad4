// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/exchange.h"

#include "core/http/connection.h"
#include "core/http/problem.h"

#include <utility>

namespace Core::Http {

Exchange::Exchange(Request request, Connection *connection)
    : m_request(std::move(request))
    , m_connection(connection)
{
}

Exchange::~Exchange()
{
    if (m_phase == Phase::Open)
        reply(problemReply(500, QStringLiteral("The request was dropped without an answer.")));
    else if (m_phase == Phase::Streaming)
        abort();
}

void Exchange::reply(const Reply &reply)
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Done;
    if (!m_connection)
        return;
    m_connection->answer(reply);
    emit m_connection->answered(m_request, reply);
}

void Exchange::begin(const Reply &head)
{
    if (m_phase != Phase::Open)
        return;
    m_phase = Phase::Streaming;
    if (!m_connection)
        return;
    m_connection->beginStream(head);
    emit m_connection->answered(m_request, head);
}

void Exchange::write(const QByteArray &bytes)
{
    if (m_phase == Phase::Streaming && m_connection)
        m_connection->writeStream(bytes);
}

void Exchange::end()
{
    if (m_phase != Phase::Streaming)
        return;
    m_phase = Phase::Done;
    if (m_connection)
        m_connection->endStream();
}

void Exchange::abort()
{
    if (std::exchange(m_phase, Phase::Done) != Phase::Done && m_connection)
        m_connection->abort();
}

bool Exchange::isGone() const
{
    return !m_connection || !m_connection->isOpen();
}

void Exchange::whenGone(std::function<void()> call)
{
    if (m_hasEnded)
        call();
    else
        m_whenGone = std::move(call);
}

void Exchange::connectionEnded()
{
    m_hasEnded = true;
    if (const auto call = std::exchange(m_whenGone, nullptr))
        call();
}

} // namespace Core::Http
