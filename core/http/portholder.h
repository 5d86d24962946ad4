// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/takenport.h"

#include <QList>

#include <optional>

namespace Core::Http {

/// Who listens on \a port of this machine, as the system tells in \a proc; nothing when nobody
/// does. Of other people's processes it does not tell which one it is.
///
/// Source: proc_pid_fd(5), proc_pid_net(5).
std::optional<TakenPort> takenPort(quint16 port, const QString &proc = QStringLiteral("/proc"));

/// The first port above \a port on which nobody listens and that is not one of \a others; 0 where
/// none is among the next hundred.
quint16 freePortAbove(quint16 port, const QList<quint16> &others,
                      const QString &proc = QStringLiteral("/proc"));

} // namespace Core::Http
