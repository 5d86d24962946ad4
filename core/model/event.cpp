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

bool matches(QStringView pattern, QStringView type)
{
    if (pattern == u"*")
        return true;
    if (!pattern.endsWith(u".*"))
        return pattern == type;
    // "invoice.*" means what lies below invoice, not invoice itself.
    const QStringView parent = pattern.chopped(1);
    return type.size() > parent.size() && type.startsWith(parent);
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

bool matchesAny(const QStringList &patterns, QStringView type)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [type](const QString &pattern) { return matches(pattern, type); });
}

} // namespace Core
