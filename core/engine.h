// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/addresspolicy.h"
#include "core/model/apicall.h"
#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/directory.h"
#include "core/settings.h"
#include "core/store/changes.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Core {

class Archive;
class BinServer;
class Bookkeeper;
class Configurator;
class DataDirectory;
class DeliveryOrders;
class Dispatcher;
class Exporter;
class Feed;
class FigureCounter;
class HistoryOrders;
class IntakeServer;
class Journal;
class KinFinder;
class Ledger;
class LogReader;
class NameCheck;
class NetworkPoster;
class Orders;
class Pruner;
class TrialPost;
class SignatureCheck;
class Sweeper;
class ValueFinder;
struct LedgerContents;

/// Builds the stations, joins them by signals, starts and stops them in order, and tells the
/// outside what has been recorded. The only place that knows them all.
///
/// Thread: one, "engine"; everything it owns is made in start(), so it may be moved there first.
/// Owns: all stations and, through them, the threads ledger, archive and posters.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    explicit Engine(EngineSettings settings, QObject *parent = nullptr);
    ~Engine() override;

    void start(); ///< started() or failed() follows.

    /// Takes no more requests, lets what is in flight finish for up to five seconds, writes what
    /// has ended; stopped() follows. Forgives being called twice and before start().
    void stop();

    /// What people ask for in the window. Refuses while nothing runs.
    Orders &orders() { return *m_orders; }
    TrialPost &trialPost() { return *m_trialPost; }
    DeliveryOrders &deliveryOrders() { return *m_deliveryOrders; }
    HistoryOrders &historyOrders() { return *m_historyOrders; }
    Exporter &exporter() { return *m_exporter; }
    Configurator &configurator() { return *m_configurator; }

    /// What its lists of the log ask for, and who types a filter for them.
    LogReader &logReader() { return *m_logReader; }
    ValueFinder &valueFinder() { return *m_valueFinder; }

    /// What people look at in the window. None answers while nothing runs.
    KinFinder &kinFinder() { return *m_kinFinder; }
    SignatureCheck &signatureCheck() { return *m_signatureCheck; }
    FigureCounter &figureCounter() { return *m_figureCounter; }

    NameCheck &nameCheck() { return *m_nameCheck; } ///< Answers at any time.

    void setDispatching(bool isOn);

    /// Whether a name is perhaps still looked up for an engine of this process, which may take half
    /// a minute and cannot be broken off. Qt's application waits for it when it goes.
    ///
    /// Thread: any.
    static bool mayBeLookingUp();

    /// While a taken port is waited for: looks at once, or listens on its free port instead, as
    /// long as this engine lives.
    void listenAgain();
    void takeOtherPort(const Core::TakenPort &taken);
    void tryAgain(); ///< At once what is tried again later, such as to open what is kept.

signals:
    void started(const Core::EngineStatus &status);
    void failed(const Core::Error &error); ///< It cannot start; nothing runs.
    void stopped();

    void historyOpened(); ///< It can be read and searched, from now on.
    void attemptsRecorded(const QList<Core::Attempt> &attempts);
    void deliveriesChanged(const QList<Core::DeliveryChange> &changes); ///< without an attempt
    void responsesKept(const QList<Core::Attempt> &attempts); ///< Their bodies came later.
    void capturesRecorded(const QList<Core::Capture> &captures);
    void pinsChanged(const QList<Core::Pin> &pins);
    /// Limits of the history have come, or a person wanted it.
    void rowsForgotten(const QList<Core::LogKey> &rows);
    void callsAnswered(const QList<Core::ApiCall> &calls);
    void destinationsChanged(const QList<Core::DestinationStatus> &destinations);
    void destinationsForgotten(const QList<Core::DestinationId> &destinations);
    void statusChanged(const Core::EngineStatus &status);

private:
    void buildStations();
    void joinStations();
    void fillFrom(const LedgerContents &contents);
    void open();
    void openAgain();
    void takeOpeningFailure(const Error &error);
    void showWhatIsThere();
    Result<> openDoors();
    void findHolder(const Error &error);
    Error namingHolder(Error error) const;
    void tryAgainLater(void (Engine::*step)());
    void openHistory();
    void readAgain();
    void recallLastRun();
    void recall(DestinationId destination, const Result<QList<Attempt>> &past);
    void goOn();
    void loadRecent(DestinationId destination);
    void listen();
    void losePatience();
    void finishStopping();
    void dismantle();
    void abandon(const Error &error);

    DestinationStatus statusOf(const Directory::Entry &entry) const;
    void completeStatus(EngineStatus &status) const;

    EngineSettings m_settings;
    SystemClock m_clock;
    Directory m_directory;
    AddressPolicy m_policy;
    // There before start(), so that the window can be joined to them.
    Orders *m_orders;
    LogReader *m_logReader;
    ValueFinder *m_valueFinder;
    KinFinder *m_kinFinder;
    SignatureCheck *m_signatureCheck;
    FigureCounter *m_figureCounter;
    TrialPost *m_trialPost;
    DeliveryOrders *m_deliveryOrders;
    HistoryOrders *m_historyOrders;
    Exporter *m_exporter;
    Configurator *m_configurator;
    NameCheck *m_nameCheck;
    QString m_trouble;
    QString m_startTrouble; ///< why it does not listen yet
    std::optional<TakenPort> m_takenPort; ///< where that is why
    RecoveryReport m_recovery;
    std::size_t m_pastsAwaited = 0; ///< before anything is dispatched

    // In the order in which each may borrow from those above it.
    std::unique_ptr<DataDirectory> m_dataDirectory;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<NetworkPoster> m_poster;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Pruner> m_pruner;
    std::unique_ptr<Sweeper> m_sweeper;
    std::unique_ptr<Dispatcher> m_dispatcher;
    std::unique_ptr<Feed> m_feed;
    std::unique_ptr<Bookkeeper> m_bookkeeper;
    std::unique_ptr<IntakeServer> m_intake;
    std::unique_ptr<BinServer> m_bin;
    std::unique_ptr<QTimer> m_patience; ///< limits how long stop() waits; or when to listen again
    int m_postponements = 0; ///< of the next try to open the store
    bool m_isShown = false; ///< what is there, while the store cannot be opened
    bool m_isRunning = false; ///< What is kept is open, and is dispatched.
    bool m_isStopping = false;
};

} // namespace Core
