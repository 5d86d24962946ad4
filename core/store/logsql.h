// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QVariantList>

namespace Core {

/// A statement whose text is made for one use; every value of it is bound.
struct LogSql
{
    QString text;
    QVariantList values;
};

// What a LogQuery asks for, newest first, with the columns of factrows.h.
LogSql attemptsSql(const LogQuery &query);
LogSql deliveriesSql(const LogQuery &query);
LogSql capturesSql(const LogQuery &query);

} // namespace Core
