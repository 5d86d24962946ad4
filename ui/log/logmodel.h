// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logquery.h"
#include "ui/log/logring.h"

#include <QAbstractTableModel>

namespace Gui {

/// The live log: the newest attempts and captures in one list, oldest first, as far as they match
/// the query. A row that changes does so in place; a full list gives up a block of its oldest rows
/// before it takes new ones.
///
/// A batch makes at most one insertion at the end, so that the view lays itself out once. Rows that
/// begin or cease to match as they change are moved in or out one by one; these are few.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        DirectionColumn,
        StatusColumn,
        PlaceColumn,
        EventColumn,
        TryColumn,
        DurationColumn,
        SizeColumn,
        ColumnCount,
    };
    static constexpr int DefaultCapacity = 10'000;

    explicit LogModel(int capacity = DefaultCapacity, QObject *parent = nullptr);

    void addAttempts(const QList<Core::Attempt> &attempts);
    void addCaptures(const QList<Core::Capture> &captures);

    void setQuery(const LogQuery &query);
    const LogQuery &query() const { return m_query; }

    /// The rows that are kept, shown or not.
    int totalCount() const { return static_cast<int>(m_ring.size()); }
    const LogRow &rowAt(int row) const;
    /// Where a row is shown, -1 where it is not.
    int rowOf(Core::AttemptId id) const { return rowOf(m_ring.find(id)); }
    int rowOf(Core::CaptureId id) const { return rowOf(m_ring.find(id)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The number of rows, shown or kept, is another one.
    void countChanged();

private:
    using Sequence = LogRing::Sequence;
    using Sequences = QList<Sequence>;

    template<typename Fact>
    void add(const QList<Fact> &facts);
    void trim();
    void refresh(Sequences touched);
    void refreshPlaces(const Sequences &changed);
    void insertShown(Sequence sequence);
    void removeShown(qsizetype row);
    void appendNew(Sequence from);
    bool isMatch(Sequence sequence) const { return matches(m_query, m_ring.at(sequence)); }
    int rowOf(std::optional<Sequence> sequence) const;

    LogRing m_ring;
    Sequences m_shown; ///< sorted; a row of the model is a place in it
    LogQuery m_query;
    int m_capacity;
};

} // namespace Gui
