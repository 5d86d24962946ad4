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

/// Brings the tables of the database at \a path to today's schema, each step in a transaction of
/// its own, once there is a copy of what was there.
Result<> migrate(Database &database, const QString &path);

} // namespace Core
