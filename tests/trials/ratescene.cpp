// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crowdreceiver.h"
#include "tests/trials/loadscene.h"

#include <QTest>

#include <algorithm>

namespace Core {

namespace {

constexpr int Limit = 50; ///< a second
constexpr double PromisedPace = 49;
constexpr int PromisedCount = 60;
constexpr int SecondMs = 1'000;

} // namespace

QStringList playRate(const TrialOptions &options)
{
    CrowdReceiver receiver(1);
    receiver.openAll();
    Program program;
    if (!program.start({NoHeartbeat}))
        return {QStringLiteral("the program did not start: ") + program.errorOutput()};
    const QByteArray limit
        = options.isControl ? QByteArray() : QByteArray(R"(,"rateLimit":"50/s")");
    const auto registered = makeCalls(
        portOf(program), {registrationCall(QStringLiteral("limited"), receiver.url(0), limit)});
    QStringList faults = judgeAnswers(registered, 201, QStringLiteral("the registration"));
    QList<Call> calls;
    for (int i = 0; i < Limit * (options.count + 1); ++i)
        calls.append(eventCall("load.limited", i, options.seed));
    faults += judgeAnswers(makeCalls(portOf(program), calls), 202, QStringLiteral("an event"));

    const auto areAllThere = [&] { return receiver.arrivalCount() >= calls.size(); };
    if (!QTest::qWaitFor(areAllThere, 2 * SecondMs * (options.count + 10)))
        faults.append(QStringLiteral("only %1 of %2 events came")
                          .arg(receiver.arrivalCount())
                          .arg(calls.size()));
    QList<Moment> moments;
    const QList<Arrival> arrivals = receiver.arrivals();
    for (const Arrival &arrival : arrivals)
        moments.append(arrival.at);
    std::sort(moments.begin(), moments.end());
    const qsizetype most = mostWithin(moments, std::chrono::seconds{1});
    const double pace = pacePerSecond(moments, Limit);
    printLine(QStringLiteral("%1 arrivals, at most %2 within any second, %3/s on average")
                  .arg(moments.size())
                  .arg(most)
                  .arg(pace, 0, 'f', 2));
    if (most > Limit)
        faults.append(QStringLiteral("%1 came within a second").arg(most));
    if (pace < PromisedPace && options.count >= PromisedCount)
        faults.append(QStringLiteral("only %1 came in a second").arg(pace, 0, 'f', 2));
    return faults;
}

} // namespace Core
