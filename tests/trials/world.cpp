// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/world.h"

#include "core/history.h"
#include "tests/support/engineshare.h"
#include "tests/support/memoryrecords.h"
#include "tests/support/storefixture.h"

#include <QThread>

using namespace Core;

namespace {

using namespace std::chrono_literals;

constexpr Milliseconds LongestMadness = 48h;
constexpr Milliseconds LongestAftermath = 24h * 14; ///< a wall clock set back makes due times late
constexpr double CrashPerWrite = 0.002;
constexpr double JumpPerWrite = 0.005;

/// Takes real time for simulated time: twice what a day may take when every core lives through one.
void linger(Milliseconds pause)
{
    constexpr Milliseconds DayTakes = 40ms;
    const auto share
        = static_cast<double>(pause / 1ms) / static_cast<double>(Milliseconds{24h} / 1ms);
    const auto taken = std::chrono::duration<double, std::micro>(DayTakes)
        * (share * QThread::idealThreadCount());
    QThread::usleep(static_cast<unsigned long>(taken.count()));
}

} // namespace

struct World::House
{
    explicit House(World &world)
        : poster([&world](const Shipment &shipment) { return world.take(shipment); })
        , writer(world.m_store,
                 [this, &world](const Outcome &outcome) {
                     world.m_witness.noteRecorded(outcome);
                     passOn(told(outcome, world.m_deceit), dispatcher);
                 })
        , journal(writer)
        , dispatcher(writer, poster, world.m_clock,
                     {world.m_maxInFlight, [&world] {
                          const double share = world.m_dice.share();
                          return world.m_deceit == Deceit::Haste ? share - 0.5 : share;
                      }})
    {
        QObject::connect(&dispatcher, &Dispatcher::attemptEnded, &journal,
                         [&world](const FinishAttempt &finish) { world.noteEnd(finish); });
        QObject::connect(&dispatcher, &Dispatcher::responseEnded, &journal,
                         [&world](const KeepResponse &response) { world.noteBody(response); });
    }

    SimulatedPoster poster;
    SteppedWriter writer;
    Journal journal;
    Dispatcher dispatcher;
};

World::World(quint64 seed, Deceit deceit)
    : m_born(m_clock.tick())
    , m_dice(seed)
    , m_deceit(deceit)
    , m_tables(std::make_shared<MemoryTables>())
    , m_store(m_tables, deceit)
    , m_maxInFlight(m_dice.between(1, 12))
    , m_witness(m_tables, m_clock, m_maxInFlight)
{
    makeDestinations();
    open();
    planLife();
}

World::~World() = default;

void World::makeDestinations()
{
    const auto opened = m_store.open(m_clock.now());
    Q_ASSERT(opened);
    const int count = m_dice.between(1, 4);
    for (int number = 1; number <= count; ++number) {
        const AddDestination add{{randomDestination(number), {}}, false, m_clock.now()};
        const auto written = m_store.write({add});
        const Outcome outcome = *written->first();
        m_witness.noteRecorded(outcome);
        m_receivers[std::get<DestinationAdded>(outcome).registration.destination.id]
            = {randomMood(m_dice), !m_dice.happens(0.3)};
    }
}

Destination World::randomDestination(int number)
{
    Destination destination = makeRegistration(QStringLiteral("d%1").arg(number),
                                               QStringLiteral("http://localhost/%1").arg(number))
                                  .destination;
    destination.signature = SignatureScheme::None;
    destination.timeout = Milliseconds{std::chrono::seconds{m_dice.between(1, 60)}};
    destination.concurrency = m_dice.between(1, 6);
    destination.ordered = m_dice.happens(0.25);
    if (m_dice.happens(0.5))
        destination.heartbeat = m_dice.between(10min, 120min);
    if (m_dice.happens(0.3))
        destination.rateLimit
            = RateLimit{m_dice.between(1, 5), m_dice.happens(0.5) ? 1s : Milliseconds{1min}};
    // There are more heartbeats than such a limit allows.
    if (m_dice.happens(0.1)) {
        destination.rateLimit = RateLimit{m_dice.between(1, 2), 30min};
        destination.heartbeat = m_dice.between(5min, 20min);
    }
    if (m_dice.happens(0.3))
        destination.retryOn = {429};
    if (m_dice.happens(0.5)) {
        destination.retry.emplace();
        for (int left = m_dice.between(0, 6); left > 0; --left)
            destination.retry->push_back(m_dice.between(0ms, 2h));
    }
    return destination;
}

