// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationlist.h"

#include "ui/destinations/destinationdelegate.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/statevoice.h"

#include <algorithm>

namespace Gui {

namespace {

constexpr int LeastRowsWanted = 3;
constexpr int MostRowsWanted = 10;

} // namespace

DestinationList::DestinationList(DestinationModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    // Ahead of the selection model, which would choose a neighbour that nobody asked for.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                if (currentIndex().row() >= first && currentIndex().row() <= last)
                    chooseAll();
            });
    setModel(&model);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, [this] { updateGeometry(); });
    setItemDelegate(new DestinationDelegate(model, this));
    setAccessibleName(tr("Destinations"));
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *const voice = new StateVoice(*this, m_model);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, voice,
            [this, voice] { voice->follow(chosen()); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit destinationChosen(chosen()); });
    connect(this, &QListView::activated, this, [this] {
        if (!chosen().isNull())
            emit dashboardRequested();
    });
    m_seconds.setInterval(std::chrono::seconds{1});
    connect(&m_seconds, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    chooseAll();
}

Core::DestinationId DestinationList::chosen() const
{
    const Core::DestinationStatus *const status = m_model.statusAt(currentIndex().row());
    return status == nullptr ? Core::DestinationId{} : status->destination.id;
}

void DestinationList::chooseAll()
{
    setCurrentIndex(m_model.index(DestinationModel::AllRow));
}

void DestinationList::choose(Core::DestinationId destination)
{
    setCurrentIndex(m_model.index(std::max(m_model.rowOf(destination), DestinationModel::AllRow)));
}

QSize DestinationList::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), LeastRowsWanted, MostRowsWanted);
    return {QListView::sizeHint().width(), rows * sizeHintForRow(0)};
}

void DestinationList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    m_seconds.start();
}

void DestinationList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    m_seconds.stop();
}

} // namespace Gui
