// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

#include <optional>

class QDBusVariant;

namespace Gui {

/// Which colours a desktop would like programs to have; the numbers are the portal's.
enum class ColourScheme {
    NoPreference = 0,
    Dark = 1,
    Light = 2,
};

/// What the desktop's settings portal says of light and dark, now and whenever that changes.
/// Where there is no portal it says nothing.
///
/// Thread: the one that it was made in. setBus() waits for the bus to say who the portal is, but
/// never for the portal.
/// Source: XDG Desktop Portal, org.freedesktop.portal.Settings, org.freedesktop.appearance.
class DesktopScheme final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void setBus(const QDBusConnection &bus); ///< Asks there, from now on.

signals:
    void told(Gui::ColourScheme scheme);

private slots:
    void follow(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void tell(QVariant value);

    std::optional<QDBusConnection> m_bus;
};

} // namespace Gui
