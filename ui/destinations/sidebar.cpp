// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/sidebar.h"

#include "ui/destinations/destinationdelegate.h"
#include "ui/destinations/destinationmodel.h"

#include <algorithm>

namespace Gui {

Sidebar::Sidebar(DestinationModel &model, QWidget *parent)
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
    setItemDelegate(new DestinationDelegate(model, this));
    setAccessibleName(tr("Destinations"));
    setUniformItemSizes(true);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { emit destinationChosen(chosen()); });
    connect(this, &QListView::activated, this, [this] {
        if (!chosen().isNull())
            emit dashboardRequested();
    });
    chooseAll();
}

Core::DestinationId Sidebar::chosen() const
{
    const Core::DestinationStatus *const status = m_model.statusAt(currentIndex().row());
    return status == nullptr ? Core::DestinationId{} : status->destination.id;
}

void Sidebar::chooseAll()
{
    setCurrentIndex(m_model.index(DestinationModel::AllRow));
}

void Sidebar::choose(Core::DestinationId destination)
{
    setCurrentIndex(m_model.index(std::max(m_model.rowOf(destination), DestinationModel::AllRow)));
}

} // namespace Gui
