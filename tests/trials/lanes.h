// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <memory>
#include <vector>

namespace Core {

/// Calls \a work once for each lane, counted from 0, in a thread of its own, and waits for all.
template<typename Work>
void inLanes(int laneCount, const Work &work)
{
    std::vector<std::unique_ptr<QThread>> threads;
    for (int lane = 0; lane < laneCount; ++lane) {
        threads.emplace_back(QThread::create([&work, lane] { work(lane); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
}

} // namespace Core
