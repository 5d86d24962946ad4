// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"

#include "app/configuration.h"
#include "app/process.h"
#include "app/report.h"
#include "app/windowcaller.h"
#include "core/configuration/configurator.h"
#include "core/deliveryorders.h"
#include "core/engine.h"
#include "core/export/exporter.h"
#include "core/figurecounter.h"
#include "core/historyorders.h"
#include "core/kinfinder.h"
#include "core/logreader.h"
#include "core/namecheck.h"
#include "core/orders.h"
#include "core/signaturecheck.h"
#include "core/trialpost.h"
#include "core/valuefinder.h"
#include "ui/desk/language.h"
#include "ui/desk/preferences.h"
#include "ui/desk/startrefusal.h"
#include "ui/facts.h"
#include "ui/mainwindow.h"
#include "ui/requests.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QSettings>
#include <QThread>

#include <optional>

namespace {

using Core::Configurator;
using Core::DeliveryOrders;
using Core::Engine;
using Core::Exporter;
using Core::FigureCounter;
using Core::HistoryOrders;
using Core::KinFinder;
using Core::LogReader;
using Core::NameCheck;
using Core::Orders;
using Core::SignatureCheck;
using Core::TrialPost;
using Core::ValueFinder;
using Gui::Facts;
using Gui::MainWindow;
using Gui::Requests;

/// What the engine tells, shown; batches only, so that the screen is never flooded.
void joinFacts(const Engine &engine, Facts &facts)
{
    QObject::connect(&engine, &Engine::historyOpened, &facts, &Facts::logOpened);
    QObject::connect(&engine, &Engine::attemptsRecorded, &facts, &Facts::attemptsRecorded);
    QObject::connect(&engine, &Engine::deliveriesChanged, &facts, &Facts::deliveriesChanged);
    QObject::connect(&engine, &Engine::responsesKept, &facts, &Facts::responsesKept);
    QObject::connect(&engine, &Engine::capturesRecorded, &facts, &Facts::capturesRecorded);
    QObject::connect(&engine, &Engine::pinsChanged, &facts, &Facts::pinsChanged);
    QObject::connect(&engine, &Engine::rowsForgotten, &facts, &Facts::rowsForgotten);
    QObject::connect(&engine, &Engine::callsAnswered, &facts, &Facts::callsAnswered);
    QObject::connect(&engine, &Engine::destinationsChanged, &facts, &Facts::destinationsChanged);
    QObject::connect(&engine, &Engine::destinationsForgotten, &facts,
                     &Facts::destinationsForgotten);
    QObject::connect(&engine, &Engine::statusChanged, &facts, &Facts::statusChanged);
}

void joinAnswers(Engine &engine, Facts &facts)
{
    const Orders &orders = engine.orders();
    QObject::connect(&orders, &Orders::attemptLoaded, &facts, &Facts::attemptLoaded);
    QObject::connect(&orders, &Orders::captureLoaded, &facts, &Facts::captureLoaded);
    QObject::connect(&orders, &Orders::secretLoaded, &facts, &Facts::secretLoaded);
    QObject::connect(&orders, &Orders::signingLoaded, &facts, &Facts::signingLoaded);
    QObject::connect(&orders, &Orders::refused, &facts, &Facts::refused);
    QObject::connect(&orders, &Orders::destinationAnswered, &facts, &Facts::destinationAnswered);
    QObject::connect(&engine.kinFinder(), &KinFinder::found, &facts, &Facts::kinFound);
    QObject::connect(&engine.kinFinder(), &KinFinder::missing, &facts, &Facts::rowMissing);
    QObject::connect(&engine.kinFinder(), &KinFinder::pinFound, &facts, &Facts::pinFound);
    QObject::connect(&engine.signatureCheck(), &SignatureCheck::checked, &facts,
                     &Facts::signatureChecked);
    QObject::connect(&engine.trialPost(), &TrialPost::tried, &facts, &Facts::destinationTried);
    QObject::connect(&engine.trialPost(), &TrialPost::refused, &facts, &Facts::trialRefused);
    QObject::connect(&engine.nameCheck(), &NameCheck::checked, &facts, &Facts::nameChecked);
}

/// What the window's list of the log shows, and who reads it.
void joinLog(LogReader &reader, Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::logSearchRequested, &reader, &LogReader::search);
    QObject::connect(&requests, &Requests::logJudgementRequested, &reader, &LogReader::judge);
    QObject::connect(&requests, &Requests::logRulesRequested, &reader, &LogReader::judgeRules);
    QObject::connect(&requests, &Requests::logRowsRequested, &reader, &LogReader::readRows);
    QObject::connect(&requests, &Requests::binsRequested, &reader, &LogReader::listBins);
    QObject::connect(&reader, &LogReader::binsListed, &facts, &Facts::binsListed);
    QObject::connect(&reader, &LogReader::searched, &facts, &Facts::logSearched);
    QObject::connect(&reader, &LogReader::sorted, &facts, &Facts::logSorted);
    QObject::connect(&reader, &LogReader::judged, &facts, &Facts::logJudged);
    QObject::connect(&reader, &LogReader::rulesJudged, &facts, &Facts::logRulesJudged);
    QObject::connect(&reader, &LogReader::rowsRead, &facts, &Facts::logRowsRead);
    QObject::connect(&reader, &LogReader::refused, &facts, &Facts::refused);
}

