// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "ui/look/fieldtable.h"

namespace Gui {

/// When a delivery is due again, seen from now.
struct NextTry
{
    Core::Time at;
    Core::Time now;
};

/// What happened, in one or two plain sentences. Where it is known, the next try is named by how
/// far away it is.
QString sentenceOf(const Core::AttemptRecord &record, const std::optional<NextTry> &nextTry = {});
/// The same of a try that is not the newest one: what came of \a nextTry is told.
QString sentenceOf(const Core::AttemptRecord &record, const Core::Attempt &nextTry);
QString sentenceOf(const Core::CaptureRecord &record);

/// The same as long as dispatching is off: no moment of a next try is named.
QString sentenceWhileOff(const Core::AttemptRecord &record);

/// That the receiver has asked for a pause by Retry-After, and what was made of it, where \a nextAt
/// is known, when the next try is due. Empty where it asked for none that counts.
QString askedPause(const Core::AttemptRecord &record, const std::optional<Core::Time> &nextAt);

/// What else there is to know: ids, times, addresses. \a resendOf is what the delivery sends again.
QList<Field> factsOf(const Core::AttemptRecord &record, Core::DeliveryId resendOf = {});
QList<Field> factsOf(const Core::CaptureRecord &record);

} // namespace Gui
