// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace Core {

// What a person is told about a database that cannot be used now, and what to do about it.

Error storageError(const QString &reason, const QString &hint = {});

/// A file whose content makes no sense. It is left as it is.
Error damagedError(const QString &reason);

/// A write-ahead log without what it belongs to.
Error bereftError(const QString &reason);

/// True when SQLite's \a code says that the file's content makes no sense.
bool isDamage(int code);

/// True when a statement has ended because it was not wanted any more.
bool isWithdrawal(int code);

/// The words for SQLite's \a code; \a systemCode is the errno behind it, if there is one, and
/// \a reason what SQLite says itself.
Error errorOf(int code, int systemCode, const QString &reason);

} // namespace Core
