// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QCoreApplication>

#include <memory>

/// The application object of a run with a window.
std::unique_ptr<QCoreApplication> makeDesktopApplication(int &argc, char **argv);

/// Runs window and engine until the window is closed or a signal ends it; returns the exit code.
/// Where another Hookpost has the data directory, that one's window is shown instead.
int runDesktop(const CommandLine &line);
