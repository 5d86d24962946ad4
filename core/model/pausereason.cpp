// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pausereason.h"

namespace Core {

namespace {

constexpr QLatin1StringView FailingSince{"nothing but failures since "};

} // namespace

QString failingReason(Time since)
{
    return FailingSince + toIso(since);
}

std::optional<Time> sinceIn(const QString &reason)
{
    return reason.startsWith(FailingSince) ? timeFromIso(reason.mid(FailingSince.size()))
                                           : std::nullopt;
}

} // namespace Core
