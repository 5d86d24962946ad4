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
constexpr QLatin1StringView TintsKey{"preferences/tintsRows"};
constexpr QLatin1StringView RulesKey{"preferences/colourRules"};
constexpr QLatin1StringView IsOn{"on"};
constexpr qsizetype TextsOfRule = 4;

constexpr std::array<QLatin1StringView, NotificationKindCount> NotificationKeys{
    QLatin1StringView("preferences/notifyFirstFailure"),
    QLatin1StringView("preferences/notifyRecovery"),
    QLatin1StringView("preferences/notifyAutomaticPause"),
    QLatin1StringView("preferences/notifyFirstCapture")};

/// Texts that are missing are empty, and the rule cannot be read then.
QList<ColourRule> rulesIn(const QStringList &texts)
{
    QList<ColourRule> rules;
    for (qsizetype i = 0; i < texts.size(); i += TextsOfRule)
        rules.append(
            {texts.value(i), texts.value(i + 1), texts.value(i + 2), texts.value(i + 3) == IsOn});
    return rules;
}

QStringList textsOf(const QList<ColourRule> &rules)
{
    QStringList texts;
    for (const ColourRule &rule : rules)
        texts << rule.name << rule.filter << rule.colour
              << (rule.isOn ? QString(IsOn) : QStringLiteral("off"));
    return texts;
}

} // namespace

Preferences preferencesIn(const QSettings &settings)
{
    Preferences preferences;
    preferences.closesToTray = settings.value(TrayKey).toBool();
    preferences.goesOnWithoutTray = settings.value(BackgroundKey).toBool();
    preferences.wasTold = settings.value(ToldKey).toBool();
    preferences.language = settings.value(LanguageKey).toString();
    preferences.tintsRows = settings.value(TintsKey, true).toBool();
    if (settings.contains(RulesKey))
        preferences.colourRules = rulesIn(settings.value(RulesKey).toStringList());
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
    settings.setValue(TintsKey, preferences.tintsRows);
    // The usual ones are not kept, so that their names follow the language.
    if (preferences.colourRules == usualColourRules())
        settings.remove(RulesKey);
    else
        settings.setValue(RulesKey, textsOf(preferences.colourRules));
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
    return preferences.wasTold ? Closing::Quit : Closing::Tell;
}

} // namespace Gui
