// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/signaturereport.h"

namespace Core {

/// What there is to judge a request by.
struct SignedRequest
{
    HeaderList headers; ///< as they came
    QByteArray body;
    Time at; ///< when it was sent or received
    bool isOurs = false; ///< signed and kept here, so that nothing of it can have changed
};

/// How far apart a signed moment and that of the request may be; what receivers are told to allow.
inline constexpr Milliseconds LargestSkew{std::chrono::minutes{5}};

/// Makes each signature of \a request again with \a secrets and compares; without secrets none can
/// be judged. A previous secret counts however long ago it was replaced, since the request may be
/// as old. The row of the report is left to the caller.
SignatureReport judgeSignatures(const SignedRequest &request, const Secrets &secrets);

} // namespace Core
