// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace Gui {

Actions::Actions(QObject *parent)
    : QObject(parent)
    , dispatch(new QAction(tr("&Dispatching"), this))
    , add(new QAction(iconOf(Glyph::Add), tr("&Add destination…"), this))
    , edit(new QAction(tr("&Edit…"), this))
    , sendTest(new QAction(iconOf(Glyph::SendTest), tr("Send &test"), this))
    , pause(new QAction(iconOf(Glyph::Paused), tr("&Pause"), this))
    , copyUrl(new QAction(iconOf(Glyph::Copy), tr("&Copy URL"), this))
    , remove(new QAction(tr("&Remove"), this))
    , undo(new QAction(iconOf(Glyph::Undo), tr("&Undo removal"), this))
    , follow(new QAction(iconOf(Glyph::Follow), tr("&Follow"), this))
    , heartbeats(new QAction(tr("Show &heartbeats"), this))
    , filter(new QAction(tr("F&ilter…"), this))
    , clearFilter(new QAction(tr("&Clear filter"), this))
    , previousRow(new QAction(tr("&Previous row"), this))
    , nextRow(new QAction(tr("&Next row"), this))
    , nextPane(new QAction(tr("Next p&ane"), this))
    , sidebar(new QAction(tr("&Destinations"), this))
    , fullScreen(new QAction(tr("F&ull screen"), this))
    , close(new QAction(tr("&Close window"), this))
    , quit(new QAction(tr("&Quit"), this))
    , about(new QAction(tr("&About Hookpost"), this))
{
    for (QAction *const action : {dispatch, follow, heartbeats, sidebar, fullScreen})
        action->setCheckable(true);
    for (QAction *const action : {follow, heartbeats, sidebar})
        action->setChecked(true);
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
    undo->setEnabled(false);
    setShortcuts();
    setHints();
    setDispatching(true);
}

void Actions::setShortcuts() const
{
    dispatch->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    add->setShortcut(QKeySequence::New);
    edit->setShortcut(QKeySequence(Qt::Key_F2));
    sendTest->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    pause->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    undo->setShortcut(QKeySequence::Undo);
    follow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    filter->setShortcut(QKeySequence::Find);
    previousRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Up), QKeySequence(Qt::Key_F7)});
    nextRow->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Down), QKeySequence(Qt::Key_F8)});
    nextPane->setShortcut(QKeySequence(Qt::Key_F6));
    sidebar->setShortcut(QKeySequence(Qt::Key_F9));
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    // Delete must stay a letter's affair while somebody types into a field.
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
}

void Actions::setHints() const
{
    add->setToolTip(tr("Add a destination (Ctrl+N)"));
    sendTest->setToolTip(tr("Send one test event to the chosen destination (Ctrl+T)"));
    follow->setToolTip(tr("Keep the newest row in sight (Ctrl+L)"));
    filter->setToolTip(tr("Go to the filter (Ctrl+F)"));
}

void Actions::fill(QMenuBar &menuBar) const
{
    QMenu *const fileMenu = menuBar.addMenu(tr("&File"));
    fileMenu->addActions({add, dispatch});
    fileMenu->addSeparator();
    fileMenu->addActions({close, quit});
    QMenu *const editMenu = menuBar.addMenu(tr("&Edit"));
    editMenu->addAction(undo);
    editMenu->addSeparator();
    editMenu->addActions({filter, clearFilter});
    QMenu *const viewMenu = menuBar.addMenu(tr("&View"));
    viewMenu->addActions({follow, heartbeats});
    viewMenu->addSeparator();
    viewMenu->addActions({previousRow, nextRow, nextPane});
    viewMenu->addSeparator();
    viewMenu->addActions({sidebar, fullScreen});
    menuBar.addMenu(tr("&Destination"))->addActions(forDestination());
    menuBar.addMenu(tr("&Help"))->addAction(about);
    for (QMenu *const menu : {fileMenu, editMenu, viewMenu})
        menu->setToolTipsVisible(true);
}

void Actions::fill(QToolBar &toolBar) const
{
    toolBar.addAction(dispatch);
    toolBar.addSeparator();
    toolBar.addActions({add, sendTest, pause});
    toolBar.addSeparator();
    toolBar.addAction(follow);
}

QList<QAction *> Actions::forDestination() const
{
    return {sendTest, pause, edit, copyUrl, remove};
}

void Actions::setDestinationChosen(bool isChosen, bool isPaused, const QString &reason) const
{
    for (QAction *const action : forDestination()) {
        action->setEnabled(isChosen);
        action->setStatusTip(reason);
    }
    sendTest->setToolTip(isChosen ? tr("Send one test event to the chosen destination (Ctrl+T)")
                                  : reason);
    pause->setText(isPaused ? tr("&Resume") : tr("&Pause"));
    pause->setIcon(iconOf(isPaused ? Glyph::Play : Glyph::Paused));
    pause->setToolTip(!isChosen      ? reason
                          : isPaused ? tr("Send to the chosen destination again (Ctrl+P)")
                                     : tr("Keep back what is for the chosen destination (Ctrl+P)"));
}

void Actions::setDispatching(bool isDispatching) const
{
    dispatch->setChecked(isDispatching);
    dispatch->setIcon(isDispatching ? iconOf(Glyph::Delivered, Tone::Good)
                                    : iconOf(Glyph::Paused, Tone::Warning));
    dispatch->setIconText(isDispatching ? tr("Dispatching on") : tr("Dispatching off"));
    dispatch->setToolTip(isDispatching ? tr("Hold all deliveries back (Ctrl+E)")
                                       : tr("Send what waits (Ctrl+E)"));
}

} // namespace Gui
