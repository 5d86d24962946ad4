// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desktopscheme.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace Gui {

namespace {

constexpr QLatin1StringView PortalName{"org.freedesktop.portal.Desktop"};
constexpr QLatin1StringView PortalPath{"/org/freedesktop/portal/desktop"};
constexpr QLatin1StringView PortalSettings{"org.freedesktop.portal.Settings"};
constexpr QLatin1StringView SchemeSpace{"org.freedesktop.appearance"};
constexpr QLatin1StringView SchemeKey{"color-scheme"};

} // namespace

void DesktopScheme::setBus(const QDBusConnection &bus)
{
    m_bus = bus;
    if (!m_bus->isConnected())
        return;
    m_bus->connect(PortalName, PortalPath, PortalSettings, QStringLiteral("SettingChanged"), this,
                   SLOT(follow(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(PortalName, PortalPath, PortalSettings,
                                                           QStringLiteral("Read"));
    question << QString(SchemeSpace) << QString(SchemeKey);
    auto *const watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> answer = *watcher; answer.isValid())
            tell(answer.value().variant());
    });
}

void DesktopScheme::follow(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == SchemeSpace && key == SchemeKey)
        tell(value.variant());
}

void DesktopScheme::tell(QVariant value)
{
    // What is read is wrapped twice.
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    const uint number = value.toUInt();
    const bool isKnown = number == 1 || number == 2;
    emit told(isKnown ? ColourScheme{static_cast<int>(number)} : ColourScheme::NoPreference);
}

} // namespace Gui
