// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/privatebus.h"

#include <QDBusVariant>
#include <QObject>

namespace Testing {

/// A desktop's settings portal, on a bus of its own.
///
/// Source: XDG Desktop Portal, org.freedesktop.portal.Settings.
class SettingsPortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    /// How the one who asks is connected; not connected where there is no bus.
    QDBusConnection client() const { return m_bus.client(); }
    int questions() const { return m_questions; }
    bool start(uint scheme); ///< The service, which says \a scheme.
    bool change(uint scheme, const QString &key = QStringLiteral("color-scheme"));

public slots:
    Q_SCRIPTABLE QDBusVariant Read(const QString &space, const QString &key) const;

private:
    PrivateBus m_bus;
    uint m_scheme = 0;
    mutable int m_questions = 0;
};

} // namespace Testing
