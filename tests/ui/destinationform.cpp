// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/destinationform.h"

#include "tests/ui/makers.h"

namespace Testing {

using namespace Core;

Destination fullDestination()
{
    Destination destination = Testing::destination(5, QStringLiteral("orders")).destination;
    destination.description = QStringLiteral("what the shop sells");
    destination.events = {QStringLiteral("order.*"), QStringLiteral("invoice.paid")};
    destination.headers = {{"X-Team", "caf\xc3\xa9"}, {"X-Empty", ""}};
    destination.signature = SignatureScheme::GitHub;
    destination.heartbeat = Milliseconds{2500};
    destination.timeout = Milliseconds{1500};
    destination.retry = std::vector<Milliseconds>{Milliseconds{5000}, Milliseconds{300'000}};
    destination.retryOn = {429};
    destination.rateLimit = RateLimit{50, Milliseconds{1000}};
    destination.concurrency = 2;
    destination.ordered = true;
    destination.verifyTls = false;
    destination.state = DestinationState::Paused;
    destination.pauseReason = QStringLiteral("410 Gone");
    destination.origin = Origin::Import;
    return destination;
}

} // namespace Testing
