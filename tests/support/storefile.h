// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/store.h"

// What tests do with a store that is a file.

QByteArray contentOf(const QString &path); ///< of a file; empty where there is none
bool writeFile(const QString &path, const QByteArray &content);

/// The number that a query answers with; -1 for none.
qint64 numberOf(Core::Database &database, const char *sql);

/// Opens a new store and puts one destination in it, joe, with so many events that wait for him.
void fillStore(Core::Store &store, int events);

/// Takes out of a store's database what later schemas than the first have brought.
bool takeBackSchema(Core::Database &database);
