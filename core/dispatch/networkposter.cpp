// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/networkposter.h"

#include <QCoreApplication>
#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace Core {

namespace {

/// Scheme, host and port as they stand in \a url: equal for the POSTs that share connections.
QStringView originOf(const QString &url)
{
    const qsizetype path = url.indexOf(u'/', url.indexOf(u"://") + 3);
    return QStringView(url).first(path < 0 ? url.size() : path);
}

/// They share the threads on which the system looks names up, and one that hangs must not take all
/// of a worker's part.
constexpr int MostWorkers = 4;

Report notSent(const Shipment &shipment, Time now)
{
    Report report;
    report.attempt = shipment.attempt;
    report.failure = Failure::NotSent;
    report.detail = stoppingReason();
    report.startedAt = now;
    return report;
}

} // namespace

NetworkPoster::NetworkPoster(const Clock &clock, AddressPolicy policy, PosterOptions options,
                             QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_policy(std::move(policy))
    , m_options(std::move(options))
{
    if (m_options.workerCount <= 0)
        m_options.workerCount = std::clamp(QThread::idealThreadCount(), 1, MostWorkers);
}

NetworkPoster::~NetworkPoster()
{
    m_handler = {};
    m_lateBodyHandler = {};
    m_departureHandler = {};
    stop();
}

void NetworkPoster::start()
{
    if (!m_crews.empty())
        return;
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    for (int number = 1; number <= m_options.workerCount; ++number) {
        m_crews.push_back(std::make_unique<Crew>());
        startCrew(*m_crews.back(), number);
    }
}

void NetworkPoster::startCrew(Crew &crew, int number)
{
    crew.worker = new PosterWorker(m_clock, m_policy, m_options);
    crew.worker->moveToThread(&crew.thread);
    connect(&crew.thread, &QThread::started, crew.worker, &PosterWorker::start);
    connect(&crew.thread, &QThread::finished, crew.worker, &QObject::deleteLater);
    connect(crew.worker, &PosterWorker::reported, this, &NetworkPoster::hand);
    connect(crew.worker, &PosterWorker::bodiesEnded, this, &NetworkPoster::handLate);
    connect(crew.worker, &PosterWorker::departed, this, &NetworkPoster::handOn);
    crew.thread.setObjectName(QStringLiteral("poster %1").arg(number));
    crew.thread.start();
}

void NetworkPoster::stop()
{
    sendOutboxes();
    for (const auto &crew : m_crews) {
        QMetaObject::invokeMethod(crew->worker, &PosterWorker::abortAll,
                                  Qt::BlockingQueuedConnection);
        crew->thread.quit();
    }
    for (const auto &crew : m_crews)
        crew->thread.wait();
    // The workers' last reports lie in our event queue, which may not be served any more.
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    m_crews.clear();
}

void NetworkPoster::setPolicy(const AddressPolicy &policy)
{
    sendOutboxes();
    m_policy = policy;
    for (const auto &crew : m_crews) {
        PosterWorker *worker = crew->worker;
        QMetaObject::invokeMethod(worker, [worker, policy] { worker->setPolicy(policy); });
    }
}

void NetworkPoster::setReportHandler(ReportHandler handler)
{
    m_handler = std::move(handler);
}

void NetworkPoster::setLateBodyHandler(LateBodyHandler handler)
{
    m_lateBodyHandler = std::move(handler);
}

void NetworkPoster::setDepartureHandler(DepartureHandler handler)
{
    m_departureHandler = std::move(handler);
}

void NetworkPoster::post(const Shipment &shipment)
{
    if (m_crews.empty()) {
        QMetaObject::invokeMethod(
            this, [this, report = notSent(shipment, m_clock.now())] { hand({report}); },
            Qt::QueuedConnection);
        return;
    }
    const std::size_t index = qHash(originOf(shipment.url)) % m_crews.size();
    m_crews[index]->outbox.append(shipment);
    if (!std::exchange(m_isSendingSoon, true))
        QMetaObject::invokeMethod(this, &NetworkPoster::sendOutboxes, Qt::QueuedConnection);
}

void NetworkPoster::abortAll()
{
    sendOutboxes();
    for (const auto &crew : m_crews)
        QMetaObject::invokeMethod(crew->worker, &PosterWorker::abortAll);
}

void NetworkPoster::sendOutboxes()
{
    m_isSendingSoon = false;
    for (const auto &crew : m_crews) {
        if (crew->outbox.isEmpty())
            continue;
        PosterWorker *worker = crew->worker;
        QMetaObject::invokeMethod(worker, [worker, shipments = std::exchange(crew->outbox, {})] {
            worker->post(shipments);
        });
    }
}

void NetworkPoster::hand(const QList<Report> &reports)
{
    if (m_handler)
        m_handler(reports);
}

void NetworkPoster::handLate(const QList<LateBody> &bodies)
{
    if (m_lateBodyHandler)
        m_lateBodyHandler(bodies);
}

void NetworkPoster::handOn(const Departure &departure)
{
    if (m_departureHandler)
        m_departureHandler(departure);
}

} // namespace Core
