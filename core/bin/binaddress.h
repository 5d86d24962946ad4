// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/message.h"

namespace Core {

/// Which bin a request is for and how it wants to be answered.
struct BinAddress
{
    QString bin;
    int status = 200;

    bool operator==(const BinAddress &) const = default;
};

/// Reads /v1/webhooks/{bin} and what lies below it, and ?status=. The HTTP interface listens at
/// \a interfaceUrl, empty while it does not: whoever means that has taken one port for the other.
/// Errors: NotFound for another path, InvalidInput for a bin's name or status that cannot be, and
/// for other than one Host (RFC 9112, section 3.2).
Result<BinAddress> readBinAddress(const Http::Request &request, const QString &interfaceUrl);

} // namespace Core
