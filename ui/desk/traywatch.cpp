// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/traywatch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#include <QSystemTrayIcon>

#include <chrono>
#include <utility>

namespace Gui {

namespace {

using namespace std::chrono_literals;

constexpr auto Pace = 3s;
constexpr int LooksAtStart = 20;
/// How long an older kind of tray must wait for one of the newer kind, which may still start.
constexpr int LooksForNewer = 3;
constexpr int MissesOfGone = 2;

} // namespace

TrayWatch::TrayWatch(QObject *parent)
    : QObject(parent)
    , m_ask(&QSystemTrayIcon::isSystemTrayAvailable)
    , m_services(new QDBusServiceWatcher(this))
{
    const auto service = QStringLiteral("org.kde.StatusNotifierWatcher");
    m_services->addWatchedService(service);
    m_services->setWatchMode(QDBusServiceWatcher::WatchForRegistration);
    m_timer.setInterval(Pace);
    connect(&m_timer, &QTimer::timeout, this, &TrayWatch::review);
    connect(m_services, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        m_mayAsk = true;
        look();
    });
}

void TrayWatch::setQuestion(Question isThere)
{
    m_ask = std::move(isThere);
}

/// Qt asks only once in a run whether there is a tray of the kind that is told of over the bus,
/// and so is not asked of its own accord before it has come.
void TrayWatch::start(const QDBusConnection &bus)
{
    m_mayAsk = m_mayAsk || !bus.isConnected()
        || bus.interface()->isServiceRegistered(m_services->watchedServices().constFirst());
    m_services->setConnection(bus);
    if (m_mayAsk)
        look();
    m_timer.start();
}

void TrayWatch::setReliedOn(bool isReliedOn)
{
    m_isReliedOn = isReliedOn;
    if (isReliedOn)
        m_timer.start();
}

void TrayWatch::review()
{
    ++m_looks;
    m_mayAsk = m_mayAsk || m_looks >= LooksForNewer;
    if (m_mayAsk)
        look();
    if (!m_isReliedOn && m_looks >= LooksAtStart)
        m_timer.stop();
}

void TrayWatch::look()
{
    const bool isThere = m_ask();
    m_misses = isThere || !m_isThere ? 0 : m_misses + 1;
    if (isThere && !std::exchange(m_isThere, true))
        emit came();
    if (m_misses < MissesOfGone)
        return;
    m_misses = 0;
    m_isThere = false;
    emit gone();
}

} // namespace Gui
