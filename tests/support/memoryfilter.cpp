// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryfilter.h"

#include "core/base/jsontext.h"
#include "core/model/reasonphrase.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Core;

namespace {

using K = FilterKey;
using M = FilterMatch;
using W = FilterWord;

template<typename Holds>
bool judge(const Filter &filter, const Holds &holds)
{
    const auto judgePart = [&](const Filter &part) { return judge(part, holds); };
    const auto &parts = filter.parts;
    switch (filter.kind) {
    case FilterKind::Term:
        return holds(filter.term);
    case FilterKind::Not:
        return !judgePart(parts.front());
    case FilterKind::All:
        return std::all_of(parts.begin(), parts.end(), judgePart);
    case FilterKind::Any:
        return std::any_of(parts.begin(), parts.end(), judgePart);
    }
    Q_UNREACHABLE();
}

bool inText(const FilterTerm &term, const QString &text)
{
    if (term.match == M::Pattern)
        return QRegularExpression(term.text, QRegularExpression::CaseInsensitiveOption)
            .match(text)
            .hasMatch();
    return text.contains(term.text, Qt::CaseInsensitive);
}

bool inName(const FilterTerm &term, const QString &name)
{
    return term.match == M::Pattern ? inText(term, name)
                                    : name.toCaseFolded().contains(term.text.toCaseFolded());
}

bool compare(M match, qint64 value, qint64 with)
{
    switch (match) {
    case M::Less:
        return value < with;
    case M::AtMost:
        return value <= with;
    case M::More:
        return value > with;
    case M::AtLeast:
        return value >= with;
    case M::HundredOf:
        return value / 100 == with;
    default:
        return value == with;
    }
}

bool isStatus(const FilterTerm &term, int status)
{
    return status > 0 && compare(term.match, status, term.number);
}

bool isStatusWord(const FilterTerm &term, int status)
{
    return status >= 100
        && inText(term, (QString::number(status) + u' ' + reasonPhrase(status)).trimmed());
}

bool isMethod(const FilterTerm &term, const QByteArray &method)
{
    const QString text = QString::fromUtf8(method);
    return term.match == M::Pattern ? inText(term, text)
                                    : text.compare(term.text, Qt::CaseInsensitive) == 0;
}

bool isType(const FilterTerm &term, const QString &type)
{
    return term.match == M::Pattern ? inText(term, type) : patternsFor(type).contains(term.text);
}

bool inHeaders(const FilterTerm &term, const HeaderList &headers)
{
    return std::any_of(headers.begin(), headers.end(), [&](const Header &header) {
        return QString::fromUtf8(header.name).compare(term.path.first(), Qt::CaseInsensitive) == 0
            && (term.match == M::Present || inText(term, QString::fromUtf8(header.value)));
    });
}

bool inJson(const FilterTerm &term, const QByteArray &body)
{
    const auto raw = jsonValueAt(body, term.path);
    if (!raw || term.match == M::Present)
        return raw.has_value();
    const QString text = jsonValueText(*raw);
    if (term.match == M::Pattern)
        return inText(term, text);
    const QByteArray value = text.toUtf8();
    const QByteArray wanted = term.text.toUtf8();
    if (!isJsonNumber(value) || !isJsonNumber(wanted))
        return term.match == M::Is && text == term.text;
    const auto order = compareJsonNumbers(value, wanted);
    return compare(term.match, order < 0 ? -1 : order > 0 ? 1 : 0, 0);
}

bool inBody(const FilterTerm &term, const QByteArray &body)
{
    return term.key == K::JsonValue ? inJson(term, body) : inText(term, QString::fromUtf8(body));
}

bool hasEnded(const Attempt &attempt)
{
    return attempt.outcome != AttemptOutcome::InFlight
        && attempt.outcome != AttemptOutcome::Interrupted;
}

bool isOutcome(W word, const Attempt &attempt)
{
    switch (word) {
    case W::Failed:
        return attempt.outcome == AttemptOutcome::Failed
            || attempt.outcome == AttemptOutcome::Temporary;
    case W::Slow:
        return hasEnded(attempt) && attempt.timings.total >= std::chrono::seconds{1};
    case W::Pinned:
        return attempt.isPinned;
    case W::InFlight:
        return attempt.outcome == AttemptOutcome::InFlight;
    case W::Delivered:
        return attempt.outcome == AttemptOutcome::Delivered;
    case W::Temporary:
        return attempt.outcome == AttemptOutcome::Temporary;
    case W::Interrupted:
        return attempt.outcome == AttemptOutcome::Interrupted;
    default:
        return false;
    }
}

bool isAnswer(W word, const Capture &capture)
{
    const bool isGood = capture.status / 100 == 2;
    switch (word) {
    case W::In:
        return true;
    case W::Failed:
        return !isGood;
    case W::Delivered:
        return isGood;
    case W::Temporary:
        return capture.status >= 500;
    case W::Pinned:
        return capture.isPinned;
    default:
        return false;
    }
}

bool isDuration(const FilterTerm &term, const Attempt &attempt)
{
    const qint64 total = attempt.timings.total.count();
    if (!hasEnded(attempt))
        return false;
    return term.match == M::Is ? total / 1000 == term.number / 1000
                               : compare(term.match, total, term.number);
}

} // namespace

