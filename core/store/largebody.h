// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Core {

/// The large body that was claimed last: an event goes to many destinations at the same time, and
/// all its claims share one copy.
struct LargeBody
{
    qint64 event = 0; ///< the number of its row: another event may come by its id one day
    QByteArray body;
};

} // namespace Core
