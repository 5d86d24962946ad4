// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace Core {

/// The large body that was claimed last: an event goes to many destinations at the same time, and
/// all its claims share one copy.
struct LargeBody
{
    EventId event;
    QByteArray body;
};

} // namespace Core
