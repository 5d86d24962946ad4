// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"
#include "core/model/event.h"

namespace Core {

/// The header fields that sign one attempt: webhook-id, webhook-timestamp and webhook-signature,
/// or the vendor's own in their place. While a rotation lasts both secrets sign.
///
/// Source: Standard Webhooks 1.0.0; docs.github.com, validating webhook deliveries;
/// docs.stripe.com, verifying webhook signatures by hand.
HeaderList signatureHeaders(SignatureScheme scheme, const Secrets &secrets, const EventId &event,
                            Time now, const QByteArray &body);

} // namespace Core
