// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"
#include "ui/look/theme.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace Gui {

/// What is different from one try of an event to the next, in a few words.
QString changeText(const Core::Attempt &before, const Core::Attempt &after);

/// All tries of a delivery and of its resends, first one first.
class TriesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TryColumn,
        TimeColumn,
        StatusColumn,
        DurationColumn,
        ChangeColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setKin(const Core::Kin &kin);
    Core::LogKey keyAt(int row) const { return Core::LogKey::of(m_kin.tries.at(row).id); }
    const Core::Attempt &attemptAt(int row) const { return m_kin.tries.at(row); }
    bool isShown(int row) const { return keyAt(row) == m_kin.row; } ///< the one in the pane

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textAt(int row, int column) const;

    Core::Kin m_kin;
};

class TriesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    mutable ThemeCache m_themes;
};

class TriesView final : public QTableView
{
    Q_OBJECT

public:
    explicit TriesView(QWidget *parent = nullptr);

    void showKin(const Core::Kin &kin);
    void restoreColumns(const QByteArray &state); ///< of the horizontal header

signals:
    void rowRequested(const Core::LogKey &row);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyFont();
    void choose(const QModelIndex &index);

    TriesModel *m_model;
};

} // namespace Gui
