// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/jsontext.h"

#include <QJsonValue>

#include <functional>

namespace Core {

// The members of a request's body, one by one. Each error names the member.

/// One member's value; an Error when it holds bytes that are not UTF-8.
Result<QJsonValue> toValue(const JsonMember &member);

/// The same for a member that must be a string.
Result<QString> toText(const JsonMember &member);
Result<> readInto(QString &text, const JsonMember &member);

/// The same for a member that must be true or false, and for one that must be a duration.
Result<> readInto(bool &truth, const JsonMember &member);
Result<> readInto(Milliseconds &duration, const JsonMember &member);

/// What reads the member of each name.
using MemberReaders = QList<std::pair<QString, std::function<Result<>(const JsonMember &)>>>;

/// Reads a body that may be left out. Refuses what no reader is there for.
Result<> readOptional(const QByteArray &body, const MemberReaders &readers);

/// The refusal of a member that a request does not have; \a known are those that it has.
Error unknownMember(const QString &name, const QString &known);

} // namespace Core
