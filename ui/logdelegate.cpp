// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logdelegate.h"

#include "ui/logmodel.h"

#include <QPainter>

namespace Gui {

namespace {

constexpr int LeastRowHeight = 24;
constexpr int Margin = 8;
constexpr int FocusBar = 3;

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor inkFor(const QStyleOptionViewItem &option, const Theme &theme, Tone tone)
{
    return isSelected(option) ? theme.inkOnSelection(tone) : theme.ink(tone);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const LogRow &row,
                 const Theme &theme, bool isFirst)
{
    if (isSelected(option)) {
        painter.fillRect(option.rect, theme.selection());
        if (isFirst && option.widget != nullptr && option.widget->hasFocus())
            painter.fillRect(QRect(option.rect.topLeft(), QSize(FocusBar, option.rect.height())),
                             option.palette.color(QPalette::Highlight));
    } else if (row.outcome == Core::AttemptOutcome::Failed) {
        painter.fillRect(option.rect, mixed(theme.base(), theme.tint(Tone::Bad), 0.5));
    }
}

Tone toneOfColumn(int column)
{
    const bool isPlain = column == LogModel::PlaceColumn || column == LogModel::EventColumn
        || column == LogModel::DurationColumn;
    return isPlain ? Tone::Plain : Tone::Muted;
}

void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
               const QString &text, Qt::Alignment alignment)
{
    const QString elided = option.fontMetrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment.toInt()) | Qt::TextSingleLine, elided);
}

} // namespace

LogDelegate::LogDelegate(const LogModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

int LogDelegate::rowHeight(const QFontMetrics &metrics)
{
    return std::max(LeastRowHeight, metrics.height() + 8);
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const LogRow &row = m_model.rowAt(index.row());
    const Theme &theme = m_themes.of(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    paintGround(*painter, option, row, theme, index.column() == 0);
    const QRect inner = option.rect.adjusted(Margin, 0, -Margin, 0);
    if (index.column() == LogModel::StatusColumn) {
        paintStatus(*painter, option, row, theme);
    } else if (index.column() == LogModel::DirectionColumn) {
        const bool isSent = row.direction == Direction::Sent;
        const int side = option.fontMetrics.height() * 3 / 4;
        paintGlyph(*painter, QRect(inner.left(), inner.top(), side, inner.height()),
                   isSent ? Glyph::Sent : Glyph::Received,
                   inkFor(option, theme, isSent ? Tone::Muted : Tone::Busy));
    } else {
        painter->setPen(inkFor(option, theme, toneOfColumn(index.column())));
        const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        paintText(*painter, option, inner, index.data().toString(), alignment);
    }
    painter->restore();
}

void LogDelegate::paintStatus(QPainter &painter, const QStyleOptionViewItem &option,
                              const LogRow &row, const Theme &theme) const
{
    const Tone tone = toneOf(row.outcome);
    QRect rect = option.rect.adjusted(Margin, 0, -Margin, 0);
    const int side = option.fontMetrics.height() * 9 / 10;
    painter.setPen(inkFor(option, theme, tone));
    paintGlyph(painter, QRect(rect.left(), rect.top(), side, rect.height()), glyphOf(row.outcome),
               painter.pen().color());
    rect.setLeft(rect.left() + side + Margin);
    if (!row.code.isEmpty()) {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine, row.code);
        rect.setLeft(rect.left() + QFontMetrics(bold).horizontalAdvance(row.code) + Margin * 3 / 4);
        painter.setFont(option.font);
        painter.setPen(inkFor(option, theme, Tone::Plain));
    }
    paintText(painter, option, rect, row.words, Qt::AlignVCenter);
}

} // namespace Gui
