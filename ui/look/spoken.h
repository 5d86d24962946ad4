// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

namespace Core {
struct AnswerKind;
struct Destination;
} // namespace Core

namespace Gui {

// What the core tells in English, in the language of the window. What a receiver, the system or a
// person has said remains as it was said, and so do HTTP's own words.

/// How \a attempt stands, as Core::toWords() has it.
QString spoken(const Core::Attempt &attempt);
QString spoken(const Core::AnswerKind &answer); ///< as Core::toWords() has that
/// What the delivery of \a record does now, as one sentence; empty when that is not known.
QString spokenStep(const Core::AttemptRecord &record);

QString spokenFailure(const Core::Attempt &attempt); ///< Why no status came; empty when one did.
QString spokenPause(const Core::Destination &destination); ///< Why it is paused.
QString spokenMark(const Core::Destination &destination); ///< What stands in its way.

} // namespace Gui
