// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/keptoptions.h"
#include "ui/desk/preferences.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace Gui {

class AppearanceDesk;
class ShortcutBook;

/// What the preferences are about.
///
/// Borrows: all that it refers to.
struct PreferencesSubject
{
    AppearanceDesk &appearance;
    ShortcutBook &shortcuts;
    Preferences preferences;
    Core::KeptOptions options;
    bool hasTray = false;
};

/// All that can be chosen once and for all, on pages that can be searched. Every change holds at
/// once, or from the next start on where it says so; there is nothing to confirm.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const PreferencesSubject &subject, QWidget *parent = nullptr);

    void showField(const QString &option); ///< Goes to the field of an option.

signals:
    void preferencesChanged(const Gui::Preferences &preferences);
    void optionsChanged(const QMap<QString, QString> &values);
    void startsAtLoginChanged(bool isWanted);

private:
    void addPages(const PreferencesSubject &subject);
    void addPage(const QString &title, QWidget *page);
    QWidget *makeGeneral(bool hasTray);
    QWidget *makeNotifications();
    QWidget *makeColours();
    QWidget *makeOptions(QWidget *page);
    QWidget *makeDispatcher();
    QWidget *makeApi();
    QWidget *makeHistory();
    void filter(const QString &words);
    void openFile() const;
    void copyCommand() const;

    Preferences m_preferences;
    Core::KeptOptions m_options;
    QLineEdit *m_search;
    QListWidget *m_titles;
    QStackedWidget *m_pages;
};

} // namespace Gui
