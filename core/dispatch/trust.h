// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Core {

/// How likely a destination is to answer soon.
enum class Trust {
    Proven, ///< its newest attempt was a success
    Untried, ///< no attempt of it has ended, and none is in flight
    Doubtful, ///< its newest attempt failed, or its first has not ended yet
};

/// How much of \a whole may be taken by those of \a trust and of less. An eighth is left to those
/// that are proven, and another to those as well that are untried: any number of others that hang
/// leave them their part.
template<typename Amount>
Amount shareOf(Amount whole, Trust trust)
{
    const Amount part = whole / 8;
    switch (trust) {
    case Trust::Proven:
        return whole;
    case Trust::Untried:
        return whole - part;
    case Trust::Doubtful:
        break;
    }
    return whole - 2 * part;
}

} // namespace Core
