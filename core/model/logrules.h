// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/filter.h"
#include "core/model/logkey.h"

#include <QHash>

namespace Core {

/// Which rule is the first that fits, for each of these rows of the log?
struct LogRulesQuestion
{
    int ticket = 0; ///< names the rules: an answer to other ones is of no use any more
    QList<Filter> rules;
    Time now; ///< what "since:10m" counts back from
    QList<LogKey> keys;
};

struct LogRulesAnswer
{
    int ticket = 0;
    QList<LogKey> keys; ///< that were asked about
    QHash<LogKey, int> firsts; ///< by its place; rows that no rule fits are not there
};

} // namespace Core
