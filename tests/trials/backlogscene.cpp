// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crowdreceiver.h"
#include "tests/trials/loadscene.h"
#include "tests/trials/logreader.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cmath>

namespace Core {

namespace {

constexpr int PromisedCount = 1'000'000;
constexpr double PromisedMiB = 300;
constexpr double PromisedMs = 3'000;
constexpr int LongestWaitMs = 60'000;
constexpr int MostDestinations = 1'000;
const QString MemoryName = QStringLiteral("memory ");
const QString FirstName = QStringLiteral("from start to the first POST");
const QString Left = QStringLiteral("deliveries are left");

enum class Control {
    None,
    Forgetting, ///< what was written down is gone, as if it had never been
    Memory, ///< the program carries a ballast, as if it leaked
    Late, ///< the program is held back for longer than it may take
};

Control controlOf(const TrialOptions &options)
{
    return options.isControl ? static_cast<Control>(options.control + 1) : Control::None;
}

struct Backlog
{
    qsizetype size = 0; ///< deliveries
    QStringList faults;
};

/// Publishes to destinations that are down until so many deliveries wait.
Backlog fill(const Program &program, const CrowdReceiver &receiver, const TrialOptions &options)
{
    QList<Call> registrations;
    for (std::size_t i = 0; i < receiver.doorCount(); ++i)
        registrations.append(registrationCall(QStringLiteral("down %1").arg(i), receiver.url(i),
                                              R"(,"retry":["10s","1h"])"));
    const int fanOut = static_cast<int>(registrations.size());
    Backlog backlog;
    backlog.faults = judgeAnswers(makeCalls(portOf(program), registrations), 201,
                                  QStringLiteral("a registration"));
    QList<Call> events;
    for (int i = 0; i < (options.count + fanOut - 1) / fanOut; ++i)
        events.append(eventCall("load.made", i, options.seed));
    QElapsedTimer timer;
    timer.start();
    backlog.faults
        += judgeAnswers(makeCalls(portOf(program), events), 202, QStringLiteral("an event"));
    backlog.size = events.size() * fanOut;
    printLine(QStringLiteral("%1 deliveries of %2 events to %3 destinations accepted in %4 ms, "
                             "%5 deliveries/s")
                  .arg(backlog.size)
                  .arg(events.size())
                  .arg(fanOut)
                  .arg(timer.elapsed())
                  .arg(backlog.size * 1000 / std::max<qint64>(timer.elapsed(), 1)));
    const int waiting = unfinishedCount(program.apiUrl());
    if (waiting != backlog.size)
        backlog.faults.append(
            QStringLiteral("%1 of %2 deliveries wait").arg(waiting).arg(backlog.size));
    return backlog;
}

void removeDatabase(const Program &program)
{
    for (const QString &name : QDir(program.dataDirectory()).entryList(QDir::Files))
        QFile::remove(program.dataDirectory() + u'/' + name);
}

QStringList judgeMemory(const QString &when, const Program &program, bool isPromised)
{
    return judgeFigure({MemoryName + when, residentMiB(program), Figure::Bound::AtMost, PromisedMiB,
                        QStringLiteral("MiB")},
                       isPromised);
}

QStringList loadedLauncher()
{
    return {QStringLiteral("env"), QStringLiteral("LD_PRELOAD=" HOOKPOST_BALLAST)};
}

/// A command that starts the program only after longer than it may take to start.
QStringList hesitantLauncher()
{
    return {QStringLiteral("/bin/sh"), QStringLiteral("-c"),
            QStringLiteral("sleep 3.5; exec \"$0\" \"$@\"")};
}

} // namespace

QList<LoadControl> backlogControls()
{
    return {{QStringLiteral("forgetting"), Left},
            {QStringLiteral("memory"), MemoryName},
            {QStringLiteral("late"), FirstName}};
}

QStringList playBacklog(const TrialOptions &options)
{
    const int doors = std::clamp(static_cast<int>(std::sqrt(options.count)), 1, MostDestinations);
    CrowdReceiver receiver(static_cast<std::size_t>(doors));
    Program program;
    const Control control = controlOf(options);
    if (control == Control::Memory)
        program.setLauncher(loadedLauncher());
    if (!program.start({NoHeartbeat}))
        return {QStringLiteral("the program did not start: ") + program.errorOutput()};
    const Backlog backlog = fill(program, receiver, options);
    QStringList faults = backlog.faults;
    const bool isLong = options.count >= PromisedCount;
    const bool isMemoryPromised = isLong || control == Control::Memory;
    faults += judgeMemory(QStringLiteral("with all of them waiting"), program, isMemoryPromised);
    program.kill();
    if (control == Control::Forgetting)
        removeDatabase(program);
    if (control == Control::Late)
        program.setLauncher(hesitantLauncher());

    receiver.openAll();
    const Moment startedAt = std::chrono::system_clock::now();
    QElapsedTimer timer;
    timer.start();
    if (!program.start({NoHeartbeat}))
        return {QStringLiteral("the program did not start again: ") + program.errorOutput()};
    printLine(QStringLiteral("it accepted requests after %1 ms").arg(timer.elapsed()));
    const qsizetype left = unfinishedCount(program.apiUrl());
    if (left + receiver.arrivalCount() < backlog.size)
        return faults
            + QStringList{(QStringLiteral("%1 of %2 ") + Left).arg(left).arg(backlog.size)};
    const auto hasArrived = [&] { return receiver.arrivalCount() > 0; };
    if (!QTest::qWaitFor(hasArrived, LongestWaitMs))
        return faults + QStringList{QStringLiteral("nothing came after the start")};
    faults += judgeFigure({FirstName, inMilliseconds(receiver.arrivals().first().at - startedAt),
                           Figure::Bound::AtMost, PromisedMs, QStringLiteral("ms")},
                          isLong || control == Control::Late);
    return faults + judgeMemory(QStringLiteral("after the start"), program, isMemoryPromised);
}

} // namespace Core
