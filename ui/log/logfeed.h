// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gui {

class Facts;
class LogModel;
class Requests;

/// Joins \a log to the rest of the program: what has happened reaches it, and what it lacks is
/// asked for.
///
/// Thread: screen. Lasts as long as all three do.
void feedLog(LogModel &log, Facts &facts, Requests &requests);

} // namespace Gui