MemoryFilter::MemoryFilter(const MemoryTables::Rows &rows, Filter filter, Time now)
    : m_rows(rows)
    , m_filter(std::move(filter))
    , m_now(now)
{
}

bool MemoryFilter::wants(const MemoryTables::AttemptRow &row) const
{
    return judge(m_filter, [&](const FilterTerm &term) { return holds(term, row); });
}

bool MemoryFilter::wants(const Delivery &delivery) const
{
    return judge(m_filter, [&](const FilterTerm &term) { return holds(term, delivery); });
}

bool MemoryFilter::wants(const CaptureRecord &record) const
{
    return judge(m_filter, [&](const FilterTerm &term) { return holds(term, record); });
}

/// What stands in an attempt and its messages alone.
bool MemoryFilter::holdsOfMessages(const FilterTerm &term,
                                   const MemoryTables::AttemptRow &row) const
{
    const auto &[attempt, transcript] = row;
    switch (term.key) {
    case K::Word:
        return isStatusWord(term, attempt.status) || inText(term, attempt.error)
            || inText(term, attempt.note)
            || (attempt.outcome == AttemptOutcome::InFlight
                && inText(term, QStringLiteral("in flight")))
            || (attempt.outcome == AttemptOutcome::Interrupted
                && inText(term, QStringLiteral("interrupted")));
    case K::Status:
        return isStatus(term, attempt.status);
    case K::Url:
        return inText(term, attempt.url);
    case K::HeaderField:
        return inHeaders(term, transcript.requestHeaders)
            || inHeaders(term, transcript.responseHeaders);
    case K::Body:
    case K::JsonValue:
        return hasEnded(attempt) && inBody(term, transcript.responseBody);
    case K::Duration:
        return isDuration(term, attempt);
    case K::Size:
        return attempt.status > 0 && compare(term.match, attempt.responseBytes, term.number);
    default:
        return false;
    }
}

bool MemoryFilter::holds(const FilterTerm &term, const MemoryTables::AttemptRow &row) const
{
    const Attempt &attempt = row.attempt;
    const Delivery &delivery = m_rows.deliveries.at(attempt.delivery).delivery;
    const auto isThis = [&] {
        const auto capture = idFromString<CaptureKind>(term.text);
        const auto found = m_rows.captures.find(capture.value_or(CaptureId{}));
        const bool isCaught = found != m_rows.captures.end()
            && found->second.capture.delivery == attempt.delivery
            && found->second.capture.attemptNumber == attempt.number;
        return term.text == toString(attempt.id) || term.text == toString(attempt.delivery)
            || isCaught;
    };
    switch (term.key) {
    case K::Word:
        return holdsOfMessages(term, row) || isPlace(term, attempt.destination)
            || inText(term, eventOf(delivery).type) || inText(term, eventOf(delivery).id.text)
            || (term.match == M::Is && isThis());
    case K::Try:
        return compare(term.match, attempt.number, term.number);
    case K::Is:
        return isOutcome(term.word, attempt)
            || (term.word == W::New && attempt.number == 1 && !delivery.isResend)
            || isState(term.word, delivery);
    case K::Since:
        return !isEarly(term, attempt.startedAt);
    case K::AnyId:
    case K::OfDelivery:
        return isThis() || term.text == delivery.event.text;
    case K::Body:
    case K::JsonValue:
        return holdsOfMessages(term, row) || inBody(term, eventOf(delivery).body);
    case K::DestinationName:
    case K::EventType:
    case K::Method:
    case K::Direction:
        return holds(term, delivery);
    default:
        return holdsOfMessages(term, row);
    }
}

bool MemoryFilter::holds(const FilterTerm &term, const Delivery &delivery) const
{
    const Event &event = eventOf(delivery);
    switch (term.key) {
    case K::Word:
        return isPlace(term, delivery.destination) || inText(term, event.type)
            || inText(term, event.id.text) || inText(term, delivery.reason)
            || holdsOfAny(term, delivery) || (term.match == M::Is && isId(term, delivery));
    case K::DestinationName:
        return isPlace(term, delivery.destination);
    case K::EventType:
        return isType(term, event.type);
    case K::Direction:
        return term.word == W::Out;
    case K::Method:
        return isMethod(term, "POST");
    case K::Body:
    case K::JsonValue:
        return inBody(term, event.body) || holdsOfAny(term, delivery);
    case K::Try:
        return compare(term.match, delivery.attemptCount, term.number);
    case K::Is:
        switch (term.word) {
        case W::Failed:
            return delivery.state == DeliveryState::Failed;
        case W::New:
            return delivery.attemptCount <= 1 && !delivery.isResend;
        case W::InFlight:
            return delivery.state == DeliveryState::InFlight;
        case W::Delivered:
            return delivery.state == DeliveryState::Delivered;
        case W::Waiting:
            return delivery.state == DeliveryState::Waiting;
        case W::Cancelled:
            return delivery.state == DeliveryState::Cancelled;
        case W::Slow:
        case W::Pinned:
            return holdsOfAny(term, delivery);
        default:
            return isState(term.word, delivery);
        }
    case K::Since:
        return !isEarly(term, delivery.createdAt);
    case K::AnyId:
    case K::OfDelivery:
        return isId(term, delivery) || term.text == delivery.event.text;
    default:
        return holdsOfAny(term, delivery);
    }
}

