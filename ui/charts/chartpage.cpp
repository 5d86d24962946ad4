// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartpage.h"

#include "ui/charts/chartbar.h"
#include "ui/charts/chartexport.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

ChartPage::ChartPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_range(new QComboBox(this))
{
    m_title->setTextFormat(Qt::PlainText);
    fillWithRanges(*m_range);
    connect(m_range, &QComboBox::currentIndexChanged, this, [this] { request(); });
    applyFont();
}

void ChartPage::layOut(const ChartExport &exporter, QWidget *content, QWidget *beside,
                       QWidget *tool)
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar(exporter, beside, tool));
    layout->addWidget(content, 1);
}

QWidget *ChartPage::makeBar(const ChartExport &exporter, QWidget *beside, QWidget *tool)
{
    auto *const bar = new ChartBar(this);
    auto *const save = new QPushButton(tr("&Export"), bar);
    auto *const menu = new QMenu(save);
    menu->addActions(exporter.actions());
    save->setMenu(menu);
    auto *const back = new QPushButton(tr("Back to the log"), bar);
    connect(back, &QPushButton::clicked, this, &ChartPage::closeRequested);
    QBoxLayout &head = bar->addGroup();
    head.addWidget(m_title, beside == nullptr ? 1 : 0);
    if (beside)
        head.addWidget(beside, 1);
    QBoxLayout &tools = bar->addGroup();
    if (tool)
        tools.addWidget(tool);
    tools.addWidget(m_range);
    QBoxLayout &ways = bar->addGroup();
    ways.addWidget(save);
    ways.addWidget(back);
    return bar;
}

void ChartPage::setRange(TimeRange range)
{
    m_range->setCurrentIndex(static_cast<int>(range));
}

TimeRange ChartPage::range() const
{
    return TimeRange{std::max(m_range->currentIndex(), 0)};
}

void ChartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    request();
}

void ChartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void ChartPage::applyFont()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
}

} // namespace Gui
