// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/termmatcher.h"

#include "core/base/jsontext.h"
#include "core/model/header.h"
#include "core/store/storageerror.h"

#include <algorithm>
#include <memory>
#include <sqlite3.h>

namespace Core {

namespace {

/// Ends a pattern that goes back and forth in one row for longer than any sane one.
const QString PatternLimit = QStringLiteral("(*LIMIT_MATCH=100000)");

QByteArrayView bytesOf(sqlite3_value *value)
{
    const void *const bytes = sqlite3_value_blob(value);
    return {static_cast<const char *>(bytes), bytes ? sqlite3_value_bytes(value) : 0};
}

void deleteMatcher(void *matcher)
{
    delete static_cast<TermMatcher *>(matcher);
}

/// SQLite keeps the matcher for as long as the statement runs with the same term.
void holds(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const auto *matcher = static_cast<const TermMatcher *>(sqlite3_get_auxdata(context, 0));
    std::unique_ptr<TermMatcher> made;
    if (!matcher) {
        const QString text = QString::fromUtf8(bytesOf(values[0]));
        made = std::make_unique<TermMatcher>(parseFilter(text).filter.term);
        matcher = made.get();
    }
    const bool isHeld
        = sqlite3_value_type(values[1]) != SQLITE_NULL && matcher->matches(bytesOf(values[1]));
    sqlite3_result_int(context, isHeld ? 1 : 0);
    if (made)
        sqlite3_set_auxdata(context, 0, made.release(), deleteMatcher);
}

} // namespace

TermMatcher::TermMatcher(const FilterTerm &term)
    : m_term(term)
{
    if (const QByteArray text = term.text.toUtf8(); isJsonNumber(text))
        m_number = text;
    if (term.match != FilterMatch::Pattern)
        return;
    m_pattern.setPattern(PatternLimit + term.text);
    m_pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                                | QRegularExpression::DontCaptureOption);
}

bool TermMatcher::matches(QByteArrayView column) const
{
    switch (m_term.key) {
    case FilterKey::HeaderField:
        return matchesHeader(column.toByteArray());
    case FilterKey::JsonValue:
        return matchesJson(column);
    default:
        return matchesText(QString::fromUtf8(column));
    }
}

bool TermMatcher::matchesText(const QString &text) const
{
    if (m_term.match == FilterMatch::Pattern)
        return m_pattern.match(text).hasMatch();
    return text.contains(m_term.text, Qt::CaseInsensitive);
}

bool TermMatcher::matchesHeader(const QByteArray &lines) const
{
    const QByteArray name = m_term.path.value(0).toUtf8();
    const HeaderList headers = headersFromLines(lines);
    return std::any_of(headers.begin(), headers.end(), [&](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0
            && (m_term.match == FilterMatch::Present
                || matchesText(QString::fromUtf8(header.value)));
    });
}

bool TermMatcher::matchesJson(QByteArrayView body) const
{
    const auto raw = jsonValueAt(body, m_term.path);
    if (!raw || m_term.match == FilterMatch::Present)
        return raw.has_value();
    const QString text = jsonValueText(*raw);
    if (m_term.match == FilterMatch::Pattern)
        return matchesText(text);
    if (m_term.match == FilterMatch::Is && text == m_term.text)
        return true;
    // Many write amounts as strings so that no reader rounds them: these are numbers as well.
    const QByteArray number = text.toUtf8();
    if (m_number.isEmpty() || !isJsonNumber(number))
        return false;
    const auto order = compareJsonNumbers(number, m_number);
    switch (m_term.match) {
    case FilterMatch::Less:
        return order < 0;
    case FilterMatch::AtMost:
        return order <= 0;
    case FilterMatch::More:
        return order > 0;
    case FilterMatch::AtLeast:
        return order >= 0;
    default:
        return order == 0;
    }
}

Result<> addTermFunction(Database &database)
{
    const int code = sqlite3_create_function_v2(
        database.handle(), "holds", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
        nullptr, holds, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return storageError(QString::fromUtf8(sqlite3_errstr(code)));
    return {};
}

} // namespace Core
