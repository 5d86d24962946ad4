// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"

#include "core/base/log.h"
#include "core/bin/binserver.h"
#include "core/bookkeeper.h"
#include "core/configuration/configurator.h"
#include "core/deliveryorders.h"
#include "core/dispatch/dispatcher.h"
#include "core/dispatch/networkposter.h"
#include "core/export/exporter.h"
#include "core/feed.h"
#include "core/figurecounter.h"
#include "core/history.h"
#include "core/historyorders.h"
#include "core/http/portholder.h"
#include "core/intake/intakeserver.h"
#include "core/journal.h"
#include "core/kinfinder.h"
#include "core/logreader.h"
#include "core/namecheck.h"
#include "core/orders.h"
#include "core/pruner.h"
#include "core/signaturecheck.h"
#include "core/store/archive.h"
#include "core/store/datadirectory.h"
#include "core/store/ledger.h"
#include "core/store/sqliterecords.h"
#include "core/store/sqlitestore.h"
#include "core/sweeper.h"
#include "core/trialpost.h"
#include "core/valuefinder.h"

namespace Core {

namespace {

constexpr Milliseconds LongestDraining{5'000};
constexpr Milliseconds LongestBreakingOff{1'000};
constexpr int MostPostponements = 15; ///< of a try, half a minute in all

DispatcherOptions dispatcherOptions(const EngineSettings &settings)
{
    DispatcherOptions options;
    options.maxInFlight = settings.maxInFlight;
    return options;
}

QString localUrl(quint16 port)
{
    return port == 0 ? QString() : QStringLiteral("http://localhost:%1").arg(port);
}

} // namespace

Engine::Engine(EngineSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_policy{m_settings.isServer ? Profile::Server : Profile::Desktop,
               m_settings.allowedDestinations,
               {}}
    , m_orders(new Orders(m_directory, m_policy, m_clock, this))
    , m_logReader(new LogReader(this))
    , m_valueFinder(new ValueFinder(this))
    , m_kinFinder(new KinFinder(this))
    , m_signatureCheck(new SignatureCheck(m_directory, this))
    , m_figureCounter(new FigureCounter(m_clock, this))
    , m_trialPost(new TrialPost(m_directory, m_policy, m_clock, this))
    , m_deliveryOrders(new DeliveryOrders(m_directory, m_clock, m_settings.maxBodyBytes, this))
    , m_historyOrders(new HistoryOrders(m_clock, this))
    , m_exporter(new Exporter(this))
    , m_configurator(new Configurator(m_directory, m_policy, m_clock, this))
    , m_nameCheck(new NameCheck(m_policy, m_clock, Resolver::system(), this))
{
    connect(m_historyOrders, &HistoryOrders::forgotten, m_figureCounter,
            &FigureCounter::countAgain);
}

Engine::~Engine() = default;

void Engine::start()
{
    m_dataDirectory = std::make_unique<DataDirectory>(m_settings.dataDirectory);
    buildStations();
    joinStations();
    open();
}

void Engine::buildStations()
{
    m_ledger = std::make_unique<Ledger>(std::make_unique<SqliteStore>(m_settings.dataDirectory));
    m_archive
        = std::make_unique<Archive>(std::make_unique<SqliteRecords>(m_settings.dataDirectory));
    m_poster = std::make_unique<NetworkPoster>(m_clock, m_policy);
    m_journal = std::make_unique<Journal>(*m_ledger);
    m_pruner = std::make_unique<Pruner>(*m_ledger, m_clock, m_settings.history);
    m_sweeper = std::make_unique<Sweeper>(*m_ledger);
    m_dispatcher = std::make_unique<Dispatcher>(*m_ledger, *m_poster, m_clock,
                                                dispatcherOptions(m_settings));
    const auto destinationSource = [this](DestinationId id) -> std::optional<DestinationStatus> {
        const auto *const entry = m_directory.find(id);
        if (!entry || TrialPost::isForTrial(entry->registration.destination))
            return std::nullopt;
        return statusOf(*entry);
    };
    m_feed = std::make_unique<Feed>(
        m_clock,
        Feed::Sources{destinationSource, [this](EngineStatus &status) { completeStatus(status); }});
    m_bookkeeper = std::make_unique<Bookkeeper>(m_directory, *m_dispatcher, *m_feed,
                                                [this](DestinationId id) { loadRecent(id); });
    m_intake = std::make_unique<IntakeServer>(
        IntakeContext{*m_ledger, *m_archive, m_directory, m_clock,
                      [this](const QString &url) { return m_policy.judge(url); },
                      [this](const Directory::Entry &entry) { return statusOf(entry); },
                      [this] { return m_feed->status(); },
                      [this](bool isOn) { setDispatching(isOn); }, this},
        m_settings.maxBodyBytes);
    m_bin = std::make_unique<BinServer>(*m_ledger, m_clock,
                                        [this] { return localUrl(m_intake->port()); });
    m_patience = std::make_unique<QTimer>();
    m_patience->setSingleShot(true);
    m_orders->open(*m_ledger, *m_archive,
                   [this](DestinationId id) { return m_dispatcher->waitOf(id); });
    m_logReader->open(*m_archive);
    m_valueFinder->open(*m_archive);
    m_trialPost->open(*m_ledger, *m_archive, [this] { return m_dispatcher->isDispatching(); });
    m_kinFinder->open(*m_archive);
    m_signatureCheck->open(*m_archive);
    m_deliveryOrders->open(*m_ledger, *m_archive);
    m_historyOrders->open(*m_ledger, *m_archive, *m_pruner);
    m_exporter->open(*m_archive);
    m_configurator->open(*m_ledger, *m_archive);
    m_figureCounter->open(*m_archive);
}

void Engine::joinStations()
{
    connect(m_ledger.get(), &Ledger::opened, this, &Engine::fillFrom);
    connect(m_ledger.get(), &Ledger::openingFailed, this, &Engine::takeOpeningFailure);
    connect(m_ledger.get(), &Ledger::recorded, this,
            [this](const QList<Outcome> &outcomes) { m_bookkeeper->take(outcomes); });
    connect(m_ledger.get(), &Ledger::recorded, m_sweeper.get(), &Sweeper::take);
    connect(m_ledger.get(), &Ledger::troubleChanged, this,
            [this](const std::optional<Error> &error) {
                m_trouble = error ? inWords(*error) : QString();
                m_feed->noteStatus();
            });
    connect(m_dispatcher.get(), &Dispatcher::attemptEnded, m_journal.get(), &Journal::record);
    connect(m_dispatcher.get(), &Dispatcher::responseEnded, m_journal.get(), &Journal::keep);
    connect(m_journal.get(), &Journal::refused, m_dispatcher.get(), &Dispatcher::abandon);
    // Queued, since what is dismantled then must not be what has just called.
    connect(m_dispatcher.get(), &Dispatcher::drained, this, &Engine::finishStopping,
            Qt::QueuedConnection);
    connect(m_feed.get(), &Feed::attemptsRecorded, this, &Engine::attemptsRecorded);
    connect(m_feed.get(), &Feed::deliveriesChanged, this, &Engine::deliveriesChanged);
    connect(m_feed.get(), &Feed::responsesKept, this, &Engine::responsesKept);
    connect(m_feed.get(), &Feed::capturesRecorded, this, &Engine::capturesRecorded);
    connect(m_feed.get(), &Feed::pinsChanged, this, &Engine::pinsChanged);
    connect(m_feed.get(), &Feed::rowsForgotten, this, &Engine::rowsForgotten);
    connect(m_feed.get(), &Feed::attemptsRecorded, m_trialPost, &TrialPost::take);
    connect(m_feed.get(), &Feed::responsesKept, m_trialPost, &TrialPost::takeResponses);
    connect(m_feed.get(), &Feed::attemptsRecorded, m_figureCounter, &FigureCounter::take);
    connect(m_feed.get(), &Feed::callsAnswered, this, &Engine::callsAnswered);
    connect(m_intake.get(), &IntakeServer::callAnswered, m_feed.get(), &Feed::noteCall);
    connect(m_bin.get(), &BinServer::callRefused, m_feed.get(), &Feed::noteCall);
    connect(m_feed.get(), &Feed::destinationsChanged, this, &Engine::destinationsChanged);
    connect(m_feed.get(), &Feed::destinationsForgotten, this, &Engine::destinationsForgotten);
    connect(m_feed.get(), &Feed::statusChanged, this, &Engine::statusChanged);
}

void Engine::fillFrom(const LedgerContents &contents)
{
    if (m_isStopping)
        return;
    m_trouble.clear();
    m_recovery = contents.recovery;
    for (const Registration &registration : contents.registrations) {
        m_directory.put(registration);
        m_dispatcher->addLane(registration);
    }
    m_dispatcher->enqueue(contents.waiting);
    m_trialPost->removeLeftovers(contents.registrations);
    m_archive->start();
    openHistory();
}

void Engine::openHistory()
{
    using Moment = std::optional<Time>;
    m_archive->ask<Moment>(readProvenMoment, this, [this](const Result<Moment> &proven) {
        if (m_isStopping)
            return;
        if (!proven && m_settings.keepsTryingToOpen) {
            m_startTrouble = inWords(proven.error());
            showWhatIsThere();
            return tryAgainLater(&Engine::readAgain);
        }
        if (!proven)
            return abandon(proven.error());
        emit historyOpened();
        m_pruner->start(*proven);
        m_sweeper->start();
        recallLastRun();
    });
}

/// Nothing is dispatched before rate limits and breakers know what they had come to.
void Engine::recallLastRun()
{
    using Past = QList<Attempt>;
    m_pastsAwaited = m_directory.entries().size();
    if (m_pastsAwaited == 0)
        return goOn();
    for (const auto &[id, entry] : m_directory.entries()) {
        m_archive->ask<Past>(
            [destination = entry.registration.destination, now = m_clock.now()](Records &records) {
                return readUnsettled(records, destination, now);
            },
            this, [this, id = id](const Result<Past> &past) { recall(id, past); });
    }
}

void Engine::recall(DestinationId destination, const Result<QList<Attempt>> &past)
{
    if (past)
        m_dispatcher->recall(destination, *past);
    else
        qCWarning(lcStore).noquote()
            << "the past is not known of" << toString(destination) << past.error().sentence;
    if (--m_pastsAwaited == 0)
        goOn();
}

void Engine::goOn()
{
    listen();
    for (const auto &[id, entry] : m_directory.entries())
        loadRecent(id);
}

/// With a fresh connection, since the old one may be what is wrong.
void Engine::readAgain()
{
    m_archive->stop();
    m_archive->start();
    openHistory();
}

/// How a destination did in the last run. It may have sent something in this one meanwhile.
void Engine::loadRecent(DestinationId destination)
{
    m_archive->ask<QList<Attempt>>(
        [destination](Records &records) { return readRecent(records, destination); }, this,
        [this, destination](const Result<QList<Attempt>> &recent) {
            if (m_isStopping || !recent)
                return;
            m_directory.notePast(destination, *recent);
            m_feed->noteDestination(destination);
        });
}

void Engine::listen()
{
    if (m_isStopping)
        return;
    const auto listening = openDoors();
    m_startTrouble = listening ? QString() : inWords(listening.error());
    if (listening)
        m_takenPort.reset();
    else
        findHolder(listening.error());
    if (!listening && !m_settings.keepsTryingToListen)
        return abandon(namingHolder(listening.error()));
    if (!listening)
        tryAgainLater(&Engine::listen);
    m_policy.own = {{QHostAddress(QHostAddress::LocalHost), m_intake->port()}};
    m_poster->setPolicy(m_policy);
    m_poster->start();
    m_dispatcher->start(m_settings.heartbeat);
    m_isRunning = true;
    for (const auto &[id, entry] : m_directory.entries())
        m_feed->noteDestination(id);
    m_dataDirectory->noteAddress(localUrl(m_intake->port()));
    m_feed->noteStatus();
    if (listening)
        emit started(m_feed->status());
}

/// What is open already stays so, and neither waits for the other.
Result<> Engine::openDoors()
{
    const auto bin = m_bin->port() != 0 ? Result<>() : m_bin->start(m_settings.binPort);
    const auto api = m_intake->port() != 0 ? Result<>() : m_intake->start(m_settings.apiPort);
    return api ? bin : api;
}

/// Asked once for as long as a port is waited for, since all processes are looked through. The
/// system lists no port that is held without being listened on.
void Engine::findHolder(const Error &error)
{
    const bool isBin = m_intake->port() != 0;
    const quint16 port = isBin ? m_settings.binPort : m_settings.apiPort;
    if (m_takenPort && m_takenPort->port == port)
        return;
    m_takenPort = Http::takenPort(port);
    if (!m_takenPort && error.field == u"port")
        m_takenPort = TakenPort{port, isBin, 0, {}, 0};
    if (!m_takenPort)
        return;
    m_takenPort->isBin = isBin;
    m_takenPort->freePort = Http::freePortAbove(port, {m_settings.apiPort, m_settings.binPort});
}

Error Engine::namingHolder(Error error) const
{
    if (m_takenPort && m_takenPort->holderId != 0)
        error.hint = QStringLiteral("%1 with the PID %2 listens there")
                         .arg(m_takenPort->holderName)
                         .arg(m_takenPort->holderId);
    return error;
}

void Engine::listenAgain()
{
    if (m_isStopping || !m_takenPort)
        return;
    m_takenPort.reset();
    m_patience->stop();
    listen();
}

void Engine::takeOtherPort(const TakenPort &taken)
{
    if (m_isStopping || !m_takenPort)
        return;
    (taken.isBin ? m_settings.binPort : m_settings.apiPort) = taken.freePort;
    listenAgain();
}

void Engine::takeOpeningFailure(const Error &error)
{
    if (m_isStopping)
        return;
    // What another one owns is not to be waited for.
    if (!m_settings.keepsTryingToOpen || error.code == ErrorCode::Conflict)
        return abandon(error);
    m_trouble = inWords(error);
    m_archive->start();
    showWhatIsThere();
    tryAgainLater(&Engine::openAgain);
}

/// A database that cannot be written may still be read. Whoever asks for more than that hears why
/// it cannot be. Should a door not open, listen() tells of it when its time has come.
void Engine::showWhatIsThere()
{
    [[maybe_unused]] const auto opened = openDoors();
    m_feed->noteStatus();
    if (std::exchange(m_isShown, true))
        return;
    m_archive->ask<QList<Registration>>(
        [](Records &records) { return records.registrations(); }, this,
        [this](const Result<QList<Registration>> &registrations) {
            if (!registrations)
                return;
            for (const Registration &registration : *registrations) {
                m_directory.put(registration);
                m_feed->noteDestination(registration.destination.id);
                loadRecent(registration.destination.id);
            }
        });
    using Moment = std::optional<Time>;
    m_archive->ask<Moment>(readNewestMoment, this, [this](const Result<Moment> &newest) {
        if (newest)
            emit historyOpened();
    });
}

void Engine::open()
{
    if (const auto acquired = m_dataDirectory->acquire(); !acquired) {
        m_ledger->refuse(acquired.error());
        return takeOpeningFailure(acquired.error());
    }
    // It looks at the file by itself first, which no reader may have open then.
    m_archive->stop();
    m_ledger->start(m_clock.now());
}

/// What is being read comes to its end first: with another reader it would have to begin anew, and
/// what takes longer than the pause between two tries would never end. Yet somebody may be reading
/// all the time.
void Engine::openAgain()
{
    if (!m_archive->isIdle() && ++m_postponements <= MostPostponements)
        return tryAgainLater(&Engine::openAgain);
    m_postponements = 0;
    open();
}

void Engine::tryAgainLater(void (Engine::*step)())
{
    m_patience->disconnect(this);
    connect(m_patience.get(), &QTimer::timeout, this, step);
    m_patience->start(m_settings.pauseBetweenTries);
}

void Engine::tryAgain()
{
    if (m_patience && m_patience->isActive())
        m_patience->start(0);
}

void Engine::abandon(const Error &error)
{
    m_isStopping = true;
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            dismantle();
            emit failed(error);
        },
        Qt::QueuedConnection);
}

void Engine::stop()
{
    if (!m_dispatcher) {
        emit stopped();
        return;
    }
    if (std::exchange(m_isStopping, true))
        return;
    m_intake->stop();
    m_pruner->stop();
    m_sweeper->stop();
    m_historyOrders->close();
    m_patience->disconnect(this);
    connect(m_patience.get(), &QTimer::timeout, this, &Engine::losePatience);
    m_patience->start(LongestDraining);
    m_dispatcher->stop();
}

/// What is still in flight is broken off, and told; what does not even end then is left as it is
/// on disk, an open attempt that the next start finds interrupted.
void Engine::losePatience()
{
    m_dispatcher->breakOff();
    m_patience->disconnect(this);
    connect(m_patience.get(), &QTimer::timeout, this, &Engine::finishStopping,
            Qt::QueuedConnection);
    m_patience->start(LongestBreakingOff);
}

void Engine::finishStopping()
{
    if (!m_ledger)
        return;
    m_bin->stop();
    m_poster->stop();
    m_journal->flush();
    dismantle();
    emit stopped();
}

/// In reverse order of making, and here, since all of it belongs to this thread. The threads end
/// first: what they still answer finds everybody in place.
void Engine::dismantle()
{
    m_orders->close();
    m_logReader->close();
    m_valueFinder->close();
    m_trialPost->close();
    m_kinFinder->close();
    m_signatureCheck->close();
    m_deliveryOrders->close();
    m_historyOrders->close();
    m_exporter->close();
    m_configurator->close();
    m_figureCounter->close();
    if (m_ledger) {
        // The reader first: the last one to close the database brings the log home.
        m_archive->stop();
        m_ledger->stop();
        m_feed->flush();
    }
    m_patience.reset();
    m_bin.reset();
    m_intake.reset();
    m_bookkeeper.reset();
    m_feed.reset();
    m_dispatcher.reset();
    m_sweeper.reset();
    m_pruner.reset();
    m_journal.reset();
    m_poster.reset();
    m_archive.reset();
    m_ledger.reset();
    m_dataDirectory.reset();
}

void Engine::setDispatching(bool isOn)
{
    if (!m_dispatcher)
        return;
    m_dispatcher->setDispatching(isOn);
    if (!isOn)
        m_trialPost->refuseAll();
    m_feed->noteStatus();
}

bool Engine::mayBeLookingUp()
{
    return Resolver::mayBeLookingUp();
}

DestinationStatus Engine::statusOf(const Directory::Entry &entry) const
{
    const Destination &destination = entry.registration.destination;
    return {destination,
            entry.lastAttempt,
            entry.recent,
            m_dispatcher->waitingCount(destination.id),
            m_dispatcher->inFlightCount(destination.id),
            entry.failuresInARow,
            m_dispatcher->probeAt(destination.id),
            m_dispatcher->heldUntil(destination.id),
            m_dispatcher->nextAt(destination.id)};
}

void Engine::completeStatus(EngineStatus &status) const
{
    status.apiUrl = localUrl(m_intake->port());
    status.binUrl = localUrl(m_bin->port());
    status.waiting = m_dispatcher->waitingCount();
    status.inFlight = m_dispatcher->inFlightCount();
    status.isDispatching = m_dispatcher->isDispatching();
    status.isRunning = m_isRunning;
    status.trouble = m_trouble.isEmpty() ? m_startTrouble : m_trouble;
    if (m_trouble.isEmpty())
        status.takenPort = m_takenPort;
    status.recovery = m_recovery;
}

} // namespace Core
