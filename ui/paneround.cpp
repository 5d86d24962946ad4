// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paneround.h"

#include <QWidget>

namespace Gui {

PaneRound::PaneRound(const QList<Pane> &panes, QWidget &window)
    : QObject(&window)
    , m_panes(panes)
    , m_window(window)
{
}

void PaneRound::step(int by)
{
    QList<Pane> shown = m_panes;
    shown.removeIf([](const Pane &pane) { return !pane.whole->isVisible(); });
    const QWidget *const focus = m_window.focusWidget();
    const qsizetype count = shown.size();
    qsizetype current = by > 0 ? -1 : count;
    for (qsizetype i = 0; i < count; ++i) {
        if (shown.at(i).whole == focus || shown.at(i).whole->isAncestorOf(focus))
            current = i;
    }
    enter(shown.at((current + by + count) % count).entrance);
}

/// Gives it the focus, or the first in it that takes it.
void PaneRound::enter(QWidget *entrance)
{
    QWidget *taker = entrance;
    while (taker->focusPolicy() == Qt::NoFocus || !taker->isVisible() || !taker->isEnabled()) {
        taker = taker->nextInFocusChain();
        if (!entrance->isAncestorOf(taker))
            return entrance->setFocus(Qt::TabFocusReason);
    }
    taker->setFocus(Qt::TabFocusReason);
}

} // namespace Gui