void joinAnswers(const DeliveryOrders &orders, Facts &facts)
{
    QObject::connect(&orders, &DeliveryOrders::published, &facts, &Facts::published);
    QObject::connect(&orders, &DeliveryOrders::resendPreviewed, &facts, &Facts::resendPreviewed);
    QObject::connect(&orders, &DeliveryOrders::resendAdvanced, &facts, &Facts::resendAdvanced);
    QObject::connect(&orders, &DeliveryOrders::deliveriesCancelled, &facts,
                     &Facts::deliveriesCancelled);
}

void joinExports(Exporter &exporter, const Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::exportPreviewRequested, &exporter, &Exporter::preview);
    QObject::connect(&requests, &Requests::exportRequested, &exporter, &Exporter::start);
    QObject::connect(&requests, &Requests::exportStopRequested, &exporter, &Exporter::stop);
    QObject::connect(&exporter, &Exporter::previewed, &facts, &Facts::exportPreviewed);
    QObject::connect(&exporter, &Exporter::advanced, &facts, &Facts::exportAdvanced);
}

void joinHistory(HistoryOrders &orders, const Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::forgettingPreviewRequested, &orders,
                     &HistoryOrders::preview);
    QObject::connect(&requests, &Requests::forgettingRequested, &orders, &HistoryOrders::forget);
    QObject::connect(&requests, &Requests::clearingRequested, &orders, &HistoryOrders::clear);
    QObject::connect(&orders, &HistoryOrders::previewed, &facts, &Facts::forgettingPreviewed);
    QObject::connect(&orders, &HistoryOrders::forgotten, &facts, &Facts::historyForgotten);
}

void joinConfiguration(Configurator &configurator, const Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::configurationWriteRequested, &configurator,
                     &Configurator::write);
    QObject::connect(&requests, &Requests::importPreviewRequested, &configurator,
                     &Configurator::preview);
    QObject::connect(&requests, &Requests::importRequested, &configurator, &Configurator::import);
    QObject::connect(&configurator, &Configurator::previewed, &facts, &Facts::importPreviewed);
    QObject::connect(&configurator, &Configurator::answered, &facts, &Facts::configurationAnswered);
}

/// What somebody who types a filter may say next.
void joinValues(ValueFinder &finder, const Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::filterValuesRequested, &finder, &ValueFinder::find);
    QObject::connect(&finder, &ValueFinder::found, &facts, &Facts::filterValuesFound);
}

/// What charts show, and who counts it.
void joinFigures(FigureCounter &counter, Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::activityRequested, &counter,
                     &FigureCounter::countActivity);
    QObject::connect(&requests, &Requests::figuresRequested, &counter,
                     &FigureCounter::countDestination);
    QObject::connect(&requests, &Requests::fleetRequested, &counter, &FigureCounter::countFleet);
    QObject::connect(&counter, &FigureCounter::activityCounted, &facts, &Facts::activityCounted);
    QObject::connect(&counter, &FigureCounter::destinationCounted, &facts,
                     &Facts::destinationCounted);
    QObject::connect(&counter, &FigureCounter::fleetCounted, &facts, &Facts::fleetCounted);
}

/// What is kept of the options, told and written anew when that is asked for.
void joinOptions(const Core::KeptOptions &kept, const Requests &requests, Facts &facts)
{
    QObject::connect(&requests, &Requests::optionsKeepingRequested, &facts,
                     [&facts, kept](const QMap<QString, QString> &values) {
                         const Core::KeptOptions wanted{kept.file, values, kept.given};
                         if (const auto written = writeConfiguration(wanted); written)
                             emit facts.optionsKept(wanted);
                         else
                             emit facts.refused(written.error());
                     });
    emit facts.optionsKept(kept);
}

