// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preferencesdesk.h"

#include "ui/desk/actionpalette.h"
#include "ui/desk/autostart.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/shortcutbook.h"
#include "ui/desk/shortcuteditor.h"
#include "ui/desk/standardkeys.h"
#include "ui/facts.h"
#include "ui/requests.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMainWindow>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QVBoxLayout>

namespace Gui {

PreferencesDesk::PreferencesDesk(const Facts &facts, Requests &requests, QMainWindow &window)
    : QObject(&window)
    , open(new QAction(tr("&Preferences…"), this))
    , showShortcuts(new QAction(tr("&Keyboard shortcuts…"), this))
    , findAction(new QAction(tr("&Find an action…"), this))
    , m_requests(requests)
    , m_window(window)
    , m_appearance(new AppearanceDesk(this))
    , m_openAppearance(tr("Appearance: theme, dark or light, text size, font, row height"))
{
    open->setObjectName(QStringLiteral("preferences"));
    showShortcuts->setObjectName(QStringLiteral("shortcuts"));
    findAction->setObjectName(QStringLiteral("find-action"));
    open->setMenuRole(QAction::PreferencesRole);
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma));
    showShortcuts->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Slash));
    findAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    connect(open, &QAction::triggered, this, &PreferencesDesk::openDialog);
    connect(&m_openAppearance, &QAction::triggered, this, &PreferencesDesk::openAppearance);
    connect(showShortcuts, &QAction::triggered, this, &PreferencesDesk::openShortcuts);
    connect(findAction, &QAction::triggered, this, &PreferencesDesk::openPalette);
    connect(m_appearance, &AppearanceDesk::appearanceChanged, this, &PreferencesDesk::changed);
    connect(&facts, &Facts::optionsKept, this,
            [this](const Core::KeptOptions &options) { m_options = options; });
}

void PreferencesDesk::readActions()
{
    addStandardKeys(m_window);
    m_shortcuts = new ShortcutBook(m_window);
    connect(m_shortcuts, &ShortcutBook::shortcutsChanged, this, &PreferencesDesk::changed);
}

void PreferencesDesk::restoreFrom(const QSettings &settings)
{
    m_appearance->restoreFrom(settings);
    m_shortcuts->restoreFrom(settings);
    setPreferences(preferencesIn(settings));
}

void PreferencesDesk::saveTo(QSettings &settings) const
{
    m_appearance->saveTo(settings);
    m_shortcuts->saveTo(settings);
    save(m_preferences, settings);
}

void PreferencesDesk::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    emit preferencesChanged(preferences);
    emit changed();
}

void PreferencesDesk::openDialog()
{
    if (m_dialog.isNull()) {
        m_dialog = new PreferencesDialog(
            {*m_appearance, *m_shortcuts, m_preferences, m_options, m_hasTray}, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &PreferencesDialog::preferencesChanged, this,
                &PreferencesDesk::setPreferences);
        connect(m_dialog, &PreferencesDialog::optionsChanged, &m_requests,
                &Requests::optionsKeepingRequested);
        connect(m_dialog, &PreferencesDialog::startsAtLoginChanged, this,
                &PreferencesDesk::setStartsAtLogin);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void PreferencesDesk::openPorts()
{
    openDialog();
    m_dialog->showField(QStringLiteral("port"));
}

void PreferencesDesk::openAppearance()
{
    openDialog();
    m_dialog->showField(QStringLiteral("theme"));
}

void PreferencesDesk::openShortcuts()
{
    auto *const dialog = new QDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keyboard shortcuts"));
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    for (QAbstractButton *const button : buttons->buttons())
        button->setIcon({});
    auto *const layout = new QVBoxLayout(dialog);
    layout->addWidget(new ShortcutEditor(*m_shortcuts, dialog), 1);
    layout->addWidget(buttons);
    for (QPushButton *const button : dialog->findChildren<QPushButton *>())
        button->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    const QFontMetrics metrics = dialog->fontMetrics();
    dialog->resize(QSize(metrics.averageCharWidth() * 80, metrics.lineSpacing() * 40)
                       .boundedTo(dialog->screen()->availableSize() * 9 / 10));
    dialog->show();
}

void PreferencesDesk::openPalette()
{
    QList<GroupedAction> actions = actionsOf(m_window);
    actions.append({plainName(*open), &m_openAppearance});
    auto *const palette = new ActionPalette(actions, &m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void PreferencesDesk::setStartsAtLogin(bool isWanted)
{
    const auto done = Gui::setStartsAtLogin(isWanted, QCoreApplication::applicationFilePath());
    if (!done)
        emit refused(done.error());
}

} // namespace Gui
