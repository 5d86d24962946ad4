// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/arrivals.h"

#include <algorithm>
#include <cmath>

namespace Core {

qsizetype mostWithin(const QList<Moment> &moments, Nanoseconds window)
{
    qsizetype most = 0;
    qsizetype first = 0;
    for (qsizetype last = 0; last < moments.size(); ++last) {
        while (moments[last] - moments[first] >= window)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return most;
}

double pacePerSecond(const QList<Moment> &moments, qsizetype burst)
{
    if (burst < 1 || moments.size() <= burst)
        return 0;
    const std::chrono::duration<double> time = moments.last() - moments[burst - 1];
    return static_cast<double>(moments.size() - burst) / time.count();
}

Nanoseconds quantile(QList<Nanoseconds> spans, double part)
{
    if (spans.isEmpty())
        return Nanoseconds{0};
    std::sort(spans.begin(), spans.end());
    const auto rank = static_cast<qsizetype>(std::ceil(part * static_cast<double>(spans.size())));
    return spans[std::clamp<qsizetype>(rank - 1, 0, spans.size() - 1)];
}

qsizetype countOvertaken(const QList<Span> &calls)
{
    qsizetype count = 0;
    Moment latestSent = Moment::min();
    for (const Span &call : calls) {
        count += call.answeredAt < latestSent ? 1 : 0;
        latestSent = std::max(latestSent, call.sentAt);
    }
    return count;
}

} // namespace Core
