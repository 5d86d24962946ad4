// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QPointer>
#include <QString>

class QMainWindow;

namespace Gui {

/// An action and the menu that it stands in.
struct GroupedAction
{
    QString group;
    QPointer<QAction> action; ///< Some entries of menus come and go.
};

/// Everything that can be done in \a window now: what its menus hold, in their order, then what has
/// a key in lists and fields alone. What several lists have alike stands there once.
QList<GroupedAction> actionsOf(const QMainWindow &window);

/// Its text as it is read: without marks for keys, and without the dots of what asks further.
QString plainName(const QAction &action);

/// The property of an action whose text follows what is chosen: its name at all times.
inline constexpr const char *LastingName = "lasting-name";

/// That name, or else its text as it is read.
QString lastingName(const QAction &action);

/// Its keys as this machine writes them, parted by commas.
QString shortcutText(const QAction &action);

/// Why it cannot be done now; empty when it can.
QString whyNot(const QAction &action);

/// Whether every word of \a words is somewhere in \a text, in capitals or not.
bool holdsWords(const QString &text, const QString &words);

} // namespace Gui
