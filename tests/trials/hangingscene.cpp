// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crowdreceiver.h"
#include "tests/trials/loadscene.h"

#include <QTest>

#include <functional>

namespace Core {

namespace {

const QString FigureName = QStringLiteral("p99 from 202 to the first byte");
const QString CameInTime = QStringLiteral("fast events came while the others hung");
constexpr int PromisedCount = 10'000;
constexpr double PromisedMs = 1'000;
constexpr std::size_t DestinationsPerDoor = 50;
constexpr int MeasuredEvents = 500; ///< published while all hang
constexpr int MostEvents = 3'000;
constexpr std::chrono::milliseconds Pace{10};
constexpr int LongestWaitMs = 5'000; ///< far beyond what is promised
constexpr int Connections = 8;

enum class Control {
    None,
    Lane, ///< the fast destination shares the lane of one more that hangs
    Late, ///< it may not be posted to as fast as is published to it
};

Control controlOf(const TrialOptions &options)
{
    if (!options.isControl)
        return Control::None;
    return options.control == 0 ? Control::Lane : Control::Late;
}

/// What is special about the fast destination.
QByteArray fastSettings(Control control)
{
    switch (control) {
    case Control::Lane:
        return R"(,"ordered":true,"retry":["1h"])";
    case Control::Late:
        return R"(,"events":["load.fast"],"rateLimit":"60/s")";
    case Control::None:
        break;
    }
    return R"(,"events":["load.fast"])";
}

/// Registers those that hang, and one that does not.
QStringList registerAll(const Program &program, const CrowdReceiver &receiver,
                        const TrialOptions &options)
{
    const bool isLate = controlOf(options) == Control::Late;
    const QByteArray hanging = R"(,"events":["load.hang"],"retry":["1h"],"timeout":")"
        + QByteArray(isLate ? "60s" : "20s") + '"';
    QList<Call> calls;
    for (int i = 0; i < options.count; ++i)
        calls.append(
            registrationCall(QStringLiteral("hanging %1").arg(i),
                             receiver.url(static_cast<std::size_t>(i) / DestinationsPerDoor,
                                          QStringLiteral("/%1").arg(i)),
                             hanging));
    calls.append(registrationCall(QStringLiteral("fast"), receiver.url(receiver.doorCount() - 1),
                                  fastSettings(controlOf(options))));
    return judgeAnswers(makeCalls(portOf(program), calls), 201, QStringLiteral("a registration"));
}

/// Publishes at a steady pace while \a goesOn, beginning with \a number.
QList<CallAnswer> publish(const Program &program, quint32 seed, qsizetype number,
                          const std::function<bool()> &goesOn)
{
    const qsizetype last = number + MostEvents;
    return Callers(portOf(program), Connections)
        .run(
            [&]() -> std::optional<Call> {
                if (number >= last || !goesOn())
                    return std::nullopt;
                const QByteArray type = number == 0 ? CrowdReceiver::HangingType : "load.fast";
                return eventCall(type, number++, seed);
            },
            Pace);
}

/// All that was published: first one event that makes the others hang, then those to the fast
/// destination while the others begin to hang, then those while all of them do.
struct Published
{
    QList<CallAnswer> all;
    qsizetype measuredFrom = 0; ///< the first of the last kind

