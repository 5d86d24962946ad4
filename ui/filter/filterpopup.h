// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filter/completion.h"
#include "ui/look/theme.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

class QAbstractItemView;
class QCompleter;
class QLineEdit;

namespace Gui {

class SuggestionModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int HintRole = Qt::UserRole;

    using QAbstractListModel::QAbstractListModel;

    void show(const QList<Suggestion> &suggestions);
    const Suggestion &at(int row) const { return m_suggestions.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Suggestion> m_suggestions;
};

class SuggestionDelegate final : public QStyledItemDelegate
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

/// Offers below a field what its filter may go on with: keys, values that the log has, and in an
/// empty field what was looked for of late.
///
/// Borrows: \a field, which owns it.
class FilterPopup final : public QObject
{
    Q_OBJECT

public:
    explicit FilterPopup(QLineEdit &field);

    void setRecents(const QStringList &texts) { m_recents = texts; }

    void open(); ///< also where nothing has been typed
    void update(); ///< Somebody has typed.
    void close(); ///< What is still looked for is not offered any more.
    bool isOpen() const;
    bool isChosen() const; ///< One of the suggestions is.
    void takeChosen(); ///< or the first one
    const SuggestionModel &model() const { return *m_model; }
    QAbstractItemView *view() const;

    void takeValues(const Core::FilterValues &values);

signals:
    void valuesRequested(const Core::FilterValuesQuestion &question);

private:
    void review(bool offersAllKeys);
    void offer(const QList<Suggestion> &suggestions);
    void take(int row);

    QLineEdit &m_field;
    QCompleter *m_completer;
    SuggestionModel *m_model;
    QStringList m_recents;
    std::optional<CompletionSpot> m_spot;
    int m_ticket = 0; ///< of the newest question
};

} // namespace Gui
