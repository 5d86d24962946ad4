// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace Core {

/// "HkPt": what tells our database files from those of others.
inline constexpr qint32 ApplicationId = 0x486B5074;

/// The newest schema that this program knows.
int schemaVersion();

/// Refuses what a newer Hookpost has made, before anything is written.
Result<> checkSchema(Database &database);

/// Brings the tables to today's schema, each step in a transaction of its own.
Result<> migrate(Database &database);

} // namespace Core
