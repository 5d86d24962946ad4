// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/destination.h"

namespace Core {

/// What a person has asked for, so that a receiver can verify: a secret or a public key.
struct SecretReport
{
    DestinationId destination;
    QByteArray secret; ///< as text; empty where the public key is what a receiver needs
    QByteArray publicKey; ///< as text, of ed25519 alone
    bool isNew = false; ///< a rotation has brought it
    std::optional<Time> previousUntil; ///< how long the one before signs along

    bool operator==(const SecretReport &) const = default;
};

/// By what the secret that a destination has can sign.
struct SigningReport
{
    DestinationId destination;
    QList<SignatureScheme> schemes;

    bool operator==(const SigningReport &) const = default;
};

/// Another secret for a destination, as a person asks for it.
struct Rotation
{
    DestinationId destination;
    QByteArray secret; ///< as text; empty: one is made
    Milliseconds overlap{0}; ///< how long the old one signs along

    bool operator==(const Rotation &) const = default;
};

} // namespace Core
