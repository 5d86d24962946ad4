// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logcopier.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

/// What a cell says where there is room enough.
QString wholeText(const QModelIndex &index)
{
    return index.data(Qt::AccessibleTextRole).toString();
}

} // namespace

LogCopier::LogCopier(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    auto *const cell = new QAction(tr("Copy cell"), this);
    cell->setObjectName(QStringLiteral("copy-cell"));
    connect(cell, &QAction::triggered, this, &LogCopier::copyCell);
    auto *const rows = new QAction(tr("Copy row"), this);
    rows->setObjectName(QStringLiteral("copy-row"));
    rows->setShortcut(QKeySequence::Copy);
    rows->setShortcutContext(Qt::WidgetShortcut);
    connect(rows, &QAction::triggered, this, &LogCopier::copyRows);
    m_view.addActions({cell, rows});
}

void LogCopier::copyCell() const
{
    if (m_view.currentIndex().isValid())
        QGuiApplication::clipboard()->setText(wholeText(m_view.currentIndex()));
}

/// The columns that are shown, and the rows as they stand, in whatever order they were selected.
void LogCopier::copyRows() const
{
    const QHeaderView &header = *m_view.horizontalHeader();
    QStringList lines;
    QModelIndexList selected = m_view.selectionModel()->selectedRows();
    std::sort(selected.begin(), selected.end());
    for (const QModelIndex &index : std::as_const(selected)) {
        QStringList cells;
        for (int visual = 0; visual < header.count(); ++visual) {
            const int column = header.logicalIndex(visual);
            if (!header.isSectionHidden(column))
                cells.append(wholeText(index.siblingAtColumn(column)));
        }
        lines.append(cells.join(u'\t'));
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace Gui
