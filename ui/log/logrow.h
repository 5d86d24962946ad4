// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logsearch.h"
#include "ui/look/glyph.h"

namespace Gui {

enum class Direction {
    Sent,
    Received,
};

/// One row of the log, with its texts as they are shown: formatted once, painted many times.
struct LogRow
{
    Core::LogKey key; ///< of the worst attempt where it sums up what stands behind its line
    Direction direction = Direction::Sent;
    Core::DeliveryId delivery; ///< null for what came from elsewhere
    int number = 0; ///< which attempt of that delivery
    int mostTries = 0; ///< that the destination's schedule allows now; 0 where that is not known
    bool isTest = false;
    bool isResend = false;
    Core::DestinationId destination;
    Core::AttemptOutcome outcome = Core::AttemptOutcome::InFlight;
    bool isHeartbeat = false;
    bool isPinned = false;
    Core::Time at;
    Core::Time begunAt; ///< the same, or of the first row behind its line
    bool isSummary = false; ///< of what went to several destinations
    Core::Microseconds total{0}; ///< 0 where nothing was measured

    QString code; ///< "200"; empty when no status came
    QString words; ///< "OK", "connection refused", as short as a column wants them
    QString status; ///< code and words where there is room: "503 Service Unavailable"
    QString place; ///< the destination's or the bin's name
    QString event; ///< its type; method and target for what came from elsewhere
    QString tries; ///< "2/9", "test", "resent"; empty for what no delivery of ours has sent
    QString duration;
    QString size;
    QString method;
    QString target; ///< the URL; path and query for what was received
    QString requestSize;
    QString eventId;
    QString reason; ///< what went wrong
    QString note;
    QStringList values; ///< of fields that were asked for; empty until they are read
};

/// Values of queries are masked unless \a areSecretsShown.
LogRow rowOf(const Core::Attempt &attempt, bool areSecretsShown = false);
LogRow rowOf(const Core::LinkedCapture &linked, bool areSecretsShown = false);

/// Tells a row how many attempts its destination's schedule allows; 0 where that is not known.
void setMostTries(LogRow &row, int most);

/// What stands for it in a list: its class alone, since a bin may answer anything.
Core::AttemptOutcome outcomeOf(const Core::Capture &capture);
/// For good or for now, or interrupted.
bool isFailure(Core::AttemptOutcome outcome);

/// What it is folded into in a list that folds heartbeats alone.
Core::LogFold heartbeatFoldOf(const Core::Attempt &attempt);
Core::LogFold heartbeatFoldOf(const Core::LinkedCapture &linked);

/// The value of a field as it stands in a cell.
QString valueText(const QByteArray &value);

/// Code and words as they stand in a column: "200 OK".
QString statusText(const LogRow &row);

/// The whole row in one sentence, for those who do not see it.
QString sentenceOf(const LogRow &row);

Glyph glyphOf(Core::AttemptOutcome outcome);
Tone toneOf(Core::AttemptOutcome outcome);

} // namespace Gui
