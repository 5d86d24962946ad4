// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/directory.h"
#include "core/store/changes.h"

namespace Core {

// What a publication asks for, read and checked. Each function names the member at fault.

/// The body of POST /events. Its data is delivered as the very bytes that stand in \a body.
Result<NewEvent> readEvent(const QByteArray &body, const Directory &directory, Time now);

/// The body of POST /events as application/x-ndjson: an event a line, up to 10,000; empty lines
/// count for nothing. The error of a line says which it is.
Result<QList<NewEvent>> readEvents(const QByteArray &body, const Directory &directory, Time now);

/// An event whose body is delivered as it came: POST /events/{type}.
Result<NewEvent> readRawEvent(const QString &type, const QByteArray &contentType,
                              const QByteArray &body, const Directory &directory, Time now);

/// A test event for one destination.
NewEvent testEventFor(const Destination &destination, Time now);

} // namespace Core
