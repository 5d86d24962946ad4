// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include "core/http/exchange.h"
#include "core/http/problem.h"
#include "core/http/replywriter.h"

#include <utility>

namespace Core::Http {

namespace {

constexpr qsizetype ReadBytes = 64 * KiB;

} // namespace

Connection::Connection(qintptr descriptor, const ServerSettings &settings, const Clock &clock,
                       QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_wire(descriptor)
    , m_framer(settings.limits)
    , m_requestBegan(clock.tick())
{
    m_nextStep.setSingleShot(true);
    connect(&m_nextStep, &QTimer::timeout, this, &Connection::step);
    connect(&m_wire, &Wire::readable, this, &Connection::readMore);
    connect(&m_wire, &Wire::peerFinished, this, &Connection::handlePeerFinished);
    connect(&m_wire, &Wire::drained, this, &Connection::handleDrained);
    connect(&m_wire, &Wire::broke, this, &Connection::close, Qt::QueuedConnection);
}

Connection::~Connection()
{
    m_stage = Stage::Closed;
    tellEnd();
}

void Connection::start()
{
    updateReading();
}

void Connection::readMore()
{
    if (m_stage == Stage::Lingering) {
        discardMore();
        return;
    }
    const bool wasIdle = m_framer.isIdle();
    const QByteArray bytes = m_wire.read(ReadBytes);
    if (bytes.isEmpty())
        return;
    if (wasIdle)
        m_requestBegan = m_clock.tick();
    m_framer.feed(bytes);
    step();
    updateReading();
}

/// While a request waits, only a little is read of what follows it: enough to see the peer leave.
void Connection::updateReading()
{
    const bool isAwaited
        = m_stage == Stage::Reading && m_framer.state() == RequestFramer::State::NeedMore;
    m_wire.setReading(isAwaited || m_stage == Stage::Lingering
                      || m_framer.heldBytes() < m_settings.limits.maxAheadBytes);
}

void Connection::discardMore()
{
    m_lingerBytes += m_wire.read(ReadBytes).size();
    if (m_lingerBytes > m_settings.limits.maxLingerBytes)
        close();
}

void Connection::step()
{
    // A peer that does not take its last answer is not asked for the next request.
    if (m_stage != Stage::Reading || m_wire.backlogBytes() > 0)
        return;
    switch (m_framer.state()) {
    case RequestFramer::State::Complete:
        receive();
        return;
    case RequestFramer::State::Refused:
        refuse(m_framer.refusal());
        return;
    case RequestFramer::State::NeedMore:
        break;
    }
    if (m_wire.hasPeerFinished())
        linger();
    else if (m_framer.isAwaitingContinue() && !std::exchange(m_hasContinued, true))
        send("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::receive()
{
    Request request = m_framer.takeRequest();
    request.remote = m_wire.peerAddress();
    request.remotePort = m_wire.peerPort();
    m_terms = {request.method == "HEAD", request.isHttp11, request.keepsAlive};
    m_stage = Stage::Answering;
    updateReading();
    const auto exchange = std::make_shared<Exchange>(std::move(request), this);
    m_exchange = exchange;
    emit requestReceived(exchange);
}

void Connection::refuse(const Refusal &refusal)
{
    Reply reply = problemReply(refusal.status, refusal.sentence);
    reply.closes = true;
    m_terms = {};
    m_stage = Stage::Answering;
    answer(reply);
    emit refused(refusal);
}

void Connection::answer(const Reply &reply)
{
    if (m_stage != Stage::Answering)
        return;
    const bool closes = hasToClose(reply);
    QByteArray bytes = replyHead(reply, m_settings.defaultHeaders, m_clock.now(),
                                 {BodyEnd::Length, m_terms.isHttp11, closes});
    if (allowsBody(reply.status) && !m_terms.isHead)
        bytes += reply.body;
    send(bytes);
    finishAnswer(closes);
}

void Connection::beginStream(const Reply &head)
{
    if (m_stage != Stage::Answering)
        return;
    m_stage = Stage::Streaming;
    m_closesAfterStream = hasToClose(head) || !m_terms.isHttp11;
    send(replyHead(head, m_settings.defaultHeaders, m_clock.now(),
                   {m_terms.isHttp11 ? BodyEnd::Chunks : BodyEnd::Close, m_terms.isHttp11,
                    m_closesAfterStream}));
}

void Connection::writeStream(const QByteArray &bytes)
{
    if (m_stage != Stage::Streaming || m_terms.isHead || bytes.isEmpty())
        return;
    send(m_terms.isHttp11 ? chunk(bytes) : bytes);
    if (m_wire.backlogBytes() > m_settings.limits.maxBacklogBytes)
        abort();
}

void Connection::endStream()
{
    if (m_stage != Stage::Streaming)
        return;
    if (m_terms.isHttp11 && !m_terms.isHead)
        send("0\r\n\r\n");
    finishAnswer(m_closesAfterStream);
}

void Connection::finishAnswer(bool closes)
{
    m_exchange.reset();
    if (closes) {
        linger();
        return;
    }
    m_stage = Stage::Reading;
    m_hasContinued = false;
    m_requestBegan = m_clock.tick();
    updateReading();
    if (!m_framer.isIdle() || m_wire.hasPeerFinished())
        m_nextStep.start();
}

void Connection::abort()
{
    m_wire.reset();
    close();
}

void Connection::stop()
{
    m_isStopping = true;
    if (m_stage != Stage::Reading)
        return;
    if (m_framer.isIdle())
        linger();
    else
        refuse({503, QStringLiteral("The server is stopping.")});
}

void Connection::sweep(Tick now)
{
    const Limits &limits = m_settings.limits;
    if (m_wire.backlogBytes() > 0) {
        if (now - m_backlogBegan > limits.writeDeadline)
            abort();
        return;
    }
    const Milliseconds waited = now - m_requestBegan;
    if (m_stage == Stage::Lingering && now - m_lingerBegan > limits.lingerDeadline)
        close();
    if (m_stage != Stage::Reading)
        return;
    if (m_framer.isIdle()) {
        if (waited > limits.idleDeadline)
            linger();
    } else if (waited > limits.requestDeadline) {
        refuse({408, QStringLiteral("The request did not arrive in time.")});
    } else if (!m_framer.isHeadComplete() && waited > limits.headerDeadline) {
        refuse({408, QStringLiteral("The header fields did not arrive in time.")});
    }
}

/// Ends our side and waits for the peer to end its own, dropping what it still sends: closing with
/// unread bytes would reset the connection and take the answer with it.
void Connection::linger()
{
    m_stage = Stage::Lingering;
    m_lingerBegan = m_clock.tick();
    m_wire.finishWriting();
    updateReading();
    if (m_wire.hasPeerFinished() && m_wire.hasFinishedWriting())
        close();
}

void Connection::close()
{
    if (std::exchange(m_stage, Stage::Closed) == Stage::Closed)
        return;
    m_wire.close();
    tellEnd();
    emit closed();
}

void Connection::handlePeerFinished()
{
    if (m_stage == Stage::Reading)
        step();
    else if (m_stage == Stage::Lingering && m_wire.hasFinishedWriting())
        close();
}

void Connection::handleDrained()
{
    m_lingerBegan = m_clock.tick();
    if (m_stage == Stage::Reading)
        step();
    else if (m_stage == Stage::Lingering && m_wire.hasPeerFinished())
        close();
}

void Connection::send(const QByteArray &bytes)
{
    if (m_wire.backlogBytes() == 0)
        m_backlogBegan = m_clock.tick();
    m_wire.write(bytes);
}

void Connection::tellEnd()
{
    if (const auto exchange = m_exchange.lock())
        exchange->connectionEnded();
}

bool Connection::hasToClose(const Reply &reply) const
{
    return reply.closes || m_isStopping || !m_terms.keepsAlive;
}

} // namespace Core::Http
