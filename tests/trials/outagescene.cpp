// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/trials/crowdreceiver.h"
#include "tests/trials/loadscene.h"

#include <QHash>
#include <QTest>

#include <algorithm>

namespace Core {

namespace {

const QString OutOfOrder = QStringLiteral("events came behind later ones");
constexpr std::size_t Unordered = 0; ///< the door of each
constexpr std::size_t Ordered = 1;
constexpr int Concurrency = 6; ///< and the connections that a destination has
constexpr int OrderedPart = 10; ///< one event of so many goes to the ordered one as well
constexpr int LongestOutageMs = 60'000;
constexpr std::chrono::milliseconds Hesitation{300};

/// So many short pauses that no delivery runs out of them while its receiver is down.
QByteArray shortPauses()
{
    constexpr int MostPauses = 50;
    return R"(,"retry":[)" + QByteArray(R"("100ms",)").repeated(MostPauses).chopped(1) + ']';
}

bool isSpared(const Program &program, const QString &destination)
{
    return show(program, QStringLiteral("/webhooks/") + destination)
               .value(QStringLiteral("breaker"))
               .toString()
        == QLatin1StringView("open");
}

QList<Arrival> arrivalsAt(const CrowdReceiver &receiver, std::size_t door)
{
    QList<Arrival> arrivals = receiver.arrivals();
    arrivals.removeIf([door](const Arrival &arrival) { return arrival.door != door; });
    std::sort(arrivals.begin(), arrivals.end(),
              [](const Arrival &left, const Arrival &right) { return left.at < right.at; });
    return arrivals;
}

/// Every event once; what came more often, each time with a number of its own behind attempts that
/// did not succeed.
QStringList judgeCounts(const Program &program, const QList<Arrival> &arrivals, int eventCount)
{
    QStringList faults;
    QHash<qsizetype, QList<Arrival>> byEvent;
    for (const Arrival &arrival : arrivals)
        byEvent[numberOf(arrival.event)].append(arrival);
    if (byEvent.size() != eventCount)
        faults.append(QStringLiteral("%1 of %2 events came").arg(byEvent.size()).arg(eventCount));
    for (const QList<Arrival> &same : std::as_const(byEvent)) {
        if (same.size() == 1)
            continue;
        const QString delivery = QString::fromLatin1(same.first().delivery);
        const QJsonArray attempts = attemptsOf(program, delivery);
        for (qsizetype i = 0; i + 1 < same.size(); ++i) {
            const QJsonValue row = attempts.at(same[i].number - 1);
            const QString outcome = row[QStringLiteral("outcome")].toString();
            if (same[i].number >= same[i + 1].number || outcome.isEmpty()
                || outcome == QLatin1StringView("delivered"))
                faults.append(QStringLiteral("%1 came again after attempt %2, which was %3")
                                  .arg(delivery)
                                  .arg(same[i].number)
                                  .arg(outcome));
        }
    }
    return faults;
}

QStringList judgeOrder(const QList<Arrival> &arrivals, const QList<CallAnswer> &published)
{
    QList<Span> calls;
    for (const Arrival &arrival : arrivals)
        calls.append(published.value(numberOf(arrival.event)).span);
    const qsizetype overtaken = countOvertaken(calls);
    return overtaken == 0 ? QStringList()
                          : QStringList{QStringLiteral("%1 ").arg(overtaken) + OutOfOrder};
}

QStringList judgeTally(const DoorTally &tally, int mostAtOnce)
{
    QStringList faults;
    if (tally.beforeFirstAnswer != 1)
        faults.append(QStringLiteral("%1 requests came before the first was answered")
                          .arg(tally.beforeFirstAnswer));
    if (tally.mostRequests > mostAtOnce)
        faults.append(QStringLiteral("%1 requests at once").arg(tally.mostRequests));
    if (tally.mostConnections > Concurrency)
        faults.append(QStringLiteral("%1 connections at once").arg(tally.mostConnections));
    return faults;
}

void printRecovery(const QString &name, const QList<Arrival> &arrivals, const DoorTally &tally)
{
    QList<Moment> moments;
    for (const Arrival &arrival : arrivals)
        moments.append(arrival.at);
    printLine(QStringLiteral("%1: %2 POSTs, %3/s on recovery, %4 requests and %5 connections at "
                             "most, %6 before the first answer")
                  .arg(name)
                  .arg(arrivals.size())
                  .arg(pacePerSecond(moments, 1), 0, 'f', 0)
                  .arg(tally.mostRequests)
                  .arg(tally.mostConnections)
                  .arg(tally.beforeFirstAnswer));
}

} // namespace

QList<LoadControl> outageControls()
{
    return {{QStringLiteral("order"), OutOfOrder}};
}

QStringList playOutage(const TrialOptions &options)
{
    CrowdReceiver receiver(2, Hesitation);
    Program program;
    if (!program.start({NoHeartbeat}))
        return {QStringLiteral("the program did not start: ") + program.errorOutput()};
    const auto registered = makeCalls(
        portOf(program),
        {registrationCall(QStringLiteral("unordered"), receiver.url(Unordered), shortPauses()),
         registrationCall(QStringLiteral("ordered"), receiver.url(Ordered),
                          shortPauses() + R"(,"ordered":true,"events":["load.both"])")});
    QStringList faults = judgeAnswers(registered, 201, QStringLiteral("a registration"));
    QList<Call> calls;
    for (int i = 0; i < options.count; ++i)
        calls.append(eventCall(i % OrderedPart == 0 ? "load.both" : "load.one", i, options.seed));
    const QList<CallAnswer> published = makeCalls(portOf(program), calls);
    faults += judgeAnswers(published, 202, QStringLiteral("an event"));
    const auto areSpared = [&] {
        return std::all_of(registered.begin(), registered.end(), [&](const CallAnswer &answer) {
            return isSpared(program, idIn(answer));
        });
    };
    if (!QTest::qWaitFor(areSpared, LongestOutageMs))
        faults.append(QStringLiteral("a receiver that is down is not spared"));
    receiver.openAll();
    const int orderedCount = (options.count + OrderedPart - 1) / OrderedPart;
    const auto areAllThere
        = [&] { return receiver.arrivalCount() >= options.count + orderedCount; };
    static_cast<void>(QTest::qWaitFor(areAllThere, 6 * LongestOutageMs + 10 * options.count));

    for (const std::size_t door : {Unordered, Ordered}) {
        const bool isOrdered = door == Ordered;
        const QList<Arrival> arrivals = arrivalsAt(receiver, door);
        const DoorTally tally = receiver.tally(door);
        printRecovery(isOrdered ? QStringLiteral("ordered") : QStringLiteral("unordered"), arrivals,
                      tally);
        faults += judgeCounts(program, arrivals, isOrdered ? orderedCount : options.count);
        faults += judgeTally(tally, isOrdered ? 1 : Concurrency);
        // In a control the other one is judged as if it kept the order, too.
        if (isOrdered || options.isControl)
            faults += judgeOrder(arrivals, published);
    }
    return faults;
}

} // namespace Core
