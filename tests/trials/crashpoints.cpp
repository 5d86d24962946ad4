// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/databasefile.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefile.h"
#include "tests/trials/crashpoint.h"
#include "tests/trials/lanes.h"
#include "tests/trials/scene.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTest>

#include <atomic>
#include <vector>

using namespace Core;

// Runs one workload again and again, each time struck at another system call: killed, or told that
// the disk failed; a kill strikes the next start as well. After each the program is started again
// without being struck, and asked what became of every event. 0 points stands for all of them.

namespace {

constexpr int ProducerCount = 2;
constexpr int EventsEach = 15;
constexpr int EventsEachAfterwards = 3;
constexpr int EarlyCalls = 12; // about as many as a start makes
constexpr int LaneCount = 4; // most of a run is waiting
constexpr int PointsPerWord = 500; ///< of how far it has come
constexpr int LongestLifeMs = 60'000; ///< also of a machine that is slow
constexpr int LongestTroubleMs = 1000; // of a disk that fails for good
constexpr int SkipCode = 77;

struct Tally
{
    TrialVerdict sum;
    int struck = 0; ///< runs that the blow ended
    int unharmed = 0; ///< that came to their end all the same
};

enum class End {
    Clean, ///< all was delivered, and the program ended when it was told to
    Gone, ///< the program ended before
    Stuck, ///< it lives, but something was still to be delivered
};

/// Lets the first start find a schema that is to be changed, and of which a copy is to be kept.
void layOldDatabase(const QString &directory)
{
    SqliteStore store(directory);
    const bool isMade = store.open(SystemClock().now()).has_value();
    store.close();
    Database database;
    if (!isMade || !database.open(databasePath(directory), Database::Access::ReadWrite)
        || !takeBackSchema(database))
        qFatal("no database of the first schema can be made");
}

/// The workload, from the first start to the end.
End live(Scene &scene, int longestMs)
{
    if (!scene.start())
        return End::Gone;
    scene.publish(EventsEach);
    const auto isOver = [&] { return !scene.program().isRunning() || !scene.isPublishing(); };
    const bool isDone = QTest::qWaitFor(isOver, longestMs) && scene.waitUntilDone(longestMs);
    if (!scene.program().isRunning())
        return End::Gone;
    if (!isDone)
        return End::Stuck;
    return scene.program().terminate() == 0 ? End::Clean : End::Gone;
}

/// Starts the program again, lets it do what is left and a little more.
TrialVerdict recover(Scene &scene)
{
    scene.program().setLauncher({});
    if (!scene.start())
        return TrialVerdict::failed(QStringLiteral("it does not start again: ")
                                    + scene.program().errorOutput());
    scene.notePresentLog();
    const int acceptedBefore = scene.acceptedCount();
    scene.publish(EventsEachAfterwards);
    const auto isOver = [&scene] { return !scene.isPublishing(); };
    if (!QTest::qWaitFor(isOver, LongestLifeMs) || !scene.heal() || !scene.waitUntilDone())
        return scene.stillWaiting();
    TrialVerdict verdict = scene.judgeLog();
    if (scene.acceptedCount() - acceptedBefore != ProducerCount * EventsEachAfterwards)
        verdict.faults.append(QStringLiteral("it does not accept every event afterwards"));
    return verdict;
}

/// Kills the next run as well, early enough to meet it while it recovers.
void strikeRecovery(Scene &scene, CrashPoint point)
{
    point.number = 1 + point.number % EarlyCalls;
    scene.program().setLauncher(launcherFor(point));
    scene.start();
    scene.kill();
}

void strike(const CrashPoint &point, const TrialOptions &options, Tally &tally)
{
    Scene scene(options.seed, ProducerCount, smallCast(),
                options.isControl ? Scene::Acknowledging::BeforeStoring
                                  : Scene::Acknowledging::AfterStoring);
    layOldDatabase(scene.program().dataDirectory());
    scene.program().setLauncher(launcherFor(point));
    const bool lasts = point.blow == CrashPoint::Blow::FailFromThenOn;
    const End end = live(scene, lasts ? LongestTroubleMs : LongestLifeMs);
    const bool hasCrashed = scene.program().hasCrashed();
    ++(end == End::Clean ? tally.unharmed : tally.struck);
    scene.kill();
    if (point.blow == CrashPoint::Blow::Kill)
        strikeRecovery(scene, point);
    TrialVerdict verdict = recover(scene);
    if (hasCrashed && point.blow != CrashPoint::Blow::Kill)
        verdict.faults.append(QStringLiteral("the program crashed"));
    if (end == End::Stuck && !lasts)
        verdict.faults.append(QStringLiteral("service did not return by itself"));
    for (QString &fault : verdict.faults)
        fault.prepend(toString(point) + QStringLiteral(": "));
    tally.sum += verdict;
}

/// The calls of a run that nothing strikes.
QHash<QByteArray, int> measure(const TrialOptions &options)
{
    const QTemporaryDir directory;
    QFile log(directory.filePath(QStringLiteral("calls")));
    Scene scene(options.seed, ProducerCount, smallCast(), Scene::Acknowledging::AfterStoring);
    layOldDatabase(scene.program().dataDirectory());
    scene.program().setLauncher(recordingLauncher(log.fileName()));
    if (live(scene, LongestLifeMs) == End::Stuck || !log.open(QIODevice::ReadOnly))
        qFatal("no run can be recorded: %s", qPrintable(scene.program().errorOutput()));
    return countCalls(log.readAll());
}

Tally strikeAll(const QList<CrashPoint> &points, const TrialOptions &options)
{
    std::vector<Tally> tallies(LaneCount);
    std::atomic<int> done = 0;
    inLanes(LaneCount, [&points, &options, &tallies, &done](int lane) {
        Tally &tally = tallies.at(static_cast<std::size_t>(lane));
        for (qsizetype i = lane; i < points.size(); i += LaneCount) {
            strike(points.at(i), options, tally);
            if (const int count = ++done; count % PointsPerWord == 0)
                printLine(QStringLiteral("%1 done").arg(count));
        }
    });
    Tally all;
    for (const Tally &tally : tallies) {
        all.struck += tally.struck;
        all.unharmed += tally.unharmed;
        all.sum += tally.sum;
    }
    if (all.struck == 0 || all.sum.ok == 0)
        all.sum.faults.append(QStringLiteral("nothing was struck, or nothing delivered"));
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    // A store that lays two hundred databases need not tell of each.
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.store=false"));
    const TrialOptions options
        = readOptions(QStringLiteral("Strikes the program at one system call after another and "
                                     "asks what became of every event."),
                      QStringLiteral("points"), 200);
    if (!canTrace()) {
        printLine(QStringLiteral("skipped: strace may not trace programs here"));
        return SkipCode;
    }
    QElapsedTimer timer;
    timer.start();
    QRandomGenerator random(options.seed);
    const QList<CrashPoint> all = allPoints(measure(options), random);
    if (all.isEmpty())
        qFatal("the program made no call that could be struck");
    const QList<CrashPoint> points = options.count == 0 ? all : all.mid(0, options.count);
    printLine(QStringLiteral("crashpoints: %1 of %2 points").arg(points.size()).arg(all.size()));
    const Tally tally = strikeAll(points, options);
    printLine(QStringLiteral("%1 runs were cut short, %2 came to their end all the same")
                  .arg(tally.struck)
                  .arg(tally.unharmed));
    printVerdict(tally.sum);
    printLine(QStringLiteral("%1 s").arg(timer.elapsed() / 1000));
    return conclude(options, options.isControl ? tally.sum.lost == 0 : tally.sum.isKept());
}
