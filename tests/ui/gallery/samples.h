// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/figures.h"
#include "core/model/kin.h"
#include "core/model/signaturereport.h"
#include "core/model/status.h"

namespace Gallery {

// What the pictures show: a day in the life of a few destinations. The same number makes the same
// attempt, but for the time, which is now.

inline constexpr int Rows = 1204;

Core::Time nowMinus(qint64 milliseconds);
Core::Attempt makeAttempt(int number, int rows = Rows); ///< of so many
QList<Core::DestinationStatus> makeDestinations();
QList<Core::Destination> onlyDestinations();
Core::Activity makeActivity(const QList<Core::Attempt> &attempts);
Core::Activity makeWeather(const Core::TimeFrame &frame, int seed); ///< for one destination
Core::AttemptRecord makeRecord(const Core::Attempt &attempt);
Core::Kin makeKin(const Core::LogKey &row);
Core::SignatureReport makeReport(const Core::LogKey &row);
Core::EngineStatus makeStatus();

} // namespace Gallery
