// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/header.h"

#include <QByteArray>

namespace Core {

/// Where an event came from.
enum class EventKind {
    Published, ///< by a program, through the HTTP interface or the window
    Test, ///< somebody pressed "Send test"
    Heartbeat, ///< made by the dispatcher itself on a tick of its timer
};

/// Something that happened: an id, a type, a body, the moment it was accepted.
struct Event
{
    EventId id;
    QString type;
    QByteArray contentType;
    QByteArray body; ///< the very bytes that are delivered; empty where only facts travel
    qint64 bodyBytes = 0; ///< the body's size, also where the body itself is left out
    Time acceptedAt;
    EventKind kind = EventKind::Published;
    HeaderList headers; ///< of its own, which go with every POST of it

    bool operator==(const Event &) const = default;
};

inline constexpr QLatin1StringView HeartbeatType{"hookpost.heartbeat"};
inline constexpr QLatin1StringView TestType{"hookpost.test"};

/// True for 1 to 128 letters, digits, underscores and hyphens in parts joined by full stops.
bool isEventType(QStringView text);

/// True when \a pattern is an event type, "*", or a type's beginning followed by ".*".
bool isEventPattern(QStringView pattern);

/// The patterns that match \a type: "*", the type itself, and each beginning of it followed by
/// ".*", which means what lies below and not the beginning itself.
QStringList patternsFor(const QString &type);

} // namespace Core
