// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/factrows.h"
#include "core/store/writes.h"

namespace Core {

Result<Outcome> apply(Database &database, const AddCapture &change)
{
    static const std::string sql
        = joined({"INSERT INTO captures (id, bin, received_at, method, target, status, body_bytes,"
                  " remote_address, delivery, attempt_number) VALUES (",
                  NextLogNumber, ", ?, ?, ?, ?, ?, ?, ?, ?, ?)"});
    CaptureAdded outcome{change.record.capture};
    Capture &capture = outcome.capture;
    capture.bodyBytes = change.record.body.size();
    capture.id = {database.insert(sql, capture.bin, capture.receivedAt, capture.method,
                                  capture.target, capture.status, capture.bodyBytes,
                                  capture.remoteAddress, capture.delivery, capture.attemptNumber)};
    database.change("INSERT INTO capture_contents (capture, headers, body) VALUES (?, ?, ?)",
                    capture.id, headersToLines(change.record.headers), change.record.body);
    return Outcome(std::move(outcome));
}

} // namespace Core
