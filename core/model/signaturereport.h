// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/logkey.h"

#include <QByteArray>
#include <QList>

namespace Core {

enum class SignatureVerdict {
    Valid,
    Invalid, ///< made with another secret, or of other bytes
    OtherSecret, ///< made with another one than there is now, since the bytes are the same
    ClockSkew, ///< right, but its moment is too far from that of the request
    NoSecret, ///< nobody is registered whose secret could have made it
};

/// One signature in a request's headers; a header may hold several.
struct SignatureEntry
{
    QByteArray header; ///< the name as it stood there
    QByteArray text; ///< the signature as it stood there
    SignatureVerdict verdict = SignatureVerdict::NoSecret;

    bool operator==(const SignatureEntry &) const = default;
};

/// What the signatures of one row of the log are worth. It holds no secret and nothing from which
/// one could be told.
struct SignatureReport
{
    LogKey row;
    QList<SignatureEntry> entries; ///< empty for a request that is not signed
    std::optional<Milliseconds> skew; ///< from the request's moment to the one that is signed

    bool operator==(const SignatureReport &) const = default;
};

} // namespace Core
