// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filtervalues.h"

#include "core/base/jsontext.h"
#include "core/model/header.h"

#include <QSet>
#include <QUrl>

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype MostValues = 50;
constexpr qsizetype LongestValue = 100; ///< nobody would choose a longer one

void count(const QString &text, FilterValueCounts &counts)
{
    if (!text.isEmpty() && text.size() <= LongestValue)
        ++counts[text];
}

} // namespace

QList<FilterValue> mostFrequent(const FilterValueCounts &counts)
{
    QList<FilterValue> values;
    for (auto entry = counts.begin(); entry != counts.end(); ++entry)
        values.append({entry.key(), entry.value()});
    std::sort(values.begin(), values.end(), [](const FilterValue &one, const FilterValue &other) {
        return one.count != other.count ? one.count > other.count : one.text < other.text;
    });
    return values.first(std::min(MostValues, values.size()));
}

void countHeaders(const FilterValuesQuestion &question, const QByteArray &headerLines,
                  Sender sender, FilterValueCounts &counts)
{
    QSet<QString> names; // a name that stands there twice counts once
    const QByteArray wanted = question.path.value(0).toUtf8();
    if (!question.asksNames && isMasked(wanted, sender))
        return;
    for (const Header &header : headersFromLines(headerLines)) {
        if (question.asksNames)
            names.insert(QString::fromUtf8(header.name).toLower());
        else if (header.name.compare(wanted, Qt::CaseInsensitive) == 0)
            count(QString::fromUtf8(header.value), counts);
    }
    for (const QString &name : std::as_const(names))
        count(name, counts);
}

void countJson(const FilterValuesQuestion &question, const QByteArray &body,
               FilterValueCounts &counts)
{
    const auto raw = question.path.isEmpty() ? std::optional(QByteArrayView(body).trimmed())
                                             : jsonValueAt(body, question.path);
    if (!raw || raw->isEmpty())
        return;
    const bool isContainer = raw->front() == '{' || raw->front() == '[';
    if (!question.asksNames) {
        if (!isContainer)
            count(jsonValueText(*raw), counts);
        return;
    }
    const auto members = jsonObjectMembers(*raw, Duplicates::RefusedAtTop);
    if (!members && raw->front() == '[')
        count(QStringLiteral("0"), counts);
    if (!members)
        return;
    for (const JsonMember &member : *members)
        count(member.name, counts);
}

void countHost(const QString &url, qint64 rows, FilterValueCounts &counts)
{
    const QString host = QUrl(url).authority();
    if (!host.isEmpty() && host.size() <= LongestValue)
        counts[host] += rows;
}

} // namespace Core
