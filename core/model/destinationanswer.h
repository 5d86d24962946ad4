// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/publication.h"

namespace Core {

/// What came of a destination that a person adds or changes: it is on disk, or the error says why
/// not.
struct DestinationAnswer
{
    Ticket ticket = 0;
    std::optional<Error> error;

    bool operator==(const DestinationAnswer &) const = default;
};

} // namespace Core
