// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fleetmodel.h"

#include "core/model/redaction.h"
#include "ui/charts/bars.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/look/format.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Gui {

namespace {

double failureRate(const Core::Tally &tally)
{
    return tally.total() == 0 ? -1.0 : static_cast<double>(tally.failures()) / tally.total();
}

} // namespace

FleetModel::FleetModel(const DestinationModel &destinations, QObject *parent)
    : QAbstractListModel(parent)
    , m_destinations(destinations)
{
    connect(&destinations, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { addRows(first, last); });
    connect(&destinations, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&destinations, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                tellChanged(first.row(), last.row());
            });
    addRows(DestinationModel::AllRow, destinations.rowCount() - 1);
}

void FleetModel::addRows(int first, int last)
{
    QList<Core::DestinationId> added;
    for (int row = first; row <= last; ++row) {
        if (const Core::DestinationStatus *const status = m_destinations.statusAt(row))
            added.append(status->destination.id);
    }
    if (added.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows += added;
    reindex();
    endInsertRows();
}

void FleetModel::removeRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Core::DestinationStatus *const status = m_destinations.statusAt(row);
        const int place = status == nullptr ? -1 : m_places.value(status->destination.id, -1);
        if (place < 0)
            continue;
        beginRemoveRows({}, place, place);
        m_entries.remove(m_rows.takeAt(place));
        reindex();
        endRemoveRows();
    }
}

void FleetModel::tellChanged(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Core::DestinationStatus *const status = m_destinations.statusAt(row);
        const int place = status == nullptr ? -1 : m_places.value(status->destination.id, -1);
        if (place >= 0)
            emit dataChanged(index(place), index(place));
    }
}

void FleetModel::reindex()
{
    m_places.clear();
    for (int row = 0; row < rowCount(); ++row)
        m_places.insert(m_rows.at(row), row);
}

void FleetModel::begin(const Core::TimeFrame &frame)
{
    beginResetModel();
    m_none = {Core::Activity(frame, now()), {}};
    m_entries.clear();
    m_isComplete = false;
    endResetModel();
    setSorted(true);
}

void FleetModel::take(const Core::FleetFigures &figures)
{
    if (figures.frame != m_none.activity.frame())
        return;
    int first = rowCount();
    int last = -1;
    for (const Core::DestinationActivity &one : figures.destinations) {
        m_entries.insert(one.destination, {one.activity, one.activity.sum()});
        const int row = m_places.value(one.destination, -1);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (!std::exchange(m_isComplete, figures.isComplete) && figures.isComplete)
        return sortAgain();
    if (last >= 0)
        emit dataChanged(index(first), index(last));
    const auto isInOrder = [this] {
        return std::is_sorted(m_rows.begin(), m_rows.end(),
                              [this](auto one, auto other) { return isBefore(one, other); });
    };
    setSorted(!m_isComplete || isInOrder());
}

const FleetModel::Entry &FleetModel::entryOf(Core::DestinationId destination) const
{
    const auto found = m_entries.constFind(destination);
    return found == m_entries.constEnd() ? m_none : *found;
}

bool FleetModel::isBefore(Core::DestinationId one, Core::DestinationId other) const
{
    const auto place = [this](Core::DestinationId id) {
        const Core::Tally &sum = entryOf(id).sum;
        return std::make_tuple(-failureRate(sum), -sum.total(), id);
    };
    return place(one) < place(other);
}

void FleetModel::sortAgain()
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<Core::DestinationId> ids;
    for (const QModelIndex &index : before)
        ids.append(m_rows.at(index.row()));
    std::sort(m_rows.begin(), m_rows.end(),
              [this](auto one, auto other) { return isBefore(one, other); });
    reindex();
    QModelIndexList after;
    for (const Core::DestinationId id : std::as_const(ids))
        after.append(index(m_places.value(id)));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
    setSorted(true);
}

void FleetModel::setSorted(bool isSorted)
{
    if (std::exchange(m_isSorted, isSorted) != isSorted)
        emit sortedChanged(isSorted);
}

const Core::Activity &FleetModel::activityAt(int row) const
{
    return entryOf(m_rows.at(row)).activity;
}

const Core::Tally &FleetModel::sumAt(int row) const
{
    return entryOf(m_rows.at(row)).sum;
}

QString FleetModel::nameAt(int row) const
{
    const Core::DestinationStatus *const status = m_destinations.find(m_rows.at(row));
    return status == nullptr ? QString() : printable(status->destination.name);
}

ChartNumbers FleetModel::numbers() const
{
    ChartNumbers numbers{{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("url"),
                          QStringLiteral("delivered"), QStringLiteral("temporary"),
                          QStringLiteral("failed")},
                         {}};
    for (int row = 0; row < rowCount(); ++row) {
        const Core::DestinationStatus *const status = m_destinations.find(idAt(row));
        if (status == nullptr)
            continue;
        const Core::Tally &sum = sumAt(row);
        numbers.rows.append({Core::toString(idAt(row)), status->destination.name,
                             Core::redactedUrl(status->destination.url),
                             QString::number(sum.delivered), QString::number(sum.temporary),
                             QString::number(sum.failed)});
    }
    return numbers;
}

int FleetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FleetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto sentence = [&] {
        const Core::Tally &sum = sumAt(index.row());
        return tr("%1: success %2; %3").arg(nameAt(index.row()), successText(sum), tallyText(sum));
    };
    switch (role) {
    case Qt::DisplayRole:
        return nameAt(index.row());
    case Qt::AccessibleTextRole:
        return sentence();
    case Qt::ToolTipRole:
        return plainToolTip(sentence());
    default:
        return {};
    }
}

} // namespace Gui
