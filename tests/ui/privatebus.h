// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>

namespace Testing {

/// A message bus of our own, with a desktop and a program on it. One at a time.
class PrivateBus final
{
public:
    PrivateBus();
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    QDBusConnection client() const; ///< The program; not connected where there is no bus.
    QDBusConnection server() const; ///< The desktop.

private:
    QProcess m_daemon;
};

} // namespace Testing
