// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

/// Runs the engine without a window until a signal ends it; returns the exit code.
int runHeadless(const CommandLine &line);
