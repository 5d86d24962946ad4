// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/flightroom.h"

namespace Core {

namespace {

constexpr std::array Trusts{Trust::Proven, Trust::Untried, Trust::Doubtful};

/// The better one has the lower number.
std::size_t lineOf(bool isIdle, Trust trust)
{
    return (isIdle ? 0U : Trusts.size()) + static_cast<std::size_t>(trust);
}

} // namespace

FlightRoom::FlightRoom(int places)
    : m_places(places)
{
}

bool FlightRoom::hasPlace(Trust trust) const
{
    return m_taken < m_places
        && (trust == Trust::Proven || m_takenByOthers < shareOf(m_places, trust));
}

void FlightRoom::take(Trust trust)
{
    ++m_taken;
    if (trust != Trust::Proven)
        ++m_takenByOthers;
}

void FlightRoom::giveBack(Trust trust)
{
    Q_ASSERT(m_taken > 0);
    --m_taken;
    if (trust != Trust::Proven)
        --m_takenByOthers;
}

void FlightRoom::lineUp(DestinationId destination, bool isIdle, Trust trust)
{
    const std::size_t line = lineOf(isIdle, trust);
    const auto [entry, isNew] = m_standing.try_emplace(destination);
    Standing &standing = entry->second;
    if (!isNew && line >= standing.line)
        return;
    standing = {++m_lastTurn, line};
    m_lines.at(line).push_back({standing.turn, destination});
}

bool FlightRoom::hasLine(Trust trust)
{
    return front(lineOf(true, trust)) || front(lineOf(false, trust));
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

/// Of the lines with somebody who may go, an idle one before a busy one; of those of one rank the
/// one where somebody has waited longest.
std::optional<std::size_t> FlightRoom::nextLine(const Fits &fits)
{
    std::array<bool, Trusts.size()> goesOn{};
    for (std::size_t i = 0; i < Trusts.size(); ++i)
        goesOn.at(i) = hasPlace(Trusts.at(i));
    for (const bool isIdle : {true, false}) {
        std::optional<std::size_t> best;
        quint64 bestTurn = 0;
        for (std::size_t i = 0; i < Trusts.size(); ++i) {
            const std::size_t line = lineOf(isIdle, Trusts.at(i));
            const Turn *const first = ready(line, Trusts.at(i), fits, goesOn.at(i));
            if (first && (!best || first->number < bestTurn)) {
                best = line;
                bestTurn = first->number;
            }
        }
        if (best)
            return best;
    }
    return std::nullopt;
}

/// The first in a line if it may go; \a goesOn says whether those behind it may, too.
const FlightRoom::Turn *FlightRoom::ready(std::size_t line, Trust trust, const Fits &fits,
                                          bool &goesOn)
{
    const Turn *const first = goesOn ? front(line) : nullptr;
    if (first)
        goesOn = fits(first->destination, trust);
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
