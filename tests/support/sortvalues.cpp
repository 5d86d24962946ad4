// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sortvalues.h"

using namespace Core;

namespace {

constexpr int LongestSortText = 64;

QVariant textOrNone(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

int faultOf(const Attempt &attempt)
{
    return static_cast<int>(attempt.failure) * 16 + static_cast<int>(attempt.phase);
}

QVariant statusOf(const Attempt &attempt)
{
    if (attempt.status > 0)
        return attempt.status;
    return attempt.outcome == AttemptOutcome::InFlight ? QVariant() : 1000 + faultOf(attempt);
}

QVariant reasonOf(const Attempt &attempt)
{
    const bool isWell = attempt.status > 0 || attempt.outcome == AttemptOutcome::InFlight
        || attempt.outcome == AttemptOutcome::Delivered;
    return isWell ? QVariant() : faultOf(attempt);
}

} // namespace

QVariant SortValues::valueOf(const Attempt &attempt) const
{
    const bool isMeasured = attempt.outcome != AttemptOutcome::InFlight
        && attempt.outcome != AttemptOutcome::Interrupted;
    switch (m_by) {
    case LogSorting::ByTime:
    case LogSorting::ByRowId:
        return attempt.id.value;
    case LogSorting::ByDirection:
        return 0;
    case LogSorting::ByStatus:
        return statusOf(attempt);
    case LogSorting::ByPlace:
        return QStringLiteral("0%1\x1f%2")
            .arg(attempt.destinationName)
            .arg(attempt.destination.value);
    case LogSorting::ByEvent:
        return attempt.eventType;
    case LogSorting::ByTry:
        return attempt.number;
    case LogSorting::ByDuration:
        return isMeasured ? QVariant(qint64{attempt.timings.total.count()}) : QVariant();
    case LogSorting::BySize:
        return isMeasured && attempt.status > 0 ? QVariant(attempt.responseBytes) : QVariant();
    case LogSorting::ByMethod:
        return QStringLiteral("POST");
    case LogSorting::ByTarget:
        return attempt.url.left(LongestSortText);
    case LogSorting::ByRequestSize:
        return attempt.requestBytes;
    case LogSorting::ByEventId:
        return attempt.event.text;
    case LogSorting::ByReason:
        return reasonOf(attempt);
    case LogSorting::ByNote:
        return textOrNone(attempt.note);
    }
    Q_UNREACHABLE();
}

QVariant SortValues::valueOf(const LinkedCapture &linked) const
{
    const Capture &capture = linked.capture;
    switch (m_by) {
    case LogSorting::ByTime:
        return capture.id.value;
    case LogSorting::ByRowId:
        return (qint64{1} << 60) + capture.id.value;
    case LogSorting::ByDirection:
        return 1;
    case LogSorting::ByStatus:
        return capture.status;
    case LogSorting::ByPlace:
        return u'1' + capture.bin;
    case LogSorting::ByEvent:
        return linked.eventType.isEmpty()
            ? QString::fromUtf8(capture.method + ' ' + capture.target).left(LongestSortText)
            : linked.eventType;
    case LogSorting::ByTry:
        return capture.attemptNumber > 0 ? QVariant(capture.attemptNumber) : QVariant();
    case LogSorting::BySize:
        return capture.bodyBytes;
    case LogSorting::ByMethod:
        return QString::fromUtf8(capture.method);
    case LogSorting::ByTarget:
        return QString::fromUtf8(capture.target).left(LongestSortText);
    case LogSorting::ByNote:
        return textOrNone(capture.note);
    case LogSorting::ByDuration:
    case LogSorting::ByRequestSize:
    case LogSorting::ByEventId:
    case LogSorting::ByReason:
        return {};
    }
    Q_UNREACHABLE();
}

void SortValues::add(const Attempt &attempt, bool isFailure)
{
    add(LogKey::of(attempt.id), valueOf(attempt), isFailure);
}

void SortValues::add(const LinkedCapture &linked, bool isFailure)
{
    add(LogKey::of(linked.capture.id), valueOf(linked), isFailure);
}

void SortValues::add(LogKey key, const QVariant &value, bool isFailure)
{
    const bool isText = value.typeId() == QMetaType::QString;
    if (isText)
        m_values.texts.append(value.toString());
    const qint64 number = isText ? m_values.texts.size() - 1 : value.toLongLong();
    m_values.rows.append({key, value.isValid() ? number : LogValues::Missing, isFailure});
}
