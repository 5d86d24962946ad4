// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilerows.h"

#include "core/dispatch/posterworker.h"
#include "core/store/sqlitestore.h"
#include "tests/support/engineshare.h"
#include "tests/support/storefixture.h"

#include <algorithm>
#include <utility>

namespace Core {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype ScenesTogether = 40;
constexpr Milliseconds PauseBetween{50}; ///< before the second attempt
constexpr Milliseconds LongestAwaited{10'000}; ///< of what receivers ask for
constexpr Milliseconds TimeBeside{15'000}; ///< for all but the attempts' deadlines
constexpr qsizetype MaxKeptHeaders = 33'000;

/// Whether a second attempt follows within the time of the trial.
bool isTriedAgain(const HostileCase &hostile)
{
    return hostile.expected.outcome == AttemptOutcome::Temporary
        && hostile.expected.retryAfter.value_or(0ms) <= LongestAwaited;
}

/// What the row with \a number must tell.
Expectation expectationOf(const HostileCase &hostile, int number)
{
    return number > 1 && hostile.isSecondPostAnswered ? told({}, {}, 200).expected
                                                      : hostile.expected;
}

DeliveryState endOf(const HostileCase &hostile)
{
    const int last = isTriedAgain(hostile) ? 2 : 1;
    const AttemptOutcome outcome = expectationOf(hostile, last).outcome;
    if (outcome == AttemptOutcome::Delivered)
        return DeliveryState::Delivered;
    const bool isAwaited = outcome == AttemptOutcome::Temporary && last == 1;
    return isAwaited ? DeliveryState::Waiting : DeliveryState::Failed;
}

/// A row as it was closed: what comes later is the answer's body alone.
Attempt withoutBody(Attempt attempt)
{
    attempt.responseBytes = 0;
    attempt.timings.receive.reset();
    attempt.deliveryState = {};
    return attempt;
}

QByteArray keyOf(const Attempt &row)
{
    return toString(row.delivery).toLatin1() + ' ' + QByteArray::number(row.number);
}

QByteArray keyOf(const ReceivedRequest &request)
{
    return headerValue(request.headers, "Hookpost-Delivery") + ' '
        + headerValue(request.headers, "Hookpost-Attempt");
}

class Complaints final
{
public:
    Complaints(QStringList &list, int number)
        : m_list(list)
        , m_number(number)
    {
    }

    void demand(bool isTrue, const QString &complaint)
    {
        if (!isTrue)
            m_list.append(QStringLiteral("row %1: %2").arg(m_number).arg(complaint));
    }

private:
    QStringList &m_list;
    int m_number;
};

void judgeVerdict(const Attempt &row, const Expectation &expected, Complaints &complaints)
{
    complaints.demand(row.outcome == expected.outcome,
                      QStringLiteral("outcome %1").arg(static_cast<int>(row.outcome)));
    complaints.demand(row.status == expected.status, QStringLiteral("status %1").arg(row.status));
    complaints.demand(!expected.failure || row.failure == *expected.failure,
                      QStringLiteral("told as \"%1\"").arg(row.error));
    complaints.demand(!expected.phase || row.phase == *expected.phase,
                      QStringLiteral("phase %1").arg(static_cast<int>(row.phase)));
    const QString words = row.status > 0 ? QString() : toWords(row.failure, row.phase);
    complaints.demand(row.error.startsWith(words) && row.error.isEmpty() == words.isEmpty(),
                      QStringLiteral("the words are \"%1\"").arg(row.error));
    complaints.demand(row.failure != Failure::TlsFailed || row.error.size() > words.size(),
                      QStringLiteral("no reason"));
}

void judgeTranscript(const AttemptRecord &record, const Expectation &expected,
                     Complaints &complaints)
{
    const QByteArray &body = record.transcript.responseBody;
    complaints.demand(!expected.body || body == *expected.body,
                      QStringLiteral("kept another body, of %1 bytes").arg(body.size()));
    complaints.demand(body.size() <= PosterWorker::MaxBodyBytes,
                      QStringLiteral("kept %1 bytes").arg(body.size()));
    complaints.demand(record.attempt.responseBytes == body.size(),
                      QStringLiteral("tells of %1 bytes").arg(record.attempt.responseBytes));
    complaints.demand(headersToLines(record.transcript.responseHeaders).size() <= MaxKeptHeaders,
                      QStringLiteral("kept too long headers"));
}

} // namespace

HostileRows::HostileRows(Poster &poster, FakeLookUp &lookUp)
    : m_lookUp(lookUp)
    , m_ledger(std::make_unique<SqliteStore>(m_directory.path()))
    , m_records(m_directory.path())
    , m_journal(m_ledger)
    , m_dispatcher(m_ledger, poster, m_clock)
{
    connect(&m_ledger, &Ledger::recorded, this, &HostileRows::take);
    connect(&m_dispatcher, &Dispatcher::attemptEnded, &m_journal, &Journal::record);
    connect(&m_dispatcher, &Dispatcher::responseEnded, &m_journal, &Journal::keep);
    connect(&m_journal, &Journal::refused, this, [this](const FinishAttempt &finish) {
        m_unclosed.append(toString(finish.attempt.id));
        m_dispatcher.abandon(finish);
    });
}

HostileRows::~HostileRows()
{
    m_dispatcher.stop();
    m_ledger.stop();
}

bool HostileRows::start()
{
    bool isOpen = false;
    connect(&m_ledger, &Ledger::opened, this, [&isOpen] { isOpen = true; });
    m_ledger.start(m_clock.now());
    m_dispatcher.start(0ms);
    return m_trap.start() && m_api.start() && QTest::qWaitFor([&isOpen] { return isOpen; })
        && m_records.open();
}

QList<Finding> HostileRows::play(const HostileCases &cases)
{
    QList<Finding> findings;
    for (qsizetype first = 0; first < cases.size(); first += ScenesTogether)
        playTogether(cases.mid(first, ScenesTogether), findings);
    return findings;
}

void HostileRows::playTogether(const HostileCases &cases, QList<Finding> &findings)
{
    std::vector<std::shared_ptr<Scene>> scenes;
    Milliseconds patience{0};
    for (const HostileCase &hostile : cases) {
        scenes.push_back(std::make_shared<Scene>());
        Scene &scene = *scenes.back();
        scene.hostile = hostile;
        scene.finding.name = hostile.name;
        scene.receiver = std::make_unique<HostileReceiver>(
            hostile, SharedPorts{m_trap.serverPort(), m_api.serverPort()});
        patience = std::max(patience, 2 * hostile.timeout + TimeBeside);
        begin(scenes.back());
    }
    const auto areOver = [this, &scenes] {
        return std::all_of(scenes.begin(), scenes.end(),
                           [](const auto &scene) { return isOver(*scene); })
            && m_dispatcher.inFlightCount() == 0 && m_journal.unwrittenCount() == 0;
    };
    const bool isInTime = QTest::qWaitFor(areOver, static_cast<int>(patience.count()));
    for (const auto &scene : scenes) {
        if (!isInTime && !isOver(*scene))
            scene->finding.complaints.append(QStringLiteral("it did not end"));
        judge(*scene);
        findings.append(scene->finding);
    }
    m_scenes.clear();
}

void HostileRows::begin(const std::shared_ptr<Scene> &begun)
{
    const Scene &scene = *begun;
    static_cast<void>(QTest::qWaitFor([&scene] { return scene.receiver->isReady(); }));
    setUpNames(m_lookUp, scene.hostile, scene.receiver->url());
    Registration registration = makeRegistration(scene.hostile.name, scene.receiver->url());
    registration.secrets.current = "whsec_" + QByteArray(32, 'k').toBase64();
    registration.destination.timeout = scene.hostile.timeout;
    registration.destination.retry = std::vector<Milliseconds>{PauseBetween};
    m_ledger.submit(
        AddDestination{registration, false, m_clock.now()}, this,
        [this, begun](const Result<Outcome> &outcome) {
            if (outcome)
                publish(begun, std::get<DestinationAdded>(*outcome).registration.destination.id);
        });
}

void HostileRows::publish(const std::shared_ptr<Scene> &begun, DestinationId destination)
{
    NewEvent event = makeEvent(QStringLiteral("evt_%1").arg(++m_lastEvent), {destination},
                               begun->hostile.body);
    event.event.acceptedAt = m_clock.now();
    m_ledger.submit(AddEvents{{event}}, this, [this, begun](const Result<Outcome> &outcome) {
        if (!outcome)
            return;
        begun->delivery
            = std::get<EventsAdded>(*outcome).events.constFirst().deliveries.value(0).id;
        m_scenes.insert(begun->delivery.value, begun);
    });
}

void HostileRows::take(const QList<Outcome> &outcomes)
{
    for (const Outcome &outcome : outcomes) {
        const auto *const ended = std::get_if<AttemptFinished>(&outcome);
        const auto scene = ended ? m_scenes.value(ended->delivery.id.value) : nullptr;
        if (scene)
            scene->finished.append(*ended);
        passOn(outcome, m_dispatcher);
    }
}

bool HostileRows::isOver(const Scene &scene)
{
    return !scene.finished.isEmpty()
        && (isEnded(scene.finished.constLast().delivery.state) || !isTriedAgain(scene.hostile));
}

void HostileRows::judge(Scene &scene)
{
    QStringList &complaints = scene.finding.complaints;
    const auto record = m_records.delivery(scene.delivery);
    if (!record) {
        complaints.append(record.error().sentence);
        return;
    }
    const HostileCase &hostile = scene.hostile;
    const QList<Attempt> &rows = record->attempts;
    if (rows.size() != (isTriedAgain(hostile) ? 2 : 1))
        complaints.append(QStringLiteral("%1 rows").arg(rows.size()));
    if (record->delivery.state != endOf(hostile))
        complaints.append(QStringLiteral("the delivery came to state %1")
                              .arg(static_cast<int>(record->delivery.state)));
    QList<QByteArray> expected;
    QStringList words;
    for (const Attempt &row : rows) {
        words.append(toWords(row));
        judgeRow(scene, row, complaints);
        expected.insert(expected.end(), expectationOf(hostile, row.number).posts, keyOf(row));
    }
    QList<QByteArray> seen;
    for (const ReceivedRequest &request : scene.receiver->requests()) {
        seen.append(keyOf(request));
        if (request.method != "POST" || request.body != hostile.body)
            complaints.append(QStringLiteral("another request was seen"));
    }
    std::sort(seen.begin(), seen.end());
    if (seen != expected)
        complaints.append(QStringLiteral("%1 POSTs for %2 rows").arg(seen.size()).arg(rows.size()));
    scene.finding.told = words.join(QStringLiteral(", then "));
    m_rowCount += static_cast<int>(rows.size());
    m_postCount += static_cast<int>(seen.size());
}

void HostileRows::judgeRow(const Scene &scene, const Attempt &row, QStringList &list)
{
    Complaints complaints(list, row.number);
    const Expectation expected = expectationOf(scene.hostile, row.number);
    judgeVerdict(row, expected, complaints);
    QList<Attempt> closed;
    for (const AttemptFinished &finished : scene.finished) {
        if (finished.attempt.id == row.id)
            closed.append(withoutBody(finished.attempt));
    }
    complaints.demand(closed.size() == 1 && !m_unclosed.contains(toString(row.id)),
                      QStringLiteral("closed %1 times").arg(closed.size()));
    complaints.demand(closed.isEmpty() || closed.constFirst() == withoutBody(row),
                      QStringLiteral("written anew after it was closed"));
    const auto record = m_records.attempt(row.id);
    complaints.demand(record.has_value(), QStringLiteral("cannot be read"));
    if (record)
        judgeTranscript(*record, expected, complaints);
}

} // namespace Core
