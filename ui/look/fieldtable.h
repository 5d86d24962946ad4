// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/redaction.h"
#include "ui/look/theme.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

#include <optional>

namespace Gui {

/// A name and a value, as they came.
struct Field
{
    QString name;
    QString value;
    QString hidden = {}; ///< what stands for a value that holds secrets; null for any other

    /// The value as it may be told.
    const QString &told(bool areSecretsShown) const
    {
        return areSecretsShown || hidden.isNull() ? value : hidden;
    }

    bool operator==(const Field &) const = default;
};

/// Header fields as text: read as UTF-8 where they are valid, else as Latin-1. Those that are
/// masked for \a sender are told so.
QList<Field> fieldsOf(const Core::HeaderList &headers, Core::Sender sender);

class FieldModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ValueColumn,
        ColumnCount,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setFields(const QList<Field> &fields);
    const QList<Field> &fields() const { return m_fields; }
    void showSecrets(bool areShown);
    bool areSecretsShown() const { return m_areSecretsShown; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Field> m_fields;
    bool m_areSecretsShown = false;
};

class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    mutable ThemeCache m_themes;
};

/// Names and values below each other, each to be copied as it is.
class FieldTable final : public QTableView
{
    Q_OBJECT

public:
    explicit FieldTable(const QString &accessibleName, QWidget *parent = nullptr);

    void showWhole(); ///< As high as its rows from now on: what it stands in scrolls.

    void setFields(const QList<Field> &fields);
    const QList<Field> &fields() const { return m_model->fields(); }
    std::optional<Field> currentField() const;
    /// Shows those alone that hold \a text somewhere, without regard to case; says how many.
    /// Values that are hidden hold nothing.
    qsizetype setFilter(const QString &text);

    /// Values that hold secrets are hidden, in what is copied too, unless \a showSecrets is
    /// checked.
    void offerSecrets(QAction &showSecrets);
    void addValueAction(QAction &action); ///< For the menu; idle on a value that is hidden.

signals:
    void secretsShown(); ///< or hidden
    void copied(bool isMasked); ///< with a value that is hidden

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    void addCopyAction(const QString &text, const QKeySequence &shortcut,
                       QString (*textOf)(const Field &, bool areSecretsShown));
    void updateValueActions();
    void applyFont();
    void fitNames();
    void fitHeight();

    FieldModel *m_model;
    QList<QAction *> m_valueActions;
    bool m_isWhole = false;
};

} // namespace Gui