/// What people ask for in the window, carried out.
void joinRequests(const Requests &requests, Engine &engine)
{
    Orders &orders = engine.orders();
    QObject::connect(&requests, &Requests::additionRequested, &orders, &Orders::addDestination);
    QObject::connect(&requests, &Requests::changeRequested, &orders, &Orders::changeDestination);
    QObject::connect(&requests, &Requests::secretRequested, &orders, &Orders::loadSecret);
    QObject::connect(&requests, &Requests::publicKeyRequested, &orders, &Orders::loadPublicKey);
    QObject::connect(&requests, &Requests::signingRequested, &orders, &Orders::loadSigning);
    QObject::connect(&requests, &Requests::rotationRequested, &orders, &Orders::rotateSecret);
    QObject::connect(&requests, &Requests::removalRequested, &orders, &Orders::removeDestination);
    QObject::connect(&requests, &Requests::restorationRequested, &orders,
                     &Orders::restoreDestination);
    QObject::connect(&requests, &Requests::pauseRequested, &orders, &Orders::pauseDestination);
    QObject::connect(&requests, &Requests::resumeRequested, &orders, &Orders::resumeDestination);
    QObject::connect(&requests, &Requests::testRequested, &orders, &Orders::testDestination);
    QObject::connect(&requests, &Requests::trialRequested, &engine.trialPost(),
                     &TrialPost::tryDestination);
    QObject::connect(&requests, &Requests::pinRequested, &orders, &Orders::pinRows);
    QObject::connect(&requests, &Requests::noteRequested, &orders, &Orders::noteRow);
    QObject::connect(&requests, &Requests::nameCheckRequested, &engine.nameCheck(),
                     &NameCheck::check);
    QObject::connect(&requests, &Requests::listeningRequested, &engine, &Engine::listenAgain);
    QObject::connect(&requests, &Requests::openingRequested, &engine, &Engine::tryAgain);
    QObject::connect(&requests, &Requests::otherPortRequested, &engine, &Engine::takeOtherPort);
    QObject::connect(&requests, &Requests::dispatchingRequested, &engine, &Engine::setDispatching);
    QObject::connect(&requests, &Requests::attemptRecordRequested, &orders, &Orders::loadAttempt);
    QObject::connect(&requests, &Requests::captureRecordRequested, &orders, &Orders::loadCapture);
    QObject::connect(&requests, &Requests::kinRequested, &engine.kinFinder(), &KinFinder::find);
    QObject::connect(&requests, &Requests::pinSearchRequested, &engine.kinFinder(),
                     &KinFinder::findPin);
    QObject::connect(&requests, &Requests::signatureCheckRequested, &engine.signatureCheck(),
                     &SignatureCheck::check);
}

void joinRequests(const Requests &requests, DeliveryOrders &orders)
{
    QObject::connect(&requests, &Requests::publicationRequested, &orders, &DeliveryOrders::publish);
    QObject::connect(&requests, &Requests::resendPreviewRequested, &orders,
                     &DeliveryOrders::previewResend);
    QObject::connect(&requests, &Requests::resendRequested, &orders, &DeliveryOrders::resend);
    QObject::connect(&requests, &Requests::resendStopRequested, &orders,
                     &DeliveryOrders::stopResend);
    QObject::connect(&requests, &Requests::cancellationRequested, &orders, &DeliveryOrders::cancel);
    QObject::connect(&requests, &Requests::waitingCancellationRequested, &orders,
                     &DeliveryOrders::cancelWaiting);
}

constexpr int EndingLooks = 100;
constexpr int ComingLooks = 10;
constexpr unsigned long PauseBetweenLooksMs = 100;

/// Calls the window of \a dataDirectory, if there is one. Who is about to end has closed it
/// already, and is waited for, since it goes within some seconds.
WindowCall callLastingWindow(const QString &dataDirectory)
{
    WindowCall call = callWindow(dataDirectory);
    for (int i = 0; i < EndingLooks && call == WindowCall::Ending; ++i) {
        QThread::msleep(PauseBetweenLooksMs);
        call = callWindow(dataDirectory);
    }
    return call;
}

/// The same right after somebody else got the directory first, who may not have a window yet.
WindowCall callComingWindow(const QString &dataDirectory)
{
    WindowCall call = callLastingWindow(dataDirectory);
    for (int i = 0; i < ComingLooks && call == WindowCall::NobodyThere; ++i) {
        QThread::msleep(PauseBetweenLooksMs);
        call = callLastingWindow(dataDirectory);
    }
    return call;
}

std::unique_ptr<QSettings> windowSettings()
{
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                       QStringLiteral("hookpost"), QStringLiteral("window"));
}

