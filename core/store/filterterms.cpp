// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/filterterms.h"

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
        return ofDelivery(plain(QStringLiteral("(a.number = 1 AND d.is_resend = 0)")));
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
    return idSql(term,
                 {QStringLiteral("a.id = ?"), QStringLiteral("a.delivery = ?"),
                  QStringLiteral("EXISTS (SELECT 1 FROM captures x WHERE x.id = ?"
                                 " AND x.delivery = a.delivery AND x.attempt_number = a.number)"),
                  QStringLiteral("a.delivery")});
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
        return plain(QStringLiteral("(d.attempt_count <= 1 AND d.is_resend = 0)"));
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
    return idSql(term,
                 {QStringLiteral("d.id IN (SELECT delivery FROM attempts WHERE id = ?)"),
                  QStringLiteral("d.id = ?"),
                  QStringLiteral("d.id IN (SELECT delivery FROM captures WHERE id = ?"
                                 " AND delivery IS NOT NULL)"),
                  QStringLiteral("d.id")});
}

/// What stands in the own row of any attempt of a delivery, or why it has ended.
FilterSql ownDeliverySql(const FilterTerm &term)
{
    const FilterSql ofAny = ofAnyAttempt(ownAttemptSql(term));
    return term.key == FilterKey::Word ? oneOf({heldText(term, QStringLiteral("d.reason")), ofAny})
                                       : ofAny;
}

/// What attempts and deliveries differ in.
struct Sent
{
    QString destination; ///< columns
    QString tries;
    QString begun;
    FilterSql (*own)(const FilterTerm &);
    FilterSql (*word)(FilterWord);
    FilterSql (*id)(const FilterTerm &);
};

FilterSql sentTermSql(const FilterTerm &term, Time now, const Sent &sent)
{
    switch (term.key) {
    case FilterKey::Word:
        return oneOf({wordIdSql(term, sent.id), sent.own(term), nameSql(term, sent.destination),
                      ofEvent(heldText(term, QStringLiteral("e.type"))),
                      ofEvent(heldText(term, QStringLiteral("e.uid")))});
    case FilterKey::DestinationName:
        return nameSql(term, sent.destination);
    case FilterKey::EventType:
        return typeSql(term);
    case FilterKey::Method:
        return always(isPost(term));
    case FilterKey::Body:
    case FilterKey::JsonValue:
        return oneOf({ofEvent(held(term, QStringLiteral("e.body"))), sent.own(term)});
    case FilterKey::Try:
        return compared(term.match, sent.tries, term.number);
    case FilterKey::Direction:
    case FilterKey::Is:
        return sent.word(term.word);
    case FilterKey::Since:
        return sinceSql(term, sent.begun, now);
    case FilterKey::AnyId:
    case FilterKey::OfDelivery:
        return sent.id(term);
    default:
        return sent.own(term);
    }
}

} // namespace

FilterSql attemptTermSql(const FilterTerm &term, Time now)
{
    return sentTermSql(term, now,
                       {QStringLiteral("a.destination"), QStringLiteral("a.number"),
                        QStringLiteral("a.started_at"), ownAttemptSql, attemptWordSql,
                        attemptIdSql});
}

FilterSql deliveryTermSql(const FilterTerm &term, Time now)
{
    return sentTermSql(term, now,
                       {QStringLiteral("d.destination"), QStringLiteral("d.attempt_count"),
                        QStringLiteral("d.created_at"), ownDeliverySql, deliveryWordIs,
                        deliveryIdSql});
}

} // namespace Core
