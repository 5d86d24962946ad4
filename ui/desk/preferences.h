// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/notificationrule.h"
#include "ui/log/colourrule.h"

#include <QSet>
#include <QString>

class QSettings;

namespace Gui {

/// What a person prefers of the window, the look and the keys aside.
struct Preferences
{
    bool closesToTray = false; ///< where there is one
    bool goesOnWithoutTray = false; ///< closing hides the window; a second start shows it
    bool wasTold = false; ///< once, that closing quits where there is no tray
    QString language; ///< its code, such as "de"; empty for the desktop's
    QSet<NotificationKind> silenced;
    bool tintsRows = true;
    QList<ColourRule> colourRules = usualColourRules(); ///< the first that fits counts

    bool operator==(const Preferences &) const = default;
};

Preferences preferencesIn(const QSettings &settings);
void save(const Preferences &preferences, QSettings &settings);

/// What closing the window does.
enum class Closing {
    Quit,
    Hide,
    Tell, ///< that it will quit, and nothing else for now
};

Closing closingOf(const Preferences &preferences, bool hasTray);

} // namespace Gui
