// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/intakecontext.h"
#include "core/intake/requestreader.h"

namespace Core {

/// Sends again what failed at \a destination and answers with the count, or only counts. Goes in
/// small steps, so that POSTs are claimed between them; when one of them is refused the answer is
/// its error, what went before it stays, and the same call later goes on from there.
void recover(const IntakeContext &context, const ExchangePointer &exchange,
             DestinationId destination, const RecoveryRequest &request);

} // namespace Core
