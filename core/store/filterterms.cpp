// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filterterms.h"

#include "core/base/ids.h"
#include "core/store/filterpieces.h"
#include "core/store/termmatcher.h"

namespace Core {

namespace {

// The numbers of enumerators that the conditions below name.
static_assert(static_cast<int>(AttemptOutcome::InFlight) == 0);
static_assert(static_cast<int>(AttemptOutcome::Delivered) == 1);
static_assert(static_cast<int>(AttemptOutcome::Failed) == 2);
static_assert(static_cast<int>(AttemptOutcome::Temporary) == 3);
static_assert(static_cast<int>(AttemptOutcome::Interrupted) == 4);
static_assert(static_cast<int>(DeliveryState::Waiting) == 0);
static_assert(static_cast<int>(DeliveryState::InFlight) == 1);
static_assert(static_cast<int>(DeliveryState::Delivered) == 2);
static_assert(static_cast<int>(DeliveryState::Failed) == 3);
static_assert(static_cast<int>(DeliveryState::Cancelled) == 4);

FilterSql outcomeWordsSql(const FilterTerm &term)
{
    const TermMatcher matcher(term);
    const bool isInFlight = matcher.matchesText(QStringLiteral("in flight"));
    const bool isInterrupted = matcher.matchesText(QStringLiteral("interrupted"));
    return oneOf({isInFlight ? plain(QStringLiteral("a.outcome = 0")) : never(),
                  isInterrupted ? plain(QStringLiteral("a.outcome = 4")) : never()});
}

FilterSql attemptWordSql(FilterWord word)
{
    switch (word) {
    case FilterWord::Out:
        return always(true);
    case FilterWord::Failed:
        return plain(QStringLiteral("a.outcome IN (2, 3)"));
    case FilterWord::Slow:
        return with(QStringLiteral("(a.outcome IN (1, 2, 3) AND a.total >= ?)"),
                    SlowAfterMs * 1000);
    case FilterWord::Pinned:
        return plain(QStringLiteral("a.is_pinned = 1"));
    case FilterWord::New:
        return ofDelivery(plain(QStringLiteral("(a.number = 1 AND d.resend_of IS NULL)")));
    case FilterWord::InFlight:
        return plain(QStringLiteral("a.outcome = 0"));
    case FilterWord::Delivered:
        return plain(QStringLiteral("a.outcome = 1"));
    case FilterWord::Temporary:
        return plain(QStringLiteral("a.outcome = 3"));
    case FilterWord::Interrupted:
        return plain(QStringLiteral("a.outcome = 4"));
    default:
        return deliveryWordSql(word);
    }
}

FilterSql attemptIdSql(const FilterTerm &term)
{
    if (const auto id = idFromString<AttemptKind>(term.text))
        return with(QStringLiteral("a.id = ?"), *id);
    if (const auto id = idFromString<DeliveryKind>(term.text))
        return with(QStringLiteral("a.delivery = ?"), *id);
    if (const auto id = idFromString<CaptureKind>(term.text))
        return with(QStringLiteral("EXISTS (SELECT 1 FROM captures x WHERE x.id = ?"
                                   " AND x.delivery = a.delivery AND x.attempt_number = a.number)"),
                    *id);
    return eventIdSql(term, QStringLiteral("a.delivery"));
}

FilterSql durationSql(const FilterTerm &term)
{
    const QString ended = QStringLiteral("(a.outcome IN (1, 2, 3) AND %1)");
    if (term.match != FilterMatch::Is)
        return around(ended, compared(term.match, QStringLiteral("a.total"), term.number));
    // To the millisecond, since nobody sees more of it.
    const qint64 whole = term.number / 1000 * 1000;
    return around(ended, with(QStringLiteral("a.total BETWEEN ? AND ?"), whole, whole + 999));
}

FilterSql transcriptSql(const std::vector<FilterSql> &choices)
{
    return around(QStringLiteral("EXISTS (SELECT 1 FROM transcripts t WHERE t.attempt = a.id"
                                 " AND %1)"),
                  oneOf(choices));
}

/// What stands in an attempt's own row: with a letter's row of attempts alone.
FilterSql ownAttemptSql(const FilterTerm &term)
{
    switch (term.key) {
    case FilterKey::Status:
        return statusSql(term, QStringLiteral("a.status"));
    case FilterKey::Url:
        return heldText(term, QStringLiteral("a.url"));
    case FilterKey::Duration:
        return durationSql(term);
    case FilterKey::Size:
        return around(QStringLiteral("(a.status > 0 AND %1)"),
                      compared(term.match, QStringLiteral("a.response_bytes"), term.number));
    case FilterKey::HeaderField:
        return transcriptSql({held(term, QStringLiteral("t.request_headers")),
                              held(term, QStringLiteral("t.response_headers"))});
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return transcriptSql({held(term, QStringLiteral("t.response_body"))});
    case FilterKey::Word:
        return oneOf({statusWordsSql(term, QStringLiteral("a.status")), outcomeWordsSql(term),
                      heldText(term, QStringLiteral("a.error")),
                      heldText(term, QStringLiteral("a.note"))});
    default:
        return never();
    }
}

/// What a word finds in what attempts and deliveries have in common.
FilterSql eventWordSql(const FilterTerm &term, const QString &destination)
{
    return oneOf({nameSql(term, destination), ofEvent(heldText(term, QStringLiteral("e.type"))),
                  ofEvent(heldText(term, QStringLiteral("e.uid")))});
}

bool isPost(const FilterTerm &term)
{
    const QString post = QStringLiteral("POST");
    return term.match == FilterMatch::Pattern ? TermMatcher(term).matchesText(post)
                                              : term.text.compare(post, Qt::CaseInsensitive) == 0;
}

FilterSql ofAnyAttempt(const FilterSql &sql)
{
    return sql.condition == u"0"
        ? never()
        : around(QStringLiteral("EXISTS (SELECT 1 FROM attempts a WHERE a.delivery = d.id"
                                " AND %1)"),
                 sql);
}

FilterSql deliveryWordIs(FilterWord word)
{
    switch (word) {
    case FilterWord::Out:
        return always(true);
    case FilterWord::Failed:
        return plain(QStringLiteral("d.state = 3"));
    case FilterWord::Slow:
    case FilterWord::Pinned:
        return ofAnyAttempt(attemptWordSql(word));
    case FilterWord::New:
        return plain(QStringLiteral("(d.attempt_count = 0 AND d.resend_of IS NULL)"));
    case FilterWord::InFlight:
        return plain(QStringLiteral("d.state = 1"));
    case FilterWord::Delivered:
        return plain(QStringLiteral("d.state = 2"));
    case FilterWord::Waiting:
        return plain(QStringLiteral("d.state = 0"));
    case FilterWord::Cancelled:
        return plain(QStringLiteral("d.state = 4"));
    default:
        return deliveryWordSql(word);
    }
}

FilterSql deliveryIdSql(const FilterTerm &term)
{
    if (const auto id = idFromString<DeliveryKind>(term.text))
        return with(QStringLiteral("d.id = ?"), *id);
    if (const auto id = idFromString<AttemptKind>(term.text))
        return with(QStringLiteral("d.id IN (SELECT delivery FROM attempts WHERE id = ?)"), *id);
    if (const auto id = idFromString<CaptureKind>(term.text))
        return with(QStringLiteral("d.id IN (SELECT delivery FROM captures WHERE id = ?"
                                   " AND delivery IS NOT NULL)"),
                    *id);
    return eventIdSql(term, QStringLiteral("d.id"));
}

} // namespace

FilterSql attemptTermSql(const FilterTerm &term, Time now)
{
    switch (term.key) {
    case FilterKey::Word:
        return oneOf({wordIdSql(term, attemptIdSql), ownAttemptSql(term),
                      eventWordSql(term, QStringLiteral("a.destination"))});
    case FilterKey::DestinationName:
        return nameSql(term, QStringLiteral("a.destination"));
    case FilterKey::EventType:
        return typeSql(term);
    case FilterKey::Method:
        return always(isPost(term));
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return oneOf({ofEvent(held(term, QStringLiteral("e.body"))), ownAttemptSql(term)});
    case FilterKey::Try:
        return compared(term.match, QStringLiteral("a.number"), term.number);
    case FilterKey::Direction:
    case FilterKey::Is:
        return attemptWordSql(term.word);
    case FilterKey::Since:
        return sinceSql(term, QStringLiteral("a.started_at"), now);
    case FilterKey::AnyId:
    case FilterKey::OfDelivery:
        return attemptIdSql(term);
    default:
        return ownAttemptSql(term);
    }
}

FilterSql deliveryTermSql(const FilterTerm &term, Time now)
{
    switch (term.key) {
    case FilterKey::Word:
        return oneOf({wordIdSql(term, deliveryIdSql), heldText(term, QStringLiteral("d.reason")),
                      eventWordSql(term, QStringLiteral("d.destination")),
                      ofAnyAttempt(ownAttemptSql(term))});
    case FilterKey::DestinationName:
        return nameSql(term, QStringLiteral("d.destination"));
    case FilterKey::EventType:
        return typeSql(term);
    case FilterKey::Method:
        return always(isPost(term));
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return oneOf(
            {ofEvent(held(term, QStringLiteral("e.body"))), ofAnyAttempt(ownAttemptSql(term))});
    case FilterKey::Try:
        return compared(term.match, QStringLiteral("d.attempt_count"), term.number);
    case FilterKey::Direction:
    case FilterKey::Is:
        return deliveryWordIs(term.word);
    case FilterKey::Since:
        return sinceSql(term, QStringLiteral("d.created_at"), now);
    case FilterKey::AnyId:
    case FilterKey::OfDelivery:
        return deliveryIdSql(term);
    default:
        return ofAnyAttempt(ownAttemptSql(term));
    }
}

} // namespace Core
