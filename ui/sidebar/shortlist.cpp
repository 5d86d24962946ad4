// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/shortlist.h"

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr int MostRows = 8;

} // namespace

ShortList::ShortList(QWidget *parent)
    : QListView(parent)
{
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void ShortList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    const auto review = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, review);
    connect(model, &QAbstractItemModel::rowsRemoved, this, review);
    connect(model, &QAbstractItemModel::modelReset, this, review);
}

int ShortList::heightOf(int rows) const
{
    return rows * std::max(sizeHintForRow(0), fontMetrics().height());
}

int ShortList::rowCount() const
{
    return model() == nullptr ? 0 : model()->rowCount();
}

int ShortList::usualHeight() const
{
    return heightOf(std::clamp(rowCount(), 1, MostRows));
}

int ShortList::takeSpare(int height)
{
    const int missing = std::max(heightOf(rowCount()) - usualHeight(), 0);
    const int spare = std::clamp(height, 0, missing);
    if (std::exchange(m_spare, spare) != spare)
        updateGeometry();
    return height - spare;
}

QSize ShortList::sizeHint() const
{
    return {QListView::sizeHint().width(), usualHeight() + m_spare};
}

QSize ShortList::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, heightOf(1)};
}

QSize ShortListDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex & /*index*/) const
{
    return {option.fontMetrics.averageCharWidth() * 12,
            std::max(24, option.fontMetrics.height() + 2 * Padding)};
}

QRect ShortListDelegate::drawGlyph(CellPainter &cell, Glyph glyph, Tone tone)
{
    const int side = cell.lineHeight();
    QRect line = cell.inner();
    cell.drawGlyph(QRect(line.left(), line.center().y() - side / 2, side, side), glyph, tone);
    line.setLeft(line.left() + side + Gap);
    return line;
}

} // namespace Gui
