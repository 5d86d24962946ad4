// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logwidths.h"

#include "ui/log/logcolumns.h"
#include "ui/log/logdelegate.h"
#include "ui/look/cellpainter.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr std::chrono::milliseconds LongDuration{888}; ///< as wide as any below a minute

} // namespace

LogWidths::LogWidths(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    applyFont();
    const QHeaderView *const header = view.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &LogWidths::fitEventColumn);
    connect(header, &QHeaderView::sectionCountChanged, this, &LogWidths::fitEventColumn);
}

/// Of the columns, with this font.
QList<int> LogWidths::usual() const
{
    const QFontMetrics metrics = m_view.fontMetrics();
    const auto width = [&metrics](const QString &widest) {
        return metrics.horizontalAdvance(widest) + 2 * CellPainter::Margin
            + FlatHeader::arrowRoom(metrics);
    };
    QList<int> widths(ColumnCount);
    widths[TimeColumn] = LogDelegate::rowHeight(metrics) + width(QStringLiteral("00:00:00.000"));
    widths[DirectionColumn] = width(columnTitle(DirectionColumn));
    widths[StatusColumn] = LogDelegate::statusWidth(m_view.font());
    widths[PlaceColumn] = width(QStringLiteral("a destination's name"));
    widths[TryColumn] = width(QStringLiteral("\u00d7000,000"));
    widths[DurationColumn]
        = std::max(width(columnTitle(DurationColumn)), width(durationText(LongDuration)));
    widths[SizeColumn] = width(QStringLiteral("000.0 kB"));
    widths[MethodColumn] = width(columnTitle(MethodColumn));
    widths[TargetColumn] = width(QStringLiteral("https://shop.example/hooks/orders"));
    widths[RequestSizeColumn] = width(columnTitle(RequestSizeColumn));
    widths[EventIdColumn] = width(QStringLiteral("evt_01JD0M4ZB7V8Q2R3S4T5V6W7X8"));
    widths[AttemptIdColumn] = width(QStringLiteral("att_0000000"));
    widths[ReasonColumn] = width(QStringLiteral("timed out while connecting"));
    widths[NoteColumn] = width(QStringLiteral("a person's note of some words"));
    return widths;
}

/// What a person has made of a column's width grows with the letters, and with nothing else.
void LogWidths::applyFont()
{
    const QList<int> before = std::exchange(m_usual, usual());
    if (m_usual == before)
        return;
    m_view.horizontalHeader()->setMinimumSectionSize(m_view.fontMetrics().horizontalAdvance(u'0')
                                                     + 2 * CellPainter::Margin + 4);
    for (int column = 0; column < m_view.model()->columnCount(); ++column) {
        // Columns for fields are like the last of ours.
        const int known = std::min(column, ColumnCount - 1);
        const int usualWidth = m_usual.at(known);
        const bool isNew = before.isEmpty() || m_view.isColumnHidden(column);
        const double share
            = isNew ? 1.0 : static_cast<double>(m_view.columnWidth(column)) / before.at(known);
        if (column != EventColumn)
            m_view.setColumnWidth(column, qRound(usualWidth * share));
    }
}

/// The event's column takes what the others leave, but never so little that it says nothing. Where
/// they leave too little, it may be as wide as a person has made it.
void LogWidths::fitEventColumn()
{
    if (m_isFitting || m_view.isColumnHidden(EventColumn))
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    QHeaderView *const header = m_view.horizontalHeader();
    const int width = header->sectionSize(EventColumn);
    const int room = m_view.viewport()->width() - header->length() + width;
    const int least = m_view.fontMetrics().horizontalAdvance(QStringLiteral("customer.updated"));
    const bool wasCramped = std::exchange(m_isCramped, room < least);
    const int fitting = std::max(room, least);
    header->resizeSection(EventColumn,
                          m_isCramped && wasCramped ? std::max(width, least) : fitting);
}

void LogWidths::restore(const QByteArray &state)
{
    QHeaderView *const header = m_view.horizontalHeader();
    header->restoreState(state);
    // A section that stretches by itself loses count when it is fitted while it does so.
    header->setSectionResizeMode(QHeaderView::Interactive);
    fitEventColumn();
}

} // namespace Gui
