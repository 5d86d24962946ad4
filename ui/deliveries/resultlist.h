// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/resending.h"

#include <QHash>
#include <QTableWidget>

namespace Gui {

/// What became of the deliveries that a dialog has made, each in a row that follows its attempts.
class ResultList final : public QTableWidget
{
    Q_OBJECT

public:
    static constexpr int MostRows = 1000; ///< further ones are in the log

    explicit ResultList(QWidget *parent = nullptr);

    void add(const QList<Core::Delivery> &deliveries,
             const QHash<Core::DestinationId, QString> &names);
    void addUndelivered(const Core::EventId &event); ///< an event that nobody gets
    void addRefusal(const Core::Error &error);
    void take(const QList<Core::Attempt> &attempts);

    /// The newest attempt of the current row, or of the last row that has one; null for none.
    Core::AttemptId attempt() const;

signals:
    void attemptKnown(); ///< attempt() is no longer null

private:
    int addRow(const QString &event, const QString &destination, const QString &result);
    void setResult(int row, const QString &text);

    QHash<Core::DeliveryId, int> m_rows;
    QHash<int, Core::AttemptId> m_attempts; ///< the newest, by row
};

} // namespace Gui
