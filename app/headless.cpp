// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/process.h"
#include "app/report.h"
#include "core/engine.h"

#include <QCoreApplication>

namespace {

void printAttempts(const QList<Core::Attempt> &attempts, bool isJson)
{
    for (const Core::Attempt &attempt : attempts) {
        if (attempt.outcome != Core::AttemptOutcome::InFlight)
            printLine(attemptLine(attempt, isJson));
    }
}

} // namespace

int runHeadless(const CommandLine &line)
{
    Core::EngineSettings settings = line.engine;
    settings.keepsTryingToListen = false;
    // Without a screen there is nothing to keep smooth: the engine has the main thread.
    Core::Engine engine(settings);
    SignalWatcher signalWatcher;
    const bool isJson = line.logsJson;
    if (isJson)
        printJson();
    QObject::connect(
        &engine, &Core::Engine::started, &engine,
        [isJson](const Core::EngineStatus &status) { printLine(readyLine(status, isJson)); });
    QObject::connect(
        &engine, &Core::Engine::attemptsRecorded, &engine,
        [isJson](const QList<Core::Attempt> &attempts) { printAttempts(attempts, isJson); });
    QObject::connect(&engine, &Core::Engine::failed, &engine, [](const Core::Error &error) {
        printError(error);
        QCoreApplication::exit(static_cast<int>(exitCodeOf(error)));
    });
    QObject::connect(&signalWatcher, &SignalWatcher::terminationRequested, &engine,
                     &Core::Engine::stop);
    QObject::connect(&engine, &Core::Engine::stopped, qApp, &QCoreApplication::quit);
    QMetaObject::invokeMethod(&engine, &Core::Engine::start, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
