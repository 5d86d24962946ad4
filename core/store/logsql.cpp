// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/logsql.h"

#include "core/store/factrows.h"

#include <algorithm>

namespace Core {

namespace {

constexpr int LargestPage = 1000;

/// Conditions that all hold, with their values.
class Conditions
{
public:
    template<typename... Values>
    void add(const QString &condition, const Values &...values)
    {
        m_conditions.append(condition);
        (m_values.append(toSql(values)), ...);
    }

    template<typename Value>
    void addOneOf(const QString &column, const QList<Value> &values)
    {
        if (values.isEmpty())
            return;
        QStringList marks;
        for (const Value &value : values) {
            marks.append(QStringLiteral("?"));
            m_values.append(toSql(value));
        }
        m_conditions.append(column + QStringLiteral(" IN (") + marks.join(u',') + u')');
    }

    void addAll(const Conditions &others, const QString &around)
    {
        if (others.m_conditions.isEmpty())
            return;
        m_conditions.append(around.arg(others.m_conditions.join(QStringLiteral(" AND "))));
        m_values.append(others.m_values);
    }

    LogSql page(std::string_view columns, std::string_view source, char row, int limit) const
    {
        const std::string head = joined({"SELECT ", columns, " FROM ", source});
        const QString where = m_conditions.isEmpty()
            ? QString()
            : QStringLiteral(" WHERE ") + m_conditions.join(QStringLiteral(" AND "));
        const QString tail = QStringLiteral(" ORDER BY %1.id DESC LIMIT %2")
                                 .arg(QLatin1Char(row))
                                 .arg(std::clamp(limit, 1, LargestPage));
        return {QString::fromStdString(head) + where + tail, m_values};
    }

private:
    QStringList m_conditions;
    QVariantList m_values;
};

void addType(Conditions &conditions, const QString &type)
{
    if (type.isEmpty() || type == QLatin1StringView("*"))
        return;
    if (!type.endsWith(QLatin1StringView(".*"))) {
        conditions.add(QStringLiteral("e.type = ?"), type);
        return;
    }
    const QString parent = type.chopped(1);
    conditions.add(QStringLiteral("substr(e.type, 1, ?) = ?"), parent.size(), parent);
}

void addText(Conditions &conditions, const QString &text, const QString &errorColumn)
{
    if (text.isEmpty())
        return;
    const auto escaped = [](QString pattern) {
        pattern.replace(u'\\', QStringLiteral("\\\\"));
        pattern.replace(u'%', QStringLiteral("\\%")).replace(u'_', QStringLiteral("\\_"));
        return u'%' + pattern + u'%';
    };
    // LIKE knows case for ASCII only, hence the folded name; types and ids are ASCII anyway.
    const QString plain = escaped(text);
    conditions.add(QStringLiteral(R"((n.folded_name LIKE ? ESCAPE '\' OR e.type LIKE ? ESCAPE '\')"
                                  R"( OR e.uid LIKE ? ESCAPE '\' OR %1 LIKE ? ESCAPE '\'))")
                       .arg(errorColumn),
                   escaped(text.toCaseFolded()), plain, plain, plain);
}

void addAttempt(Conditions &conditions, const LogQuery &query)
{
    if (query.statusFrom != 0 || query.statusTo != 0)
        conditions.add(QStringLiteral("a.status BETWEEN ? AND ?"), query.statusFrom,
                       query.statusTo);
    conditions.addOneOf(QStringLiteral("a.outcome"), query.outcomes);
}

/// What attempts and deliveries have in common; \a row is the letter of the listed table.
Conditions commonConditions(const LogQuery &query, char row, const QString &errorColumn)
{
    const QString table = QString(QLatin1Char(row)) + u'.';
    Conditions conditions;
    if (query.before > 0)
        conditions.add(table + QStringLiteral("id < ?"), query.before);
    if (query.destination)
        conditions.add(table + QStringLiteral("destination = ?"), *query.destination);
    if (!query.destinationName.isEmpty()) {
        conditions.add(table
                           + QStringLiteral("destination IN"
                                            " (SELECT id FROM destinations WHERE folded_name = ?)"),
                       query.destinationName.toCaseFolded());
    }
    addType(conditions, query.eventType);
    conditions.addOneOf(QStringLiteral("d.state"), query.states);
    addText(conditions, query.text, errorColumn);
    if (query.leavesOutHeartbeats)
        conditions.add(QStringLiteral("d.kind <> ?"), EventKind::Heartbeat);
    return conditions;
}

} // namespace

LogSql attemptsSql(const LogQuery &query)
{
    Conditions conditions = commonConditions(query, 'a', QStringLiteral("a.error"));
    if (query.delivery)
        conditions.add(QStringLiteral("a.delivery = ?"), *query.delivery);
    addAttempt(conditions, query);
    return conditions.page(AttemptColumns, AttemptSource, 'a', query.limit);
}

LogSql deliveriesSql(const LogQuery &query)
{
    Conditions conditions = commonConditions(query, 'd', QStringLiteral("d.reason"));
    if (query.delivery)
        conditions.add(QStringLiteral("d.id = ?"), *query.delivery);
    Conditions ofAttempt;
    addAttempt(ofAttempt, query);
    conditions.addAll(
        ofAttempt,
        QStringLiteral("EXISTS (SELECT 1 FROM attempts a WHERE a.delivery = d.id AND %1)"));
    return conditions.page(DeliveryColumns, DeliverySource, 'd', query.limit);
}

LogSql capturesSql(const QString &bin, qint64 before, int limit)
{
    Conditions conditions;
    if (!bin.isEmpty())
        conditions.add(QStringLiteral("c.bin = ?"), bin);
    if (before > 0)
        conditions.add(QStringLiteral("c.id < ?"), before);
    return conditions.page(CaptureColumns, "captures c", 'c', limit);
}

} // namespace Core
