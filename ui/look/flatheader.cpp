// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flatheader.h"

#include "ui/look/cellpainter.h"

#include <QPainter>

namespace Gui {

FlatHeader::FlatHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
}

QSize FlatHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), std::max(24, fontMetrics().height() + 8)};
}

void FlatHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rect;
    option.font = font();
    CellPainter cell(*painter, option, m_themes.of(palette()));
    cell.fill(cell.theme().base());
    cell.drawBottomLine();
    const auto alignment = model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole);
    cell.write(cell.inner(), model()->headerData(logicalIndex, Qt::Horizontal).toString(),
               Tone::Muted, alignment.value<Qt::Alignment>());
    const bool isLast = visualIndex(logicalIndex) == count() - 1;
    painter->setPen(cell.theme().line());
    if (!isLast)
        painter->drawLine(rect.topRight() + QPoint(0, 5), rect.bottomRight() - QPoint(0, 5));
}

} // namespace Gui
