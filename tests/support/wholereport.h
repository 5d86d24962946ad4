// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

namespace Core {

/// \a report, which was told before its body, as it would have been told with it.
inline Report whole(Report report, const LateBody &late)
{
    report.isBodyComing = false;
    report.responseBody = late.body;
    report.responseBytes = late.body.size();
    report.isResponseCut = late.isCut;
    report.timings.receive = late.receive;
    return report;
}

} // namespace Core
