// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportformats.h"

#include <QJsonObject>

namespace Core {

/// An entry of an HTTP Archive. Phases that were not seen are told as -1 where that is allowed,
/// else as 0; what none of them explains is in "blocked". The time is the attempt's total, and what
/// receiving the answer's body took beyond it. A body that is not text stands there in base64.
///
/// Source: HAR 1.2, sections entries, request, response and timings.
QJsonObject toHar(const ExportRow &row);

} // namespace Core
