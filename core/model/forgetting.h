// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/logkey.h"
#include "core/model/publication.h"

#include <QList>

#include <optional>

namespace Core {

/// Rows of the log that a person wants gone.
struct ForgetOrder
{
    Ticket ticket = 0;
    QList<LogKey> rows;

    bool operator==(const ForgetOrder &) const = default;
};

/// What would become of an order if it were carried out now, or what has become of it.
struct ForgetAnswer
{
    Ticket ticket = 0; ///< 0 for a clearing
    qint64 rows = 0; ///< that go, with those of their deliveries that were not named
    qint64 pinned = 0; ///< of those named: they stay for a pin on them, or on their deliveries
    qint64 unfinished = 0; ///< they stay, since their deliveries have not ended
    std::optional<Error> error; ///< why it ended before its time

    bool operator==(const ForgetAnswer &) const = default;
};

} // namespace Core
