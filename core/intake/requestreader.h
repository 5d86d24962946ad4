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

/// A body that may only be empty or {}.
Result<> readNothing(const QByteArray &body);

/// The optional body of POST /deliveries/{id}/resend: whether a success is sent once more.
Result<bool> readForce(const QByteArray &body);

/// What a recovery is asked for.
struct RecoveryRequest
{
    Time since;
    bool isDryRun = false;
};

/// The body of POST /webhooks/{id}/recover, whose moment may be told as a duration before \a now.
Result<RecoveryRequest> readRecovery(const QByteArray &body, Time now);

/// The optional body of POST /webhooks/{id}/rotate-secret. A secret that is not named is made.
Result<RotateSecret> readRotation(const QByteArray &body, const Destination &current, Time now);

} // namespace Core
