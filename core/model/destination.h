// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/header.h"

#include <QStringList>

#include <vector>

namespace Core {

enum class DestinationState {
    Active,
    Paused, ///< keeps what waits until somebody resumes it
};

/// Who registered a destination.
enum class Origin {
    Api,
    Window,
    Import,
};

/// How a POST is signed.
enum class SignatureScheme {
    Standard, ///< Standard Webhooks v1: HMAC-SHA256
    StandardEd25519, ///< Standard Webhooks v1a
    GitHub,
    Stripe,
    None,
};

/// At most \a count POSTs in any \a period.
struct RateLimit
{
    int count = 0;
    Milliseconds period{1000};

    bool operator==(const RateLimit &) const = default;
};

/// What the POSTs of all kinds have to keep to that a heartbeat may be one of them: so it leaves
/// half of the places of \a limit to what comes next, and takes a single one only when nothing has
/// wanted it for four periods.
RateLimit limitForHeartbeats(const RateLimit &limit);

/// A registered receiver: a name and a URL, with its settings. The secret is kept apart (Secrets),
/// so that what travels to lists, logs and the screen cannot hold it.
struct Destination
{
    static constexpr Milliseconds DefaultTimeout{15'000};
    static constexpr Milliseconds LongestTimeout{60'000};
    static constexpr int DefaultConcurrency = 6;

    DestinationId id;
    QString name;
    QString url;
    QString description;
    QStringList events{QStringLiteral("*")}; ///< patterns of event types
    HeaderList headers; ///< sent along with every POST
    SignatureScheme signature = SignatureScheme::Standard;
    std::optional<Milliseconds> heartbeat; ///< 0 is off; none means the program's setting
    Milliseconds timeout = DefaultTimeout; ///< look-up to the end of the answer's headers
    std::optional<std::vector<Milliseconds>> retry; ///< pauses; none means the program's schedule
    QList<int> retryOn; ///< statuses among 408, 425 and 429 that are tried again
    std::optional<RateLimit> rateLimit;
    int concurrency = DefaultConcurrency;
    bool ordered = false;
    bool verifyTls = true;

    DestinationState state = DestinationState::Active;
    QString pauseReason; ///< empty unless paused
    std::optional<Time> failingSince; ///< the first failure after the last success
    QString mark; ///< what stands in the way until somebody mends it, such as a certificate
    Origin origin = Origin::Api;
    Time createdAt;

    bool operator==(const Destination &) const = default;
};

/// From the start of an attempt to its end at the latest: the longest timeout, and what reading the
/// answer's body may take on a busy machine.
inline constexpr Milliseconds LongestAttempt = Destination::LongestTimeout + Milliseconds{5'000};

/// What a destination's POSTs are signed with. Never logged, listed, shown or exported by itself.
struct Secrets
{
    QByteArray current; ///< as text: "whsec_" and base64, or "whsk_" and base64 for ed25519
    QByteArray previous; ///< signs along until previousUntil; empty when there is none
    Time previousUntil;

    bool operator==(const Secrets &) const = default;
};

/// A destination with its secrets: what the store keeps and the dispatcher works with.
struct Registration
{
    Destination destination;
    Secrets secrets;

    bool operator==(const Registration &) const = default;
};

/// Says what is wrong with \a headers of somebody's own, which go along with a POST: none may stand
/// there twice, nor be one that Hookpost or HTTP itself sets. The error names the field "headers".
Result<> validateHeaders(const HeaderList &headers);

/// Says what is wrong with the name, the URL or a setting, naming the field as the HTTP interface
/// spells it; has a value when all is well.
Result<> validate(const Destination &destination);

} // namespace Core
