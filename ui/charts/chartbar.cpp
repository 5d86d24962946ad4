// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartbar.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace Gui {

ChartBar::ChartBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(8, 6, 8, 6);
}

QBoxLayout &ChartBar::addGroup()
{
    auto *const group = new QHBoxLayout;
    const bool isFirst = m_groups.isEmpty();
    m_layout->addLayout(group, isFirst ? 1 : 0);
    if (!isFirst)
        m_layout->setAlignment(group, Qt::AlignLeft);
    m_groups.append(group);
    return *group;
}

QSize ChartBar::minimumSizeHint() const
{
    int widest = 0;
    for (const QBoxLayout *const group : m_groups)
        widest = std::max(widest, group->minimumSize().width());
    const QMargins margins = m_layout->contentsMargins();
    return {widest + margins.left() + margins.right(), m_layout->minimumSize().height()};
}

void ChartBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ChartBar::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange(); // The letters may have grown.
    return isTaken;
}

void ChartBar::arrange()
{
    const QMargins margins = m_layout->contentsMargins();
    int wanted = margins.left() + margins.right();
    for (const QBoxLayout *const group : m_groups)
        wanted += group->minimumSize().width() + m_layout->spacing();
    const auto direction = wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction != m_layout->direction())
        m_layout->setDirection(direction);
}

} // namespace Gui
