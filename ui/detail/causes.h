// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

namespace Gui {

/// What is probably wrong and what to do about it, for somebody who has read nothing; empty where
/// nothing is wrong.
QString likelyCause(const Core::Attempt &attempt);

} // namespace Gui
