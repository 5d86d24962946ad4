// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/figure.h"
#include "tests/trials/lanes.h"
#include "tests/trials/trialoptions.h"
#include "tests/trials/world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <limits>

using namespace Core;

// Deterministic simulation: many small worlds, each told by its seed alone.

namespace {

/// One way to break promises, and the one that must be seen to break.
struct Control
{
    QLatin1StringView name;
    Deceit deceit;
    QLatin1StringView broken; ///< how it begins; empty for the pace, and no other
};

constexpr std::array Controls{
    Control{QLatin1StringView("late-claims"), Deceit::LateClaims,
            QLatin1StringView("a claim before every POST")},
    Control{QLatin1StringView("forgetting"), Deceit::Forgetting,
            QLatin1StringView("no acknowledged event is lost")},
    Control{QLatin1StringView("haste"), Deceit::Haste,
            QLatin1StringView("no pause is shorter than planned")},
    Control{QLatin1StringView("repetition"), Deceit::Repetition,
            QLatin1StringView("a claim is posted once")},
    Control{QLatin1StringView("crowding"), Deceit::Crowding,
            QLatin1StringView("never more at once than allowed")},
    Control{QLatin1StringView("rush"), Deceit::Rush,
            QLatin1StringView("never more in any period than the rate limit")},
    Control{QLatin1StringView("greed"), Deceit::Rush,
            QLatin1StringView("heartbeats leave room in a rate limit")},
    Control{QLatin1StringView("disorder"), Deceit::Disorder, QLatin1StringView("order is kept")},
    Control{QLatin1StringView("restlessness"), Deceit::Restlessness,
            QLatin1StringView("nothing is sent while paused")},
    Control{QLatin1StringView("deafness"), Deceit::Deafness,
            QLatin1StringView("429 holds what comes next")},
    Control{QLatin1StringView("insistence"), Deceit::Insistence,
            QLatin1StringView("a pause before every probe")},
    Control{QLatin1StringView("throng"), Deceit::Insistence,
            QLatin1StringView("one probe at a time")},
    Control{QLatin1StringView("sloth"), Deceit::Sloth, {}},
};

constexpr quint64 None = std::numeric_limits<quint64>::max();
constexpr int JudgedSeeds = 10'000; // so many that the pace is worth judging
constexpr double LeastDaysPerSecond = 50;
#ifdef __SANITIZE_ADDRESS__
constexpr bool JudgesPace = false;
#else
constexpr bool JudgesPace = true;
#endif

struct Lives
{
    Milliseconds lived{0};
    qint64 posts = 0;
    quint64 brokenSeed = None; ///< of the first world that broke a promise
    QString fault;
};

QStringList controlNames()
{
    QStringList names;
    for (const Control &control : Controls)
        names.append(control.name);
    return names;
}

const Control &controlOf(const TrialOptions &options)
{
    return Controls.at(static_cast<std::size_t>(options.control));
}

bool isPaceControl(const TrialOptions &options)
{
    return options.isControl && controlOf(options).deceit == Deceit::Sloth;
}

/// Whether \a fault is what was looked for: a control wants its own promise broken, and lives on
/// where another one breaks first.
bool isSought(const QString &fault, const TrialOptions &options)
{
    if (fault.isEmpty())
        return false;
    return !options.isControl || fault.startsWith(controlOf(options).broken);
}

/// The worlds of one lane, up to the first one known to be broken.
Lives live(const TrialOptions &options, int lane, int laneCount, std::atomic<quint64> &broken)
{
    Lives tally;
    const Deceit deceit = options.isControl ? controlOf(options).deceit : Deceit::None;
    for (int i = lane; i < options.count; i += laneCount) {
        const quint64 seed = quint64{options.seed} + static_cast<quint64>(i);
        if (seed > broken)
            break;
        World world(seed, deceit);
        const QString fault = world.run();
        tally.lived += world.lived();
        tally.posts += world.postCount();
        if (!isSought(fault, options))
            continue;
        tally.fault = fault;
        tally.brokenSeed = seed;
        quint64 known = broken;
        while (seed < known && !broken.compare_exchange_weak(known, seed)) { }
        break;
    }
    return tally;
}

/// Lives on every core; of worlds that break, the one of the lowest seed is told.
Lives liveAll(const TrialOptions &options)
{
    const int laneCount = QThread::idealThreadCount();
    std::vector<Lives> tallies(static_cast<std::size_t>(laneCount));
    std::atomic<quint64> broken{None};
    inLanes(laneCount, [&](int lane) {
        tallies.at(static_cast<std::size_t>(lane)) = live(options, lane, laneCount, broken);
    });
    Lives all;
    for (const Lives &tally : tallies) {
        all.lived += tally.lived;
        all.posts += tally.posts;
        if (tally.brokenSeed >= all.brokenSeed)
            continue;
        all.brokenSeed = tally.brokenSeed;
        all.fault = tally.fault;
    }
    return all;
}

Figure paceOf(double daysPerSecond)
{
    return {QStringLiteral("simulated days a second"), daysPerSecond, Figure::Bound::AtLeast,
            LeastDaysPerSecond, QStringLiteral("days")};
}

QStringList judge(const Lives &tally, const Figure &pace, const TrialOptions &options)
{
    QStringList faults;
    if (tally.brokenSeed != None)
        faults.append(QStringLiteral("seed %1: broken: %2")
                          .arg(QString::number(tally.brokenSeed), tally.fault));
    if (tally.posts == 0)
        faults.append(QStringLiteral("nobody posted anything"));
    const bool isLong = JudgesPace && !options.isControl && options.count >= JudgedSeeds;
    if ((isLong || isPaceControl(options)) && !pace.isKept())
        faults.append(pace.inWords());
    return faults;
}

bool isKept(const Lives &tally, const Figure &pace, const QStringList &faults,
            const TrialOptions &options)
{
    if (isPaceControl(options))
        return !isFoundAlone(pace.name, faults);
    return options.isControl ? tally.brokenSeed == None : faults.isEmpty();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*=false"));
    const TrialOptions options = readOptions(
        QStringLiteral("Lives through simulated worlds and tells the first promise that breaks."),
        QStringLiteral("seeds"), 10'000, controlNames());
    QElapsedTimer timer;
    timer.start();
    const Lives tally = liveAll(options);
    const double seconds = static_cast<double>(qMax<qint64>(timer.elapsed(), 1)) / 1000.0;
    const double days = std::chrono::duration<double, std::ratio<86'400>>(tally.lived).count();
    printLine(QStringLiteral("%1 simulated days with %2 POSTs in %3 s: %4 days a second")
                  .arg(days, 0, 'f', 0)
                  .arg(tally.posts)
                  .arg(seconds, 0, 'f', 1)
                  .arg(days / seconds, 0, 'f', 0));
    const Figure pace = paceOf(days / seconds);
    const QStringList faults = judge(tally, pace, options);
    printFaults(faults);
    return conclude(options, isKept(tally, pace, faults, options));
}
