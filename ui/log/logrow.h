// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "ui/look/glyph.h"

namespace Gui {

enum class Direction {
    Sent,
    Received,
};

/// One line of the log, with every text as it is shown: formatted once, painted many times.
struct LogRow
{
    Direction direction = Direction::Sent;
    Core::AttemptId attempt; ///< null for what was received
    Core::CaptureId capture; ///< null for what was sent
    Core::DeliveryId delivery; ///< null for what came from elsewhere
    int number = 0; ///< which attempt of that delivery
    Core::DestinationId destination;
    Core::AttemptOutcome outcome = Core::AttemptOutcome::InFlight;
    bool isHeartbeat = false;

    QString time;
    QString code; ///< "200"; empty when no status came
    QString words; ///< "OK", "connection refused"
    QString place; ///< the destination's or the bin's name
    QString event; ///< its type; method and target for what came from elsewhere
    QString tries;
    QString duration;
    QString size;
};

LogRow rowOf(const Core::Attempt &attempt);
LogRow rowOf(const Core::Capture &capture);

/// Tells a received row what the attempt that sent it knows.
void link(LogRow &received, const LogRow &sent);

/// Code and words together: "200 OK".
QString statusText(const LogRow &row);

/// The whole row in one sentence, for those who do not see it.
QString sentenceOf(const LogRow &row);

Glyph glyphOf(Core::AttemptOutcome outcome);
Tone toneOf(Core::AttemptOutcome outcome);

} // namespace Gui
