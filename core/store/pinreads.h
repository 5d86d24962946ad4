// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/pin.h"

namespace Core {

class Database;

/// The next pinned row, round the ends of the log; null when nothing is pinned. Whatever goes wrong
/// sticks to the database, which is to be settled afterwards.
LogKey pinBeyond(Database &database, const PinQuestion &question);

} // namespace Core