/// The one that runs and shows its window has been told nothing of what was given here.
int endBesideOther(const CommandLine &line)
{
    QStringList lost;
    for (const QString &name : line.given) {
        if (name != u"data-dir" && name != u"minimized")
            lost.append(QStringLiteral("--") + name);
    }
    if (!lost.isEmpty())
        printError({Core::ErrorCode::Conflict,
                    QStringLiteral("Hookpost runs already, and shows its window. Not taken: %1.")
                        .arg(lost.join(QStringLiteral(", "))),
                    {},
                    QStringLiteral("end it first to start with them")});
    return static_cast<int>(ExitCode::Done);
}

int tellRefusal(const Core::Error &error)
{
    const SignalWatcher signalWatcher;
    const std::unique_ptr<QMessageBox> box = Gui::makeStartRefusal(error);
    printError(error);
    QObject::connect(&signalWatcher, &SignalWatcher::terminationRequested, box.get(),
                     &QDialog::reject);
    box->exec();
    return static_cast<int>(exitCodeOf(error));
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

void joinWindow(MainWindow &window, Engine &engine)
{
    joinFacts(engine, window.facts());
    joinAnswers(engine, window.facts());
    joinLog(engine.logReader(), window.requests(), window.facts());
    joinAnswers(engine.deliveryOrders(), window.facts());
    joinValues(engine.valueFinder(), window.requests(), window.facts());
    joinFigures(engine.figureCounter(), window.requests(), window.facts());
    joinRequests(window.requests(), engine);
    joinRequests(window.requests(), engine.deliveryOrders());
    joinHistory(engine.historyOrders(), window.requests(), window.facts());
    joinExports(engine.exporter(), window.requests(), window.facts());
    joinConfiguration(engine.configurator(), window.requests(), window.facts());
}

namespace {

/// Runs window and engine; what is returned has kept it from starting.
std::optional<Core::Error> runWindow(const CommandLine &line)
{
    MainWindow window(windowSettings(), QDir(line.engine.dataDirectory).absolutePath());
    std::unique_ptr<WindowCallListener> callListener; // goes after the engine, and so is truthful
    Core::EngineSettings settings = line.engine;
    settings.keepsTryingToOpen = true;
    Engine engine(settings);
    QThread engineThread;
    engineThread.setObjectName(QStringLiteral("engine"));
    engine.moveToThread(&engineThread);
    joinWindow(window, engine);
    joinOptions(line.kept, window.requests(), window.facts());

    const auto listenForCalls = [&] {
        if (callListener)
            return;
        callListener = std::make_unique<WindowCallListener>(line.engine.dataDirectory);
        QObject::connect(callListener.get(), &WindowCallListener::windowCalled, &window,
                         &MainWindow::showWindow);
    };
    QObject::connect(&engine, &Engine::historyOpened, &window, listenForCalls);
    std::optional<Core::Error> refusal;
    // Quitting would ask the window first, which may hide instead, or tell something.
    const auto leave = [] { QCoreApplication::exit(); };
    QObject::connect(&engine, &Engine::failed, &window, [&](const Core::Error &error) {
        refusal = error;
        leave();
    });

    const bool isJson = line.logsJson;
    if (isJson)
        printJson();
    QObject::connect(
        &engine, &Engine::started, &window,
        [isJson](const Core::EngineStatus &status) { printLine(readyLine(status, isJson)); });

    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::terminationRequested, &window,
                     &MainWindow::quit);
    QObject::connect(&window.requests(), &Requests::quitRequested, &engine, &Engine::stop);
    const auto announceEnd = [&] {
        if (callListener)
            callListener->announceEnd();
    };
    QObject::connect(&window.requests(), &Requests::quitRequested, &window, announceEnd);
    QObject::connect(&engine, &Engine::stopped, &window, leave);
    QObject::connect(&engineThread, &QThread::started, &engine, &Engine::start);
    window.open(line.isMinimized);
    engineThread.start();
    QCoreApplication::exec();
    engineThread.quit();
    engineThread.wait();
    return refusal;
}

} // namespace

int runDesktop(const CommandLine &line)
{
    if (callLastingWindow(line.engine.dataDirectory) == WindowCall::Shown)
        return endBesideOther(line);
    Gui::speak(*qApp, Gui::preferencesIn(*windowSettings()).language);
    const std::optional<Core::Error> refusal = runWindow(line);
    if (!refusal)
        return static_cast<int>(ExitCode::Done);
    const bool isShown = refusal->code == Core::ErrorCode::Conflict
        && callComingWindow(line.engine.dataDirectory) == WindowCall::Shown;
    return isShown ? endBesideOther(line) : tellRefusal(*refusal);
}

int refuseStart(const Core::Error &error)
{
    Gui::speak(*qApp, Gui::preferencesIn(*windowSettings()).language);
    return tellRefusal(error);
}
