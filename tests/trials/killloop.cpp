// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/lanes.h"
#include "tests/trials/scene.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Core;

// Kills the real program at random moments while events are published and delivered, and starts
// it again on the same directory; then asks what became of every event.

namespace {

constexpr int ProducerCount = 8;
constexpr int WindowEvery = 4; // cycles
constexpr int NotingEvery = 10; // cycles
constexpr int LaneCount = 4;
constexpr int EventsAtTheEnd = 3; // of each producer
constexpr int LongestEndMs = 20'000;
constexpr int NoEnd = std::numeric_limits<int>::max();

/// One run of the program, ended by a kill 5 to 1,500 ms after it accepts requests. Returns what
/// went wrong with it; nothing when it lived until then.
QString liveAndDie(Scene &scene, QRandomGenerator &random, Scene::Face face, bool notesLog)
{
    const QString ownEnd = QStringLiteral("the program ended by itself");
    if (!scene.start(QStringLiteral("1s"), face))
        return scene.program().isRunning() ? QStringLiteral("the program was not ready in time")
                                           : ownEnd;
    scene.notePresentDestinations();
    if (notesLog)
        scene.notePresentLog();
    scene.publish(NoEnd);
    scene.manage();
    const int lifeMs = random.bounded(5, 1501);
    const bool isDead = QTest::qWaitFor([&scene] { return !scene.program().isRunning(); }, lifeMs);
    scene.kill();
    return isDead ? ownEnd : QString();
}

/// One installation of the program, which lives and dies \a cycles times.
struct Life
{
    TrialVerdict verdict;
    int events = 0; ///< tried
    int posts = 0; ///< received
    int heartbeats = 0; ///< of them
    int attempts = 0; ///< rows of the log
    int orders = 0; ///< for destinations and deliveries to become something
    int promises = 0; ///< of them
    int windows = 0; ///< runs with a window
};

Life live(const TrialOptions &options, quint32 seed, int cycles)
{
    QRandomGenerator random(seed);
    Scene scene(seed, ProducerCount, largeCast(),
                options.isControl ? Scene::Acknowledging::BeforeStoring
                                  : Scene::Acknowledging::AfterStoring);
    Life life;
    for (int cycle = 1; cycle <= cycles; ++cycle) {
        const bool isNoted = cycle % NotingEvery == 0;
        const bool isShown = cycle % WindowEvery == 0;
        const auto face = isShown ? Scene::Face::Window : Scene::Face::Headless;
        life.windows += isShown ? 1 : 0;
        if (const QString fault = liveAndDie(scene, random, face, isNoted); !fault.isEmpty())
            return {TrialVerdict::failed(QStringLiteral("in cycle %1 %2: %3")
                                             .arg(cycle)
                                             .arg(fault, scene.program().errorOutput()))};
    }
    const int acceptedBefore = scene.acceptedCount();
    if (!scene.start())
        return {TrialVerdict::failed(QStringLiteral("it does not start at the end"))};
    scene.publish(EventsAtTheEnd);
    const auto isOver = [&scene] { return !scene.isPublishing(); };
    if (!QTest::qWaitFor(isOver, LongestEndMs) || !scene.heal() || !scene.waitUntilDone())
        return {scene.stillWaiting()};
    const History &history = scene.history();
    life.verdict = scene.judgeLog();
    life.events = static_cast<int>(history.publications.size());
    life.posts = static_cast<int>(history.posts.size());
    life.heartbeats = static_cast<int>(
        std::count_if(history.posts.begin(), history.posts.end(),
                      [](const ReceivedPost &post) { return post.isHeartbeat; }));
    life.attempts = static_cast<int>(history.attempts.size());
    life.orders = static_cast<int>(history.orders.size());
    life.promises
        = static_cast<int>(std::count_if(history.orders.begin(), history.orders.end(),
                                         [](const TrialOrder &order) { return order.isPromised; }));
    if (scene.acceptedCount() - acceptedBefore != ProducerCount * EventsAtTheEnd)
        life.verdict.faults.append(QStringLiteral("it does not accept every event at the end"));
    if (acceptedBefore == 0 || life.verdict.ok == 0)
        life.verdict.faults.append(QStringLiteral("nothing was accepted and delivered"));
    if (life.heartbeats == 0 && cycles >= NotingEvery)
        life.verdict.faults.append(QStringLiteral("no heartbeat was sent"));
    if (life.promises <= history.registered.size())
        life.verdict.faults.append(QStringLiteral("nothing was changed before the end"));
    return life;
}

/// Shares the cycles out among installations that live side by side, since much is waiting.
TrialVerdict run(const TrialOptions &options)
{
    std::vector<Life> lives(LaneCount);
    inLanes(LaneCount, [&options, &lives](int lane) {
        const int cycles = (options.count + LaneCount - 1 - lane) / LaneCount;
        lives.at(static_cast<std::size_t>(lane))
            = live(options, options.seed * LaneCount + static_cast<quint32>(lane), cycles);
    });
    Life all;
    for (const Life &life : lives) {
        all.verdict += life.verdict;
        all.events += life.events;
        all.posts += life.posts;
        all.heartbeats += life.heartbeats;
        all.attempts += life.attempts;
        all.orders += life.orders;
        all.promises += life.promises;
        all.windows += life.windows;
    }
    printLine(
        QStringLiteral("%1 events tried, %2 POSTs received, %3 of them heartbeats, %4 attempt "
                       "rows, %5 of them interrupted")
            .arg(all.events)
            .arg(all.posts)
            .arg(all.heartbeats)
            .arg(all.attempts)
            .arg(all.verdict.interrupted));
    printLine(QStringLiteral("%1 producers, %2 destinations, %3 runs with the window")
                  .arg(ProducerCount)
                  .arg(largeCast().size())
                  .arg(all.windows));
    printLine(QStringLiteral("%1 changes asked for, %2 of them promised")
                  .arg(all.orders)
                  .arg(all.promises));
    return all.verdict;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Kills the program at random moments and asks what became of every event."),
        QStringLiteral("cycles"), 100);
    // Windows come and go four at a time, which nobody wants to see.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    printLine(QStringLiteral("killloop: %1 cycles").arg(options.count));
    QElapsedTimer timer;
    timer.start();
    const TrialVerdict verdict = run(options);
    printVerdict(verdict);
    if (verdict.isKept())
        printLine(ruleOfThree(options.count, QStringLiteral("kills")));
    printLine(QStringLiteral("%1 s").arg(timer.elapsed() / 1000));
    return conclude(options, options.isControl ? verdict.lost == 0 : verdict.isKept());
}