void World::planLife()
{
    m_healedAt = m_born + m_dice.between(6h, LongestMadness);
    planOften(5, 25, [this] { publish(); });
    planOften(2, 20, [this] { m_receivers[randomDestinationId()].mood = randomMood(m_dice); });
    planOften(0, 8, [this] { meddle(); });
    planOften(0, 4, [this] { crash(); });
    planOften(0, 2, [this] { stop(); });
    planOften(0, 3, [this] { haveTrouble(); });
    planOften(0, 3, [this] { setWallClock(); });
    planHeartbeats();
    m_agenda.plan(m_healedAt, [this] { heal(); });
}

/// Plans \a action for some moments of the mad time.
void World::planOften(int least, int most, const Agenda::Action &action)
{
    for (int left = m_dice.between(least, most); left > 0; --left)
        m_agenda.plan(m_born + m_dice.between(1ms, m_healedAt - m_born - 1ms), action);
}

void World::planHeartbeats()
{
    m_agenda.plan(m_clock.tick() + m_dice.between(10min, 90min), [this] {
        if (m_isHealed)
            return;
        if (m_house) {
            m_witness.noteHeartbeatsMade();
            m_house->dispatcher.makeHeartbeats();
        }
        planHeartbeats();
    });
}

void World::heal()
{
    m_isHealed = true;
    m_store.setTrouble(false);
    for (auto &[id, receiver] : m_receivers)
        receiver.mood = Mood::Good;
    if (!m_house)
        open();
    for (const auto &[id, row] : m_tables->rows.destinations) {
        if (row.removedAt)
            submit(RestoreDestination{id});
        submit(SetDestinationState{id, DestinationState::Active, {}});
    }
    submit(ContinueRemovals{});
}

QString World::run()
{
    constexpr int LongestLife = 200'000;
    int steps = 0;
    while (m_witness.fault().isEmpty() && !isOver() && ++steps < LongestLife
           && m_clock.tick() < m_healedAt + LongestAftermath)
        step();
    if (m_witness.fault().isEmpty() && steps == LongestLife)
        return QStringLiteral("it goes round in circles");
    if (m_witness.fault().isEmpty())
        m_witness.checkEnd();
    return m_witness.fault();
}

void World::step()
{
    const auto planned = m_agenda.next();
    const auto wakeUp = m_house ? m_house->dispatcher.nextWakeUp() : std::nullopt;
    const bool isWakeUp = wakeUp && (!planned || *wakeUp < *planned);
    const auto at = isWakeUp ? wakeUp : planned;
    // With nothing to come, whatever still waits does so for ever.
    const Milliseconds pause
        = at ? std::max(Milliseconds{0}, *at - m_clock.tick()) : LongestAftermath;
    m_clock.advance(pause);
    if (m_deceit == Deceit::Sloth)
        linger(pause);
    if (isWakeUp)
        m_house->dispatcher.dispatchDue();
    else if (planned)
        m_agenda.takeNext()();
    planWrite();
}

bool World::isOver() const
{
    return m_isHealed && !m_house->writer.hasWork() && m_house->journal.unwrittenCount() == 0
        && m_house->dispatcher.waitingCount() == 0 && m_house->dispatcher.inFlightCount() == 0;
}

void World::open()
{
    if (m_house)
        return;
    const auto opened = m_store.open(m_clock.now());
    Q_ASSERT(opened);
    m_witness.checkBooks();
    m_witness.noteStart();
    m_house = std::make_unique<House>(*this);
    const auto registrations = m_store.registrations();
    for (Registration registration : *registrations) {
        registration.destination = told(registration.destination, m_deceit);
        m_house->dispatcher.addLane(registration);
    }
    recall(*registrations);
    m_house->dispatcher.enqueue(*m_store.waiting());
    m_house->dispatcher.start(Milliseconds{0});
}

