// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailplace.h"

#include "ui/actions.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detaildesk.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/detailsplitter.h"
#include "ui/detail/findbar.h"
#include "ui/detail/recorddesk.h"

#include <QAction>

namespace Gui {

DetailPlace::DetailPlace(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(parts.actions.details, &QAction::toggled, this, &DetailPlace::setShown);
    connect(parts.actions.detailsBeside, &QAction::toggled, &parts.splitter,
            &DetailSplitter::setBeside);
    for (const QAction *const tab : parts.pane.tabActions())
        connect(tab, &QAction::triggered, this, &DetailPlace::show);
    connect(parts.details.compare, &QAction::triggered, this, &DetailPlace::show);
    connect(parts.record.find, &QAction::triggered, this, &DetailPlace::find);
}

void DetailPlace::show() const
{
    m_parts.actions.details->setChecked(true);
}

void DetailPlace::setShown(bool areShown)
{
    const bool hadFocus = m_parts.pane.isAncestorOf(m_parts.pane.window()->focusWidget());
    m_parts.splitter.setDetailsShown(areShown);
    if (!areShown && hadFocus)
        m_parts.list.setFocus(Qt::OtherFocusReason);
}

/// What is looked through must be seen.
void DetailPlace::find()
{
    if (m_parts.actions.details->isChecked())
        return;
    show();
    if (BodyView *const body = m_parts.pane.bodyInFront())
        body->finder()->open();
}

} // namespace Gui
