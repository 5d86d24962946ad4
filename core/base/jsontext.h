// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace Core {

/// One member of a JSON object: its name, and its value as the very bytes that stood there.
struct JsonMember
{
    QString name;
    QByteArrayView raw;
};

/// Where an object's members may repeat a name.
enum class Duplicates {
    Refused, ///< at every depth
    RefusedAtTop, ///< only the outermost object's names must differ
};

/// Takes a JSON object apart without changing a byte of its values: numbers keep their digits and
/// strings their escapes. The views point into \a text.
///
/// Errors: InvalidInput with line and column when \a text is not one JSON object, is nested deeper
/// than 64, repeats a name that must not be repeated, or is not UTF-8, naming the outermost member
/// whose value is not.
/// Source: RFC 8259, section 2 to 8.1.
Result<QList<JsonMember>> jsonObjectMembers(QByteArrayView text, Duplicates duplicates);

/// The bytes of the value that \a path leads to: names of members, and for an array the number of
/// an element from 0 on. Of members of one name the first counts. Nothing when there is no such
/// value, or no JSON up to it; what follows it is not read.
std::optional<QByteArrayView> jsonValueAt(QByteArrayView text, const QStringList &path);

/// A string's text without quotes and escapes; of any other value its bytes as they are.
QString jsonValueText(QByteArrayView raw);

bool isJsonNumber(QByteArrayView text);

/// Compares two JSON numbers of any length exactly.
std::strong_ordering compareJsonNumbers(QByteArrayView one, QByteArrayView other);

} // namespace Core
