// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QList>

#include <algorithm>

namespace Core {

/// How a span of time up to now is divided.
struct TimeFrame
{
    Milliseconds step{2'000};
    int count = 150;

    Milliseconds length() const { return count * step; }
    bool operator==(const TimeFrame &) const = default;
};

/// Something for each step of a time frame, the oldest first. The newest step is the one that goes
/// on now; steps begin at multiples of their length, so that two timelines of one frame fit.
template<typename T>
class Timeline
{
public:
    explicit Timeline(TimeFrame frame = {}, Time now = {})
        : m_frame(frame)
        , m_begin(beginFor(now))
        , m_steps(frame.count)
    {
    }

    /// Moves on to \a now, and says whether anything moved; what is older than the frame is
    /// forgotten. A clock that was put back leaves nothing to compare with.
    bool advance(Time now)
    {
        const Time begin = beginFor(now);
        if (begin < m_begin || begin - m_begin >= m_frame.length()) {
            *this = Timeline(m_frame, now);
            return true;
        }
        const bool isMoving = begin > m_begin;
        for (; m_begin < begin; m_begin += m_frame.step) {
            m_steps.removeFirst();
            m_steps.append(T());
        }
        return isMoving;
    }

    const TimeFrame &frame() const { return m_frame; }
    Time begin() const { return m_begin; }
    Time end() const { return beginOf(m_frame.count); }
    Time beginOf(int step) const { return m_begin + step * m_frame.step; }
    int count() const { return m_frame.count; }
    const T &at(int step) const { return m_steps.at(step); }

    /// -1 for what lies outside.
    int stepOf(Time time) const
    {
        if (time < m_begin || time >= end())
            return -1;
        return static_cast<int>((time - m_begin) / m_frame.step);
    }

    T *find(Time time) ///< Null for what lies outside.
    {
        const int step = stepOf(time);
        return step < 0 ? nullptr : &m_steps[step];
    }

    T sum(int first, int last) const ///< Of these two and what lies between.
    {
        T sum;
        for (int step = std::max(first, 0); step <= std::min(last, count() - 1); ++step)
            sum += at(step);
        return sum;
    }
    T sum() const { return sum(0, count() - 1); }

    bool operator==(const Timeline &) const = default;

private:
    Time beginFor(Time now) const
    {
        const auto moment = now.time_since_epoch().count();
        const auto newest = moment - moment % m_frame.step.count();
        return Time{Milliseconds{newest}} - (m_frame.count - 1) * m_frame.step;
    }

    TimeFrame m_frame;
    Time m_begin;
    QList<T> m_steps;
};

} // namespace Core
