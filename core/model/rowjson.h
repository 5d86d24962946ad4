// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"

#include <QJsonObject>

namespace Core {

// Rows of the log as the HTTP interface and exports spell them.

QJsonObject toJson(const Attempt &attempt);
QJsonObject toJson(const AttemptRecord &record);
QJsonObject toJson(const CaptureRecord &record);

QString toString(EventKind kind); ///< "published"

// A member for what may be missing.

inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

inline QJsonValue orNull(const std::optional<Time> &time)
{
    return time ? QJsonValue(toIso(*time)) : QJsonValue(QJsonValue::Null);
}

template<typename Kind>
QJsonValue orNull(Id<Kind> id)
{
    return id.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(toString(id));
}

} // namespace Core
