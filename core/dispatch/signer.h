// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/event.h"

namespace Core {

/// What it takes to sign an attempt again.
struct Seal
{
    SignatureScheme scheme = SignatureScheme::None;
    Secrets secrets;
    EventId event;
    Time signedAt;

    bool operator==(const Seal &) const = default;
};

/// The header fields that sign one attempt: webhook-id, webhook-timestamp and webhook-signature,
/// or the vendor's own in their place. While a rotation lasts both secrets sign.
///
/// Source: Standard Webhooks 1.0.0; docs.github.com, validating webhook deliveries;
/// docs.stripe.com, verifying webhook signatures by hand.
HeaderList signatureHeaders(SignatureScheme scheme, const Secrets &secrets, const EventId &event,
                            Time now, const QByteArray &body);

/// Brings the signature among \a headers up to \a now if it tells of another second: it is of the
/// attempt, not of the moment in which its turn was awaited.
void renewSignature(HeaderList &headers, Seal &seal, Time now, const QByteArray &body);

} // namespace Core
