// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace Core {

/// Opens the one connection that writes and checkpoints: what it has committed is on disk. It
/// leaves the log alone when it is closed, until the caller trusts the file and says otherwise.
Result<> connectWriter(Database &database, const QString &path);

/// Opens a connection that cannot write, nor checkpoint: two connections that do either at the
/// same moment can spoil the file with the versions of SQLite that we meet.
Result<> connectReader(Database &database, const QString &path);

/// The first value that \a pragma answers with; empty when it has none.
QString pragmaValue(Database &database, const QString &pragma);

} // namespace Core
