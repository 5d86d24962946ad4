// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/standardkeys.h"

#include "ui/desk/actionlist.h"

#include <algorithm>
#include <array>

namespace Gui {

namespace {

struct StandardUse
{
    QLatin1StringView action; ///< its object name
    QKeySequence::StandardKey key;
};

constexpr std::array StandardUses{
    StandardUse{QLatin1StringView("preferences"), QKeySequence::Preferences},
    StandardUse{QLatin1StringView("quit"), QKeySequence::Quit},
    StandardUse{QLatin1StringView("close-window"), QKeySequence::Close},
    StandardUse{QLatin1StringView("full-screen"), QKeySequence::FullScreen},
    StandardUse{QLatin1StringView("text-larger"), QKeySequence::ZoomIn},
    StandardUse{QLatin1StringView("text-smaller"), QKeySequence::ZoomOut},
    StandardUse{QLatin1StringView("find-next"), QKeySequence::FindNext},
    StandardUse{QLatin1StringView("find-previous"), QKeySequence::FindPrevious},
    StandardUse{QLatin1StringView("back"), QKeySequence::Back},
    StandardUse{QLatin1StringView("forward"), QKeySequence::Forward},
    StandardUse{QLatin1StringView("help"), QKeySequence::HelpContents},
};

bool isOfAnother(const QKeySequence &keys, const QAction &action,
                 const QList<GroupedAction> &actions)
{
    return std::any_of(actions.begin(), actions.end(), [&](const GroupedAction &one) {
        return one.action != &action && one.action->shortcuts().contains(keys);
    });
}

} // namespace

void addStandardKeys(const QMainWindow &window, const BindingsOf &bindingsOf)
{
    const QList<GroupedAction> actions = actionsOf(window);
    for (const StandardUse &use : StandardUses) {
        const auto found
            = std::find_if(actions.begin(), actions.end(), [&use](const GroupedAction &one) {
                  return one.action->objectName() == use.action;
              });
        if (found == actions.end())
            continue;
        QAction &action = *found->action;
        QList<QKeySequence> keys;
        for (const QKeySequence &standard : bindingsOf(use.key) + action.shortcuts()) {
            if (!keys.contains(standard) && !isOfAnother(standard, action, actions))
                keys.append(standard);
        }
        action.setShortcuts(keys);
    }
}

} // namespace Gui
