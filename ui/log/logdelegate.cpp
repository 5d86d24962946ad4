// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdelegate.h"

#include "ui/log/logmodel.h"
#include "ui/look/cellpainter.h"

namespace Gui {

namespace {

constexpr int LeastRowHeight = 24;
constexpr double FailureTint = 0.5;

Tone toneOfColumn(int column)
{
    const bool isPlain = column == LogModel::PlaceColumn || column == LogModel::EventColumn
        || column == LogModel::DurationColumn;
    return isPlain ? Tone::Plain : Tone::Muted;
}

void paintDirection(CellPainter &cell, const LogRow &row)
{
    const bool isSent = row.direction == Direction::Sent;
    const QSize size(cell.lineHeight() * 3 / 4, cell.cell().height());
    cell.drawGlyph(QRect(cell.inner().topLeft(), size), isSent ? Glyph::Sent : Glyph::Received,
                   isSent ? Tone::Muted : Tone::Busy);
}

void paintStatus(CellPainter &cell, const LogRow &row)
{
    const Tone tone = toneOf(row.outcome);
    const int side = cell.lineHeight() * 9 / 10;
    QRect rect = cell.inner();
    cell.drawGlyph(QRect(rect.topLeft(), QSize(side, rect.height())), glyphOf(row.outcome), tone);
    rect.setLeft(rect.left() + side + CellPainter::Margin);
    if (row.code.isEmpty()) {
        cell.write(rect, row.words, tone);
        return;
    }
    QFont bold = cell.font();
    bold.setWeight(QFont::DemiBold);
    cell.setFont(bold);
    const int codeWidth = cell.write(rect, row.code, tone);
    cell.setFont(cell.font());
    cell.write(rect.adjusted(codeWidth + CellPainter::Margin, 0, 0, 0), row.words, Tone::Plain);
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
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    if (row.outcome == Core::AttemptOutcome::Failed)
        cell.fill(mixed(cell.theme().base(), cell.theme().tint(Tone::Bad), FailureTint));
    cell.fillIfSelected(index.column() == 0);
    if (index.column() == LogModel::StatusColumn)
        paintStatus(cell, row);
    else if (index.column() == LogModel::DirectionColumn)
        paintDirection(cell, row);
    else
        cell.write(cell.inner(), index.data().toString(), toneOfColumn(index.column()),
                   index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
}

} // namespace Gui
