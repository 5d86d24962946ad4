// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

#include <QStringList>

namespace Core {

/// What the host of a URL leads to at the moment.
struct NameReport
{
    QString url;
    QStringList addresses; ///< in the resolver's order; empty when there are none
    Failure failure = Failure::None; ///< of the look-up
    QString refusal; ///< why Hookpost sends to none of the addresses; empty when it does

    bool operator==(const NameReport &) const = default;
};

} // namespace Core
