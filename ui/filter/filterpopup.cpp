// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterpopup.h"

#include "ui/look/cellpainter.h"
#include "ui/look/format.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace Gui {

namespace {

constexpr int MostInSight = 12;
constexpr int LongestRecent = 100;

} // namespace

void SuggestionModel::show(const QList<Suggestion> &suggestions)
{
    beginResetModel();
    m_suggestions = suggestions;
    endResetModel();
}

int SuggestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_suggestions.size());
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Suggestion &suggestion = m_suggestions.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return suggestion.label;
    case Qt::AccessibleTextRole:
        return suggestion.hint.isEmpty()
            ? suggestion.label
            : suggestion.label + QStringLiteral(", ") + suggestion.hint;
    case HintRole:
        return suggestion.hint;
    default:
        return {};
    }
}

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    cell.fillIfSelected(true);
    const int width = cell.write(cell.inner(), index.data().toString(), Tone::Plain);
    cell.write(cell.inner().adjusted(width + 2 * CellPainter::Margin, 0, 0, 0),
               index.data(SuggestionModel::HintRole).toString(), Tone::Muted, Qt::AlignRight);
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex & /*index*/) const
{
    return {0, option.fontMetrics.height() + CellPainter::Margin};
}

FilterPopup::FilterPopup(QLineEdit &field)
    : QObject(&field)
    , m_field(field)
    , m_completer(new QCompleter(this))
    , m_model(new SuggestionModel(this))
{
    m_completer->setModel(m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostInSight);
    m_completer->setWidget(&m_field);
    m_completer->popup()->setItemDelegate(new SuggestionDelegate(this));
    m_completer->popup()->setAccessibleName(tr("What the filter may say"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { take(index.row()); });
}

void FilterPopup::open()
{
    m_field.setFocus(Qt::OtherFocusReason);
    review(true);
    if (!m_spot || !m_field.text().trimmed().isEmpty() || m_recents.isEmpty())
        return;
    QList<Suggestion> suggestions;
    for (const QString &text : std::as_const(m_recents))
        suggestions.append({shortened(printable(text), LongestRecent), tr("recent"), text, true});
    offer(suggestions + suggestionsAt(*m_spot));
}

/// Every word might become a key; who has begun none does not want to hear of all.
void FilterPopup::update()
{
    review(false);
}

void FilterPopup::review(bool offersAllKeys)
{
    ++m_ticket;
    m_spot = completionSpot(m_field.text(), m_field.cursorPosition());
    if (!m_spot || (m_spot->isKey && m_spot->begun.isEmpty() && !offersAllKeys))
        return close();
    offer(suggestionsAt(*m_spot));
    if (!needsValues(*m_spot))
        return;
    Core::FilterValuesQuestion question = m_spot->question;
    question.ticket = m_ticket;
    emit valuesRequested(question);
}

void FilterPopup::takeValues(const Core::FilterValues &values)
{
    if (values.question.ticket == m_ticket && m_spot)
        offer(suggestionsAt(*m_spot, values.values));
}

void FilterPopup::offer(const QList<Suggestion> &suggestions)
{
    m_model->show(suggestions);
    if (suggestions.isEmpty())
        return m_completer->popup()->hide();
    const int width = m_field.fontMetrics().averageCharWidth() * 64;
    m_completer->complete(QRect(0, 0, std::min(width, m_field.width()), m_field.height()));
}

void FilterPopup::take(int row)
{
    const Suggestion suggestion = m_model->at(row);
    const QString text = m_field.text();
    if (!m_spot || m_spot->begin > text.size())
        return;
    const QString before = text.first(m_spot->begin) + suggestion.term
        + (suggestion.isWhole ? QStringLiteral(" ") : QString());
    m_field.setText(before + text.sliced(m_field.cursorPosition()).trimmed());
    m_field.setCursorPosition(static_cast<int>(before.size()));
    if (suggestion.isWhole)
        close();
    else
        update();
}

void FilterPopup::close()
{
    m_spot.reset();
    m_completer->popup()->hide();
}

QAbstractItemView *FilterPopup::view() const
{
    return m_completer->popup();
}

bool FilterPopup::isOpen() const
{
    return m_completer->popup()->isVisible();
}

/// What is current by itself has not been chosen by anybody.
bool FilterPopup::isChosen() const
{
    return isOpen() && m_completer->popup()->selectionModel()->hasSelection();
}

void FilterPopup::takeChosen()
{
    take(isChosen() ? m_completer->popup()->currentIndex().row() : 0);
}

} // namespace Gui
