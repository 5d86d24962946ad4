// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilecase.h"

#include <QRandomGenerator>

namespace Core {

using namespace std::chrono_literals;

namespace {

const QByteArray Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";

HostileCase timedOut(const QString &name, const Answer &answer, Phase phase)
{
    HostileCase hostile = silent(name, answer, Failure::TimedOut, phase);
    hostile.timeout = 1s;
    return hostile;
}

HostileCase unread(const QString &name, HostileCase::Kind kind, Phase phase)
{
    HostileCase hostile = timedOut(name, {}, phase);
    hostile.kind = kind;
    hostile.expected.posts = 0;
    hostile.isSecondPostAnswered = false;
    return hostile;
}

HostileCases unreachable()
{
    HostileCase absent = unread(QStringLiteral("R1 refuses connections"), HostileCase::Kind::Absent,
                                Phase::Connect);
    absent.expected.failure = Failure::ConnectionRefused;
    HostileCase large = unread(QStringLiteral("R1 never reads a large body"),
                               HostileCase::Kind::Deaf, Phase::Send);
    large.body = QByteArray(30'000'000, 'x');
    large.timeout = 3s; // it takes a while until all of it is at hand
    HostileCase handshake = unread(QStringLiteral("R1 never reads a TLS greeting"),
                                   HostileCase::Kind::Deaf, Phase::Tls);
    handshake.url.replace(QStringLiteral("http:"), QStringLiteral("https:"));
    return {absent,
            unread(QStringLiteral("R1 drops what would connect"), HostileCase::Kind::BlackHole,
                   Phase::Connect),
            unread(QStringLiteral("R1 never reads"), HostileCase::Kind::Deaf, Phase::Wait),
            large,
            handshake,
            timedOut(QStringLiteral("R1 reads and never answers"), Answer::hang(), Phase::Wait)};
}

/// An answer that breaks off after each of its bytes, in order and not.
HostileCases brokenOff()
{
    HostileCases cases{
        silent(QStringLiteral("R2 closes without an answer"), Answer::close(),
               Failure::ClosedWithoutAnswer, Phase::Wait),
        silent(QStringLiteral("R2 resets without an answer"), Answer::reset(),
               Failure::ConnectionReset, Phase::Wait),
    };
    cases.front().failsCareless = true;
    for (int count = 1; count <= Ok.size() + 1; ++count) {
        const Answer cut = Answer::raw((Ok + "ok").left(count));
        const QString closes = QStringLiteral("R2 closes after %1 bytes").arg(count);
        const QString resets = QStringLiteral("R2 resets after %1 bytes").arg(count);
        if (count < Ok.size()) {
            cases.append(
                silent(closes, cut.thenClose(), Failure::ClosedWithoutAnswer, Phase::Headers));
            cases.append(silent(resets, cut.thenReset(), Failure::ConnectionReset, Phase::Headers));
        } else {
            cases.append(told(closes, cut.thenClose(), 200));
            cases.append(told(resets, cut.thenReset(), 200));
        }
    }
    return cases;
}

HostileCases slow()
{
    HostileCase dripping = timedOut(QStringLiteral("R3 drips its status line"),
                                    Answer::raw(Ok).dripping(100ms), Phase::Headers);
    dripping.failsCareless = true;
    HostileCase endless = timedOut(QStringLiteral("R3 drips headers for ever"),
                                   Answer::raw("HTTP/1.1 200 OK\r\nX: "), Phase::Headers);
    endless.answer.repeated = "y";
    endless.answer = endless.answer.dripping(20ms);
    HostileCase body
        = told(QStringLiteral("R3 drips its body"), Answer::raw("HTTP/1.1 200 OK\r\n\r\n"), 200);
    body.answer.repeated = "b";
    body.answer = body.answer.dripping(1ms);
    body.timeout = 1s; // which is not for the body, that has its own time
    return {dripping,
            endless,
            body,
            timedOut(QStringLiteral("R3 answers too late"), Answer::status(200).after(1500ms),
                     Phase::Wait),
            timedOut(QStringLiteral("R3 begins just in time and never ends"),
                     Answer::raw("HTTP/1.1 200 OK\r\n").after(500ms), Phase::Headers),
            told(QStringLiteral("R3 answers in time"), Answer::status(200).after(500ms), 200)};
}

/// What a status means, as the README tells under "What a receiver sees".
AttemptOutcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return AttemptOutcome::Delivered;
    return status >= 500 ? AttemptOutcome::Temporary : AttemptOutcome::Failed;
}

} // namespace

HostileCase told(const QString &name, const Answer &answer, int status)
{
    HostileCase hostile;
    hostile.name = name;
    hostile.answer = answer;
    hostile.expected.status = status;
    hostile.expected.failure = Failure::None;
    hostile.expected.outcome = outcomeOf(status);
    return hostile;
}

HostileCase silent(const QString &name, const Answer &answer, std::optional<Failure> failure,
                   std::optional<Phase> phase)
{
    HostileCase hostile;
    hostile.name = name;
    hostile.answer = answer;
    hostile.expected.failure = failure;
    hostile.expected.phase = phase;
    return hostile;
}

HostileCases connectionCases()
{
    return unreachable() + brokenOff() + slow();
}

HostileCases garbageCases(quint32 seed)
{
    QRandomGenerator random(seed);
    HostileCases cases;
    for (int i = 1; i <= 12; ++i) {
        QByteArray bytes;
        for (int length = random.bounded(1, 4'000); length > 0; --length)
            bytes.append(static_cast<char>(random.bounded(256)));
        const Answer answer = i % 2 == 0 ? Answer::raw(bytes) : Answer::raw(bytes).thenClose();
        HostileCase garbage
            = silent(QStringLiteral("R7 says something by chance %1").arg(i), answer);
        garbage.timeout = 1s;
        cases.append(garbage);
    }
    return cases;
}

} // namespace Core