void World::recall(const QList<Registration> &registrations)
{
    MemoryRecords records(m_tables);
    const auto opened = records.open();
    Q_ASSERT(opened);
    for (const Registration &registration : registrations) {
        const Destination &destination = registration.destination;
        const auto past = readUnsettled(records, destination, m_clock.now());
        m_house->dispatcher.recall(destination.id, *past);
    }
}

void World::crash()
{
    if (!m_house)
        return;
    ++m_life;
    m_isWritePlanned = false;
    m_house.reset();
    m_store.crash();
    m_store.close();
    m_witness.noteRestart();
    startLater();
}

void World::stop()
{
    if (!m_house)
        return;
    m_house->dispatcher.stop();
    // Claims that were handed in are answered first, and closed without a POST.
    write();
    if (!m_house)
        return;
    m_house->dispatcher.breakOff();
    m_house->journal.flush();
    write();
    crash();
}

void World::startLater()
{
    m_agenda.plan(m_clock.tick() + m_dice.between(100ms, 60s), [this] { open(); });
}

void World::publish()
{
    const int count = m_dice.happens(0.3) ? m_dice.between(2, 12) : 1;
    for (int left = count; left > 0; --left)
        publishOne(m_dice.happens(0.1));
}

void World::publishOne(bool isTest)
{
    const bool isRepeated = !m_published.isEmpty() && m_dice.happens(0.1);
    if (!isRepeated) {
        QList<DestinationId> targets{randomDestinationId()};
        if (!isTest && m_dice.happens(0.5))
            targets.append(randomDestinationId());
        NewEvent fresh
            = makeEvent(QStringLiteral("e%1").arg(m_published.size()), targets, QByteArray("{}"));
        fresh.event.kind = isTest ? EventKind::Test : EventKind::Published;
        m_published.append(fresh);
    }
    NewEvent event = isRepeated
        ? m_published.at(m_dice.between(0, static_cast<int>(m_published.size()) - 1))
        : m_published.last();
    event.event.acceptedAt = m_clock.now();
    submit(AddEvents{{event}}, [this](const Result<Outcome> &outcome) {
        if (outcome)
            m_witness.noteAcknowledged(std::get<EventsAdded>(*outcome).events.first());
    });
}

/// What people do in the meantime.
void World::meddle()
{
    const DestinationId id = randomDestinationId();
    const QString url = m_tables->rows.destinations.at(id).registration.destination.url;
    switch (m_dice.between(0, 10)) {
    case 0:
        return submit(SetDestinationState{id, DestinationState::Paused, {}});
    case 1:
        return submit(SetDestinationState{id, DestinationState::Active, {}});
    case 2:
        return submit(RemoveDestination{id, m_clock.now(), m_dice.between(0, 2)});
    case 3:
        return submit(RestoreDestination{id, m_dice.between(0, 2)});
    case 9:
        return submit(ContinueRemovals{m_dice.between(1, 2)});
    case 4:
        return submit(ResendDelivery{randomDeliveryId(), m_dice.happens(0.5), m_clock.now()});
    case 5:
        return submit(CancelDelivery{randomDeliveryId(), m_clock.now()});
    case 6:
        return submit(recovery(id));
    case 7:
        return submit(
            ChangeDestination{id, {{QStringLiteral("heartbeat"), QStringLiteral("off")}}});
    case 8:
        return submit(ChangeDestination{id, {{QStringLiteral("heartbeat"), QStringLiteral("1h")}}});
    default:
        return submit(ChangeDestination{id, {{QStringLiteral("destination"), url + u'x'}}});
    }
}

void World::setWallClock()
{
    const Milliseconds jump = m_dice.between(1s, m_dice.happens(0.5) ? 1h : 72h);
    const bool isForward = m_dice.happens(0.5);
    m_clock.jumpWall(isForward ? jump : -jump);
    if (isForward)
        m_witness.noteWallSetForward();
}

void World::haveTrouble()
{
    if (m_isHealed)
        return;
    m_store.setTrouble(true);
    m_agenda.plan(m_clock.tick() + m_dice.between(10ms, 10min),
                  [this] { m_store.setTrouble(false); });
}

void World::submit(const Change &change, Writer::Answer answer)
{
    if (m_house)
        m_house->writer.submit(change, &m_house->journal, std::move(answer));
}

