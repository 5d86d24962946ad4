// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detaildesk.h"

#include "ui/detail/detailpane.h"
#include "ui/detail/recorddesk.h"
#include "ui/log/logpanel.h"

namespace Gui {

DetailDesk::DetailDesk(LogPanel &panel, RecordDesk &records, DetailPane &pane, QObject *parent)
    : QObject(parent)
    , compare(new QAction(tr("Co&mpare"), this))
    , m_panel(panel)
    , m_records(records)
    , m_pane(pane)
{
    compare->setObjectName(QStringLiteral("compare-rows"));
    compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(&panel, &LogPanel::attemptChosen, this,
            [this](const Core::AttemptId &id) { follow(Core::LogKey::of(id)); });
    connect(&panel, &LogPanel::captureChosen, this,
            [this](const Core::CaptureId &id) { follow(Core::LogKey::of(id)); });
    connect(&panel, &LogPanel::summaryTold, &m_pane, &DetailPane::showSummary);
    connect(&panel, &LogPanel::chosenHidden, this, &DetailDesk::forget);
    connect(&panel, &LogPanel::selectionChanged, this, &DetailDesk::noteSelection);
    connect(&m_pane, &DetailPane::rowRequested, this, &DetailDesk::goTo);
    connect(compare, &QAction::triggered, this, &DetailDesk::compareChosen);
    noteSelection();
}

void DetailDesk::goTo(const Core::LogKey &row)
{
    m_isElsewhere = !m_panel.choose(row);
    if (m_isElsewhere)
        m_records.show(row);
}

void DetailDesk::forget()
{
    m_isElsewhere = false;
    m_records.forget();
}

/// The next heartbeat does not take away what somebody has gone on to.
void DetailDesk::follow(const Core::LogKey &row)
{
    if (m_isElsewhere && m_panel.hasGoneOn())
        return;
    m_isElsewhere = false;
    m_records.show(row);
}

void DetailDesk::noteSelection()
{
    const qsizetype rows = m_panel.selectedKeys().size();
    m_pane.tellSelected(rows);
    if (rows == 1)
        m_pane.forgetDiff();
    const bool areTwo = rows == 2;
    compare->setEnabled(areTwo);
    compare->setToolTip(areTwo ? tr("Show what differs between the two chosen rows")
                               : tr("Choose exactly two rows first"));
}

void DetailDesk::compareChosen()
{
    const QList<Core::LogKey> rows = m_panel.selectedKeys();
    if (rows.size() == 2)
        m_pane.showDiff(rows.first(), rows.last());
}

} // namespace Gui
