// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

#include <atomic>
#include <thread>
#include <vector>

namespace Core {

/// An answer without end, at the speed of the line.
struct Endless
{
    QString name;
    QByteArray first;
    QByteArray repeated;
};

/// A receiver that answers a number of connections without end, each on a thread of its own, so
/// that it needs no memory for what has not been taken from it.
class Flood final
{
    Q_DISABLE_COPY_MOVE(Flood)

public:
    Flood(Endless endless, int connectionCount);
    ~Flood();

    QString url() const;

private:
    void serve() const;

    Endless m_endless;
    int m_listener;
    std::atomic<bool> m_isOver = false;
    std::vector<std::thread> m_threads;
};

qint64 residentBytes(); ///< of this process

/// How many bytes the process grows by, from \a before, for each of \a connectionCount POSTs that
/// are answered by \a endless at the same time. They are broken off after \a longest.
qint64 growthPerConnection(Poster &poster, const Endless &endless, int connectionCount,
                           Milliseconds longest, qint64 before);

} // namespace Core
