// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/dispatcher.h"
#include "core/dispatch/networkposter.h"
#include "core/journal.h"
#include "core/store/ledger.h"
#include "core/store/sqlitestore.h"
#include "tests/support/engineshare.h"
#include "tests/support/storefixture.h"
#include "tests/support/testreceiver.h"
#include "tests/trials/movableclock.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QSet>
#include <QTimer>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

// A receiver is down while events for it gather, and then comes back. It is spared while it is
// down, and not run over when it is back.

namespace {

constexpr int MinutesDown = 20;
constexpr int FailuresThatOpen = 5; // the breaker
constexpr int EventsAtATime = 1000;
constexpr Milliseconds FirstPause{5'000};
constexpr Milliseconds Spread{1'000}; // 20 per cent of it
constexpr Milliseconds Patience{60'000};
constexpr int LeastPerSecond = 100; // else nobody waits any longer

/// Serves events until \a isOver, without the naps of QTest::qWaitFor(); false when it takes longer
/// than \a patience.
template<typename Condition>
bool waitFor(Condition isOver, Milliseconds patience = Patience)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(patience);
    while (!isOver() && end.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isOver();
}

/// The whole trial: dispatcher, journal and ledger between a poster and a receiver.
class Trial final : public QObject
{
    Q_DISABLE_COPY_MOVE(Trial)

public:
    explicit Trial(const TrialOptions &options);
    ~Trial() override;

    bool start();
    void run();

    const QStringList &faults() const { return m_faults; }
    QString summary() const;

private:
    bool addDestination();
    void queueEvents();
    void postAllAtOnce();
    void stayDown();
    void comeBack();
    void take(const QList<Outcome> &outcomes);
    void see(const ReceivedRequest &request);
    void judgePauses();
    void fault(const QString &what) { m_faults.append(what); }

    TrialOptions m_options;
    QTemporaryDir m_directory;
    MovableClock m_clock;
    TestReceiver m_receiver;
    NetworkPoster m_poster;
    Ledger m_ledger;
    Journal m_journal;
    Dispatcher m_dispatcher;
    DestinationId m_destination;
    int m_concurrency = 0;
    bool m_isUp = false;
    int m_seenWhileDown = 0;
    int m_mostAtOnce = 0;
    int m_repeated = 0; ///< deliveries that came again after they had been answered well
    qint64 m_recoveryMs = 0;
    QSet<QByteArray> m_delivered;
    QList<Milliseconds> m_firstPauses; ///< before the second attempts
    QStringList m_faults;
};

Trial::Trial(const TrialOptions &options)
    : m_options(options)
    , m_poster(m_clock, {})
    , m_ledger(std::make_unique<SqliteStore>(m_directory.path()))
    , m_journal(m_ledger)
    , m_dispatcher(m_ledger, m_poster, m_clock)
{
    connect(&m_ledger, &Ledger::recorded, this, &Trial::take);
    connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_journal, &Journal::record);
    connect(&m_receiver, &TestReceiver::requestReceived, this, &Trial::see);
}

Trial::~Trial()
{
    m_dispatcher.stop();
    m_poster.stop();
    m_journal.flush();
    m_ledger.stop();
}

bool Trial::start()
{
    bool isOpen = false;
    connect(&m_ledger, &Ledger::opened, this, [&isOpen] { isOpen = true; });
    m_ledger.start(m_clock.now());
    m_poster.start();
    m_dispatcher.start(0ms);
    return m_receiver.start() && waitFor([&isOpen] { return isOpen; }) && addDestination();
}

bool Trial::addDestination()
{
    Registration registration = makeRegistration(QStringLiteral("joe"), m_receiver.url());
    registration.secrets.current = "whsec_" + QByteArray(32, 'k').toBase64();
    m_concurrency = registration.destination.concurrency;
    m_ledger.submit(AddDestination{registration, false, m_clock.now()}, this,
                    [this](const Result<Outcome> &outcome) {
                        if (outcome)
                            m_destination
                                = std::get<DestinationAdded>(*outcome).registration.destination.id;
                    });
    return waitFor([this] { return !m_destination.isNull(); });
}

void Trial::run()
{
    m_receiver.setAnswer(Answer::status(503));
    if (m_options.isControl)
        postAllAtOnce();
    else
        queueEvents();
    stayDown();
    m_seenWhileDown = static_cast<int>(m_receiver.requests().size());
    const int most = FailuresThatOpen + m_concurrency - 1 + MinutesDown;
    if (m_seenWhileDown > most)
        fault(QStringLiteral("%1 POSTs came while it was down, not %2 at most")
                  .arg(m_seenWhileDown)
                  .arg(most));
    if (m_options.isControl)
        return;
    judgePauses();
    comeBack();
}

void Trial::queueEvents()
{
    int answered = 0;
    for (int number = 0; number < m_options.count;) {
        AddEvents add;
        for (; add.events.size() < EventsAtATime && number < m_options.count; ++number) {
            add.events.append(makeEvent(QStringLiteral("evt_%1").arg(number), {m_destination}));
            add.events.last().event.acceptedAt = m_clock.now();
        }
        m_ledger.submit(add, this,
                        [this, &answered, count = static_cast<int>(add.events.size())](
                            const Result<Outcome> &outcome) {
                            answered += count;
                            if (!outcome)
                                fault(outcome.error().sentence);
                        });
    }
    if (!waitFor([&] { return answered == m_options.count; }))
        fault(QStringLiteral("the events were not accepted"));
}

/// The control: nothing holds the shipments back.
void Trial::postAllAtOnce()
{
    int reported = 0;
    m_poster.setReportHandler([&reported](const QList<Report> &reports) {
        reported += static_cast<int>(reports.size());
    });
    for (int number = 1; number <= m_options.count; ++number) {
        Shipment shipment;
        shipment.attempt = AttemptId{number};
        shipment.destination = m_destination;
        shipment.url = m_receiver.url();
        shipment.headers = {{"Content-Type", "text/plain"}};
        shipment.body = "hello";
        m_poster.post(shipment);
    }
    static_cast<void>(waitFor([&] { return reported == m_options.count; }));
    m_poster.setReportHandler({});
}

void Trial::stayDown()
{
    const auto isQuiet = [this] { return m_dispatcher.inFlightCount() == 0; };
    for (int minute = 0; minute < MinutesDown; ++minute) {
        if (!waitFor(isQuiet))
            fault(QStringLiteral("an attempt did not end while the receiver was down"));
        m_clock.advance(1min);
        m_dispatcher.dispatchDue();
    }
    static_cast<void>(waitFor(isQuiet));
}

/// Those that failed together must not come back together.
void Trial::judgePauses()
{
    if (m_firstPauses.size() < FailuresThatOpen)
        return fault(QStringLiteral("hardly an attempt was made while it was down"));
    const auto [least, most] = std::minmax_element(m_firstPauses.begin(), m_firstPauses.end());
    if (*least < FirstPause - Spread || *most > FirstPause + Spread)
        fault(QStringLiteral("second attempts wait from %1 to %2 ms")
                  .arg(least->count())
                  .arg(most->count()));
    if (*least == *most)
        fault(QStringLiteral("the pauses are not spread"));
}

void Trial::comeBack()
{
    m_isUp = true;
    m_receiver.setAnswer(Answer::status(200));
    QElapsedTimer timer;
    timer.start();
    m_clock.advance(1h); // more than a probe or a second attempt waits
    m_dispatcher.dispatchDue();
    const auto isOver
        = [this] { return m_delivered.size() == m_options.count && m_ledger.pendingCount() == 0; };
    const Milliseconds patience = Patience + std::chrono::seconds{m_options.count / LeastPerSecond};
    if (!waitFor(isOver, patience))
        fault(QStringLiteral("only %1 events were delivered").arg(m_delivered.size()));
    m_recoveryMs = timer.elapsed();
    if (m_repeated > 0)
        fault(QStringLiteral("%1 events came again").arg(m_repeated));
    if (m_mostAtOnce > m_concurrency)
        fault(QStringLiteral("%1 connections at once").arg(m_mostAtOnce));
}

void Trial::take(const QList<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes) {
        const auto *const ended = std::get_if<AttemptFinished>(&outcome);
        if (ended && ended->attempt.number == 1 && ended->attempt.status == 503) {
            const Timings &timings = ended->attempt.timings;
            m_firstPauses.append(ended->delivery.dueAt - ended->attempt.startedAt
                                 - std::chrono::duration_cast<Milliseconds>(timings.total));
        }
        passOn(outcome, m_dispatcher);
    }
}

void Trial::see(const ReceivedRequest &request)
{
    m_mostAtOnce = std::max(m_mostAtOnce, m_receiver.openCount());
    if (!m_isUp)
        return;
    const QByteArray id = headerValue(request.headers, "webhook-id");
    m_repeated += m_delivered.contains(id) ? 1 : 0;
    m_delivered.insert(id);
    m_receiver.forgetRequests();
}

QString Trial::summary() const
{
    return QStringLiteral("%1 POSTs in %2 minutes of outage; %3 delivered in %4 ms afterwards, "
                          "over %5 connections at once at most")
        .arg(m_seenWhileDown)
        .arg(MinutesDown)
        .arg(m_delivered.size())
        .arg(m_recoveryMs)
        .arg(m_mostAtOnce);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Lets events gather for a receiver that is down, and the receiver come "
                       "back: it is spared before and not run over afterwards."),
        QStringLiteral("events"), 5000);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*.info=false"));
    Trial trial(options);
    if (!trial.start()) {
        printLine(QStringLiteral("the trial did not start"));
        return 1;
    }
    trial.run();
    printLine(QStringLiteral("stampede: %1 events; %2").arg(options.count).arg(trial.summary()));
    printFaults(trial.faults());
    return conclude(options, trial.faults().isEmpty());
}
