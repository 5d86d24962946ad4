// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filterpieces.h"
#include "core/store/filterterms.h"

namespace Core {

namespace {

/// What is reached by the delivery of a capture is NULL for one that came from elsewhere.
FilterSql settled(const FilterSql &sql)
{
    return sql.usesDelivery ? around(QStringLiteral("(%1) IS TRUE"), sql) : sql;
}

FilterSql contentSql(const FilterTerm &term, const QString &column)
{
    return around(QStringLiteral("EXISTS (SELECT 1 FROM capture_contents f WHERE f.capture = c.id"
                                 " AND %1)"),
                  held(term, column));
}

FilterSql methodSql(const FilterTerm &term)
{
    return term.match == FilterMatch::Pattern
        ? held(term, QStringLiteral("c.method"))
        : with(QStringLiteral("CAST(c.method AS TEXT) = ? COLLATE NOCASE"), term.text);
}

FilterSql wordSql(FilterWord word)
{
    switch (word) {
    case FilterWord::In:
        return always(true);
    case FilterWord::Failed:
        return plain(QStringLiteral("c.status NOT BETWEEN 200 AND 299"));
    case FilterWord::Delivered:
        return plain(QStringLiteral("c.status BETWEEN 200 AND 299"));
    case FilterWord::Temporary:
        return plain(QStringLiteral("c.status >= 500"));
    case FilterWord::Pinned:
        return plain(QStringLiteral("c.is_pinned = 1"));
    default:
        return settled(deliveryWordSql(word));
    }
}

FilterSql captureIdSql(const FilterTerm &term)
{
    return idSql(term,
                 {QStringLiteral("EXISTS (SELECT 1 FROM attempts x WHERE x.id = ?"
                                 " AND x.delivery = c.delivery AND x.number = c.attempt_number)"),
                  QStringLiteral("c.delivery IS ?"), QStringLiteral("c.id = ?"),
                  // None came from nowhere, and NULL would be neither true nor false.
                  QStringLiteral("ifnull(c.delivery, 0)")});
}

FilterSql bareWordSql(const FilterTerm &term)
{
    return settled(
        oneOf({wordIdSql(term, captureIdSql), statusWordsSql(term, QStringLiteral("c.status")),
               heldText(term, QStringLiteral("c.bin")), held(term, QStringLiteral("c.method")),
               held(term, QStringLiteral("c.target")), heldText(term, QStringLiteral("c.note")),
               ofEvent(heldText(term, QStringLiteral("e.type"))),
               ofEvent(heldText(term, QStringLiteral("e.uid")))}));
}

} // namespace

FilterSql captureTermSql(const FilterTerm &term, Time now)
{
    switch (term.key) {
    case FilterKey::Word:
        return bareWordSql(term);
    case FilterKey::Status:
        return statusSql(term, QStringLiteral("c.status"));
    case FilterKey::DestinationName:
        return settled(ofDelivery(nameSql(term, QStringLiteral("d.destination"))));
    case FilterKey::Bin:
        return equalOrHeld(term, QStringLiteral("c.bin"));
    case FilterKey::EventType:
        return settled(typeSql(term));
    case FilterKey::Method:
        return methodSql(term);
    case FilterKey::Url:
        return held(term, QStringLiteral("c.target"));
    case FilterKey::HeaderField:
        return contentSql(term, QStringLiteral("f.headers"));
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return contentSql(term, QStringLiteral("f.body"));
    case FilterKey::Size:
        return compared(term.match, QStringLiteral("c.body_bytes"), term.number);
    case FilterKey::Try:
        return around(QStringLiteral("(c.delivery IS NOT NULL AND %1)"),
                      compared(term.match, QStringLiteral("c.attempt_number"), term.number));
    case FilterKey::Direction:
    case FilterKey::Is:
        return wordSql(term.word);
    case FilterKey::Since:
        return sinceSql(term, QStringLiteral("c.received_at"), now);
    case FilterKey::AnyId:
    case FilterKey::OfDelivery:
        return captureIdSql(term);
    case FilterKey::Duration:
        return never();
    }
    Q_UNREACHABLE();
}

} // namespace Core
