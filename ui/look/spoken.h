// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Core {
struct AnswerKind;
struct Attempt;
} // namespace Core

namespace Gui {

/// How \a attempt stands, as Core::toWords() has it, in the language of the window. What a receiver
/// or the system said remains as it was said.
QString spoken(const Core::Attempt &attempt);
QString spoken(const Core::AnswerKind &answer); ///< as Core::toWords() has that

} // namespace Gui
