// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logmodel.h"

#include "ui/look/format.h"

#include <algorithm>

namespace Gui {

namespace {

QString textOf(const LogRow &row, int column)
{
    switch (column) {
    case LogModel::TimeColumn:
        return row.time;
    case LogModel::DirectionColumn:
        return row.direction == Direction::Sent ? LogModel::tr("sent") : LogModel::tr("received");
    case LogModel::StatusColumn:
        return statusText(row);
    case LogModel::PlaceColumn:
        return row.place;
    case LogModel::EventColumn:
        return row.event;
    case LogModel::TryColumn:
        return row.tries;
    case LogModel::DurationColumn:
        return row.duration;
    case LogModel::SizeColumn:
        return row.size;
    default:
        return {};
    }
}

QString titleOf(int column)
{
    switch (column) {
    case LogModel::TimeColumn:
        return LogModel::tr("Time");
    case LogModel::DirectionColumn:
        return LogModel::tr("Dir");
    case LogModel::StatusColumn:
        return LogModel::tr("Status");
    case LogModel::PlaceColumn:
        return LogModel::tr("Destination / bin");
    case LogModel::EventColumn:
        return LogModel::tr("Event type");
    case LogModel::TryColumn:
        return LogModel::tr("Try");
    case LogModel::DurationColumn:
        return LogModel::tr("Duration");
    case LogModel::SizeColumn:
        return LogModel::tr("Size");
    default:
        return {};
    }
}

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber = column == LogModel::TryColumn || column == LogModel::DurationColumn
        || column == LogModel::SizeColumn;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

LogModel::LogModel(int capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_capacity(capacity)
{
}

void LogModel::addAttempts(const QList<Core::Attempt> &attempts)
{
    add(attempts);
}

void LogModel::addCaptures(const QList<Core::Capture> &captures)
{
    add(captures);
}

template<typename Fact>
void LogModel::add(const QList<Fact> &facts)
{
    const Sequence firstNew = m_ring.end();
    Sequences touched;
    for (const Fact &fact : facts)
        touched += m_ring.put(Gui::rowOf(fact));
    trim();
    touched.removeIf([this, firstNew](Sequence sequence) {
        return sequence >= firstNew || sequence < m_ring.first();
    });
    refresh(std::move(touched));
    appendNew(std::max(firstNew, m_ring.first()));
    emit countChanged();
}

// In blocks, because each removal makes the view walk through all of its rows.
void LogModel::trim()
{
    const qsizetype excess = m_ring.size() - m_capacity;
    if (excess <= 0)
        return;
    const qsizetype count = std::min(m_ring.size(), std::max<qsizetype>(excess, m_capacity / 10));
    const Sequence newFirst = m_ring.first() + count;
    const auto firstKept = std::lower_bound(m_shown.begin(), m_shown.end(), newFirst);
    const auto removed = static_cast<int>(firstKept - m_shown.begin());
    if (removed > 0) {
        beginRemoveRows({}, 0, removed - 1);
        m_shown.erase(m_shown.begin(), firstKept);
        endRemoveRows();
    }
    m_ring.dropOldest(count);
}

void LogModel::refresh(Sequences touched)
{
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    refreshPlaces(touched);
    int firstRow = rowCount();
    int lastRow = -1;
    for (const Sequence sequence : std::as_const(touched)) {
        const int row = rowOf(sequence);
        if (row < 0)
            continue;
        firstRow = std::min(firstRow, row);
        lastRow = std::max(lastRow, row);
    }
    if (lastRow >= 0)
        emit dataChanged(index(firstRow, 0), index(lastRow, ColumnCount - 1));
}

void LogModel::refreshPlaces(const Sequences &changed)
{
    for (const Sequence sequence : changed) {
        const int row = rowOf(sequence);
        if (row < 0 && isMatch(sequence))
            insertShown(sequence);
        else if (row >= 0 && !isMatch(sequence))
            removeShown(row);
    }
}

void LogModel::insertShown(Sequence sequence)
{
    const auto place = std::lower_bound(m_shown.cbegin(), m_shown.cend(), sequence);
    const auto row = static_cast<int>(place - m_shown.cbegin());
    beginInsertRows({}, row, row);
    m_shown.insert(row, sequence);
    endInsertRows();
}

void LogModel::removeShown(qsizetype row)
{
    beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
    m_shown.removeAt(row);
    endRemoveRows();
}

void LogModel::appendNew(Sequence from)
{
    Sequences fresh;
    for (Sequence sequence = from; sequence < m_ring.end(); ++sequence) {
        if (isMatch(sequence))
            fresh.append(sequence);
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_shown += fresh;
    endInsertRows();
}

void LogModel::setQuery(const LogQuery &query)
{
    if (query == m_query)
        return;
    beginResetModel();
    m_query = query;
    m_shown.clear();
    for (Sequence sequence = m_ring.first(); sequence < m_ring.end(); ++sequence) {
        if (isMatch(sequence))
            m_shown.append(sequence);
    }
    endResetModel();
    emit countChanged();
}

const LogRow &LogModel::rowAt(int row) const
{
    return m_ring.at(m_shown.at(row));
}

int LogModel::rowOf(std::optional<Sequence> sequence) const
{
    if (!sequence)
        return -1;
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), *sequence);
    const bool isShown = place != m_shown.end() && *place == *sequence;
    return isShown ? static_cast<int>(place - m_shown.begin()) : -1;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return textOf(rowAt(index.row()), index.column());
    case Qt::AccessibleDescriptionRole:
        return sentenceOf(rowAt(index.row()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(textOf(rowAt(index.row()), index.column()));
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return titleOf(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    return {};
}

} // namespace Gui
