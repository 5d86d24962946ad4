// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "tests/trials/crowdreceiver.h"
#include "tests/trials/loadscene.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace Core {

namespace {

const QString FigureName = QStringLiteral("longer with the window, median");
constexpr int PromisedEvents = 20'000;
constexpr double PromisedPercent = 10; ///< that it takes longer
constexpr int Rounds = 5;
constexpr int LongestRoundMs = 120'000;

/// Wants every core for itself, as a window would that is painted for every attempt.
class Greed final
{
    Q_DISABLE_COPY_MOVE(Greed)

public:
    Greed()
    {
        for (unsigned core = 0; core < std::thread::hardware_concurrency(); ++core)
            m_threads.emplace_back([this] {
                while (!m_isOver) { }
            });
    }

    ~Greed()
    {
        m_isOver = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }

private:
    std::atomic<bool> m_isOver = false;
    std::vector<std::thread> m_threads;
};

/// How long \a program takes for \a options.count events, from the first call to the last arrival.
Result<double> secondsOf(Program &program, const TrialOptions &options)
{
    CrowdReceiver receiver(1);
    receiver.openAll();
    const auto registered = makeCalls(
        portOf(program), {registrationCall(QStringLiteral("all"), receiver.url(0), QByteArray())});
    QStringList faults = judgeAnswers(registered, 201, QStringLiteral("the registration"));
    QList<Call> calls;
    for (int i = 0; i < options.count; ++i)
        calls.append(eventCall("load.window", i, options.seed));
    const QList<CallAnswer> published = makeCalls(portOf(program), calls);
    faults += judgeAnswers(published, 202, QStringLiteral("an event"));
    const bool isDone
        = QTest::qWaitFor([&] { return receiver.arrivalCount() >= calls.size(); }, LongestRoundMs);
    if (!isDone)
        faults.append(QStringLiteral("only %1 of %2 events came")
                          .arg(receiver.arrivalCount())
                          .arg(calls.size()));
    if (!faults.isEmpty())
        return Error{ErrorCode::Network, faults.join(QStringLiteral("; ")), {}, {}};
    const Moment last = receiver.arrivals().last().at;
    return std::chrono::duration<double>(last - published.first().span.sentAt).count();
}

double median(QList<double> figures)
{
    std::sort(figures.begin(), figures.end());
    return figures.at(figures.size() / 2);
}

} // namespace

QList<LoadControl> windowControls()
{
    return {{QStringLiteral("greed"), FigureName}};
}

QStringList playWindow(const TrialOptions &options)
{
    QList<double> shares;
    for (int round = 0; round < Rounds; ++round) {
        Program without;
        if (!without.start({NoHeartbeat}))
            return {QStringLiteral("the program did not start: ") + without.errorOutput()};
        const auto alone = secondsOf(without, options);
        without.terminate();
        Program with;
        if (!with.startWithWindow({NoHeartbeat}))
            return {QStringLiteral("the window did not start: ") + with.errorOutput()};
        std::optional<Greed> greed;
        if (options.isControl)
            greed.emplace();
        const auto watched = secondsOf(with, options);
        with.terminate();
        if (!alone || !watched)
            return {(alone ? watched : alone).error().sentence};
        shares.append(*watched / *alone);
        printLine(QStringLiteral("%1 events: %2 s headless, %3 s with the window, ratio %4")
                      .arg(options.count)
                      .arg(*alone, 0, 'f', 2)
                      .arg(*watched, 0, 'f', 2)
                      .arg(shares.last(), 0, 'f', 3));
    }
    return judgeFigure({FigureName, 100 * (median(shares) - 1), Figure::Bound::AtMost,
                        PromisedPercent, QStringLiteral("%")},
                       options.isControl || options.count >= PromisedEvents);
}

} // namespace Core
