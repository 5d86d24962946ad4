// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logdelegate.h"

#include "ui/log/eventsummary.h"
#include "ui/log/logmodel.h"
#include "ui/look/brief.h"
#include "ui/look/cellpainter.h"

namespace Gui {

namespace {

constexpr int BarHeight = 2;

Tone toneOfColumn(int column)
{
    const bool isPlain = column == PlaceColumn || column == EventColumn || column == DurationColumn;
    return isPlain ? Tone::Plain : Tone::Muted;
}

void paintDirection(CellPainter &cell, const LogRow &row)
{
    const bool isSent = row.direction == Direction::Sent;
    const QSize size(cell.lineHeight() * 3 / 4, cell.cell().height());
    cell.drawGlyph(QRect(cell.inner().topLeft(), size), isSent ? Glyph::Sent : Glyph::Received,
                   isSent ? Tone::Muted : Tone::Busy);
}

QFont fontOfCodes(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

int sideOfStatusGlyph(int lineHeight)
{
    return lineHeight * 9 / 10;
}

/// Of a code and its words.
int widthOfAnswer(const QFont &font, int status)
{
    const int code = QFontMetrics(fontOfCodes(font)).horizontalAdvance(QStringLiteral("000"));
    return code + CellPainter::Margin + QFontMetrics(font).horizontalAdvance(briefPhrase(status));
}

/// What a status whose text is that wide takes with its glyph.
int roomForStatus(const QFont &font, int text)
{
    return 3 * CellPainter::Margin + sideOfStatusGlyph(QFontMetrics(font).height()) + text + 1;
}

void paintStatus(CellPainter &cell, const LogRow &row)
{
    const Tone tone = toneOf(row.outcome);
    const int side = sideOfStatusGlyph(cell.lineHeight());
    QRect rect = cell.inner();
    cell.drawGlyph(QRect(rect.topLeft(), QSize(side, rect.height())), glyphOf(row.outcome), tone);
    if (row.isPinned) {
        // Here, since no other column is always shown.
        const QRect mark(rect.right() - side + 1, rect.top(), side, rect.height());
        cell.drawGlyph(mark, Glyph::Pin, Tone::Plain);
        rect.setRight(mark.left() - CellPainter::Margin / 2);
    }
    rect.setLeft(rect.left() + side + CellPainter::Margin);
    if (row.code.isEmpty()) {
        cell.write(rect, row.words, tone);
        return;
    }
    cell.setFont(fontOfCodes(cell.font()));
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
    return rowHeightOf(metrics);
}

int LogDelegate::statusWidth(const QFont &font)
{
    const QFontMetrics metrics(font);
    int width = roomForStatus(font, std::max(widestBriefFailure(metrics), widestUsualSum(metrics)));
    for (const int status : {200, 201, 202, 204, 400, 401, 403, 404, 410, 429, 500, 502, 503, 504})
        width = std::max(width, roomForStatus(font, widthOfAnswer(font, status)));
    return width;
}

int LogDelegate::leastStatusWidth(const QFont &font)
{
    return roomForStatus(font, widthOfAnswer(font, 201));
}

QRect LogDelegate::expanderIn(const QRect &cell)
{
    return {cell.left(), cell.top(), cell.height(), cell.height()};
}

void LogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    if (const RowRule *const rule = m_model.ruleAt(index.row()))
        cell.fillTinted(m_themes.tintsOf(option.palette), rule->hue);
    cell.fillIfSelected(index.column() == 0);
    const LogRow *const row = m_model.rowAt(index.row());
    if (row == nullptr)
        return;
    const auto text = [&index] { return index.data().toString(); };
    switch (index.column()) {
    case TimeColumn:
        return paintTime(cell, m_model.lineAt(index.row()), text());
    case DirectionColumn:
        return paintDirection(cell, *row);
    case StatusColumn:
        return paintStatus(cell, *row);
    case DurationColumn:
        return paintDuration(cell, *row, text());
    default:
        cell.write(cell.inner(), text(), toneOfColumn(index.column()), alignmentOf(index.column()));
    }
}

void LogDelegate::paintTime(CellPainter &cell, const LogLines::Line &line,
                            const QString &text) const
{
    QRect rect = cell.inner();
    const bool isFolding = m_model.scope().foldsEvents || m_model.scope().foldsHeartbeats;
    if (isFolding)
        rect.setLeft(expanderIn(cell.cell()).right());
    if (line.isHead) {
        const int inset = cell.cell().height() / 4;
        cell.drawGlyph(expanderIn(cell.cell()).adjusted(inset, inset, -inset, -inset),
                       line.isOpen ? Glyph::Unfold : Glyph::Fold, Tone::Plain);
    }
    if (line.isChild)
        rect.setLeft(rect.left() + CellPainter::Margin);
    cell.write(rect, text, Tone::Muted);
}

/// A bar below the number, as long as it is beside the longest in sight.
void LogDelegate::paintDuration(CellPainter &cell, const LogRow &row, const QString &text) const
{
    QRectF bar = cell.inner();
    if (m_longest.count() > 0 && row.total.count() > 0) {
        const double share
            = static_cast<double>(row.total.count()) / static_cast<double>(m_longest.count());
        bar.setTop(bar.bottom() - BarHeight);
        bar.setLeft(bar.right() - std::max(1.0, bar.width() * std::min(share, 1.0)));
        cell.fillRect(bar, isFailure(row.outcome) ? Tone::Warning : Tone::Muted);
    }
    cell.write(cell.inner(), text, Tone::Plain, alignmentOf(DurationColumn));
}

} // namespace Gui
