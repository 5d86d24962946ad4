// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/scene.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace Core;

// Kills the real program at random moments while events are published and delivered, and starts
// it again on the same directory; then asks what became of every event.

namespace {

constexpr int ProducerCount = 4;
constexpr int NotingEvery = 10; // cycles
constexpr int NoEnd = std::numeric_limits<int>::max();

/// One run of the program, ended by a kill 5 to 1,500 ms after it accepts requests.
bool liveAndDie(Scene &scene, QRandomGenerator &random, bool notesLog)
{
    if (!scene.start())
        return false;
    if (notesLog)
        scene.notePresentLog();
    scene.publish(NoEnd);
    const int lifeMs = random.bounded(5, 1501);
    const bool isDead = QTest::qWaitFor([&scene] { return !scene.program().isRunning(); }, lifeMs);
    scene.kill();
    return !isDead;
}

Verdict run(const TrialOptions &options)
{
    QRandomGenerator random(options.seed);
    Scene scene(options.seed, ProducerCount,
                options.isControl ? Scene::Acknowledging::BeforeStoring
                                  : Scene::Acknowledging::AfterStoring);
    for (int cycle = 1; cycle <= options.count; ++cycle) {
        const bool isNoted = cycle % NotingEvery == 0;
        if (!liveAndDie(scene, random, isNoted))
            return Verdict::failed(QStringLiteral("in cycle %1 the program ended by itself: %2")
                                       .arg(cycle)
                                       .arg(scene.program().errorOutput()));
    }
    if (!scene.start() || !scene.waitUntilDone())
        return Verdict::failed(QStringLiteral("deliveries still wait at the end"));
    const Verdict verdict = scene.judgeLog();
    const History &history = scene.history();
    printLine(QStringLiteral("%1 events tried, %2 POSTs received, %3 attempt rows, %4 of them "
                             "interrupted")
                  .arg(history.publications.size())
                  .arg(history.posts.size())
                  .arg(history.attempts.size())
                  .arg(verdict.interrupted));
    return verdict;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Kills the program at random moments and asks what became of every event."),
        QStringLiteral("cycles"), 100);
    printLine(QStringLiteral("killloop: %1 cycles, seed %2").arg(options.count).arg(options.seed));
    QElapsedTimer timer;
    timer.start();
    const Verdict verdict = run(options);
    printVerdict(verdict);
    if (verdict.isKept())
        printLine(ruleOfThree(options.count, QStringLiteral("kills")));
    printLine(QStringLiteral("%1 s").arg(timer.elapsed() / 1000));
    return conclude(options, options.isControl ? verdict.lost == 0 : verdict.isKept());
}
