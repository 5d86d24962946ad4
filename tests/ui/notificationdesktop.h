// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/privatebus.h"

#include <QObject>
#include <QVariantMap>

namespace Testing {

/// A message bus of our own with a desktop's service for notifications on it.
///
/// Source: Desktop Notifications Specification 1.2 of freedesktop.org.
class NotificationDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown
    {
        QString title;
        QString text;
        QStringList actions; ///< key and words by turns
        QVariantMap hints;
    };

    /// How the one who notifies is connected; not connected where there is no bus.
    QDBusConnection client() const { return m_bus.client(); }
    bool startService();
    void stopService();
    bool invoke(uint id, const QString &action);

    QStringList abilities;
    QList<Shown> shown; ///< the first has the number 1

public slots:
    Q_SCRIPTABLE QStringList GetCapabilities() const { return abilities; }
    // The eight of the specification.
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon,
                             const QString &title, const QString &text, const QStringList &actions,
                             const QVariantMap &hints, int expires);

private:
    PrivateBus m_bus;
};

} // namespace Testing
