// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace Core {

using Nanoseconds = std::chrono::nanoseconds;

/// When something happened, by the clock with which the kernel stamps what arrives.
using Moment = std::chrono::sys_time<Nanoseconds>;

/// One POST as it reached a receiver.
struct Arrival
{
    Moment at; ///< of its first byte
    QByteArray event;
    QByteArray delivery;
    int number = 0; ///< of the attempt
    std::size_t door = 0; ///< of the receiver, at which it came
};

/// One call of the HTTP interface.
struct Span
{
    Moment sentAt;
    Moment answeredAt;
};

/// The largest number of \a moments, in ascending order, within any \a window, its end excluded.
qsizetype mostWithin(const QList<Moment> &moments, Nanoseconds window);

/// How many came in a second once the first \a burst of them had come; 0 for too few. What may
/// come at once says nothing about a pace.
double pacePerSecond(const QList<Moment> &moments, qsizetype burst);

/// The smallest of \a spans that a share of \a part of them does not exceed; 0 for none.
Nanoseconds quantile(QList<Nanoseconds> spans, double part);

/// How many of \a calls, in the order in which what they asked for arrived, came behind one that
/// was sent only after they had been answered.
qsizetype countOvertaken(const QList<Span> &calls);

} // namespace Core
