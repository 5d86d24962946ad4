// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <set>

namespace Core {

/// Tells when what has a number is due, by one timer for all. When this process stood still, as on
/// a machine that slept or while a signal stopped it, and finds something more than a second
/// overdue, that has one more second, once: an answer that has come meanwhile is not read yet.
///
/// Thread: the one it is made on. Borrows: \a clock, which must outlive it.
class Deadlines final
{
    Q_DISABLE_COPY_MOVE(Deadlines)

public:
    using Handler = std::function<void(quint64 number)>;

    Deadlines(const Clock &clock, Handler handler);

    void set(quint64 number, Tick due); ///< instead of an earlier one
    void remove(quint64 number);
    void expire(); ///< Tells what is due; its timer calls it, and tests do.

private:
    void arm();

    const Clock &m_clock;
    Handler m_handler;
    QHash<quint64, Tick> m_dues;
    QSet<quint64> m_spared; ///< that have had a moment more
    std::set<std::pair<Tick, quint64>> m_queue;
    QTimer m_timer; ///< set for the nearest
};

} // namespace Core
