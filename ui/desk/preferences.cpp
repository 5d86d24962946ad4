// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preferences.h"

#include <QSettings>

namespace Gui {

namespace {

constexpr QLatin1StringView TrayKey{"preferences/closeToTray"};
constexpr QLatin1StringView BackgroundKey{"preferences/goOnWithoutTray"};
constexpr QLatin1StringView ToldKey{"preferences/toldThatClosingQuits"};
constexpr QLatin1StringView LanguageKey{"preferences/language"};

constexpr std::array<QLatin1StringView, NotificationKindCount> NotificationKeys{
    QLatin1StringView("preferences/notifyFirstFailure"),
    QLatin1StringView("preferences/notifyRecovery"),
    QLatin1StringView("preferences/notifyAutomaticPause"),
    QLatin1StringView("preferences/notifyFirstCapture")};

} // namespace

Preferences preferencesIn(const QSettings &settings)
{
    Preferences preferences;
    preferences.closesToTray = settings.value(TrayKey).toBool();
    preferences.goesOnWithoutTray = settings.value(BackgroundKey).toBool();
    preferences.wasTold = settings.value(ToldKey).toBool();
    preferences.language = settings.value(LanguageKey).toString();
    for (std::size_t i = 0; i < NotificationKeys.size(); ++i) {
        if (!settings.value(NotificationKeys.at(i), true).toBool())
            preferences.silenced.insert(NotificationKind{static_cast<int>(i)});
    }
    return preferences;
}

void save(const Preferences &preferences, QSettings &settings)
{
    settings.setValue(TrayKey, preferences.closesToTray);
    settings.setValue(BackgroundKey, preferences.goesOnWithoutTray);
    settings.setValue(ToldKey, preferences.wasTold);
    settings.setValue(LanguageKey, preferences.language);
    for (std::size_t i = 0; i < NotificationKeys.size(); ++i)
        settings.setValue(NotificationKeys.at(i),
                          !preferences.silenced.contains(NotificationKind{static_cast<int>(i)}));
}

Closing closingOf(const Preferences &preferences, bool hasTray)
{
    if (hasTray)
        return preferences.closesToTray ? Closing::Hide : Closing::Quit;
    if (preferences.goesOnWithoutTray)
        return Closing::Hide;
    return preferences.closesToTray && !preferences.wasTold ? Closing::Tell : Closing::Quit;
}

} // namespace Gui
