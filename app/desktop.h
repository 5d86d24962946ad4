// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QCoreApplication>

#include <memory>

namespace Core {
class Engine;
}
namespace Gui {
class MainWindow;
}

/// The application object of a run with a window.
std::unique_ptr<QCoreApplication> makeDesktopApplication(int &argc, char **argv);

/// Lets \a window show what \a engine tells, and \a engine do what is asked for there.
void joinWindow(Gui::MainWindow &window, Core::Engine &engine);

/// Runs window and engine until the window is closed or a signal ends it; returns the exit code.
/// Where another Hookpost has the data directory, that one's window is shown instead. What keeps it
/// from starting is told in a box.
int runDesktop(const CommandLine &line);

/// Tells on standard error and in a box why it does not start; returns the exit code once the box
/// is closed or a signal has ended it.
int refuseStart(const Core::Error &error);
