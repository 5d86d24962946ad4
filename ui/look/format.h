// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/attempt.h"
#include "core/model/recoveryreport.h"

#include <QString>

namespace Gui {

/// What stands in the place of a value that a person has not asked to see.
inline constexpr QStringView HiddenValue{u"••••••"};

/// Makes text from outside safe to show on one line: control characters, line ends and characters
/// that are invisible or turn the reading direction are written as escapes ("\n", "\u202e").
QString printable(QStringView text);

/// The same for bytes: read as UTF-8 where they are valid UTF-8, else as Latin-1.
QString printable(QByteArrayView bytes);

/// True for characters that printable() escapes in any text, also where lines are shown as lines.
bool isDeceptive(QChar c);

/// Text of at most \a longest characters, with an ellipsis in its middle where it was longer.
QString shortened(const QString &text, int longest);

/// Of a name that somebody gave, within a sentence; in a title or a menu there is less room.
constexpr int LongestName = 60;
constexpr int LongestNameInTitle = 40;

/// A tooltip that shows \a text as it is, whatever markup it may hold.
QString plainToolTip(const QString &text);

/// The moment that times are told from.
Core::Time now();

// The time of day of a moment that is not of the same day as \a now stands behind its day: "Sun
// 14:03:22" within a week, "22 Nov 14:03" within a year.

/// Local time of day to the millisecond: "14:03:22.118".
QString clockText(Core::Time time, Core::Time now = Gui::now());

/// Local time of day to the second: "14:03:22".
QString shortClockText(Core::Time time, Core::Time now = Gui::now());

/// The time of day at Greenwich to the millisecond: "13:03:22.118".
QString utcClockText(Core::Time time, Core::Time now = Gui::now());

/// The longest of each kind of what clockText() tells of this year, for who makes room for it.
QStringList longClocks();

/// How long before \a now: "12 s ago", "5 min ago", "3 h ago", "2 d ago".
QString agoText(Core::Time time, Core::Time now);

/// How long after \a now, in the same words: "in 12 s"; "now" for what is due.
QString untilText(Core::Time time, Core::Time now);

/// Local date and time with the offset: "2026-11-22 14:03:22.118 +01:00".
QString momentText(Core::Time time);

/// About three figures: "0.40 ms", "84.0 ms", "1.21 s", "2 min 5 s", "2 d 4 h", whose blanks do
/// not break.
QString durationText(Core::Microseconds duration);

/// "0 B", "812 B", "1.2 kB", "3.4 MB"; 1 kB is 1,000 bytes.
QString sizeText(qint64 bytes);

/// That of an answer's body of which \a bytes were kept: where that is all that is ever kept, it is
/// the least that came.
QString answerSizeText(qint64 bytes);

/// A whole number as the locale groups it: "1,204".
QString countText(qint64 count);

/// What stands behind a number of hundredths: "%" in English, " %" in German.
QString percentSign();

/// "84.1%", as the language writes it.
QString percentText(double percent, int decimals);

/// What the end of the last run has left undone: "3 attempts were interrupted by the end of the
/// last run; 2 deliveries go again."; empty when that is nothing.
QString recoveryText(const Core::RecoveryReport &report);

} // namespace Gui