/// The disk takes its time; what comes in meanwhile shares the next write.
void World::planWrite()
{
    if (!m_house || m_isWritePlanned || !m_house->writer.hasWork())
        return;
    m_isWritePlanned = true;
    m_agenda.plan(m_clock.tick() + m_dice.between(1ms, 20ms), [this, life = m_life] {
        if (life != m_life)
            return;
        m_isWritePlanned = false;
        write();
    });
}

void World::write()
{
    const bool crashes = !m_isHealed && m_dice.happens(CrashPerWrite);
    if (crashes && m_dice.happens(0.5))
        return crash();
    const auto written = m_house->writer.write();
    if (crashes)
        return crash();
    if (!m_isHealed && m_dice.happens(JumpPerWrite))
        setWallClock();
    m_house->writer.tell(written);
    // The journal tries again by itself, by a timer of the real world.
    if (written)
        return;
    m_witness.noteTrouble();
    m_agenda.plan(m_clock.tick() + 1s, [this, life = m_life] {
        if (life == m_life)
            m_house->journal.flush();
    });
}

Report World::take(const Shipment &shipment)
{
    const Fate fate = fateOf(m_receivers.at(shipment.destination), shipment, m_dice);
    m_witness.notePost(shipment, fate);
    if (m_deceit == Deceit::Repetition && m_dice.happens(0.01))
        m_witness.notePost(shipment, fate);
    Report report;
    report.attempt = shipment.attempt;
    report.status = fate.status;
    report.failure = fate.failure;
    report.startedAt = m_clock.now();
    report.timings.connect = fate.underWay;
    report.timings.wait = fate.delay - fate.underWay;
    report.timings.total = fate.delay;
    report.sentAt = m_clock.tick() + fate.underWay;
    if (fate.retryAfter && m_deceit != Deceit::Deafness)
        report.responseHeaders
            = {{"Retry-After", QByteArray::number(fate.retryAfter->count() / 1000)}};
    report.isBodyComing = fate.bodyDelay.has_value();
    report.isResponseCut = report.isBodyComing;
    m_agenda.plan(m_clock.tick() + fate.delay, [this, report, fate, life = m_life] {
        if (life == m_life)
            land(report, fate);
    });
    return report;
}

void World::land(const Report &report, const Fate &fate)
{
    if (!m_house->poster.isFlying(report.attempt))
        return;
    if (fate.bodyDelay) {
        const LateBody body{report.attempt, "body", false, *fate.bodyDelay};
        m_agenda.plan(m_clock.tick() + *fate.bodyDelay, [this, body, life = m_life] {
            if (life == m_life && m_house->poster.isReceiving(body.attempt))
                m_house->poster.endBody(body);
        });
    }
    m_house->poster.report(report);
    if (m_deceit != Deceit::Insistence)
        return;
    for (const auto &[destination, receiver] : m_receivers)
        m_house->dispatcher.forgive(destination);
}

void World::noteEnd(const FinishAttempt &finish)
{
    m_witness.noteEnd(finish);
    m_house->journal.record(finish);
    // A receiver may have said that it is gone just before all was well.
    if (m_isHealed && finish.attempt.status == 410)
        m_agenda.plan(m_clock.tick() + 1min, [this, id = finish.attempt.destination] {
            submit(SetDestinationState{id, DestinationState::Active, {}});
        });
}

void World::noteBody(const KeepResponse &response)
{
    m_witness.noteBody(response);
    m_house->journal.keep(response);
}

DestinationId World::randomDestinationId()
{
    auto entry = m_receivers.begin();
    std::advance(entry, m_dice.between(0, static_cast<int>(m_receivers.size()) - 1));
    return entry->first;
}

/// Any that was ever made, as a person may name one.
DeliveryId World::randomDeliveryId()
{
    const auto &deliveries = m_tables->rows.deliveries;
    if (deliveries.empty())
        return {};
    auto entry = deliveries.begin();
    std::advance(entry, m_dice.between(0, static_cast<int>(deliveries.size()) - 1));
    return entry->first;
}

RecoverDeliveries World::recovery(DestinationId destination) const
{
    RecoverDeliveries change{destination, {}, m_clock.now()};
    for (const auto &[id, row] : m_tables->rows.deliveries) {
        if (row.delivery.destination == destination && m_tables->rows.isRecoverable(id))
            change.deliveries.append(id);
    }
    return change;
}
