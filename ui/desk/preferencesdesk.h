// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/keptoptions.h"
#include "ui/desk/appearancedesk.h"
#include "ui/desk/preferences.h"

#include <QAction>
#include <QPointer>

class QMainWindow;

namespace Gui {

class Facts;
class PreferencesDialog;
class Requests;
class ShortcutBook;

/// What a person prefers, and the windows in which that is chosen: preferences, keys, and the
/// search for an action.
///
/// Owns: the appearance. Borrows: all that it is made with; the keys from the moment when
/// readActions() is called, after the menus are filled.
class PreferencesDesk final : public QObject
{
    Q_OBJECT

public:
    PreferencesDesk(const Facts &facts, Requests &requests, QMainWindow &window);

    void readActions();
    void openPorts(); ///< The preferences, where the ports are.
    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences);
    void setHasTray(bool hasTray) { m_hasTray = hasTray; }
    AppearanceDesk &appearance() const { return *m_appearance; }
    ShortcutBook &shortcuts() const { return *m_shortcuts; }

    QAction *const open;
    QAction *const showShortcuts;
    QAction *const findAction;

signals:
    void preferencesChanged(const Gui::Preferences &preferences);
    void refused(const Core::Error &error);
    void changed(); ///< anything that is worth saving

private:
    void openDialog();
    void openAppearance();
    void openShortcuts();
    void openPalette();
    void setStartsAtLogin(bool isWanted);

    Requests &m_requests;
    QMainWindow &m_window;
    AppearanceDesk *m_appearance;
    QAction m_openAppearance; ///< for the palette; menus lead to the preferences as a whole
    ShortcutBook *m_shortcuts = nullptr;
    Preferences m_preferences;
    Core::KeptOptions m_options;
    bool m_hasTray = false;
    QPointer<PreferencesDialog> m_dialog;
};

} // namespace Gui
