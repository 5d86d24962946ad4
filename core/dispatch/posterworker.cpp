// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/posterworker.h"

#include "core/base/log.h"
#include "core/dispatch/oneshotbody.h"
#include "core/dispatch/postrequest.h"
#include "core/model/destinationurl.h"

#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace Core {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// Names the application's proxy, which is none, in words that Qt does not see through: with "no
/// proxy" it opens plain sockets unbuffered and reads an answer's headers byte by byte, one system
/// call each.
class BufferedSockets final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery & /*query*/) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

std::shared_ptr<QNetworkAccessManager> makeManager()
{
    // Its last flight may let go of it in the middle of one of its signals.
    const auto deleteLater = [](QNetworkAccessManager *manager) { manager->deleteLater(); };
    std::shared_ptr<QNetworkAccessManager> manager(new QNetworkAccessManager, deleteLater);
    manager->setProxyFactory(new BufferedSockets);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

QString endpointName(const QHostAddress &address, int port)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
        ? u'[' + address.toString() + u']'
        : address.toString();
    return host + u':' + QString::number(port);
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == u"https" ? 443 : 80));
}

Ending endingOf(const Flight &flight)
{
    const QString words
        = flight.tlsTrouble.isEmpty() ? flight.reply->errorString() : flight.tlsTrouble;
    return {flight.reply->error(), words, phaseOf(flight), mayHaveLeft(flight)};
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
    // All workers together stay below the 20 threads that the system's look-ups share.
    const int maxLookUps = std::max(1, 16 / std::max(1, m_options.workerCount));
    m_resolver = std::make_unique<Resolver>(m_clock, m_options.lookUp, maxLookUps);
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer.get(), &QTimer::timeout, this, &PosterWorker::cutOffDue);
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
        found->second->report.startedAt = m_clock.now();
        tell(found->second->report);
        m_flights.erase(found);
    }
    while (!m_flights.empty()) {
        Flight &flight = *m_flights.begin()->second;
        if (flight.answered)
            conclude(flight, true);
        else if (mayHaveLeft(flight))
            fail(flight,
                 {Failure::ClosedWithoutAnswer, phaseOf(flight),
                  QStringLiteral("broken off by Hookpost before an answer came")});
        else
            fail(flight, {Failure::NotSent, phaseOf(flight), {}});
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
    flight->group = connectionGroup(shipment, *url);
    flight->report = report;
    m_queue.add(flight->group, shipment.destination, flight->number);
    const QString group = flight->group;
    m_flights.emplace(flight->number, std::move(flight));
    serve(group);
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
    setDue(flight, m_clock.tick() + flight.shipment.timeout);
    m_resolver->resolve(flight.url.host(),
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
    const QHostAddress address = flight.untried.takeFirst();
    flight.report.remoteAddress = endpointName(address, portOf(flight.url));
    const auto &manager = managerFor(flight);
    flight.manager = manager;
    flight.body = new OneShotBody(flight.shipment.body);
    flight.reply = manager->post(makeRequest(flight.shipment, flight.url, address), flight.body);
    flight.body->setParent(flight.reply);
    // One byte more than is kept shows that there was more.
    flight.reply->setReadBufferSize(MaxBodyBytes + 1);
    watch(flight);
}

void PosterWorker::watch(Flight &flight)
{
    QNetworkReply *reply = flight.reply;
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [&flight] { flight.connecting = SteadyClock::now(); });
    connect(reply, &QNetworkReply::requestSent, this,
            [&flight] { flight.sent = SteadyClock::now(); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, &flight] { takeHeaders(flight); });
    connect(reply, &QNetworkReply::readyRead, this, [this, &flight] { takeBody(flight); });
    connect(reply, &QNetworkReply::finished, this, [this, &flight] { takeEnd(flight); });
    if (flight.url.scheme() != u"https")
        return;
    connect(reply, &QNetworkReply::encrypted, this,
            [&flight] { flight.encrypted = SteadyClock::now(); });
    connect(reply, &QNetworkReply::sslErrors, this,
            [&flight](const QList<QSslError> &errors) { flight.tlsTrouble = toWords(errors); });
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
    flight.report.status = status;
    setDue(flight, m_clock.tick() + m_options.bodyTime);
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
    const Ending ending = endingOf(flight);
    if (mayTryNextAddress(ending) && !flight.untried.isEmpty()) {
        dropReply(flight);
        send(flight);
        return;
    }
    fail(flight, judgeSilence(ending));
}

void PosterWorker::setDue(Flight &flight, Tick due)
{
    m_deadlines.erase({flight.due, flight.number});
    flight.due = due;
    m_deadlines.insert({due, flight.number});
    armTimer();
}

void PosterWorker::armTimer()
{
    if (m_deadlines.empty())
        return;
    const Milliseconds left
        = std::max(Milliseconds{0}, m_deadlines.begin()->first - m_clock.tick());
    // Too early a time-out finds nothing to do; only too late a one would matter.
    if (!m_timer->isActive() || m_timer->remainingTimeAsDuration() > left)
        m_timer->start(left);
}

void PosterWorker::cutOffDue()
{
    const Tick now = m_clock.tick();
    while (!m_deadlines.empty() && m_deadlines.begin()->first <= now)
        cutOff(*m_flights.at(m_deadlines.begin()->second));
    armTimer();
}

void PosterWorker::cutOff(Flight &flight)
{
    if (flight.answered)
        conclude(flight, true);
    else
        fail(flight, {Failure::TimedOut, phaseOf(flight), {}});
}

void PosterWorker::conclude(Flight &flight, bool isCut)
{
    Report &report = flight.report;
    report.responseHeaders = responseHeaders(*flight.reply);
    report.responseBytes = flight.reply->bytesAvailable();
    report.responseBody = flight.reply->read(MaxBodyBytes);
    report.isResponseCut = isCut || report.responseBytes > MaxBodyBytes;
    finish(flight);
}

void PosterWorker::fail(Flight &flight, const Silence &silence)
{
    flight.report.failure = silence.failure;
    flight.report.phase = silence.phase;
    flight.report.detail = silence.detail;
    finish(flight);
}

void PosterWorker::dropReply(Flight &flight)
{
    QNetworkReply *reply = std::exchange(flight.reply, nullptr);
    flight.body = nullptr;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void PosterWorker::finish(Flight &flight)
{
    flight.report.timings = timingsOf(flight, SteadyClock::now());
    tell(flight.report);
    if (flight.reply)
        dropReply(flight);
    m_deadlines.erase({flight.due, flight.number});
    const QString group = flight.group;
    m_queue.release(group, flight.shipment.destination);
    m_flights.erase(flight.number);
    serve(group);
}

void PosterWorker::tell(const Report &report)
{
    if (m_reports.isEmpty())
        QMetaObject::invokeMethod(this, &PosterWorker::flush, Qt::QueuedConnection);
    m_reports.append(report);
}

void PosterWorker::flush()
{
    if (!m_reports.isEmpty())
        emit reported(std::exchange(m_reports, {}));
}

} // namespace Core
