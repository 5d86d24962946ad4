// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationlist.h"

#include "ui/destinations/destinationdelegate.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/statevoice.h"
#include "ui/log/listkeys.h"

#include <QKeyEvent>

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
    connect(&m_model, &DestinationModel::openChanged, this, &DestinationList::fitRow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &DestinationList::fitRows);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    openMenuByShiftF10(*this);
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

void DestinationList::setMarked(bool isMarked)
{
    m_isMarked = isMarked;
    if (isMarked)
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clearSelection();
}

QItemSelectionModel::SelectionFlags DestinationList::selectionCommand(const QModelIndex &index,
                                                                      const QEvent *event) const
{
    return m_isMarked ? QListView::selectionCommand(index, event) : QItemSelectionModel::NoUpdate;
}

QSize DestinationList::sizeHint() const
{
    const int rows = std::clamp(m_model.rowCount(), LeastRowsWanted, MostRowsWanted);
    return {QListView::sizeHint().width(), rows * sizeHintForRow(0)};
}

/// As high as it is now; rows of several heights have to be measured each.
void DestinationList::fitRow(int row)
{
    if (m_model.isOpen(row))
        setUniformItemSizes(false);
    scheduleDelayedItemsLayout();
    if (row == currentIndex().row())
        QMetaObject::invokeMethod(
            this, [this] { scrollTo(currentIndex()); }, Qt::QueuedConnection);
}

/// One that is open may have more to tell than before, or less.
void DestinationList::fitRows(const QModelIndex &first, const QModelIndex &last)
{
    if (uniformItemSizes())
        return;
    for (int row = first.row(); row <= last.row(); ++row) {
        if (m_model.isOpen(row) && sizeHintForRow(row) != visualRect(m_model.index(row)).height())
            return scheduleDelayedItemsLayout();
    }
}

/// Right opens the chosen one and Left closes it, as in a tree.
void DestinationList::keyPressEvent(QKeyEvent *event)
{
    const bool isForth = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool isBack = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if ((event->modifiers() & ~Qt::KeypadModifier) == 0 && (isForth || isBack))
        return m_model.setOpen(currentIndex().row(), isForth);
    QListView::keyPressEvent(event);
}

void DestinationList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    if (isOnHandle(*event))
        toggleAt(*event);
}

void DestinationList::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (isOnHandle(*event))
        toggleAt(*event);
    else
        QListView::mouseDoubleClickEvent(event);
}

bool DestinationList::isOnHandle(const QMouseEvent &event) const
{
    const QPoint place = event.position().toPoint();
    const QModelIndex row = indexAt(place);
    return event.button() == Qt::LeftButton && row.isValid()
        && DestinationDelegate::isOnHandle(visualRect(row), fontMetrics(), place);
}

void DestinationList::toggleAt(const QMouseEvent &event)
{
    const int row = indexAt(event.position().toPoint()).row();
    m_model.setOpen(row, !m_model.isOpen(row));
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
