// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settingsportal.h"

#include <QDBusMessage>

namespace Testing {

namespace {

const auto PortalName = QStringLiteral("org.freedesktop.portal.Desktop");
const auto PortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto SettingsInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto AppearanceSpace = QStringLiteral("org.freedesktop.appearance");

} // namespace

bool SettingsPortal::start(uint scheme)
{
    m_scheme = scheme;
    return m_bus.server().registerObject(PortalPath, this, QDBusConnection::ExportScriptableSlots)
        && m_bus.server().registerService(PortalName);
}

bool SettingsPortal::change(uint scheme, const QString &key)
{
    m_scheme = scheme;
    QDBusMessage signal = QDBusMessage::createSignal(PortalPath, SettingsInterface,
                                                     QStringLiteral("SettingChanged"));
    signal << AppearanceSpace << key << QVariant::fromValue(QDBusVariant(scheme));
    return m_bus.server().send(signal);
}

QDBusVariant SettingsPortal::Read(const QString &space, const QString &key) const
{
    ++m_questions;
    const bool isScheme = space == AppearanceSpace && key == QStringLiteral("color-scheme");
    // As the portal has it, one within the other.
    return QDBusVariant(QVariant::fromValue(QDBusVariant(isScheme ? m_scheme : 9U)));
}

} // namespace Testing
