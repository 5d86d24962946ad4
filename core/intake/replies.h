// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/http/message.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Core {

// Answers of the HTTP interface. One of the three places where an Error is put into words.

Http::Reply jsonReply(int status, const QJsonObject &object);

/// A page of a list: {"data": [...], "next": cursor or null}.
Http::Reply listReply(const QJsonArray &data, const QString &next);

/// The problem that an Error means to a caller: 400 for text that cannot be read at all, 422 for a
/// member that is wrong, 404, 409, 503 or 507.
Http::Reply errorReply(const Error &error);

/// The same for a fault in the query part: always 400.
Http::Reply queryErrorReply(const Error &error);

} // namespace Core
