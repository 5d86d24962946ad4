// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace Core {

/// Where the database at \a path is kept as it was before \a version of its schema was left.
QString keptCopyPath(const QString &path, int version);

/// Writes the open \a database, as it is now, to \a copyPath, where it is whole or not at all; what
/// was there is replaced. For the owner alone, and on disk when this returns.
Result<> keepCopy(Database &database, const QString &copyPath);

} // namespace Core
