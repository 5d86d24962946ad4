// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/process.h"
#include "app/report.h"
#include "app/windowcaller.h"
#include "core/engine.h"
#include "core/orders.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QThread>

namespace {

using Core::Engine;
using Core::Orders;
using Gui::MainWindow;

/// What the engine tells, shown; batches only, so that the screen is never flooded.
void joinFacts(Engine &engine, MainWindow &window)
{
    QObject::connect(
        &engine, &Engine::historyLoaded, &window,
        [&window](const QList<Core::Attempt> &attempts, const QList<Core::Capture> &captures) {
            window.showAttempts(attempts);
            window.showCaptures(captures);
        });
    QObject::connect(&engine, &Engine::attemptsRecorded, &window, &MainWindow::showAttempts);
    QObject::connect(&engine, &Engine::capturesRecorded, &window, &MainWindow::showCaptures);
    QObject::connect(&engine, &Engine::destinationsChanged, &window, &MainWindow::showDestinations);
    QObject::connect(&engine, &Engine::destinationsForgotten, &window,
                     &MainWindow::forgetDestinations);
    QObject::connect(&engine, &Engine::statusChanged, &window, &MainWindow::showStatus);
    const Orders &orders = engine.orders();
    QObject::connect(&orders, &Orders::attemptLoaded, &window, &MainWindow::showAttemptRecord);
    QObject::connect(&orders, &Orders::captureLoaded, &window, &MainWindow::showCaptureRecord);
    QObject::connect(&orders, &Orders::refused, &window, &MainWindow::showError);
}

/// What people ask for in the window, carried out.
void joinRequests(MainWindow &window, Engine &engine)
{
    Orders &orders = engine.orders();
    QObject::connect(&window, &MainWindow::additionRequested, &orders, &Orders::addDestination);
    QObject::connect(&window, &MainWindow::changeRequested, &orders, &Orders::changeDestination);
    QObject::connect(&window, &MainWindow::removalRequested, &orders, &Orders::removeDestination);
    QObject::connect(&window, &MainWindow::restorationRequested, &orders,
                     &Orders::restoreDestination);
    QObject::connect(&window, &MainWindow::pauseRequested, &orders, &Orders::pauseDestination);
    QObject::connect(&window, &MainWindow::resumeRequested, &orders, &Orders::resumeDestination);
    QObject::connect(&window, &MainWindow::testRequested, &orders, &Orders::testDestination);
    QObject::connect(&window, &MainWindow::dispatchingRequested, &engine, &Engine::setDispatching);
    QObject::connect(&window, &MainWindow::attemptRecordRequested, &orders, &Orders::loadAttempt);
    QObject::connect(&window, &MainWindow::captureRecordRequested, &orders, &Orders::loadCapture);
}

} // namespace

std::unique_ptr<QCoreApplication> makeDesktopApplication(int &argc, char **argv)
{
    auto application = std::make_unique<QApplication>(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("hookpost"));
    // The engine stops in order first; stopped() ends the program.
    QApplication::setQuitOnLastWindowClosed(false);
    return application;
}

int runDesktop(const CommandLine &line)
{
    MainWindow window(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                  QStringLiteral("hookpost"),
                                                  QStringLiteral("window")));
    Core::EngineSettings settings = line.engine;
    settings.keepsTryingToOpen = true;
    Engine engine(settings);
    QThread engineThread;
    engineThread.setObjectName(QStringLiteral("engine"));
    engine.moveToThread(&engineThread);
    joinFacts(engine, window);
    joinRequests(window, engine);

    std::unique_ptr<WindowCallListener> callListener;
    const auto listenForCalls = [&] {
        if (callListener)
            return;
        callListener = std::make_unique<WindowCallListener>(line.engine.dataDirectory);
        QObject::connect(callListener.get(), &WindowCallListener::windowCalled, &window,
                         &MainWindow::showWindow);
    };
    QObject::connect(&engine, &Engine::historyLoaded, &window, listenForCalls);
    int exitCode = static_cast<int>(ExitCode::Done);
    QObject::connect(&engine, &Engine::failed, &window, [&](const Core::Error &error) {
        const bool isShown
            = error.code == Core::ErrorCode::Conflict && callWindow(line.engine.dataDirectory);
        exitCode = static_cast<int>(isShown ? ExitCode::Done : exitCodeOf(error));
        if (!isShown)
            printError(error);
        QCoreApplication::quit();
    });

    const bool isJson = line.logsJson;
    QObject::connect(
        &engine, &Engine::started, &window,
        [isJson](const Core::EngineStatus &status) { printLine(readyLine(status, isJson)); });

    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::terminationRequested, &engine, &Engine::stop);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &engine, &Engine::stop);
    QObject::connect(&engine, &Engine::stopped, qApp, &QCoreApplication::quit);
    QObject::connect(&engineThread, &QThread::started, &engine, &Engine::start);
    if (line.isMinimized)
        window.showMinimized();
    else
        window.show();
    engineThread.start();
    QCoreApplication::exec();
    engineThread.quit();
    engineThread.wait();
    return exitCode;
}
