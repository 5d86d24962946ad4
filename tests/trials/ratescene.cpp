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
const QString MostName = QStringLiteral("POSTs within any second");
const QString PaceName = QStringLiteral("POSTs a second on average");

enum class Control {
    None,
    Unlimited, ///< there is no limit
    Slow, ///< the limit is lower than what is promised to be used of it
};

Control controlOf(const TrialOptions &options)
{
    if (!options.isControl)
        return Control::None;
    return options.control == 0 ? Control::Unlimited : Control::Slow;
}

/// As a further member of the registration.
QByteArray limitFor(Control control)
{
    switch (control) {
    case Control::Unlimited:
        return {};
    case Control::Slow:
        return R"(,"rateLimit":"40/s")";
    case Control::None:
        break;
    }
    return R"(,"rateLimit":"50/s")";
}

} // namespace

QList<LoadControl> rateControls()
{
    return {{QStringLiteral("unlimited"), MostName}, {QStringLiteral("slow"), PaceName}};
}

QStringList playRate(const TrialOptions &options)
{
    CrowdReceiver receiver(1);
    receiver.openAll();
    Program program;
    if (!program.start({NoHeartbeat}))
        return {QStringLiteral("the program did not start: ") + program.errorOutput()};
    const auto registered = makeCalls(portOf(program),
                                      {registrationCall(QStringLiteral("limited"), receiver.url(0),
                                                        limitFor(controlOf(options)))});
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
    printLine(QStringLiteral("%1 arrivals").arg(moments.size()));
    const QString unit = QStringLiteral("POSTs");
    const auto most = static_cast<double>(mostWithin(moments, std::chrono::seconds{1}));
    faults += judgeFigure({MostName, most, Figure::Bound::AtMost, Limit, unit}, true);
    faults += judgeFigure(
        {PaceName, pacePerSecond(moments, Limit), Figure::Bound::AtLeast, PromisedPace, unit},
        controlOf(options) == Control::Slow || options.count >= PromisedCount);
    return faults;
}

} // namespace Core
