// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/heartbeat.h"

namespace Core {

Event heartbeatFor(const Destination &destination, Time now)
{
    Event event;
    event.id = newEventId(now.time_since_epoch().count());
    event.type = HeartbeatType;
    event.contentType = "text/plain; charset=utf-8";
    event.body = QStringLiteral("Hello %1, current time is %2")
                     .arg(destination.name, toLocalIso(now))
                     .toUtf8();
    event.bodyBytes = event.body.size();
    event.acceptedAt = now;
    event.kind = EventKind::Heartbeat;
    return event;
}

} // namespace Core
