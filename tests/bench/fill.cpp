// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/datadirectory.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <array>
#include <cstdio>

using namespace Core;

// fill DIRECTORY [ATTEMPTS]: writes so many ended attempts (1,000,000) with messages of ordinary
// size into a data directory, a capture for every tenth, as if they had happened within a day.

namespace {

constexpr int Batch = 1000;
constexpr int Destinations = 12;
constexpr qint64 DayMilliseconds = 86'400'000;

struct Answer
{
    AttemptOutcome outcome;
    DeliveryState next;
    int status;
};

/// One in twenty fails, in one way or another.
constexpr std::array Answers{
    Answer{AttemptOutcome::Delivered, DeliveryState::Delivered, 200},
    Answer{AttemptOutcome::Failed, DeliveryState::Failed, 404},
    Answer{AttemptOutcome::Temporary, DeliveryState::Failed, 503},
};

const Answer &answerTo(qint64 number)
{
    if (number % 20 != 0)
        return Answers[0];
    return Answers.at(static_cast<std::size_t>(1 + number / 20 % 2));
}

QList<Outcome> written(Store &store, const QList<Change> &changes)
{
    const auto results = store.write(changes);
    if (!results)
        qFatal("%s", qPrintable(results.error().sentence));
    QList<Outcome> outcomes;
    for (const Result<Outcome> &outcome : *results) {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().sentence));
        outcomes.append(*outcome);
    }
    return outcomes;
}

template<typename T>
const T &as(const Outcome &outcome)
{
    const T *const fact = std::get_if<T>(&outcome);
    if (fact == nullptr)
        qFatal("the store has done something else");
    return *fact;
}

class Filler final
{
public:
    Filler(Store &store, qint64 count)
        : m_store(store)
        , m_count(count)
        , m_end(QDateTime::currentMSecsSinceEpoch())
    {
        QList<Change> additions;
        for (int i = 0; i < Destinations; ++i)
            additions.append(AddDestination{makeRegistration(QStringLiteral("shop-%1").arg(i),
                                                             QStringLiteral("http://127.0.0.1:9/")),
                                            false, moment(0)});
        for (const Outcome &outcome : written(store, additions))
            m_targets.append(as<DestinationAdded>(outcome).registration.destination.id);
    }

    void run()
    {
        while (m_number < m_count)
            fillBatch();
    }

private:
    Time moment(qint64 number) const
    {
        return Time{Milliseconds{m_end - DayMilliseconds + DayMilliseconds * number / m_count}};
    }

    NewEvent makeEventFor(qint64 number) const
    {
        static const QByteArray body
            = R"({"type":"invoice.paid","data":{"invoice":123456,"lines":[)" + QByteArray(400, ' ')
            + "]}}";
        NewEvent event = makeEvent(newEventId(m_end + number).text,
                                   {m_targets.at(number % Destinations)}, body);
        event.event.acceptedAt = moment(number);
        event.hasOwnId = false;
        return event;
    }

    void fillBatch()
    {
        const qint64 count = std::min<qint64>(Batch, m_count - m_number);
        AddEvents events;
        for (qint64 i = 0; i < count; ++i)
            events.events.append(makeEventFor(m_number + i));
        const QList<Outcome> added = written(m_store, {events});
        QList<Change> claims;
        for (const AcceptedEvent &accepted : as<EventsAdded>(added.first()).events)
            claims.append(ClaimDelivery{accepted.deliveries.first().id, moment(m_number)});
        QList<Change> ends;
        for (const Outcome &claimed : written(m_store, claims))
            addEnd(as<DeliveryClaimed>(claimed).attempt, ends);
        written(m_store, ends);
    }

    void addEnd(const Attempt &open, QList<Change> &ends)
    {
        const Answer &answer = answerTo(m_number);
        Attempt end = makeEnd(answer.outcome, answer.status);
        end.startedAt = moment(m_number);
        end.timings.total = Microseconds{1000 + m_number * 7919 % 300'000};
        FinishAttempt finish = makeFinish(open, end, answer.next, moment(m_number));
        finish.transcript.requestHeaders = {{"Host", "127.0.0.1:9"},
                                            {"Content-Type", "application/json"},
                                            {"webhook-id", open.event.text.toLatin1()},
                                            {"webhook-timestamp", "1795312800"},
                                            {"webhook-signature", "v1," + QByteArray(44, 'A')},
                                            {"User-Agent", "Hookpost/0.1.0"}};
        finish.transcript.responseHeaders = {{"Server", "nginx"},
                                             {"Content-Type", "application/json"},
                                             {"Date", "Sun, 22 Nov 2026 02:11:09 GMT"},
                                             {"Content-Length", "120"}};
        finish.transcript.responseBody = QByteArray(120, 'x');
        finish.transcript.remoteAddress = QStringLiteral("127.0.0.1");
        ends.append(finish);
        if (++m_number % 10 == 0)
            ends.append(captureFor(open));
    }

    AddCapture captureFor(const Attempt &attempt) const
    {
        CaptureRecord record;
        record.capture.bin = QStringLiteral("demo");
        record.capture.receivedAt = moment(m_number);
        record.capture.method = "POST";
        record.capture.target = "/v1/webhooks/demo";
        record.capture.remoteAddress = QStringLiteral("127.0.0.1");
        record.capture.delivery = attempt.delivery;
        record.capture.attemptNumber = attempt.number;
        record.headers = {{"Host", "127.0.0.1:9"}, {"Content-Type", "application/json"}};
        record.body = QByteArray(450, 'b');
        return {record};
    }

    Store &m_store;
    const qint64 m_count;
    const qint64 m_end;
    qint64 m_number = 0;
    QList<DestinationId> m_targets;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*.info=false"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: fill DIRECTORY [ATTEMPTS]");
    DataDirectory directory(arguments.at(1));
    if (const auto acquired = directory.acquire(); !acquired)
        qFatal("%s", qPrintable(acquired.error().sentence));
    SqliteStore store(arguments.at(1));
    if (const auto opened = store.open(at(0)); !opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    const qint64 count = arguments.value(2, QStringLiteral("1000000")).toLongLong();
    QElapsedTimer timer;
    timer.start();
    Filler(store, count).run();
    store.close();
    std::printf("%lld attempts in %.1f s\n", static_cast<long long>(count),
                static_cast<double>(timer.elapsed()) / 1000);
    return 0;
}
