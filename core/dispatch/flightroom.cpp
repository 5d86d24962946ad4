// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flightroom.h"

namespace Core {

namespace {

constexpr int ReservedPart = 8;

/// Lines with a lower number go first by pairs: idle ones, then busy ones.
std::size_t lineOf(bool isIdle, bool isTrusted)
{
    return (isIdle ? 0U : 2U) + (isTrusted ? 0U : 1U);
}

bool isTrustedLine(std::size_t line)
{
    return line % 2 == 0;
}

bool isIdleLine(std::size_t line)
{
    return line < 2;
}

} // namespace

FlightRoom::FlightRoom(int places)
    : m_places(places)
{
}

bool FlightRoom::hasPlace(bool isTrusted) const
{
    return m_taken < m_places
        && (isTrusted || m_takenByOthers < m_places - m_places / ReservedPart);
}

void FlightRoom::take(bool isTrusted)
{
    ++m_taken;
    if (!isTrusted)
        ++m_takenByOthers;
}

void FlightRoom::giveBack(bool isTrusted)
{
    Q_ASSERT(m_taken > 0);
    --m_taken;
    if (!isTrusted)
        --m_takenByOthers;
}

void FlightRoom::lineUp(DestinationId destination, bool isIdle, bool isTrusted)
{
    const std::size_t line = lineOf(isIdle, isTrusted);
    const auto [entry, isNew] = m_standing.try_emplace(destination);
    Standing &standing = entry->second;
    const bool isBetter = isIdle && !isIdleLine(standing.line);
    if (!isNew && !isBetter)
        return;
    standing = {++m_lastTurn, line};
    m_lines.at(line).push_back({standing.turn, destination});
}

bool FlightRoom::hasLine(bool isTrusted)
{
    return front(lineOf(true, isTrusted)) || front(lineOf(false, isTrusted));
}

std::optional<DestinationId> FlightRoom::next(const Fits &fits)
{
    const auto line = nextLine(fits);
    if (!line)
        return std::nullopt;
    const DestinationId destination = m_lines.at(*line).front().destination;
    m_lines.at(*line).pop_front();
    m_standing.erase(destination);
    return destination;
}

/// Of the lines with somebody who may go; of two of the same rank, where one has waited longer.
std::optional<std::size_t> FlightRoom::nextLine(const Fits &fits)
{
    bool trustedGoOn = hasPlace(true);
    bool othersGoOn = hasPlace(false);
    for (const bool isIdle : {true, false}) {
        const std::size_t trusted = lineOf(isIdle, true);
        const std::size_t others = lineOf(isIdle, false);
        const Turn *const first = ready(trusted, fits, trustedGoOn);
        const Turn *const second = ready(others, fits, othersGoOn);
        if (first && (!second || first->number < second->number))
            return trusted;
        if (second)
            return others;
    }
    return std::nullopt;
}

/// The first in a line if it may go; \a goesOn says whether those behind it may, too.
const FlightRoom::Turn *FlightRoom::ready(std::size_t line, const Fits &fits, bool &goesOn)
{
    const Turn *const first = goesOn ? front(line) : nullptr;
    if (first)
        goesOn = fits(first->destination, isTrustedLine(line));
    return goesOn ? first : nullptr;
}

/// The first in a line that has not left it for another.
const FlightRoom::Turn *FlightRoom::front(std::size_t line)
{
    Line &turns = m_lines.at(line);
    while (!turns.empty()) {
        const auto standing = m_standing.find(turns.front().destination);
        if (standing != m_standing.end() && standing->second.turn == turns.front().number)
            return &turns.front();
        turns.pop_front();
    }
    return nullptr;
}

} // namespace Core
