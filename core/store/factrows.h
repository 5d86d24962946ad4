// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/rules.h"

#include <string>

namespace Core {

// How rows become facts: for each kind its columns, and a function that reads them in that order.
// The letters are those of the sources: a(ttempts), d(eliveries), e(vents), n(amed destinations),
// t(ranscripts), c(aptures).

inline constexpr std::string_view RegistrationColumns
    = "n.id, n.name, n.url, n.settings, n.secret, n.previous_secret, n.previous_until, n.state,"
      " n.pause_reason, n.origin, n.created_at, n.failing_since, n.mark";
inline constexpr std::string_view EventColumns
    = "e.uid, e.type, e.content_type, e.body_bytes, e.accepted_at, e.kind, e.headers";
inline constexpr std::string_view DeliveryColumns
    = "d.id, e.uid, d.destination, d.state, d.created_at, d.due_at, d.attempt_count, d.resend_of,"
      " d.is_resend, d.reason";
inline constexpr std::string_view AttemptColumns
    = "a.id, a.delivery, a.destination, e.uid, n.name, a.url, e.type, d.kind, a.number,"
      " a.started_at, a.outcome, a.status, a.failure, a.phase, a.error, a.look_up, a.connect,"
      " a.tls, a.send, a.wait, a.receive, a.total, a.request_bytes, a.response_bytes, a.is_pinned,"
      " a.note, d.is_resend, d.state";
inline constexpr std::string_view TranscriptColumns
    = "t.is_response_cut, t.remote_address, t.request_headers, t.response_headers,"
      " t.response_body";
inline constexpr std::string_view CaptureColumns
    = "c.id, c.bin, c.received_at, c.method, c.target, c.status, c.body_bytes, c.remote_address,"
      " c.delivery, c.attempt_number, c.is_pinned, c.note";

// CROSS JOIN keeps the order: what is listed leads, and one row of each of the others follows.
inline constexpr std::string_view DeliverySource
    = "deliveries d CROSS JOIN events e ON e.id = d.event"
      " CROSS JOIN destinations n ON n.id = d.destination";
inline constexpr std::string_view AttemptSource
    = "attempts a CROSS JOIN deliveries d ON d.id = a.delivery"
      " CROSS JOIN events e ON e.id = d.event CROSS JOIN destinations n ON n.id = a.destination";

// What sent a capture, where that was ourselves.
inline constexpr std::string_view CaptureSource
    = "captures c LEFT JOIN deliveries d ON d.id = c.delivery LEFT JOIN events e ON e.id = d.event";

/// One text of several; to be kept in a static where it is prepared for good.
std::string joined(std::initializer_list<std::string_view> parts);

/// Errors: Storage when the settings are not what was written.
Result<Registration> readRegistration(Rows &rows);

/// Every destination that is registered, oldest first. Errors: as above.
Result<QList<Registration>> readRegistrations(Database &database);

Event readEvent(Rows &rows);
Delivery readDelivery(Rows &rows);
Attempt readAttempt(Rows &rows);
Capture readCapture(Rows &rows);

/// Reads every row that is left with \a read.
template<typename Read>
auto readAll(Rows &rows, Read read)
{
    QList<decltype(read(rows))> facts;
    while (rows.next())
        facts.append(read(rows));
    return facts;
}

QString settingsText(const Destination &destination);

} // namespace Core
