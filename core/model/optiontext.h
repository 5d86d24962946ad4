// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/subnet.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Core {

// What the options may say, on the command line and in the file that keeps some of them. \a name
// is the option's, for the error.

Result<quint16> readPort(const QString &name, const QString &text);
Result<Milliseconds> readHeartbeat(const QString &name, const QString &text); ///< 0 is off
Result<qint64> readBytes(const QString &name, const QString &text);
Result<std::optional<Milliseconds>> readAge(const QString &name, const QString &text);
Result<std::optional<qint64>> readCount(const QString &name, const QString &text);
Result<std::optional<qint64>> readSize(const QString &name, const QString &text);
Result<int> readInFlight(const QString &name, const QString &text);
Result<QList<Subnet>> readSubnets(const QString &name, const QStringList &texts);

} // namespace Core
