// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/fate.h"

#include <array>

using namespace Core;

namespace {

using namespace std::chrono_literals;

Fate quickly(int status, Dice &dice)
{
    Fate fate;
    fate.underWay = dice.between(0ms, 40ms);
    fate.delay = fate.underWay + dice.between(0ms, 400ms);
    fate.status = status;
    if (dice.happens(0.2))
        fate.bodyDelay = dice.between(1ms, 2000ms);
    return fate;
}

Fate failed(Failure failure, Milliseconds delay)
{
    Fate fate;
    fate.delay = delay;
    fate.failure = failure;
    return fate;
}

Fate overloaded(Dice &dice)
{
    Fate fate = quickly(dice.happens(0.5) ? 503 : 429, dice);
    if (dice.happens(0.7))
        fate.retryAfter = Milliseconds{std::chrono::seconds{dice.between(0, 3600)}};
    return fate;
}

Fate down(Dice &dice)
{
    static constexpr std::array Failures{Failure::NameNotFound,        Failure::LookUpFailed,
                                         Failure::ConnectionRefused,   Failure::Unreachable,
                                         Failure::ConnectionReset,     Failure::NotHttp,
                                         Failure::ClosedWithoutAnswer, Failure::NotSent};
    const auto index = static_cast<std::size_t>(dice.between(0, Failures.size() - 1));
    return failed(Failures.at(index), dice.between(0ms, 2000ms));
}

Fate refusing(Dice &dice)
{
    static constexpr std::array Statuses{301, 400, 401, 404, 408, 425, 429, 410};
    return quickly(Statuses.at(static_cast<std::size_t>(dice.between(0, 7))), dice);
}

Fate fateIn(Mood mood, Milliseconds timeout, Dice &dice)
{
    switch (mood) {
    case Mood::Good:
        return quickly(dice.between(200, 204), dice);
    case Mood::Flaky:
        // The answer to a POST that was acted upon may well be lost.
        return fateIn(dice.happens(0.4) ? Mood::Good : static_cast<Mood>(dice.between(2, 5)),
                      timeout, dice);
    case Mood::Down:
        return down(dice);
    case Mood::Hanging:
        return failed(Failure::TimedOut, timeout);
    case Mood::Overloaded:
        return overloaded(dice);
    case Mood::Broken:
        return quickly(dice.between(500, 504), dice);
    case Mood::Refusing:
        return refusing(dice);
    case Mood::Untrusted:
        return failed(dice.happens(0.5) ? Failure::TlsFailed : Failure::AddressRefused,
                      dice.between(0ms, 300ms));
    }
    Q_UNREACHABLE();
}

bool isHeartbeat(const Shipment &shipment)
{
    const QByteArray type = headerValue(shipment.headers, "Hookpost-Event");
    return HeartbeatType == QLatin1StringView(type);
}

} // namespace

bool isTemporary(const Fate &fate, const QList<int> &retryOn)
{
    if (fate.status != 0)
        return fate.status >= 500 || retryOn.contains(fate.status);
    return fate.failure != Failure::TlsFailed && fate.failure != Failure::AddressRefused;
}

bool isSuccess(const Fate &fate)
{
    return fate.status >= 200 && fate.status <= 299;
}

Mood randomMood(Dice &dice)
{
    // Good ones are as likely as all the others.
    return dice.happens(0.4) ? Mood::Good : static_cast<Mood>(dice.between(1, 7));
}

Fate fateOf(const SimulatedReceiver &receiver, const Shipment &shipment, Dice &dice)
{
    static constexpr std::array Refusals{400, 404, 405, 415};
    Fate fate = fateIn(receiver.mood, shipment.timeout, dice);
    if (isSuccess(fate) && !receiver.takesHeartbeats && isHeartbeat(shipment))
        fate.status = Refusals.at(static_cast<std::size_t>(dice.between(0, 3)));
    return fate;
}
