// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flatheader.h"

#include "ui/look/cellpainter.h"

#include <QPainter>

#include <array>

namespace Gui {

namespace {

constexpr int ArrowWidth = 7;
constexpr int ArrowHeight = 5;

} // namespace

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
    if (isSortIndicatorShown() && sortIndicatorSection() == logicalIndex)
        paintArrow(*painter, rect, cell.ink(Tone::Plain));
    cell.write(cell.inner(), model()->headerData(logicalIndex, Qt::Horizontal).toString(),
               Tone::Muted, alignment.value<Qt::Alignment>());
    const bool isLast = visualIndex(logicalIndex) == count() - 1;
    painter->setPen(cell.theme().line());
    if (!isLast)
        painter->drawLine(rect.topRight() + QPoint(0, 5), rect.bottomRight() - QPoint(0, 5));
}

/// In the margin, so that no title becomes shorter; upwards where the least comes first.
void FlatHeader::paintArrow(QPainter &painter, const QRect &cell, const QColor &ink) const
{
    constexpr double Half = ArrowWidth / 2.0;
    const double rise
        = sortIndicatorOrder() == Qt::AscendingOrder ? -ArrowHeight / 2.0 : ArrowHeight / 2.0;
    const QPointF centre(cell.right() - CellPainter::Margin / 2.0, cell.center().y() + 0.5);
    const std::array<QPointF, 3> corners{centre + QPointF(-Half, -rise),
                                         centre + QPointF(Half, -rise), centre + QPointF(0, rise)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawConvexPolygon(corners.data(), static_cast<int>(corners.size()));
    painter.restore();
}

} // namespace Gui
