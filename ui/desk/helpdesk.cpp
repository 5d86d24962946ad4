// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/helpdesk.h"

#include "ui/desk/helpdialog.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/filter/filterfield.h"
#include "ui/welcome/welcomedesk.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QMainWindow>

namespace Gui {

HelpDesk::HelpDesk(const PreferencesDesk &preferences, const WelcomeDesk &welcome,
                   QMainWindow &window)
    : QObject(&window)
    , open(new QAction(tr("Hookpost &help"), this))
    , m_preferences(preferences)
    , m_welcome(welcome)
    , m_window(window)
{
    open->setObjectName(QStringLiteral("help"));
    open->setShortcut(QKeySequence(Qt::Key_F1));
    open->setShortcutContext(Qt::ApplicationShortcut);
    connect(open, &QAction::triggered, this, &HelpDesk::openDialog);
    qApp->installEventFilter(this);
}

void HelpDesk::openDialog()
{
    const bool isOfFilter = qobject_cast<FilterField *>(QApplication::focusWidget()) != nullptr;
    // A modal dialog would keep the focus from all that does not belong to it.
    QWidget *const modal = QApplication::activeModalWidget();
    QWidget *const parent = modal == nullptr ? &m_window : modal;
    if (m_dialog && m_dialog->parentWidget() != parent) {
        // Its own key may have brought us here.
        m_dialog->hide();
        m_dialog->deleteLater();
        m_dialog.clear();
    }
    if (!m_dialog) {
        m_dialog = new HelpDialog(m_preferences.shortcuts(), parent);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->offerSteps(modal == nullptr); // It would keep the window from being seen.
        connect(m_dialog, &HelpDialog::firstStepsRequested, m_welcome.firstSteps,
                &QAction::trigger);
    }
    if (isOfFilter)
        m_dialog->setPage(HelpDialog::FilterPage);
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        if (auto *const dialog = qobject_cast<QDialog *>(watched))
            dialog->addAction(open);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Gui
