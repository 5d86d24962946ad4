// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/oracle.h"

namespace Core {

// The program's log, read through its HTTP interface at \a apiUrl, as any user would.

QStringList readDestinations(const QString &apiUrl); ///< ids
TrialLook lookAtDestinations(const QString &apiUrl); ///< their states and settings
QList<LoggedDelivery> readDeliveries(const QString &apiUrl);
QList<LoggedAttempt> readAttempts(const QString &apiUrl);
QList<LoggedAttempt> readNewestAttempts(const QString &apiUrl); ///< one page

/// How many deliveries wait or are in flight; -1 when the program does not answer.
int unfinishedCount(const QString &apiUrl);

/// A line for each destination that deliveries wait for: how many, and what holds them.
QStringList whatWaits(const QString &apiUrl);

} // namespace Core
