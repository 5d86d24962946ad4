// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/event.h"

#include <QStringList>

#include <algorithm>

namespace Core {

namespace {

constexpr int LongestType = 128;

bool isTypeCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || c == u'_' || c == u'-';
}

} // namespace

bool isEventType(QStringView text)
{
    if (text.isEmpty() || text.size() > LongestType)
        return false;
    const auto parts = text.split(u'.');
    return std::all_of(parts.begin(), parts.end(), [](QStringView part) {
        return !part.isEmpty() && std::all_of(part.begin(), part.end(), isTypeCharacter);
    });
}

bool isEventPattern(QStringView pattern)
{
    return pattern == u"*" || isEventType(pattern.endsWith(u".*") ? pattern.chopped(2) : pattern);
}

QStringList patternsFor(const QString &type)
{
    QStringList patterns{QStringLiteral("*"), type};
    for (qsizetype dot = type.indexOf(u'.'); dot >= 0; dot = type.indexOf(u'.', dot + 1))
        patterns.append(type.first(dot) + QStringLiteral(".*"));
    return patterns;
}

} // namespace Core
