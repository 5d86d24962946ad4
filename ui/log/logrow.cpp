// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logrow.h"

#include "core/model/reasonphrase.h"
#include "core/model/redaction.h"
#include "ui/look/brief.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QCoreApplication>

namespace Gui {

namespace {

constexpr int LongestRowCell = 200;

QString rowCell(const QString &text)
{
    return shortened(printable(text), LongestRowCell);
}

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(LogRow)
};

/// Whether the schedule says how many there may be. Those that were cut short by our own end do not
/// count for it, and so there may be more.
bool isOfSome(const LogRow &row)
{
    return !row.isTest && !row.isResend && !row.isHeartbeat && row.number <= row.mostTries;
}

QString triesText(const LogRow &row)
{
    const QString number = QString::number(row.number);
    if (row.isResend)
        return row.number > 1 ? RowText::tr("resent %1", "which try of it").arg(number)
                              : RowText::tr("resent");
    if (row.isTest)
        return row.number > 1 ? RowText::tr("test %1", "which try of it").arg(number)
                              : RowText::tr("test");
    return isOfSome(row) ? number + u'/' + QString::number(row.mostTries) : number;
}

QString spokenTries(const LogRow &row)
{
    if (row.isResend || row.isTest)
        return row.tries;
    return isOfSome(row) ? RowText::tr("try %1 of %2").arg(row.number).arg(row.mostTries)
                         : RowText::tr("try %1").arg(row.tries);
}

QString codeText(int status)
{
    return status == 0 ? QString() : QString::number(status);
}

} // namespace

LogRow rowOf(const Core::Attempt &attempt, bool areSecretsShown)
{
    LogRow row;
    row.key = Core::LogKey::of(attempt.id);
    row.direction = Direction::Sent;
    row.delivery = attempt.delivery;
    row.number = attempt.number;
    row.destination = attempt.destination;
    row.outcome = attempt.outcome;
    row.isHeartbeat = attempt.kind == Core::EventKind::Heartbeat;
    row.isTest = attempt.kind == Core::EventKind::Test;
    row.isResend = attempt.isResend;
    row.isPinned = attempt.isPinned;
    row.at = attempt.startedAt;
    row.begunAt = row.at;
    row.place = rowCell(attempt.destinationName);
    row.event = rowCell(attempt.eventType);
    row.tries = triesText(row);
    row.method = QStringLiteral("POST");
    row.target = rowCell(areSecretsShown ? attempt.url : Core::redactedUrl(attempt.url));
    row.requestSize = sizeText(attempt.requestBytes);
    row.eventId = rowCell(attempt.event.text);
    row.reason = rowCell(spokenFailure(attempt));
    row.note = rowCell(attempt.note);
    row.code = codeText(attempt.status);
    row.words = rowCell(attempt.status == 0 ? brief(attempt) : briefPhrase(attempt.status));
    row.status = rowCell(spoken(attempt));
    if (attempt.outcome == Core::AttemptOutcome::InFlight
        || attempt.outcome == Core::AttemptOutcome::Interrupted)
        return row;
    row.total = attempt.timings.total;
    row.duration = durationText(attempt.timings.total);
    if (attempt.status != 0)
        row.size = answerSizeText(attempt.responseBytes);
    return row;
}

LogRow rowOf(const Core::LinkedCapture &linked, bool areSecretsShown)
{
    const Core::Capture &capture = linked.capture;
    LogRow row;
    row.key = Core::LogKey::of(capture.id);
    row.direction = Direction::Received;
    row.delivery = capture.delivery;
    row.number = capture.attemptNumber;
    row.destination = linked.destination;
    row.outcome = outcomeOf(capture);
    row.isHeartbeat = linked.kind == Core::EventKind::Heartbeat;
    row.isTest = linked.kind == Core::EventKind::Test;
    row.isResend = linked.isResend;
    row.isPinned = capture.isPinned;
    row.at = capture.receivedAt;
    row.begunAt = row.at;
    row.place = rowCell(RowText::tr("bin %1").arg(capture.bin));
    row.method = rowCell(printable(capture.method));
    const QString target = printable(capture.target);
    row.target = rowCell(areSecretsShown ? target : Core::redactedUrl(target));
    row.event = linked.eventType.isEmpty() ? rowCell(row.method + u' ' + row.target)
                                           : rowCell(linked.eventType);
    if (!capture.delivery.isNull())
        row.tries = triesText(row);
    row.code = codeText(capture.status);
    row.words = briefPhrase(capture.status);
    row.status = QString(row.code + u' ' + Core::reasonPhrase(capture.status)).trimmed();
    row.size = sizeText(capture.bodyBytes);
    row.note = rowCell(capture.note);
    return row;
}

void setMostTries(LogRow &row, int most)
{
    row.mostTries = most;
    if (!row.tries.isEmpty())
        row.tries = triesText(row);
}

Core::AttemptOutcome outcomeOf(const Core::Capture &capture)
{
    if (capture.status >= 200 && capture.status < 300)
        return Core::AttemptOutcome::Delivered;
    return capture.status >= 500 ? Core::AttemptOutcome::Temporary : Core::AttemptOutcome::Failed;
}

bool isFailure(Core::AttemptOutcome outcome)
{
    return outcome != Core::AttemptOutcome::InFlight && outcome != Core::AttemptOutcome::Delivered;
}

Core::LogFold heartbeatFoldOf(const Core::Attempt &attempt)
{
    if (attempt.kind != Core::EventKind::Heartbeat || isFailure(attempt.outcome))
        return {};
    return Core::LogFold::ofHeartbeats(attempt.destination, false);
}

Core::LogFold heartbeatFoldOf(const Core::LinkedCapture &linked)
{
    if (linked.kind != Core::EventKind::Heartbeat || isFailure(outcomeOf(linked.capture)))
        return {};
    return Core::LogFold::ofHeartbeats(linked.destination, true);
}

QString valueText(const QByteArray &value)
{
    return rowCell(printable(value));
}

QString statusText(const LogRow &row)
{
    if (row.code.isEmpty() || row.words.isEmpty())
        return row.code + row.words;
    return row.code + u' ' + row.words;
}

QString sentenceOf(const LogRow &row)
{
    QStringList parts{clockText(row.begunAt)};
    const bool isSent = row.direction == Direction::Sent;
    parts.append(
        (isSent ? RowText::tr("sent to %1") : RowText::tr("received by %1")).arg(row.place));
    parts.append(row.event);
    parts.append(row.status);
    if (!row.tries.isEmpty())
        parts.append(spokenTries(row));
    if (!row.duration.isEmpty())
        parts.append(RowText::tr("after %1").arg(row.duration));
    if (row.isPinned)
        parts.append(RowText::tr("pinned"));
    if (!row.note.isEmpty())
        parts.append(RowText::tr("note: %1").arg(row.note));
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
