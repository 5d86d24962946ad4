// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/runningengine.h"

#include "core/orders.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;

EngineSettings settingsFor(const QTemporaryDir &directory)
{
    EngineSettings settings;
    settings.dataDirectory = directory.filePath(QStringLiteral("data"));
    settings.apiPort = 0;
    settings.binPort = 0;
    settings.heartbeat = Milliseconds{0};
    return settings;
}

RunningEngine::RunningEngine(const EngineSettings &settings,
                             const std::function<void(Engine &)> &join)
    : m_engine(settings)
{
    QObject::connect(&m_engine, &Engine::destinationsChanged, &m_engine,
                     [this](const QList<DestinationStatus> &changed) { latest = changed; });
    QObject::connect(&m_engine, &Engine::attemptsRecorded, &m_engine,
                     [this](const QList<Attempt> &recorded) { attempts += recorded; });
    QObject::connect(&m_engine, &Engine::capturesRecorded, &m_engine,
                     [this](const QList<Capture> &recorded) { captures += recorded; });
    if (join)
        join(m_engine);
    QSignalSpy started(&m_engine, &Engine::started);
    m_engine.start();
    if (started.wait())
        status = started.first().first().value<EngineStatus>();
}

RunningEngine::~RunningEngine()
{
    QSignalSpy stopped(&m_engine, &Engine::stopped);
    m_engine.stop();
    if (!stopped.wait(10'000))
        qWarning("the engine did not stop");
}

Destination RunningEngine::add(const QString &url)
{
    Destination destination;
    destination.name = QStringLiteral("joe");
    destination.url = url;
    latest.clear();
    m_engine.orders().addDestination(destination);
    return QTest::qWaitFor([this] { return !latest.isEmpty(); }) ? latest.first().destination
                                                                 : Destination();
}

HttpAnswer RunningEngine::call(const QByteArray &method, const QString &path,
                               const QByteArray &body, const HeaderList &headers) const
{
    return httpCall(method, status.apiUrl + path, body, headers);
}
