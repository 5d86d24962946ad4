// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logrow.h"

#include "core/model/reasonphrase.h"
#include "ui/look/format.h"

#include <QCoreApplication>

namespace Gui {

namespace {

constexpr int LongestCell = 200;

QString cell(const QString &text)
{
    return shortened(printable(text), LongestCell);
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogRow)
};

// What is told apart in the list by its class only; a bin may answer anything.
Core::AttemptOutcome outcomeOf(int status)
{
    if (status >= 200 && status < 300)
        return Core::AttemptOutcome::Delivered;
    return status >= 500 ? Core::AttemptOutcome::Temporary : Core::AttemptOutcome::Failed;
}

void setStatus(LogRow &row, int status, const QString &words)
{
    row.code = status == 0 ? QString() : QString::number(status);
    row.words = cell(status == 0 ? words : Core::reasonPhrase(status));
}

} // namespace

LogRow rowOf(const Core::Attempt &attempt)
{
    LogRow row;
    row.direction = Direction::Sent;
    row.attempt = attempt.id;
    row.delivery = attempt.delivery;
    row.number = attempt.number;
    row.destination = attempt.destination;
    row.outcome = attempt.outcome;
    row.isHeartbeat = attempt.kind == Core::EventKind::Heartbeat;
    row.time = clockText(attempt.startedAt);
    row.place = cell(attempt.destinationName);
    row.event = cell(attempt.eventType);
    row.tries = QString::number(attempt.number);
    setStatus(row, attempt.status, Core::toWords(attempt));
    if (attempt.outcome == Core::AttemptOutcome::InFlight
        || attempt.outcome == Core::AttemptOutcome::Interrupted)
        return row;
    row.duration = durationText(attempt.timings.total);
    if (attempt.status != 0)
        row.size = sizeText(attempt.responseBytes);
    return row;
}

LogRow rowOf(const Core::Capture &capture)
{
    LogRow row;
    row.direction = Direction::Received;
    row.capture = capture.id;
    row.delivery = capture.delivery;
    row.number = capture.attemptNumber;
    row.outcome = outcomeOf(capture.status);
    row.time = clockText(capture.receivedAt);
    row.place = cell(Text::tr("bin %1").arg(capture.bin));
    row.event = cell(printable(capture.method + ' ' + capture.target));
    if (!capture.delivery.isNull())
        row.tries = QString::number(capture.attemptNumber);
    setStatus(row, capture.status, {});
    row.size = sizeText(capture.bodyBytes);
    return row;
}

void link(LogRow &received, const LogRow &sent)
{
    received.event = sent.event;
    received.destination = sent.destination;
    received.isHeartbeat = sent.isHeartbeat;
}

QString statusText(const LogRow &row)
{
    if (row.code.isEmpty() || row.words.isEmpty())
        return row.code + row.words;
    return row.code + u' ' + row.words;
}

QString sentenceOf(const LogRow &row)
{
    QStringList parts{row.time};
    const bool isSent = row.direction == Direction::Sent;
    parts.append((isSent ? Text::tr("sent to %1") : Text::tr("received by %1")).arg(row.place));
    parts.append(row.event);
    parts.append(statusText(row));
    if (!row.tries.isEmpty())
        parts.append(Text::tr("try %1").arg(row.tries));
    if (!row.duration.isEmpty())
        parts.append(Text::tr("after %1").arg(row.duration));
    return parts.join(QLatin1StringView(", "));
}

Glyph glyphOf(Core::AttemptOutcome outcome)
{
    switch (outcome) {
    case Core::AttemptOutcome::InFlight:
        return Glyph::InFlight;
    case Core::AttemptOutcome::Delivered:
        return Glyph::Delivered;
    case Core::AttemptOutcome::Failed:
        return Glyph::Failed;
    case Core::AttemptOutcome::Temporary:
        return Glyph::Warning;
    case Core::AttemptOutcome::Interrupted:
        return Glyph::Interrupted;
    }
    Q_UNREACHABLE();
}

Tone toneOf(Core::AttemptOutcome outcome)
{
    switch (outcome) {
    case Core::AttemptOutcome::InFlight:
        return Tone::Busy;
    case Core::AttemptOutcome::Delivered:
        return Tone::Good;
    case Core::AttemptOutcome::Failed:
        return Tone::Bad;
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        return Tone::Warning;
    }
    Q_UNREACHABLE();
}

} // namespace Gui
