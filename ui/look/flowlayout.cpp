// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <iterator>

namespace Gui {

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int place) const
{
    return place >= 0 && place < count() ? m_items[static_cast<std::size_t>(place)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int place)
{
    if (!itemAt(place))
        return nullptr;
    const auto taken = m_items.begin() + place;
    QLayoutItem *const item = taken->release();
    m_items.erase(taken);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow(QRect(0, 0, width, 0), [](QLayoutItem &, const QRect &) {});
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const int gap = size.isEmpty() ? 0 : spacing();
        size = {size.width() + gap + item->sizeHint().width(),
                std::max(size.height(), item->sizeHint().height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->sizeHint());
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &room)
{
    QLayout::setGeometry(room);
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    flow(room, [&](QLayoutItem &item, const QRect &place) {
        item.setGeometry(QStyle::visualRect(direction, room, place));
    });
}

/// Tells \a place where each item has its place in \a room; returns the height that all take.
template<typename Place>
int FlowLayout::flow(const QRect &room, Place place) const
{
    const QRect inner = room.marginsRemoved(contentsMargins());
    QPoint next = inner.topLeft();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo({inner.width(), QLAYOUTSIZE_MAX});
        if (next.x() > inner.left() && next.x() + size.width() > inner.right() + 1) {
            next = {inner.left(), next.y() + lineHeight + spacing()};
            lineHeight = 0;
        }
        place(*item, QRect(next, size));
        next.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return next.y() + lineHeight - room.top() + contentsMargins().bottom();
}

} // namespace Gui
