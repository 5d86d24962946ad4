// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/redaction.h"

namespace Gui {

/// A request as it went over the wire, to be made again by other means.
struct CopiedRequest
{
    QByteArray method;
    QByteArray url;
    Core::HeaderList headers;
    QByteArray body;
    Core::Sender sender = Core::Sender::Others; ///< whose the headers are

    bool operator==(const CopiedRequest &) const = default;
};

CopiedRequest requestOf(const Core::AttemptRecord &record);
CopiedRequest requestOf(const Core::CaptureRecord &record);

/// What fields and parts of a URL that are masked (core/model/redaction.h) say in text that is
/// passed on, unless a person asks for more.
enum class SecretFields {
    Masked,
    Included,
};

/// \a request as text tells it when secrets are masked.
CopiedRequest redacted(CopiedRequest request);

/// What is said when text has been copied, whether something is masked in it or not.
QString copiedText(bool isMasked);

/// A command for any POSIX shell that makes the same request: each byte of method, URL, headers and
/// body arrives as it is, those that a pasted text could not hold by way of printf. Framing
/// (Content-Length and the like) is left to the tool; a body above LargestPastedBody is read from
/// the file body.bin, as "Save body" can write it.
QString asCurl(const CopiedRequest &copied, SecretFields secrets);
QString asHttpie(const CopiedRequest &copied, SecretFields secrets);
inline constexpr qsizetype LargestPastedBody = 1'000'000;

/// The message itself. A body that is not text is told by its size.
QString asRaw(const CopiedRequest &copied, SecretFields secrets);

/// The whole row as a line of an export as JSON Lines holds it.
QString asJson(const Core::AttemptRecord &record, SecretFields secrets);
QString asJson(const Core::CaptureRecord &record, SecretFields secrets);

/// What happened with both messages, for a report of an issue; long bodies are cut.
QString asMarkdown(const Core::AttemptRecord &record, SecretFields secrets);
QString asMarkdown(const Core::CaptureRecord &record, SecretFields secrets);

} // namespace Gui
