// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/trialreceiver.h"

#include "core/model/event.h"

#include <QTcpSocket>
#include <QTest>

namespace Core {

namespace {

constexpr int LastBadNumber = 3;
constexpr int OneBusyIn = 8; // a pause that it asks for holds all that waits for it
const QByteArray Ordered = "/ordered";
constexpr int LongestWaitMs = 20'000;

/// "/slow" of "/slow/2"
QByteArray behaviourAt(const QByteArray &path)
{
    return path.left(path.indexOf('/', 1));
}

/// The status that an answer's first line tells; 0 for none.
int statusOf(const Answer &answer)
{
    return answer.bytes.mid(9, 3).toInt();
}

} // namespace

TrialReceiver::TrialReceiver(History &history, quint32 seed)
    : m_history(history)
    , m_seed(seed)
{
    connect(&m_receiver, &TestReceiver::requestReceived, this, &TrialReceiver::take);
}

bool TrialReceiver::beginRun()
{
    if (!takeRest())
        return false;
    ++m_run;
    return true;
}

bool TrialReceiver::takeRest()
{
    // Connections are accepted in their order: once ours is, so are all that came before it.
    QTcpSocket last;
    last.connectToHost(m_receiver.serverAddress(), m_receiver.serverPort());
    const int acceptedBefore = m_receiver.acceptedCount();
    const auto isAccepted = [&] { return m_receiver.acceptedCount() > acceptedBefore; };
    if (!last.waitForConnected() || !QTest::qWaitFor(isAccepted, LongestWaitMs))
        return false;
    last.abort();
    return QTest::qWaitFor([this] { return m_receiver.openCount() == 0; }, LongestWaitMs);
}

void TrialReceiver::take(const ReceivedRequest &request)
{
    ReceivedPost post;
    post.event = QString::fromLatin1(headerValue(request.headers, "webhook-id"));
    post.delivery = QString::fromLatin1(headerValue(request.headers, "Hookpost-Delivery"));
    post.number = headerValue(request.headers, "Hookpost-Attempt").toInt();
    post.run = m_run;
    post.isHeartbeat
        = QLatin1StringView(headerValue(request.headers, "Hookpost-Event")) == HeartbeatType;
    const QByteArray behaviour = behaviourAt(request.target);
    post.isOrdered = behaviour == Ordered;
    const Answer answer = answerFor(behaviour, post);
    post.status = statusOf(answer);
    m_history.posts.append(post);
    m_receiver.enqueueAnswer(answer);
    m_receiver.forgetRequests();
}

Answer TrialReceiver::answerFor(const QByteArray &behaviour, const ReceivedPost &post) const
{
    const size_t chance = qHashMulti(m_seed, post.delivery, post.number);
    const bool mayBeBad = !m_isHealed && post.number <= LastBadNumber;
    const bool isBad = mayBeBad && chance % 3 == 0;
    if (behaviour == "/flaky" && isBad)
        return Answer::status(503);
    // Never so often in a row that nothing would be sent for seconds.
    if (behaviour == Ordered && isBad && post.number == 1)
        return Answer::status(503);
    if (behaviour == "/busy" && mayBeBad && chance % OneBusyIn == 0)
        return Answer::status(429, {}, {{"Retry-After", "1"}});
    if (behaviour == "/rude" && isBad)
        return Answer::close();
    if (behaviour == "/slow")
        return Answer::status(200).after(Milliseconds{50 + static_cast<int>(chance % 200)});
    return Answer::status(200);
}

} // namespace Core
