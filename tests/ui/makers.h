// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/capture.h"
#include "core/model/status.h"

#include <QTemporaryDir>

#include <memory>

class QSettings;

namespace Testing {

/// An attempt of a published event; the same number makes the same attempt.
Core::Attempt attempt(qint64 number, Core::AttemptOutcome outcome = Core::AttemptOutcome::InFlight,
                      int status = 0);

Core::AttemptRecord recordOf(const Core::Attempt &attempt); ///< with an empty JSON object

/// A capture that came from elsewhere.
Core::Capture capture(qint64 number);

/// A destination that has answered 200.
Core::DestinationStatus destination(qint64 number, const QString &name);

/// A destination whose newest attempt, of the same number, has got 503.
Core::DestinationStatus failing(qint64 number, const QString &name);

/// One for order.* and one for all.
QList<Core::Destination> twoDestinations();

Core::EngineStatus listeningEngine();

/// Text that markup, terminals or eyes may take for something else.
QStringList naughtyStrings();

/// Settings in a file of their own, in \a folder.
std::unique_ptr<QSettings> settingsIn(const QTemporaryDir &folder);

/// From now on any warning of Qt's fails the test, but for those that only this platform gives.
void failOnWarnings();

} // namespace Testing