bool MemoryFilter::holds(const FilterTerm &term, const CaptureRecord &record) const
{
    const Capture &capture = record.capture;
    const Delivery *const delivery = sentBy(capture);
    const QString target = QString::fromUtf8(capture.target);
    const auto isThis = [&] {
        const auto attempt
            = m_rows.attempts.find(idFromString<AttemptKind>(term.text).value_or(AttemptId{}));
        const bool isSentBy = attempt != m_rows.attempts.end()
            && attempt->second.attempt.delivery == capture.delivery
            && attempt->second.attempt.number == capture.attemptNumber;
        return term.text == toString(capture.id) || isSentBy
            || term.text == toString(capture.delivery);
    };
    switch (term.key) {
    case K::Word:
        return inText(term, capture.bin) || inText(term, target) || inText(term, capture.note)
            || inText(term, QString::fromUtf8(capture.method)) || isStatusWord(term, capture.status)
            || (delivery
                && (inText(term, eventOf(*delivery).type)
                    || inText(term, eventOf(*delivery).id.text)))
            || (term.match == M::Is && isThis());
    case K::Status:
        return isStatus(term, capture.status);
    case K::Bin:
        return term.match == M::Pattern ? inText(term, capture.bin) : capture.bin == term.text;
    case K::DestinationName:
    case K::EventType:
        return delivery && holds(term, *delivery);
    case K::Direction:
    case K::Is:
        return isAnswer(term.word, capture) || (delivery && isState(term.word, *delivery));
    case K::Method:
        return isMethod(term, capture.method);
    case K::Url:
        return inText(term, target);
    case K::HeaderField:
        return inHeaders(term, record.headers);
    case K::Body:
    case K::JsonValue:
        return inBody(term, record.body);
    case K::Size:
        return compare(term.match, capture.bodyBytes, term.number);
    case K::Try:
        return !capture.delivery.isNull()
            && compare(term.match, capture.attemptNumber, term.number);
    case K::Since:
        return !isEarly(term, capture.receivedAt);
    case K::AnyId:
    case K::OfDelivery:
        return isThis() || (delivery && term.text == delivery->event.text);
    case K::Duration:
        return false;
    }
    Q_UNREACHABLE();
}

bool MemoryFilter::holdsOfAny(const FilterTerm &term, const Delivery &delivery) const
{
    return std::any_of(m_rows.attempts.begin(), m_rows.attempts.end(), [&](const auto &entry) {
        const Attempt &attempt = entry.second.attempt;
        return attempt.delivery == delivery.id
            && (term.key == K::Is ? isOutcome(term.word, attempt)
                                  : holdsOfMessages(term, entry.second));
    });
}

bool MemoryFilter::isPlace(const FilterTerm &term, DestinationId id) const
{
    const QString &name = m_rows.destinations.at(id).registration.destination.name;
    if (term.key == K::Word)
        return inName(term, name);
    if (term.match == M::Pattern)
        return inText(term, name);
    return idFromString<DestinationKind>(term.text)
        ? term.text == toString(id)
        : name.toCaseFolded() == term.text.toCaseFolded();
}

bool MemoryFilter::isState(W word, const Delivery &delivery) const
{
    switch (word) {
    case W::Test:
        return eventOf(delivery).kind == EventKind::Test;
    case W::Heartbeat:
        return eventOf(delivery).kind == EventKind::Heartbeat;
    case W::Replay:
        return delivery.isResend;
    case W::Retrying:
        return delivery.state == DeliveryState::Waiting && delivery.attemptCount > 0;
    default:
        return false;
    }
}

bool MemoryFilter::isEarly(const FilterTerm &term, Time moment) const
{
    const Time since = term.match == M::Ago ? m_now - Milliseconds{term.number}
                                            : Time{Milliseconds{term.number}};
    return moment < since;
}

bool MemoryFilter::isId(const FilterTerm &term, const Delivery &delivery) const
{
    const auto attempt
        = m_rows.attempts.find(idFromString<AttemptKind>(term.text).value_or(AttemptId{}));
    const auto capture
        = m_rows.captures.find(idFromString<CaptureKind>(term.text).value_or(CaptureId{}));
    return term.text == toString(delivery.id)
        || (attempt != m_rows.attempts.end() && attempt->second.attempt.delivery == delivery.id)
        || (capture != m_rows.captures.end() && capture->second.capture.delivery == delivery.id);
}

const Event &MemoryFilter::eventOf(const Delivery &delivery) const
{
    return m_rows.eventWithId(delivery.event)->event;
}

const Delivery *MemoryFilter::sentBy(const Capture &capture) const
{
    const auto found = m_rows.deliveries.find(capture.delivery);
    return found == m_rows.deliveries.end() ? nullptr : &found->second.delivery;
}
