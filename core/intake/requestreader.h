// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/directory.h"
#include "core/store/changes.h"

namespace Core {

// What a request's body asks for, read and checked. Each function names the member at fault.

/// The body of POST /webhooks.
Result<AddDestination> readRegistration(const QByteArray &body, Time now);

/// The body of PATCH /webhooks/{id}: \a current with the members that the body names.
Result<Destination> readDestinationChange(const QByteArray &body, const Registration &current);

/// The optional body of POST /webhooks/{id}/pause; an empty body gives an empty reason.
Result<QString> readPauseReason(const QByteArray &body);

/// The body of POST /events. Its data is delivered as the very bytes that stand in \a body.
Result<NewEvent> readEvent(const QByteArray &body, const Directory &directory, Time now);

/// An event whose body is delivered as it came: POST /events/{type}.
Result<NewEvent> readRawEvent(const QString &type, const QByteArray &contentType,
                              const QByteArray &body, const Directory &directory, Time now);

/// A test event for one destination.
NewEvent testEventFor(const Destination &destination, Time now);

} // namespace Core
