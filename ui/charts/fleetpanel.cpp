// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fleetpanel.h"

#include "ui/charts/chartexport.h"
#include "ui/charts/fleetdelegate.h"
#include "ui/charts/fleetmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

namespace {

constexpr Core::TimeFrame NoFrame{Core::Milliseconds{1}, 0};

} // namespace

FleetPanel::FleetPanel(const DestinationModel &destinations, const Facts &facts, Requests &requests,
                       QWidget *parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_model(new FleetModel(destinations, this))
    , m_view(new QListView(this))
    , m_title(new QLabel(tr("All destinations"), this))
    , m_sort(new QPushButton(tr("&Sort again"), this))
    , m_range(new QComboBox(this))
    , m_exporter(new ChartExport(
          *m_view, QStringLiteral("fleet"), [this] { return m_model->numbers(); }, this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setToolTip(tr("Those that fail most stand first"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FleetDelegate(*m_model, m_view));
    m_view->setAccessibleName(m_title->text());
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    fillWithRanges(*m_range);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        emit destinationChosen(m_model->idAt(index.row()));
    });
    connect(m_range, &QComboBox::currentIndexChanged, this, &FleetPanel::request);
    connect(m_sort, &QPushButton::clicked, m_model, &FleetModel::sortAgain);
    connect(m_model, &FleetModel::sortedChanged, m_sort, &QWidget::setDisabled);
    connect(&facts, &Facts::fleetCounted, m_model, &FleetModel::take);
    m_sort->setEnabled(false);
    m_sort->setToolTip(tr("Cards keep their places while you look"));
    applyFont();
}

QWidget *FleetPanel::makeBar()
{
    auto *const bar = new QWidget(this);
    auto *const save = new QPushButton(tr("&Export"), bar);
    auto *const menu = new QMenu(save);
    menu->addActions(m_exporter->actions());
    save->setMenu(menu);
    auto *const back = new QPushButton(tr("Back to the log"), bar);
    connect(back, &QPushButton::clicked, this, &FleetPanel::closeRequested);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_sort);
    layout->addWidget(m_range);
    layout->addWidget(save);
    layout->addWidget(back);
    return bar;
}

void FleetPanel::applyFont()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
}

void FleetPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void FleetPanel::setRange(TimeRange range)
{
    m_range->setCurrentIndex(static_cast<int>(range));
}

TimeRange FleetPanel::range() const
{
    return TimeRange{std::max(m_range->currentIndex(), 0)};
}

void FleetPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    request();
}

void FleetPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    emit m_requests.fleetRequested(NoFrame);
}

void FleetPanel::request()
{
    m_model->begin(coarseFrameOf(range()));
    if (isVisible())
        emit m_requests.fleetRequested(coarseFrameOf(range()));
}

} // namespace Gui
