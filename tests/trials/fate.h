// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"
#include "tests/trials/dice.h"

/// What a simulated receiver, or the way to it, makes of a POST.
struct Fate
{
    Core::Milliseconds underWay{0}; ///< until it has arrived
    Core::Milliseconds delay{0}; ///< until it is reported
    int status = 0;
    Core::Failure failure = Core::Failure::None;
    std::optional<Core::Milliseconds> retryAfter;
    std::optional<Core::Milliseconds> bodyDelay; ///< after its verdict was reported
};

bool isTemporary(const Fate &fate, const QList<int> &retryOn);
bool isSuccess(const Fate &fate);

/// How a receiver feels, which changes now and then.
enum class Mood {
    Good,
    Flaky, ///< everything happens
    Down,
    Hanging,
    Overloaded, ///< 503 and 429, with Retry-After
    Broken,
    Refusing, ///< 4xx, also 410
    Untrusted, ///< its certificate or its address is not what it should be
};

Mood randomMood(Dice &dice);

struct SimulatedReceiver
{
    Mood mood = Mood::Good;
    bool takesHeartbeats = true; ///< else it refuses them where it would take an event
};

Fate fateOf(const SimulatedReceiver &receiver, const Core::Shipment &shipment, Dice &dice);
