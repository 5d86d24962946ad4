// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fleetpanel.h"

#include "ui/charts/chartexport.h"
#include "ui/charts/fleetdelegate.h"
#include "ui/charts/fleetmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace Gui {

namespace {

constexpr Core::TimeFrame NoFrame{Core::Milliseconds{1}, 0};

} // namespace

FleetPanel::FleetPanel(const DestinationModel &destinations, const Facts &facts, Requests &requests,
                       QWidget *parent)
    : ChartPage(parent)
    , m_requests(requests)
    , m_model(new FleetModel(destinations, this))
    , m_view(new QListView(this))
    , m_sort(new QPushButton(tr("&Sort again"), this))
    , m_exporter(new ChartExport(
          *m_view, QStringLiteral("fleet"), [this] { return m_model->numbers(); }, this))
{
    title().setText(tr("All destinations"));
    title().setToolTip(tr("Those that fail most stand first"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FleetDelegate(*m_model, m_view));
    m_view->setAccessibleName(title().text());
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setFrameShape(QFrame::NoFrame);
    layOut(*m_exporter, m_view, nullptr, m_sort);
    setFocusProxy(m_view);

    connect(m_view, &QListView::activated, this, [this](const QModelIndex &index) {
        emit destinationChosen(m_model->idAt(index.row()));
    });
    connect(m_sort, &QPushButton::clicked, m_model, &FleetModel::sortAgain);
    connect(m_model, &FleetModel::sortedChanged, m_sort, &QWidget::setDisabled);
    connect(&facts, &Facts::fleetCounted, m_model, &FleetModel::take);
    m_sort->setEnabled(false);
    m_sort->setToolTip(tr("Cards keep their places while you look"));
}

void FleetPanel::hideEvent(QHideEvent *event)
{
    ChartPage::hideEvent(event);
    emit m_requests.fleetRequested(NoFrame);
}

void FleetPanel::request()
{
    m_model->begin(coarseFrameOf(range()));
    if (isVisible())
        emit m_requests.fleetRequested(coarseFrameOf(range()));
}

} // namespace Gui
