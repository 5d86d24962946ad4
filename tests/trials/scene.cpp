// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/scene.h"

#include "tests/support/httpcall.h"
#include "tests/trials/logreader.h"
#include "tests/trials/trialoptions.h"

#include <QTest>
#include <QUrl>

#include <algorithm>

namespace Core {

Scene::Scene(quint32 seed, int producerCount, const Cast &cast, Acknowledging acknowledging)
    : m_cast(cast)
    , m_receiver(m_history, seed)
{
    if (acknowledging == Acknowledging::BeforeStoring)
        m_relay = std::make_unique<EarlyRelay>();
    for (int i = 1; i <= producerCount; ++i)
        m_producers.push_back(std::make_unique<Producer>(QStringLiteral("p%1").arg(i), seed,
                                                         m_history, kindsFor(cast)));
    const bool isListening = m_receiver.start() && (!m_relay || m_relay->start());
    if (!isListening)
        qFatal("no port is free");
    m_steward = std::make_unique<Steward>(m_receiver.url(QStringLiteral("/fast")), m_history);
}

bool Scene::start(const QString &heartbeat, Face face)
{
    if (!m_receiver.beginRun())
        qFatal("connections of a program that is gone are still open");
    const QStringList arguments{QStringLiteral("--heartbeat=") + heartbeat};
    if (face == Face::Window ? !m_program.startWithWindow(arguments) : !m_program.start(arguments))
        return false;
    if (m_relay)
        m_relay->passOnTo(m_program.apiUrl());
    return m_history.registered.size() >= m_cast.size() || registerDestinations();
}

bool Scene::registerDestinations()
{
    return std::all_of(m_cast.begin(), m_cast.end(),
                       [this](const CastMember &one) { return registerOne(one); });
}

bool Scene::registerOne(const CastMember &one)
{
    const QString url = m_receiver.url(QString::fromLatin1(one.path));
    const HttpAnswer answer
        = httpCall("POST", m_program.apiUrl(QStringLiteral("/webhooks")), one.registration(url));
    // One whose first answer was lost is known already.
    if (answer.status != 201 && answer.status != 200)
        return false;
    m_history.registered.insert(answer.json().value(QStringLiteral("id")).toString(),
                                one.mostInFlight());
    return true;
}

void Scene::publish(int countEach)
{
    const quint16 port
        = m_relay ? m_relay->port() : static_cast<quint16>(QUrl(m_program.apiUrl()).port());
    for (const auto &producer : m_producers)
        producer->start(port, countEach);
}

void Scene::manage()
{
    m_steward->start(static_cast<quint16>(QUrl(m_program.apiUrl()).port()));
}

bool Scene::isPublishing() const
{
    return std::any_of(m_producers.begin(), m_producers.end(),
                       [](const auto &producer) { return producer->isBusy(); });
}

int Scene::acceptedCount() const
{
    return static_cast<int>(
        std::count_if(m_history.publications.begin(), m_history.publications.end(),
                      [](const TrialPublication &one) {
                          return one.answer == TrialPublication::Answer::Accepted;
                      }));
}

bool Scene::waitUntilDone(int longestMs)
{
    const auto isDone = [this] { return !m_program.isRunning() || hasEndedAll(); };
    // A long queue that is being worked off is waited for.
    constexpr int MostSpans = 10;
    auto before = unfinishedCount(m_program.apiUrl());
    for (int span = 1; span <= MostSpans; ++span) {
        if (QTest::qWaitFor(isDone, longestMs))
            return m_program.isRunning();
        const auto now = unfinishedCount(m_program.apiUrl());
        if (now >= before)
            return false;
        before = now;
    }
    return false;
}

bool Scene::heal()
{
    m_receiver.heal();
    const QStringList ids = m_history.registered.keys();
    return std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
        const QString path = QStringLiteral("/webhooks/%1/resume").arg(id);
        m_history.orders.append({id, StateMember, QStringLiteral("active"), true});
        return httpCall("POST", m_program.apiUrl(path)).status == 200;
    });
}

TrialVerdict Scene::stillWaiting() const
{
    TrialVerdict verdict = TrialVerdict::failed(QStringLiteral("deliveries still wait at the end"));
    verdict.faults.append(whatWaits(m_program.apiUrl()));
    return verdict;
}

bool Scene::hasEndedAll()
{
    if (unfinishedCount(m_program.apiUrl()) != 0)
        return false;
    // What the lanes are done with may still be on its way to the disk.
    const QList<LoggedDelivery> deliveries = readDeliveries(m_program.apiUrl());
    return std::all_of(deliveries.begin(), deliveries.end(),
                       [](const LoggedDelivery &delivery) { return delivery.hasEnded(); });
}

void Scene::kill()
{
    m_program.kill();
    for (const auto &producer : m_producers)
        producer->stop();
    m_steward->stop();
}

void Scene::notePresentDestinations()
{
    TrialLook look = lookAtDestinations(m_program.apiUrl());
    look.orderCount = m_history.orders.size();
    m_history.looks.append(look);
}

void Scene::notePresentLog()
{
    const QList<LoggedAttempt> rows = readNewestAttempts(m_program.apiUrl());
    for (const LoggedAttempt &row : rows) {
        if (!row.isOpen())
            m_history.closedBefore.append(row);
    }
}

TrialVerdict Scene::judgeLog()
{
    m_history.destinations = readDestinations(m_program.apiUrl());
    m_history.deliveries = readDeliveries(m_program.apiUrl());
    m_history.attempts = readAttempts(m_program.apiUrl());
    notePresentDestinations();
    for (const LoggedDelivery &delivery : m_history.deliveries)
        m_history.looks.last().values.insert({delivery.id, StateMember}, delivery.state);
    return judge(m_history);
}

void printVerdict(const TrialVerdict &verdict)
{
    printLine(QStringLiteral("ok %1, lost %2, unexpected %3, duplicated %4, recovered %5")
                  .arg(verdict.ok)
                  .arg(verdict.lost)
                  .arg(verdict.unexpected)
                  .arg(verdict.duplicated)
                  .arg(verdict.recovered));
    printFaults(verdict.faults);
}

} // namespace Core
