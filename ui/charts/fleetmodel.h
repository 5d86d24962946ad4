// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figures.h"
#include "ui/charts/chartnumbers.h"

#include <QAbstractListModel>
#include <QHash>

namespace Gui {

class DestinationModel;

/// All destinations with what became of their attempts, those that fail most first. Rows keep their
/// places while somebody looks; they are sorted again when the counting is done, and on request.
///
/// Borrows: \a destinations.
class FleetModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit FleetModel(const DestinationModel &destinations, QObject *parent = nullptr);

    void begin(const Core::TimeFrame &frame); ///< Forgets what was counted for another one.
    void take(const Core::FleetFigures &figures);
    void sortAgain();
    bool isSorted() const { return m_isSorted; }

    Core::DestinationId idAt(int row) const { return m_rows.at(row); }
    const Core::Activity &activityAt(int row) const;
    const Core::Tally &sumAt(int row) const;
    QString nameAt(int row) const;
    ChartNumbers numbers() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void sortedChanged(bool isSorted);

private:
    struct Entry
    {
        Core::Activity activity;
        Core::Tally sum;
    };

    const Entry &entryOf(Core::DestinationId destination) const;
    bool isBefore(Core::DestinationId one, Core::DestinationId other) const;
    void addRows(int first, int last);
    void removeRows(int first, int last);
    void tellChanged(int first, int last);
    void reindex();
    void setSorted(bool isSorted);

    const DestinationModel &m_destinations;
    QList<Core::DestinationId> m_rows;
    QHash<Core::DestinationId, int> m_places;
    QHash<Core::DestinationId, Entry> m_entries;
    Entry m_none; ///< of those that were not told of
    bool m_isComplete = false;
    bool m_isSorted = true;
};

} // namespace Gui
