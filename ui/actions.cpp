// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/look/glyph.h"

namespace Gui {

Actions::Actions(QObject *parent)
    : QObject(parent)
    , dispatch(new QAction(tr("&Dispatching"), this))
    , nextPane(new QAction(tr("Next p&ane"), this))
    , previousPane(new QAction(tr("Pre&vious pane"), this))
    , sidebar(new QAction(tr("Si&debar"), this))
    , details(new QAction(tr("&Show details"), this))
    , detailsBeside(new QAction(tr("Details &beside the list"), this))
    , log(new QAction(tr("L&og"), this))
    , calls(new QAction(tr("AP&I calls"), this))
    , properties(new QAction(tr("&Destination’s properties…"), this))
    , fullScreen(new QAction(tr("Full &screen"), this))
    , close(new QAction(tr("&Close window"), this))
    , quit(new QAction(tr("&Quit"), this))
    , about(new QAction(tr("&About Hookpost"), this))
{
    for (QAction *const action : {dispatch, sidebar, details, detailsBeside, calls, fullScreen}) {
        action->setCheckable(true);
        action->setIconVisibleInMenu(false); // where a box tells more
    }
    sidebar->setChecked(true);
    details->setChecked(true);
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
    setShortcuts();
    showStatus({});
}

void Actions::setShortcuts() const
{
    dispatch->setObjectName(QStringLiteral("dispatching"));
    nextPane->setObjectName(QStringLiteral("next-pane"));
    previousPane->setObjectName(QStringLiteral("previous-pane"));
    sidebar->setObjectName(QStringLiteral("sidebar"));
    details->setObjectName(QStringLiteral("details"));
    detailsBeside->setObjectName(QStringLiteral("details-beside"));
    calls->setObjectName(QStringLiteral("api-calls"));
    properties->setObjectName(QStringLiteral("properties"));
    properties->setToolTip(tr("Edit the chosen destination, or that of the chosen row"));
    fullScreen->setObjectName(QStringLiteral("full-screen"));
    close->setObjectName(QStringLiteral("close-window"));
    quit->setObjectName(QStringLiteral("quit"));
    about->setObjectName(QStringLiteral("about"));
    dispatch->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    nextPane->setShortcut(QKeySequence(Qt::Key_F6));
    previousPane->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    sidebar->setShortcut(QKeySequence(Qt::Key_F9));
    details->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F9));
    log->setObjectName(QStringLiteral("show-log"));
    log->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_1));
    calls->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_4));
    properties->setShortcuts(
        {QKeySequence(Qt::ALT | Qt::Key_Return), QKeySequence(Qt::ALT | Qt::Key_Enter)});
    fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    close->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
}

void Actions::showStatus(const Core::EngineStatus &status) const
{
    const bool isOn = status.isDispatching && status.isRunning;
    dispatch->setEnabled(status.isRunning);
    dispatch->setChecked(isOn);
    dispatch->setIcon(isOn ? iconOf(Glyph::Delivered, Tone::Good)
                           : iconOf(Glyph::Paused, Tone::Warning));
    dispatch->setIconText(isOn ? tr("Dispatching on") : tr("Dispatching off"));
    if (status.isRunning)
        dispatch->setToolTip(isOn ? tr("Hold all deliveries back") : tr("Send what waits"));
    else
        dispatch->setToolTip(tr("Hookpost is not running"));
}

} // namespace Gui
