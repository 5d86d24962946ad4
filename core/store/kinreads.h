// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/capture.h"
#include "core/model/kin.h"

namespace Core {

class Database;

// Whatever goes wrong sticks to the database, which is to be settled afterwards.

Kin kinOf(Database &database, const Attempt &attempt);
Kin kinOf(Database &database, const Capture &capture);

} // namespace Core
