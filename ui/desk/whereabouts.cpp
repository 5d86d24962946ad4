// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/whereabouts.h"

#include <QList>
#include <QSettings>

#include <algorithm>

namespace Gui {

namespace {

constexpr QLatin1StringView WhereaboutsKey{"reading"};
constexpr QLatin1StringView LogNameKey{"log"};
constexpr QLatin1StringView FilterTextKey{"filter"};
constexpr QLatin1StringView ChosenDestinationKey{"destination"};
constexpr QLatin1StringView ChosenRowKey{"row"};
constexpr QLatin1StringView FollowingKey{"follows"};
constexpr QLatin1StringView UnreadKey{"unread"};

struct KeptWhereabouts
{
    QString log;
    Whereabouts whereabouts;
};

/// The last used one first.
QList<KeptWhereabouts> allWhereaboutsIn(QSettings &settings)
{
    QList<KeptWhereabouts> all;
    const int count = settings.beginReadArray(WhereaboutsKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        all.append({settings.value(LogNameKey).toString(),
                    {settings.value(FilterTextKey).toString(),
                     {settings.value(ChosenDestinationKey).toLongLong()},
                     {settings.value(ChosenRowKey).toLongLong()},
                     settings.value(FollowingKey, true).toBool(),
                     settings.value(UnreadKey).toByteArray()}});
    }
    settings.endArray();
    return all;
}

} // namespace

std::optional<Whereabouts> whereaboutsIn(const QString &log, QSettings &settings)
{
    for (const KeptWhereabouts &kept : allWhereaboutsIn(settings)) {
        if (kept.log == log)
            return kept.whereabouts;
    }
    return std::nullopt;
}

void keepWhereabouts(const Whereabouts &whereabouts, const QString &log, QSettings &settings)
{
    QList<KeptWhereabouts> all = allWhereaboutsIn(settings);
    all.removeIf([&log](const KeptWhereabouts &kept) { return kept.log == log; });
    all.prepend({log, whereabouts});
    const qsizetype count = std::min(all.size(), MostWhereabouts);
    settings.remove(WhereaboutsKey);
    settings.beginWriteArray(WhereaboutsKey, static_cast<int>(count));
    for (qsizetype i = 0; i < count; ++i) {
        const KeptWhereabouts &kept = all.at(i);
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(LogNameKey, kept.log);
        settings.setValue(FilterTextKey, kept.whereabouts.filter);
        settings.setValue(ChosenDestinationKey, kept.whereabouts.destination.value);
        settings.setValue(ChosenRowKey, kept.whereabouts.row.value);
        settings.setValue(FollowingKey, kept.whereabouts.isFollowing);
        settings.setValue(UnreadKey, kept.whereabouts.unread);
    }
    settings.endArray();
}

} // namespace Gui
