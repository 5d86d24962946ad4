// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/dispatcher.h"

/// Tells \a dispatcher of \a outcome as the engine does.
void passOn(const Core::Outcome &outcome, Core::Dispatcher &dispatcher);