    qsizetype fastCount() const { return all.size() - 1; }
};

Published publishAll(const Program &program, const CrowdReceiver &receiver, int hangCount,
                     const TrialOptions &options)
{
    const int longestWaitMs
        = controlOf(options) == Control::Late ? 4 * LongestWaitMs : LongestWaitMs;
    Published published;
    published.all
        = publish(program, options.seed, 0, [&] { return receiver.hanging().now < hangCount; });
    // What had to wait for the work that they made is not counted among those that follow.
    const auto areAllThere
        = [&] { return receiver.arrivalCount() >= hangCount + published.fastCount(); };
    published.measuredFrom = published.all.size();
    if (!QTest::qWaitFor(areAllThere, longestWaitMs))
        return published;
    int left = MeasuredEvents;
    published.all
        += publish(program, options.seed, published.measuredFrom, [&left] { return left-- > 0; });
    static_cast<void>(QTest::qWaitFor(areAllThere, longestWaitMs));
    return published;
}

/// How long each fast event took to arrive.
struct Waits
{
    QList<Nanoseconds> filling; ///< from its answer on, of those before all hung
    QList<Nanoseconds> answered; ///< from its answer on, of those while all hung
    QList<Nanoseconds> sent; ///< the same, from when it was sent
    qsizetype late = 0; ///< came when some hung no longer
};

Waits measure(const Published &published, const CrowdReceiver &receiver)
{
    const Moment end = receiver.hanging().leftAt;
    Waits waits;
    const QList<Arrival> arrivals = receiver.arrivals();
    for (const Arrival &arrival : arrivals) {
        const qsizetype number = numberOf(arrival.event);
        if (number < 1 || number >= published.all.size())
            continue;
        const Span &span = published.all[number].span;
        const Nanoseconds wait = std::max(Nanoseconds{0}, arrival.at - span.answeredAt);
        if (arrival.at >= end) {
            ++waits.late;
        } else if (number < published.measuredFrom) {
            waits.filling.append(wait);
        } else {
            waits.answered.append(wait);
            waits.sent.append(arrival.at - span.sentAt);
        }
    }
    return waits;
}

void printWaits(const QString &what, const QList<Nanoseconds> &waits)
{
    printLine(QStringLiteral("%1: %2 events, p50 %3 ms, p99 %4 ms, longest %5 ms")
                  .arg(what)
                  .arg(waits.size())
                  .arg(inMilliseconds(quantile(waits, 0.5)), 0, 'f', 1)
                  .arg(inMilliseconds(quantile(waits, 0.99)), 0, 'f', 1)
                  .arg(inMilliseconds(quantile(waits, 1)), 0, 'f', 1));
}

void printAll(const Waits &waits, const HangTally &hanging, const Published &published)
{
    const Nanoseconds filling = hanging.mostAt - published.all.first().span.answeredAt;
    printLine(QStringLiteral("%1 hung at once, %2 ms after the event that they got")
                  .arg(hanging.most)
                  .arg(inMilliseconds(filling), 0, 'f', 0));
    printWaits(QStringLiteral("from 202 to the first byte, while they came"), waits.filling);
    printWaits(QStringLiteral("from 202 to the first byte, while all hung"), waits.answered);
    printWaits(QStringLiteral("from the call to the first byte, while all hung"), waits.sent);
}

QStringList judge(const Waits &waits, const HangTally &hanging, int hangCount,
                  const Published &published, bool isPromised)
{
    QStringList faults;
    if (hanging.most != hangCount)
        faults.append(
            QStringLiteral("only %1 of %2 hung at once").arg(hanging.most).arg(hangCount));
    const qsizetype inTime = waits.filling.size() + waits.answered.size();
    if (inTime != published.fastCount() || waits.answered.isEmpty())
        faults.append((QStringLiteral("%1 of %2 ") + CameInTime + QStringLiteral(", %3 later"))
                          .arg(inTime)
                          .arg(published.fastCount())
                          .arg(waits.late));
    return faults
        + judgeFigure({FigureName, inMilliseconds(quantile(waits.answered, 0.99)),
                       Figure::Bound::AtMost, PromisedMs, QStringLiteral("ms")},
                      isPromised);
}

} // namespace

QList<LoadControl> hangingControls()
{
    return {{QStringLiteral("lane"), CameInTime}, {QStringLiteral("late"), FigureName}};
}

QStringList playHanging(const TrialOptions &options)
{
    const int hangCount = options.count + (controlOf(options) == Control::Lane ? 1 : 0);
    const std::size_t doorsThatHang
        = (static_cast<std::size_t>(options.count) + DestinationsPerDoor - 1) / DestinationsPerDoor;
    CrowdReceiver receiver(doorsThatHang + 1);
    receiver.openAll();
    Program program;
    // An eighth of the room is kept for those that answer.
    const int room = options.count + options.count / 4 + 100;
    if (!program.start({NoHeartbeat, QStringLiteral("--max-in-flight=%1").arg(room)}))
        return {QStringLiteral("the program did not start: ") + program.errorOutput()};
    if (const QStringList faults = registerAll(program, receiver, options); !faults.isEmpty())
        return faults;
    const Published published = publishAll(program, receiver, hangCount, options);
    if (const QStringList faults = judgeAnswers(published.all, 202, QStringLiteral("an event"));
        !faults.isEmpty())
        return faults;
    const HangTally hanging = receiver.hanging();
    const Waits waits = measure(published, receiver);
    printAll(waits, hanging, published);
    printLine(QStringLiteral("memory of the program: %1 MiB").arg(residentMiB(program), 0, 'f', 1));
    return judge(waits, hanging, hangCount, published,
                 controlOf(options) == Control::Late || options.count >= PromisedCount);
}

} // namespace Core
