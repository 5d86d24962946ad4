// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QPointer>

class QMainWindow;

namespace Gui {

class HelpDialog;
class PreferencesDesk;
class WelcomeDesk;

/// Opens the help, from wherever the focus is: other windows and dialogs have its key as well.
///
/// Borrows: all that it is made with.
class HelpDesk final : public QObject
{
    Q_OBJECT

public:
    HelpDesk(const PreferencesDesk &preferences, const WelcomeDesk &welcome, QMainWindow &window);

    QAction *const open;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void openDialog();

    const PreferencesDesk &m_preferences;
    const WelcomeDesk &m_welcome;
    QMainWindow &m_window;
    QPointer<HelpDialog> m_dialog;
};

} // namespace Gui
