// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filterpieces.h"

#include "core/base/ids.h"
#include "core/model/reasonphrase.h"
#include "core/store/termmatcher.h"

#include <algorithm>

namespace Core {

namespace {

// The numbers of enumerators that the conditions below name.
static_assert(static_cast<int>(DeliveryState::Waiting) == 0);
static_assert(static_cast<int>(EventKind::Test) == 1);
static_assert(static_cast<int>(EventKind::Heartbeat) == 2);

constexpr int FirstStatus = 100;
constexpr int LastStatus = 999;

} // namespace

FilterSql plain(const QString &condition)
{
    return {condition, {}, false, false};
}

FilterSql always(bool isTrue)
{
    return plain(isTrue ? QStringLiteral("1") : QStringLiteral("0"));
}

FilterSql never()
{
    return always(false);
}

FilterSql ofDelivery(FilterSql sql)
{
    sql.usesDelivery = true;
    return sql;
}

FilterSql ofEvent(FilterSql sql)
{
    sql.usesEvent = true;
    return ofDelivery(std::move(sql));
}

FilterSql around(const QString &outer, FilterSql sql)
{
    sql.condition = outer.arg(sql.condition);
    return sql;
}

FilterSql oneOf(const std::vector<FilterSql> &choices)
{
    FilterSql sql;
    QStringList conditions;
    for (const FilterSql &choice : choices) {
        if (choice.condition == u"0")
            continue;
        conditions.append(choice.condition);
        sql.values += choice.values;
        sql.usesDelivery = sql.usesDelivery || choice.usesDelivery;
        sql.usesEvent = sql.usesEvent || choice.usesEvent;
    }
    if (conditions.isEmpty())
        return never();
    sql.condition = u'(' + conditions.join(QStringLiteral(" OR ")) + u')';
    return sql;
}

FilterSql held(const FilterTerm &term, const QString &column)
{
    return with(QStringLiteral("holds(?, %1)").arg(column), toText(term));
}

FilterSql heldText(const FilterTerm &term, const QString &column)
{
    const bool isAscii = std::all_of(term.text.begin(), term.text.end(),
                                     [](QChar c) { return c.unicode() > 0 && c.unicode() < 0x80; });
    if (term.match != FilterMatch::Is || !isAscii)
        return held(term, column);
    // LIKE knows case for ASCII only, and is several times as fast.
    QString pattern = term.text;
    pattern.replace(u'\\', QStringLiteral("\\\\"));
    pattern.replace(u'%', QStringLiteral("\\%")).replace(u'_', QStringLiteral("\\_"));
    return with(QStringLiteral(R"(%1 LIKE ? ESCAPE '\')").arg(column),
                QString(u'%' + pattern + u'%'));
}

FilterSql equalOrHeld(const FilterTerm &term, const QString &column)
{
    return term.match == FilterMatch::Is ? with(column + QStringLiteral(" = ?"), term.text)
                                         : held(term, column);
}

FilterSql compared(FilterMatch match, const QString &column, qint64 number)
{
    switch (match) {
    case FilterMatch::Less:
        return with(column + QStringLiteral(" < ?"), number);
    case FilterMatch::AtMost:
        return with(column + QStringLiteral(" <= ?"), number);
    case FilterMatch::More:
        return with(column + QStringLiteral(" > ?"), number);
    case FilterMatch::AtLeast:
        return with(column + QStringLiteral(" >= ?"), number);
    default:
        return with(column + QStringLiteral(" = ?"), number);
    }
}

FilterSql statusSql(const FilterTerm &term, const QString &column)
{
    if (term.match == FilterMatch::HundredOf)
        return with(column + QStringLiteral(" BETWEEN ? AND ?"), 100 * term.number,
                    100 * term.number + 99);
    if (term.match == FilterMatch::Less || term.match == FilterMatch::AtMost)
        return around(QStringLiteral("(%1 > 0 AND %2)").arg(column, QStringLiteral("%1")),
                      compared(term.match, column, term.number));
    return compared(term.match, column, term.number);
}

FilterSql statusWordsSql(const FilterTerm &term, const QString &column)
{
    const TermMatcher matcher(term);
    QStringList numbers;
    for (int status = FirstStatus; status <= LastStatus; ++status) {
        const QString number = QString::number(status);
        const QString phrase = reasonPhrase(status);
        if (matcher.matchesText(phrase.isEmpty() ? number : number + u' ' + phrase))
            numbers.append(number);
    }
    return numbers.isEmpty() ? never()
                             : plain(QStringLiteral("%1 IN (%2)").arg(column, numbers.join(u',')));
}

FilterSql nameSql(const FilterTerm &term, const QString &destination)
{
    const QString outer
        = destination + QStringLiteral(" IN (SELECT id FROM destinations WHERE %1)");
    if (term.match == FilterMatch::Pattern)
        return around(outer, held(term, QStringLiteral("name")));
    if (term.key == FilterKey::DestinationName) {
        if (const auto id = idFromString<DestinationKind>(term.text))
            return with(destination + QStringLiteral(" = ?"), *id);
        return around(outer, with(QStringLiteral("folded_name = ?"), term.text.toCaseFolded()));
    }
    FilterTerm folded = term;
    folded.text = term.text.toCaseFolded();
    return around(outer, held(folded, QStringLiteral("folded_name")));
}

FilterSql typeSql(const FilterTerm &term)
{
    if (term.match == FilterMatch::Pattern)
        return ofEvent(held(term, QStringLiteral("e.type")));
    if (term.text == u"*")
        return ofEvent(plain(QStringLiteral("e.type IS NOT NULL")));
    if (!term.text.endsWith(QStringView(u".*")))
        return ofEvent(with(QStringLiteral("e.type = ?"), term.text));
    const QString parent = term.text.chopped(1);
    return ofEvent(with(QStringLiteral("substr(e.type, 1, ?) = ?"), parent.size(), parent));
}

FilterSql sinceSql(const FilterTerm &term, const QString &column, Time now)
{
    const qint64 moment = term.match == FilterMatch::Ago
        ? now.time_since_epoch().count() - term.number
        : term.number;
    return with(column + QStringLiteral(" >= ?"), moment);
}

FilterSql idSql(const FilterTerm &term, const IdConditions &of)
{
    if (const auto id = idFromString<AttemptKind>(term.text))
        return with(of.attempt, *id);
    if (const auto id = idFromString<DeliveryKind>(term.text))
        return with(of.delivery, *id);
    if (const auto id = idFromString<CaptureKind>(term.text))
        return with(of.capture, *id);
    return with(of.column
                    + QStringLiteral(" IN (SELECT x.id FROM deliveries x WHERE x.event IN"
                                     " (SELECT id FROM events WHERE uid = ?))"),
                term.text);
}

FilterSql deliveryWordSql(FilterWord word)
{
    switch (word) {
    case FilterWord::Test:
        return ofDelivery(plain(QStringLiteral("d.kind = 1")));
    case FilterWord::Heartbeat:
        return ofDelivery(plain(QStringLiteral("d.kind = 2")));
    case FilterWord::Replay:
        return ofDelivery(plain(QStringLiteral("d.is_resend = 1")));
    case FilterWord::Retrying:
        return ofDelivery(plain(QStringLiteral("(d.state = 0 AND d.attempt_count > 0)")));
    default:
        return never();
    }
}

FilterSql wordIdSql(const FilterTerm &term, FilterSql (*idSql)(const FilterTerm &))
{
    const bool isOurs = idFromString<AttemptKind>(term.text)
        || idFromString<DeliveryKind>(term.text) || idFromString<CaptureKind>(term.text);
    return term.match == FilterMatch::Is && isOurs ? idSql(term) : never();
}

} // namespace Core
