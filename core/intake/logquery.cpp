// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/logquery.h"

#include <QUrlQuery>

namespace Core {

namespace {

constexpr int HighestLimit = 1000;
const QString FilterName = QStringLiteral("q");
const QString LimitName = QStringLiteral("limit");
const QString AfterName = QStringLiteral("after");

Result<> readFilter(const QString &value, LogQuery &query)
{
    FilterReading reading = parseFilter(value);
    query.filter = std::move(reading.filter);
    if (reading.verdict == FilterVerdict::Valid)
        return {};
    return invalid(FilterName,
                   QStringLiteral("The filter cannot be read at character %1: %2")
                       .arg(reading.position + 1)
                       .arg(reading.sentence),
                   reading.hint);
}

Result<> readLimit(const QString &value, LogQuery &query)
{
    bool isNumber = false;
    query.limit = value.toInt(&isNumber);
    if (!isNumber || query.limit < 1 || query.limit > HighestLimit)
        return invalid(LimitName, QStringLiteral("limit is not a number from 1 to 1000."));
    return {};
}

Result<> readAfter(const QString &value, LogQuery &query)
{
    bool isNumber = false;
    query.before = value.toLongLong(&isNumber);
    if (!isNumber || query.before < 1)
        return invalid(AfterName, QStringLiteral("after is not a cursor."),
                       QStringLiteral("Use what the page before gave as next."));
    return {};
}

Result<LogQuery> readParameters(const QByteArray &text, bool takesFilter)
{
    LogQuery query;
    const auto items
        = QUrlQuery(QString::fromUtf8(text).replace(u'+', u' ')).queryItems(QUrl::FullyDecoded);
    QStringList seen;
    for (const auto &[name, value] : items) {
        Result<> read;
        if (seen.contains(name))
            return invalid(name, QStringLiteral("The parameter \"%1\" is there twice.").arg(name));
        seen.append(name);
        if (name == LimitName)
            read = readLimit(value, query);
        else if (name == AfterName)
            read = readAfter(value, query);
        else if (name == FilterName && takesFilter)
            read = readFilter(value, query);
        else
            read
                = invalid(name, QStringLiteral("The parameter \"%1\" is not known here.").arg(name),
                          takesFilter ? QStringLiteral("Known: q, limit, after.")
                                      : QStringLiteral("Known: name, limit, after."));
        if (!read)
            return read.error();
    }
    return query;
}

} // namespace

Result<LogQuery> readLogQuery(const QByteArray &query, Time now)
{
    auto read = readParameters(query, true);
    if (read)
        read->now = now;
    return read;
}

Result<LogQuery> readPaging(const QByteArray &query)
{
    return readParameters(query, false);
}

} // namespace Core
