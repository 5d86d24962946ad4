// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/posterworker.h"

#include "core/base/log.h"
#include "core/dispatch/manager.h"
#include "core/dispatch/oneshotbody.h"
#include "core/dispatch/postrequest.h"
#include "core/dispatch/tlswords.h"
#include "core/model/destinationurl.h"

#include <QNetworkReply>

#include <algorithm>
#include <limits>
#include <utility>

namespace Core {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr Milliseconds LookInterval{20}; // between looks at how long the headers have become
constexpr Milliseconds IdleInterval{500}; // while connections are kept that nothing is awaited on
constexpr Milliseconds LongestPause{500}; // peers should soon see the ends of their connections
constexpr int ShareOfTime = 20; // one part of so many is spent on such looks at most
constexpr Milliseconds ConnectPatience{2'000}; // with one address while there are others
constexpr Milliseconds LeastPatience{1'000}; // with it, when that is no more than half of the time

QString toString(const Endpoint &endpoint)
{
    const QString host = endpoint.address.protocol() == QAbstractSocket::IPv6Protocol
        ? u'[' + endpoint.address.toString() + u']'
        : endpoint.address.toString();
    return host + u':' + QString::number(endpoint.port);
}

/// What \a report has of an answer's body.
LateBody lateBodyOf(const Report &report)
{
    return {report.attempt, report.responseBody, report.isResponseCut,
            report.timings.receive.value_or(Microseconds{0})};
}

} // namespace

PosterWorker::PosterWorker(const Clock &clock, AddressPolicy policy, PosterOptions options)
    : m_clock(clock)
    , m_policy(std::move(policy))
    , m_options(std::move(options))
{
}

PosterWorker::~PosterWorker() = default;

void PosterWorker::start()
{
    // All workers together stay below the 20 threads that the system's look-ups share; a worker
    // with few places would have none to spare where one name hangs.
    const int maxLookUps = std::max(2, 16 / std::max(1, m_options.workerCount));
    m_resolver = std::make_unique<Resolver>(m_clock, m_options.lookUp, maxLookUps);
    m_deadlines = std::make_unique<Deadlines>(
        m_clock, [this](quint64 number) { cutOff(*m_flights.at(number)); });
    m_lookout = std::make_unique<Lookout>(m_options.workerCount);
    m_lookTimer = std::make_unique<QTimer>();
    m_lookTimer->setSingleShot(true);
    connect(m_lookTimer.get(), &QTimer::timeout, this, &PosterWorker::lookAtAnswers);
}

void PosterWorker::setPolicy(const AddressPolicy &policy)
{
    m_policy = policy;
}

void PosterWorker::post(const QList<Shipment> &shipments)
{
    for (const Shipment &shipment : shipments)
        accept(shipment);
}

void PosterWorker::abortAll()
{
    const QList<quint64> waiting = m_queue.takeAllWaiting();
    for (const quint64 number : waiting) {
        const auto found = m_flights.find(number);
        found->second->report.failure = Failure::NotSent;
        found->second->report.detail = stoppingReason();
        found->second->report.startedAt = m_clock.now();
        tell(found->second->report);
        leave(*found->second);
        m_flights.erase(found);
    }
    while (!m_flights.empty()) {
        Flight &flight = *m_flights.begin()->second;
        if (flight.answered)
            conclude(flight, true);
        else if (mayHaveLeft(flight))
            breakOff(flight);
        else
            fail(flight, {Failure::NotSent, phaseOf(flight), stoppingReason()});
    }
    flush();
}

void PosterWorker::accept(const Shipment &shipment)
{
    Report report;
    report.attempt = shipment.attempt;
    report.startedAt = m_clock.now();
    const Result<QUrl> url = destinationUrl(shipment.url);
    if (!url) {
        report.failure = Failure::AddressRefused;
        report.detail = url.error().sentence;
        tell(report);
        return;
    }
    if (const Result<> headers = checkHeaders(shipment.headers); !headers) {
        qCWarning(lcDispatch).noquote().nospace()
            << "refused attempt=" << toString(shipment.attempt)
            << " reason=" << headers.error().sentence;
        report.failure = Failure::NotSent;
        report.detail = headers.error().sentence;
        tell(report);
        return;
    }
    auto flight = std::make_unique<Flight>();
    flight->number = ++m_lastNumber;
    flight->shipment = shipment;
    flight->url = *url;
    flight->report = report;
    join(*flight);
    const QString group = flight->group;
    m_flights.emplace(flight->number, std::move(flight));
    serve(group);
}

/// Finds out with whom \a flight shares connections, and lines it up with them. Over plain http
/// there is only its destination; over https so as well, as long as the host can be written in ways
/// enough.
void PosterWorker::join(Flight &flight)
{
    const DestinationId destination = flight.shipment.destination;
    const bool isTls = flight.url.scheme() == u"https";
    const QString host = flight.url.host(QUrl::FullyEncoded);
    flight.origin = isTls ? originOf(flight.shipment, flight.url) : toString(destination);
    const int count = isTls ? spellingCount(host) : std::numeric_limits<int>::max();
    flight.spelling = m_spellings.take(flight.origin, destination, count, m_clock.tick());
    flight.group = flight.origin + u' ' + QString::number(flight.spelling);
    flight.peerName = isTls ? spelled(host, flight.spelling) : flight.group;
    m_queue.add(flight.group, destination, flight.number);
}

/// \a flight has ended or will not start.
void PosterWorker::leave(const Flight &flight)
{
    m_spellings.release(flight.origin, flight.shipment.destination, flight.spelling,
                        m_clock.tick());
}

void PosterWorker::serve(const QString &group)
{
    m_toServe.append(group);
    // A flight that fails at once frees its place while we are here; the loop takes that up, so
    // that a long queue is no deep recursion.
    if (m_isServing)
        return;
    m_isServing = true;
    while (!m_toServe.isEmpty()) {
        const QString next = m_toServe.takeFirst();
        while (const std::optional<quint64> number = m_queue.next(next))
            launch(*m_flights.at(*number));
    }
    m_isServing = false;
}

void PosterWorker::launch(Flight &flight)
{
    flight.began = SteadyClock::now();
    flight.report.startedAt = m_clock.now();
    flight.deadline = m_clock.tick() + flight.shipment.timeout;
    Shipment &shipment = flight.shipment;
    if (shipment.seal)
        renewSignature(shipment.headers, *shipment.seal, flight.report.startedAt, shipment.body);
    m_deadlines->set(flight.number, flight.deadline);
    m_resolver->resolve(flight.url.host(), flight.deadline,
                        [this, number = flight.number](const Resolution &resolution) {
                            const auto found = m_flights.find(number);
                            if (found != m_flights.end())
                                takeResolution(*found->second, resolution);
                        });
}

void PosterWorker::takeResolution(Flight &flight, const Resolution &resolution)
{
    if (QHostAddress(flight.url.host()).isNull())
        flight.report.timings.lookUp
            = std::chrono::duration_cast<Microseconds>(SteadyClock::now() - flight.began);
    if (resolution.failure != Failure::None) {
        fail(flight, {resolution.failure, Phase::LookUp, resolution.detail});
        return;
    }
    QString reason;
    for (const QHostAddress &address : resolution.addresses) {
        const Result<> verdict = m_policy.judge(address, portOf(flight.url));
        if (verdict)
            flight.untried.append(address);
        else if (reason.isEmpty())
            reason = verdict.error().sentence;
    }
    if (flight.untried.isEmpty())
        fail(flight, {Failure::AddressRefused, Phase::LookUp, reason});
    else
        send(flight);
}

void PosterWorker::send(Flight &flight)
{
    m_deadlines->set(flight.number, patienceEnd(flight, flight.untried.size()));
    flight.isWatched = false;
    flight.handshakeLook = Milliseconds{0};
    flight.endpoint = {flight.untried.takeFirst(), portOf(flight.url)};
    flight.report.remoteAddress = toString(flight.endpoint);
    const auto &manager = managerFor(flight);
    flight.manager = manager;
    flight.body = new OneShotBody(flight.shipment.body);
    const QNetworkRequest request
        = makeRequest(flight.shipment, flight.url, flight.endpoint.address, flight.peerName);
    flight.report.requestHeaders = wireHeaders(request, flight.body->size());
    flight.headBytes = headSize(flight.url, flight.report.requestHeaders);
    flight.reply = manager->post(request, flight.body);
    flight.body->setParent(flight.reply);
    // One byte more than is kept shows that there was more.
    flight.reply->setReadBufferSize(MaxBodyBytes + 1);
    watch(flight);
    if (!std::exchange(m_isAnyAwaited, true))
        m_lookTimer->start(LookInterval);
}

void PosterWorker::watch(Flight &flight)
{
    QNetworkReply *reply = flight.reply;
    connect(reply, &QNetworkReply::socketStartedConnecting, this, [this, &flight] {
        flight.connecting = SteadyClock::now();
        m_lookout->watch(flight.endpoint);
    });
    connect(flight.body, &OneShotBody::taken, this, [this, &flight] { takeConnection(flight); });
    connect(reply, &QNetworkReply::requestSent, this, [this, &flight] { takeDeparture(flight); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, &flight] { takeHeaders(flight); });
    connect(reply, &QNetworkReply::readyRead, this, [this, &flight] { takeBody(flight); });
    connect(reply, &QNetworkReply::finished, this, [this, &flight] { takeEnd(flight); });
    if (flight.url.scheme() != u"https")
        return;
    connect(reply, &QNetworkReply::encrypted, this,
            [&flight] { flight.encrypted = SteadyClock::now(); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this, &flight](const QList<QSslError> &errors) {
                noteTlsTrouble(flight, toWords(errors));
            });
}

/// Qt tells one flight what is wrong with a certificate, and ends all that wait for a connection to
/// the same peer by it.
void PosterWorker::noteTlsTrouble(const Flight &flight, const QString &words)
{
    for (const auto &[number, other] : m_flights) {
        if (other->manager == flight.manager && other->peerName == flight.peerName
            && other->endpoint == flight.endpoint)
            other->tlsTrouble = words;
    }
}

std::shared_ptr<QNetworkAccessManager> &PosterWorker::managerFor(const Flight &flight)
{
    // Whether certificates are checked belongs to a manager's connections, not to a request.
    auto &manager = flight.shipment.verifyTls ? m_verifying : m_unverifying;
    if (!manager)
        manager = makeManager();
    return manager;
}

void PosterWorker::retireManager(const Flight &flight)
{
    auto &manager = managerFor(flight);
    if (manager == flight.manager)
        manager.reset();
}

void PosterWorker::takeConnection(Flight &flight)
{
    // One that is used again has its witness from before.
    if (flight.connecting)
        m_lookout->watch(flight.endpoint);
    flight.isWatched = true;
}

void PosterWorker::takeDeparture(Flight &flight)
{
    flight.sent = SteadyClock::now();
    if (flight.shipment.tellsDeparture)
        emit departed({flight.shipment.attempt, m_clock.tick()});
}

void PosterWorker::takeHeaders(Flight &flight)
{
    if (flight.answered)
        return;
    const int status = flight.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isFinalStatus(status)) {
        // Qt takes an interim answer that it does not know for the final one and keeps the
        // connection; the answer proper, still to come, would be taken for that of the next POST.
        retireManager(flight);
        fail(flight, judgeStatus(status));
        return;
    }
    flight.answered = SteadyClock::now();
    noteAnswer(flight, *m_lookout);
    flight.report.status = status;
    const Tick now = m_clock.tick();
    flight.deadline = now + m_options.bodyTime;
    m_deadlines->set(flight.number, std::min(now + m_options.bodyGrace, flight.deadline));
}

void PosterWorker::takeBody(Flight &flight)
{
    if (flight.answered && flight.reply->bytesAvailable() > MaxBodyBytes)
        conclude(flight, true);
}

void PosterWorker::takeEnd(Flight &flight)
{
    // Some answers, such as a 307, end with an error that speaks of something else.
    if (flight.answered) {
        conclude(flight, isBodyCut(flight.reply->error()));
        return;
    }
    const Ending ending = endingOf(flight, *m_lookout);
    // Where all others fail, those that were left because they took their time get the rest of it.
    if (flight.untried.isEmpty())
        flight.untried = std::exchange(flight.left, {});
    if (mayTryNextAddress(ending) && !flight.untried.isEmpty()) {
        dropReply(flight);
        send(flight);
        return;
    }
    fail(flight, judgeSilence(ending));
}

void PosterWorker::cutOff(Flight &flight)
{
    const bool isOver = m_clock.tick() >= flight.deadline;
    if (flight.answered && isOver)
        conclude(flight, true);
    else if (flight.answered)
        tellVerdict(flight);
    else if (isOver)
        giveUp(flight);
    else
        leaveAddress(flight);
}

void PosterWorker::giveUp(Flight &flight)
{
    const Phase phase = phaseOf(flight, *m_lookout);
    if (flight.reply && !flight.sent)
        leaveConnection(flight);
    fail(flight, {Failure::TimedOut, phase, {}});
}

/// The connection of \a flight has not come about. Qt waits for it a while longer, and would have
/// the next flight wait with it, without a connection of its own.
void PosterWorker::leaveConnection(const Flight &flight)
{
    const Tick now = m_clock.tick();
    if (!m_spellings.spoil(flight.origin, flight.spelling, now + 2 * IdleConnectionTime, now))
        retireManager(flight);
}

/// When \a flight leaves its address for the next: each of \a addressCount has its share of the
/// time that is left, but enough to connect. With many addresses and little time the last ones are
/// not tried, which is better than none that had a chance.
Tick PosterWorker::patienceEnd(const Flight &flight, qsizetype addressCount) const
{
    const Tick now = m_clock.tick();
    const Milliseconds left = flight.deadline - now;
    const Milliseconds least = std::min(LeastPatience, left / 2);
    const Milliseconds share = std::max<Milliseconds>(left / addressCount, least);
    return addressCount == 1 ? flight.deadline : now + std::min(share, ConnectPatience);
}

void PosterWorker::leaveAddress(Flight &flight)
{
    if (mayHaveLeft(flight)) {
        m_deadlines->set(flight.number, flight.deadline);
        return;
    }
    // Who has taken the connection is waited for, also in the TLS handshake; it is looked for again
    // later, since it may be another's that was seen.
    if (phaseOf(flight, *m_lookout) == Phase::Tls) {
        m_deadlines->set(flight.number, patienceEnd(flight, flight.untried.size() + 1));
        return;
    }
    flight.left.append(flight.endpoint.address);
    dropReply(flight);
    send(flight);
}

/// Looks at how much has come for each flight, since Qt sets no bound.
void PosterWorker::lookAtAnswers()
{
    const Flight::Moment began = SteadyClock::now();
    // The search has a share of its own, and others may have our core meanwhile.
    const auto spent = [this] { return threadTime() - m_lookout->searchTime(); };
    const std::chrono::nanoseconds spentBefore = spent();
    m_isAnyAwaited = false;
    QList<Flight *> swollen;
    for (const auto &[number, flight] : m_flights) {
        if (!flight->reply)
            continue;
        m_isAnyAwaited = true;
        lookAt(*flight, *m_lookout, began);
        if (isSwollen(*flight, began))
            swollen.append(flight.get());
    }
    for (Flight *flight : std::as_const(swollen))
        conclude(*flight, true);
    m_lookout->sweep();
    const Milliseconds interval = m_isAnyAwaited ? LookInterval : IdleInterval;
    const auto pause = std::chrono::ceil<Milliseconds>((spent() - spentBefore) * ShareOfTime);
    if (m_isAnyAwaited || m_lookout->isWatching())
        m_lookTimer->start(std::clamp(pause, interval, std::max(interval, LongestPause)));
}

/// What the answer means is known, and its body takes its time.
void PosterWorker::tellVerdict(Flight &flight)
{
    Report &report = flight.report;
    report.responseHeaders = responseHeaders(*flight.reply);
    report.isBodyComing = true;
    report.isResponseCut = true;
    noteTimes(flight);
    report.timings.receive.reset();
    tell(report);
    m_deadlines->set(flight.number, flight.deadline);
}

void PosterWorker::conclude(Flight &flight, bool isCut)
{
    Report &report = flight.report;
    report.responseHeaders = responseHeaders(*flight.reply);
    const qint64 byteCount = flight.reply->bytesAvailable();
    report.responseBody = flight.reply->read(MaxBodyBytes);
    report.isResponseCut = isCut || byteCount > MaxBodyBytes;
    // What has come of a longer one by chance says nothing.
    report.responseBytes = report.responseBody.size();
    finish(flight);
}

void PosterWorker::fail(Flight &flight, const Silence &silence)
{
    flight.report.failure = silence.failure;
    flight.report.phase = silence.phase;
    flight.report.detail = silence.detail;
    finish(flight);
}

void PosterWorker::breakOff(Flight &flight)
{
    flight.report.isBrokenOff = true;
    flight.report.phase = phaseOf(flight);
    finish(flight);
}

void PosterWorker::dropReply(Flight &flight)
{
    QNetworkReply *reply = std::exchange(flight.reply, nullptr);
    // Qt's thread may have asked for more of it already, and gets that before the reply is deleted.
    std::exchange(flight.body, nullptr)->disconnect(this);
    // Somebody else's connection it is not likely to be; the peer should see the end of this one.
    if (flight.witness && !reply->isFinished())
        m_lookout->letGo(flight.endpoint, flight.witness);
    flight.witness.reset();
    flight.connecting.reset();
    flight.encrypted.reset();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void PosterWorker::noteTimes(Flight &flight) const
{
    const Flight::Moment end = SteadyClock::now();
    flight.report.timings = timingsOf(flight, end);
    if (const auto age = sinceSent(flight, end))
        flight.report.sentAt = m_clock.tick() - *age;
}

void PosterWorker::finish(Flight &flight)
{
    noteTimes(flight);
    if (flight.report.isBodyComing)
        tell(lateBodyOf(flight.report));
    else
        tell(flight.report);
    if (flight.reply)
        dropReply(flight);
    m_deadlines->remove(flight.number);
    const QString group = flight.group;
    m_queue.release(group, flight.shipment.destination);
    leave(flight);
    m_flights.erase(flight.number);
    serve(group);
}

void PosterWorker::tell(const Report &report)
{
    flushSoon();
    m_reports.append(report);
}

void PosterWorker::tell(const LateBody &body)
{
    flushSoon();
    m_lateBodies.append(body);
}

void PosterWorker::flushSoon()
{
    if (m_reports.isEmpty() && m_lateBodies.isEmpty())
        QMetaObject::invokeMethod(this, &PosterWorker::flush, Qt::QueuedConnection);
}

void PosterWorker::flush()
{
    if (!m_reports.isEmpty())
        emit reported(std::exchange(m_reports, {}));
    if (!m_lateBodies.isEmpty())
        emit bodiesEnded(std::exchange(m_lateBodies, {}));
}

} // namespace Core
