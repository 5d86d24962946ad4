// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"

namespace Core {

// What a request's body asks for, read and checked. Each function names the member at fault.

/// The body of POST /webhooks.
Result<AddDestination> readRegistration(const QByteArray &body, Time now);

/// The body of PATCH /webhooks/{id}, judged by what it makes of \a current.
Result<ChangeDestination> readDestinationChange(const QByteArray &body,
                                                const Registration &current);

/// The optional body of POST /webhooks/{id}/pause; an empty body gives an empty reason.
Result<QString> readPauseReason(const QByteArray &body);

} // namespace Core
