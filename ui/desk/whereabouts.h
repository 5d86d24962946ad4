// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/logkey.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QSettings;

namespace Gui {

/// Where somebody was in a log when the window closed.
struct Whereabouts
{
    QString filter;
    Core::DestinationId destination; ///< that was chosen
    Core::LogKey row; ///< that was chosen
    bool isFollowing = true;
    QByteArray unread; ///< what nobody had looked at, as BinModel packs it

    bool operator==(const Whereabouts &) const = default;
};

/// How many logs they are kept of, the last used ones.
inline constexpr qsizetype MostWhereabouts = 10;

/// None where that log was never read, or too long ago.
std::optional<Whereabouts> whereaboutsIn(const QString &log, QSettings &settings);

void keepWhereabouts(const Whereabouts &whereabouts, const QString &log, QSettings &settings);

} // namespace Gui
