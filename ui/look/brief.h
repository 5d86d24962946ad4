// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/model/attempt.h"

#include <QFontMetrics>

namespace Gui {

/// How \a attempt stands, in so few words that they fit into a column: "503 Unavailable",
/// "timed out 10 s", "TLS: expired certificate". spoken() tells more.
QString brief(const Core::Attempt &attempt);

/// What stands behind a status in a column: "Unavailable". As HTTP has it where that is short.
QString briefPhrase(int status);

/// What brief() says of a failure, and the term that finds what the log holds of it.
struct BriefFailure
{
    QString words;
    Core::FilterTerm term;
};
QList<BriefFailure> briefFailures();

/// How wide a column must be for what brief() says of any failure.
int widestBriefFailure(const QFontMetrics &metrics);

} // namespace Gui
