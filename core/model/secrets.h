// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Core {

/// How long an old secret signs along unless somebody says otherwise, and how long it may.
inline constexpr Milliseconds DefaultOverlap{std::chrono::hours{24}};
inline constexpr Milliseconds LongestOverlap{std::chrono::hours{24 * 30}};

/// A new secret from the system's random source: "whsec_" and 32 bytes in base64, or for ed25519
/// "whsk_" and the 64 bytes of seed and public key.
QByteArray newSecret(SignatureScheme scheme);

/// Says whether \a secret can sign by \a scheme, naming the field "secret".
Result<> validateSecret(SignatureScheme scheme, const QByteArray &secret);

/// Says whether what becomes of \a known can sign by \a wanted: with \a secret, or else with the
/// one that it has, which is judged only where it is to sign in another way.
Result<> validateSigning(const Registration &known, SignatureScheme wanted,
                         const std::optional<QByteArray> &secret);

/// Says whether an old secret may sign along for \a overlap, naming that field.
Result<> validateOverlap(Milliseconds overlap);

/// Those of \a secrets that can sign by \a scheme: without a previous one that cannot,
/// or may not sign along.
Secrets fittingSecrets(SignatureScheme scheme, Secrets secrets);

/// The bytes behind "whsec_" or "whsk_"; none when it is neither or not base64.
std::optional<QByteArray> secretBytes(const QByteArray &secret);

/// The "whpk_" form of the public key that belongs to a "whsk_" secret; empty for others.
QByteArray publicKey(const QByteArray &secret);

} // namespace Core
