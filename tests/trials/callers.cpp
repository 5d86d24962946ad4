// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/callers.h"

#include "tests/trials/httpreply.h"

#include <algorithm>

namespace Core {

namespace {

constexpr std::chrono::milliseconds LongestSilence{30'000};
constexpr int UsualConnections = 8;

Moment now()
{
    return std::chrono::system_clock::now();
}

} // namespace

Callers::Callers(quint16 port, int connectionCount)
    : m_port(port)
{
    m_paceTimer.setSingleShot(true);
    m_paceTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_paceTimer, &QTimer::timeout, this, &Callers::callAll);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Callers::end);
    for (int i = 0; i < connectionCount; ++i)
        m_lines.push_back(std::make_unique<Line>());
}

Callers::~Callers()
{
    end();
}

QList<CallAnswer> Callers::run(const Source &source, std::chrono::milliseconds pace)
{
    m_source = source;
    m_pace = pace;
    m_nextAt = now();
    m_answers.clear();
    m_patience.start(LongestSilence);
    for (const auto &line : m_lines)
        connectLine(*line);
    m_loop.exec();
    return std::exchange(m_answers, {});
}

void Callers::connectLine(Line &line)
{
    connect(&line.socket, &QTcpSocket::connected, this, &Callers::callAll);
    connect(&line.socket, &QTcpSocket::readyRead, this, [this, &line] { read(line); });
    connect(&line.socket, &QTcpSocket::disconnected, this, &Callers::end);
    line.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    line.socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
}

/// Puts calls on all lines that are free, as far as the pace allows.
void Callers::callAll()
{
    for (const auto &line : m_lines) {
        if (line->open >= 0 || line->socket.state() != QAbstractSocket::ConnectedState)
            continue;
        const Nanoseconds rest = m_nextAt - now();
        if (m_source && rest > Nanoseconds{0}) {
            m_paceTimer.start(std::chrono::ceil<std::chrono::milliseconds>(rest));
            return;
        }
        if (!callOn(*line))
            break;
    }
    if (isIdle())
        end();
}

bool Callers::callOn(Line &line)
{
    const std::optional<Call> call = m_source ? m_source() : std::nullopt;
    if (!call) {
        m_source = {};
        return false;
    }
    m_nextAt += m_pace;
    line.open = m_answers.size();
    m_answers.append({0, {}, {now(), {}}});
    line.socket.write("POST " + call->path
                      + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(call->body.size()) + "\r\n\r\n" + call->body);
    return true;
}

void Callers::read(Line &line)
{
    const Moment readAt = now();
    line.buffer += line.socket.readAll();
    const HttpReply reply = replyIn(line.buffer);
    if (reply.status == 0 || line.open < 0)
        return;
    CallAnswer &answer = m_answers[std::exchange(line.open, -1)];
    answer.status = reply.status;
    answer.body = reply.body;
    answer.span.answeredAt = readAt;
    line.buffer.remove(0, reply.size);
    m_patience.start(LongestSilence);
    callAll();
}

void Callers::end()
{
    m_source = {};
    m_paceTimer.stop();
    m_patience.stop();
    for (const auto &line : m_lines) {
        line->socket.disconnect(this);
        line->socket.abort();
        line->buffer.clear();
        line->open = -1;
    }
    m_loop.quit();
}

bool Callers::isIdle() const
{
    return !m_source && std::all_of(m_lines.begin(), m_lines.end(), [](const auto &line) {
        return line->open < 0;
    });
}

QList<CallAnswer> makeCalls(quint16 port, const QList<Call> &calls)
{
    qsizetype next = 0;
    return Callers(port, UsualConnections).run([&]() -> std::optional<Call> {
        return next < calls.size() ? std::optional(calls[next++]) : std::nullopt;
    });
}

} // namespace Core
