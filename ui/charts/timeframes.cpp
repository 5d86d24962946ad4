// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeframes.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Gui {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct FrameWords
{
    Q_DECLARE_TR_FUNCTIONS(TimeFrames)
};

} // namespace

Core::TimeFrame fineFrameOf(TimeRange range)
{
    switch (range) {
    case TimeRange::Hour:
        return {minutes{1}, 60};
    case TimeRange::Day:
        return {minutes{30}, 48};
    case TimeRange::Week:
        return {hours{3}, 56};
    }
    Q_UNREACHABLE();
}

Core::TimeFrame coarseFrameOf(TimeRange range)
{
    switch (range) {
    case TimeRange::Hour:
        return {seconds{150}, 24};
    case TimeRange::Day:
        return {hours{1}, 24};
    case TimeRange::Week:
        return {hours{6}, 28};
    }
    Q_UNREACHABLE();
}

QString toWords(TimeRange range)
{
    switch (range) {
    case TimeRange::Hour:
        return FrameWords::tr("Last hour");
    case TimeRange::Day:
        return FrameWords::tr("Last 24 hours");
    case TimeRange::Week:
        return FrameWords::tr("Last 7 days");
    }
    Q_UNREACHABLE();
}

void fillWithRanges(QComboBox &box)
{
    for (int range = 0; range < TimeRangeCount; ++range)
        box.addItem(toWords(TimeRange{range}));
    box.setAccessibleName(FrameWords::tr("How far back"));
}

QString stepText(Core::Time begin, const Core::TimeFrame &frame)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(begin.time_since_epoch().count());
    const QString clock = QLocale().toString(moment.time(), QStringLiteral("HH:mm"));
    if (frame.length() <= hours{1})
        return clock;
    return QLocale().dayName(moment.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + clock;
}

} // namespace Gui
