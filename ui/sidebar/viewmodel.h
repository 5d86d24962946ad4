// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyph.h"

#include <QAbstractListModel>

namespace Gui {

/// A way to look at the log: a name for a filter.
struct LogViewpoint
{
    QString name;
    QString filter;
    Glyph glyph = Glyph::Search;
    Tone tone = Tone::Muted;
    bool isOfCalls = false; ///< of the HTTP interface, in the place of the log

    bool operator==(const LogViewpoint &) const = default;
};

/// The views that everybody needs, and behind them the filters that a person has kept.
class ViewModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ViewModel(QObject *parent = nullptr);

    void setKept(const QList<LogViewpoint> &kept);

    const LogViewpoint &at(int row) const { return m_views.at(row); }
    int rowOfFilter(const QString &filter) const; ///< -1 where no view has it
    int rowOfCalls() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<LogViewpoint> m_views;
};

} // namespace Gui
