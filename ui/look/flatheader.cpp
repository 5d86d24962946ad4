// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flatheader.h"

#include "ui/look/cellpainter.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

constexpr int ArrowEdge = 2; ///< between the arrow and the edge of its cell
constexpr int ArrowGap = 3; ///< between the arrow and the title

/// Odd, so that its tip is one pixel.
int arrowWidthOf(const QFontMetrics &metrics)
{
    return std::max(7, (metrics.height() * 2 / 5) | 1);
}

} // namespace

FlatHeader::FlatHeader(QWidget *parent, HeadedCells cells)
    : QHeaderView(Qt::Horizontal, parent)
    , m_cells(cells)
{
    setHighlightSections(false);
}

int FlatHeader::arrowRoom(const QFontMetrics &metrics)
{
    return ArrowEdge + arrowWidthOf(metrics) + ArrowGap + 1 - CellPainter::Margin; // rounded up
}

/// Between the edge of a section and its title, as it is between that of a cell and its text.
int FlatHeader::inset() const
{
    return m_cells == HeadedCells::Ours ? CellPainter::Margin
                                        : style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
}

Qt::Alignment FlatHeader::alignmentOf(int logicalIndex) const
{
    return model()
        ->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole)
        .value<Qt::Alignment>();
}

bool FlatHeader::isSortedBy(int logicalIndex) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
}

QSize FlatHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), std::max(24, fontMetrics().height() + 8)};
}

QSize FlatHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, Qt::Horizontal).toString();
    return {fontMetrics().horizontalAdvance(title) + 2 * CellPainter::Margin
                + arrowRoom(fontMetrics()),
            QHeaderView::sectionSizeFromContents(logicalIndex).height()};
}

/// The arrow stands at the side where titles of that alignment end, within the margin as far as it
/// goes, so that a title stays above the texts of its column.
void FlatHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = rect;
    option.font = font();
    CellPainter cell(*painter, option, m_themes.of(palette()));
    cell.fill(cell.theme().base());
    cell.drawBottomLine();
    const Qt::Alignment alignment = alignmentOf(logicalIndex);
    QRect place = rect.adjusted(inset(), 0, -inset(), 0);
    if (isSortedBy(logicalIndex)) {
        const bool isAtLeft = alignment.testFlag(Qt::AlignRight);
        const int room = ArrowEdge + arrowWidthOf(fontMetrics()) + ArrowGap;
        place = isAtLeft ? place.intersected(rect.adjusted(room, 0, 0, 0))
                         : place.intersected(rect.adjusted(0, 0, -room, 0));
        paintArrow(*painter, rect, isAtLeft, cell.ink(Tone::Plain));
    }
    cell.write(place, model()->headerData(logicalIndex, Qt::Horizontal).toString(), Tone::Muted,
               alignment);
    const bool isLast = visualIndex(logicalIndex) == count() - 1;
    painter->setPen(cell.theme().line());
    if (!isLast)
        painter->drawLine(rect.topRight() + QPoint(0, 5), rect.bottomRight() - QPoint(0, 5));
}

/// Upwards where the least comes first.
void FlatHeader::paintArrow(QPainter &painter, const QRect &cell, bool isAtLeft,
                            const QColor &ink) const
{
    const int width = arrowWidthOf(fontMetrics());
    const double half = width / 2.0;
    const double slope = width * 0.35;
    const double rise = sortIndicatorOrder() == Qt::AscendingOrder ? -slope : slope;
    const double x = isAtLeft ? cell.left() + ArrowEdge + half : cell.right() - ArrowEdge - half;
    const QPointF centre(x, cell.center().y() + 0.5);
    const std::array<QPointF, 3> corners{centre + QPointF(-half, -rise),
                                         centre + QPointF(half, -rise), centre + QPointF(0, rise)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawConvexPolygon(corners.data(), static_cast<int>(corners.size()));
    painter.restore();
}

} // namespace Gui
