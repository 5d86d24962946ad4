// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/logquery.h"

#include <QUrlQuery>

#include <algorithm>
#include <functional>

namespace Core {

namespace {

constexpr int HighestLimit = 1000;
const QString FilterName = QStringLiteral("q");
const QString LimitName = QStringLiteral("limit");
const QString AfterName = QStringLiteral("after");
const QString DestinationName = QStringLiteral("name");

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

Result<> readLimit(const QString &value, int &limit)
{
    bool isNumber = false;
    limit = value.toInt(&isNumber);
    if (!isNumber || limit < 1 || limit > HighestLimit)
        return invalid(LimitName, QStringLiteral("limit is not a number from 1 to 1000."));
    return {};
}

Result<> readAfter(const QString &value, qint64 &after)
{
    bool isNumber = false;
    after = value.toLongLong(&isNumber);
    if (!isNumber || after < 1)
        return invalid(AfterName, QStringLiteral("after is not a cursor."),
                       QStringLiteral("Use what the page before gave as next."));
    return {};
}

/// A parameter that a call knows.
struct Parameter
{
    QString name;
    std::function<Result<>(const QString &value)> read;
};

Parameter limitInto(int &limit)
{
    return {LimitName, [&limit](const QString &value) { return readLimit(value, limit); }};
}

Parameter afterInto(qint64 &after)
{
    return {AfterName, [&after](const QString &value) { return readAfter(value, after); }};
}

Error unknownParameter(const QString &name, const QList<Parameter> &known)
{
    QStringList names;
    for (const Parameter &parameter : known)
        names.append(parameter.name);
    return invalid(name, QStringLiteral("The parameter \"%1\" is not known here.").arg(name),
                   QStringLiteral("Known: %1.").arg(names.join(QStringLiteral(", "))));
}

Result<> readParameters(const QByteArray &text, const QList<Parameter> &known)
{
    const auto items
        = QUrlQuery(QString::fromUtf8(text).replace(u'+', u' ')).queryItems(QUrl::FullyDecoded);
    QStringList seen;
    for (const auto &item : items) {
        const QString &name = item.first;
        if (seen.contains(name))
            return invalid(name, QStringLiteral("The parameter \"%1\" is there twice.").arg(name));
        seen.append(name);
        const auto parameter
            = std::find_if(known.begin(), known.end(),
                           [&name](const Parameter &candidate) { return candidate.name == name; });
        if (parameter == known.end())
            return unknownParameter(name, known);
        if (auto read = parameter->read(item.second); !read)
            return read;
    }
    return {};
}

} // namespace

Result<LogQuery> readLogQuery(const QByteArray &query, Time now)
{
    LogQuery made;
    made.now = now;
    const Parameter filter{FilterName,
                           [&made](const QString &value) { return readFilter(value, made); }};
    const auto read
        = readParameters(query, {filter, limitInto(made.limit), afterInto(made.before)});
    return read ? Result<LogQuery>(made) : read.error();
}

Result<DestinationQuery> readDestinationQuery(const QByteArray &query)
{
    DestinationQuery made;
    const auto readName = [&made](const QString &value) {
        made.name = value;
        return Result<>();
    };
    const auto read = readParameters(
        query, {{DestinationName, readName}, limitInto(made.limit), afterInto(made.after)});
    return read ? Result<DestinationQuery>(made) : read.error();
}

} // namespace Core
