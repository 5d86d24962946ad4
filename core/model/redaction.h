// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logfield.h"

#include <QString>

namespace Core {

struct AttemptRecord;
struct Capture;
struct CaptureRecord;

/// What stands in the place of a value that is not given away.
inline constexpr QLatin1StringView Masked{"***"};

/// Whose header fields they are; it decides which of them may be secret.
enum class Sender {
    Ourselves, ///< of a POST: all but our own fields are the destination's, and so its secrets
    Others,
};

/// Whose the headers of a request are that one of our bins has received.
Sender senderOf(const Capture &capture);

/// True for a field whose value is masked: credentials, cookies, signatures, and in what we have
/// sent every field that a destination brought along.
bool isMasked(QByteArrayView name, Sender sender);

/// The same of what a column shows; \a sender is that of the request.
bool isMasked(const LogField &field, Sender sender);

/// \a headers with the values of those masked.
HeaderList redacted(const HeaderList &headers, Sender sender);

/// \a url with the values of its query masked; names and all else stay.
QString redactedUrl(const QString &url);

/// The names that redactedUrl() masks values of, each behind a question mark; that alone for a part
/// without a name.
QStringList maskedQueryNames(const QString &url);

/// A row without what may be secret.
AttemptRecord redacted(AttemptRecord record);
CaptureRecord redacted(CaptureRecord record);

} // namespace Core
