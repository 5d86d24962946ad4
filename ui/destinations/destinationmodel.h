// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"
#include "ui/look/glyph.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QTimer>

namespace Gui {

/// How a destination does, as one word and one shape.
enum class Health {
    NeverSent,
    Active,
    Failing,
    Paused,
};

Health healthOf(const Core::DestinationStatus &status);
Glyph glyphOf(Health health);
Tone toneOf(Health health);
QString toWords(Health health);

/// When something goes there again whose receiver has asked for a pause (429) that lasts at \a now;
/// none otherwise.
std::optional<Core::Time> nextAfterHold(const Core::DestinationStatus &status, Core::Time now);

/// That pause in words; empty where there is none.
QString heldText(const Core::DestinationStatus &status, Core::Time now);

/// Who has registered it.
Glyph glyphOf(Core::Origin origin);
QString toWords(Core::Origin origin);

/// All there is to know of it but its name, a line for each thing; the first is its URL. Nothing is
/// promised unless \a isDispatching.
QStringList detailsOf(const Core::DestinationStatus &status, bool isDispatching);

/// The destinations in the order in which they became known, below a row that stands for all.
class DestinationModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int AllRow = 0;

    /// A destination made after \a openedAt is new to the person who looks.
    explicit DestinationModel(Core::Time openedAt, QObject *parent = nullptr);

    void show(const QList<Core::DestinationStatus> &changed);
    void forget(const QList<Core::DestinationId> &removed);
    void takeStatus(const Core::EngineStatus &status);

    bool isDispatching() const { return m_isDispatching; } ///< Else nothing is sent to any.
    int count() const { return static_cast<int>(m_statuses.size()); }
    int countOf(Health health) const;
    /// The failing one that was tried last; null when none fails.
    const Core::DestinationStatus *newestFailing() const;
    QList<Core::Destination> destinations() const;
    /// Null for the row that stands for all.
    const Core::DestinationStatus *statusAt(int row) const;
    const Core::DestinationStatus *find(Core::DestinationId id) const;
    int rowOf(Core::DestinationId id) const; ///< -1 when it is not known
    bool isFresh(int row) const; ///< it appeared a moment ago
    bool isOpen(int row) const; ///< It shows its details below its name.
    void setOpen(int row, bool isOpen); ///< The row that stands for all has none.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// Somebody has registered it since the window was opened, and not in the window.
    void addedThroughApi(const Core::Destination &destination);
    void openChanged(int row);
    void dispatchingChanged();

private:
    void insert(QList<Core::DestinationStatus> added);
    void insertAt(int place, const QList<Core::DestinationStatus> &added);
    void tellAdditions(const QList<Core::DestinationStatus> &added);
    void reindex();

    Core::Time m_openedAt;
    bool m_isDispatching = true;
    QList<Core::DestinationStatus> m_statuses;
    QHash<Core::DestinationId, int> m_rows;
    QSet<Core::DestinationId> m_fresh;
    QSet<Core::DestinationId> m_open; ///< also those that are gone and may come back
    QSet<Core::DestinationId> m_seen; ///< Who comes back is no news.
    QTimer m_ageing; ///< runs while there are fresh ones
};

} // namespace Gui
