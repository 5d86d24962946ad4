// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/apicall.h"

#include <QAbstractTableModel>

namespace Gui {

/// The newest calls of the HTTP interface in this run, oldest first.
class CallModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        StatusColumn,
        CallColumn,
        ClientColumn,
        RemarkColumn, ///< what was wrong, and what to do about it
        ColumnCount,
    };
    static constexpr int Capacity = 1000;

    explicit CallModel(QObject *parent = nullptr);

    void add(const QList<Core::ApiCall> &calls);
    void setRefusedOnly(bool isRefusedOnly);
    void showSecrets(bool areShown); ///< Values of queries are masked at first.
    int totalCount() const { return static_cast<int>(m_calls.size()); } ///< whether shown or not

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void dropOldest(qsizetype count);
    bool isShown(const Core::ApiCall &call) const { return !m_isRefusedOnly || call.isRefused(); }
    QList<Core::ApiCall> shownOf(const QList<Core::ApiCall> &calls) const;

    QList<Core::ApiCall> m_calls;
    QList<Core::ApiCall> m_shown;
    bool m_isRefusedOnly = false;
    bool m_areSecretsShown = false;
};

} // namespace Gui
