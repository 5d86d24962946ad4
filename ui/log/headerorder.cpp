// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/headerorder.h"

#include "ui/log/logmodel.h"

#include <QHeaderView>
#include <QTableView>

namespace Gui {

HeaderOrder::HeaderOrder(const LogModel &model, QTableView &view)
    : QObject(&view)
    , m_model(model)
    , m_view(view)
{
    connect(m_view.horizontalHeader(), &QHeaderView::sectionClicked, this, &HeaderOrder::turn);
}

/// From the first click on a title to the third.
void HeaderOrder::turn(int column)
{
    const Core::LogOrder order = m_model.scope().order;
    if (const auto sorting = sortingBy(column)) {
        if (order.by != *sorting)
            emit wanted({*sorting, false});
        else
            emit wanted(order.isDescending ? Core::LogOrder() : Core::LogOrder{*sorting, true});
    }
    show(); // The header has turned its arrow.
}

void HeaderOrder::show()
{
    const Core::LogOrder &order = m_model.scope().order;
    QHeaderView *const header = m_view.horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(m_model.isSorted());
    header->setSortIndicator(m_model.isSorted() ? columnOf(order.by) : -1,
                             order.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    const QVariant told
        = m_model.headerData(columnOf(order.by), Qt::Horizontal, Qt::AccessibleTextRole);
    m_view.setAccessibleDescription(m_model.isSorted() ? told.toString() : QString());
}

} // namespace Gui
