// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/fieldchoice.h"
#include "ui/detail/jsonindex.h"
#include "ui/filter/filtertext.h"
#include "ui/look/theme.h"

#include <QAbstractItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <functional>
#include <unordered_map>

namespace Gui {

/// The values of a JSON text as a tree over its bytes: numbers, escapes and repeated names as they
/// stand. What a container holds is listed when somebody opens it, so many at a time.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ValueColumn,
        ColumnCount,
    };
    static constexpr int ToneRole = Qt::UserRole;
    static constexpr int RowsAtATime = 500;

    using QAbstractItemModel::QAbstractItemModel;

    void setIndex(std::shared_ptr<const JsonIndex> index); ///< null for an empty tree

    QString jsonOf(const QModelIndex &index) const; ///< the value as it stands
    QString textOf(const QModelIndex &index) const; ///< a string decoded, other values as they are
    /// "$.lines[0].sku", with quotes around names that need them.
    QString pathOf(const QModelIndex &index) const;
    FieldChoice choiceOf(const QModelIndex &index) const;
    /// Lists what leads there; none for what lies too deep to be told.
    QModelIndex reach(JsonIndex::Number number);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Number = JsonIndex::Number;

    static Number numberOf(const QModelIndex &index);
    int rowOf(Number number) const;
    QString nameText(Number number) const;
    QString valueText(Number number) const;

    std::shared_ptr<const JsonIndex> m_index;
    std::unordered_map<Number, std::vector<Number>> m_fetched; ///< by what holds them, in order
};

class JsonTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    mutable ThemeCache m_themes;
};

class JsonTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTree(const QString &accessibleName, QWidget *parent = nullptr);

    void setIndex(std::shared_ptr<const JsonIndex> index);
    /// Offers to filter by a value, and to show it as a column, to those who listen to the signals.
    void offerChoices(bool isOfResponse);
    /// Makes a value the current one, which the actions then mean; its path, empty where it has
    /// none.
    QString point(JsonIndex::Number number);

signals:
    void filterRequested(const Gui::FieldChoice &choice, Gui::FilterUse use);
    void columnRequested(const Gui::FieldChoice &choice);

protected:
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;

private:
    using TextOf = QString (JsonTreeModel::*)(const QModelIndex &) const;

    void addCopyAction(const QString &text, TextOf textOf, const QKeySequence &shortcut = {});
    void addChoice(const QString &text, const std::function<void(const FieldChoice &)> &request);

    JsonTreeModel *m_model;
    bool m_isOfResponse = false;
    mutable ThemeCache m_themes;
};

} // namespace Gui
