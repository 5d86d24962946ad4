// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logwidths.h"

#include "core/model/responselimit.h"
#include "ui/log/logcolumns.h"
#include "ui/log/logdelegate.h"
#include "ui/look/cellpainter.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr std::chrono::milliseconds LongDuration{888}; ///< as wide as any below a minute
constexpr QLatin1StringView HeaderKey{"log/columns"};
constexpr QLatin1StringView OwnWidthsKey{"log/ownWidths"}; ///< "column=pixels" each

/// What should be in sight together; to the others one may have to scroll.
bool isReadFirst(int column)
{
    return column <= EventColumn || column == DurationColumn;
}

int between(int least, int most, double share)
{
    return least + static_cast<int>((most - least) * share);
}

QString widestClock(const QFontMetrics &metrics)
{
    return std::ranges::max(longClocks(), {}, [&metrics](const QString &clock) {
        return metrics.horizontalAdvance(clock);
    });
}

} // namespace

LogWidths::LogWidths(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    applyFont();
    QHeaderView *const header = view.horizontalHeader();
    // Ahead of what one may have to scroll to.
    header->moveSection(header->visualIndex(DurationColumn), header->visualIndex(TryColumn));
    connect(header, &QHeaderView::sectionResized, this, &LogWidths::noteResizing);
    connect(header, &QHeaderView::sectionCountChanged, this, &LogWidths::fit);
    view.installEventFilter(this);
}

QList<int> LogWidths::usual() const
{
    const QFontMetrics metrics = m_view.fontMetrics();
    const auto width = [&metrics](const QString &widest) {
        return metrics.horizontalAdvance(widest) + 2 * CellPainter::Margin
            + FlatHeader::arrowRoom(metrics);
    };
    QList<int> widths(ColumnCount);
    widths[TimeColumn] = LogDelegate::rowHeight(metrics) + width(widestClock(metrics));
    widths[DirectionColumn] = width(columnTitle(DirectionColumn));
    widths[StatusColumn] = LogDelegate::statusWidth(m_view.font());
    widths[PlaceColumn] = width(QStringLiteral("a destination's name"));
    widths[EventColumn] = metrics.horizontalAdvance(QStringLiteral("customer.updated"));
    widths[TryColumn] = width(QStringLiteral("\u00d7000,000"));
    widths[DurationColumn]
        = std::max(width(columnTitle(DurationColumn)), width(durationText(LongDuration)));
    widths[SizeColumn] = std::max(width(QStringLiteral("000.0 kB")),
                                  width(answerSizeText(Core::MostResponseBytes)));
    widths[MethodColumn] = width(columnTitle(MethodColumn));
    widths[TargetColumn] = width(QStringLiteral("https://shop.example/hooks/orders"));
    widths[RequestSizeColumn] = width(columnTitle(RequestSizeColumn));
    widths[EventIdColumn] = width(QStringLiteral("evt_01JD0M4ZB7V8Q2R3S4T5V6W7X8"));
    widths[AttemptIdColumn] = width(QStringLiteral("att_0000000"));
    widths[ReasonColumn] = width(QStringLiteral("timed out while connecting"));
    widths[NoteColumn] = width(QStringLiteral("a person's note of some words"));
    return widths;
}

/// Of long texts the beginning; tips tell the whole.
QList<int> LogWidths::least() const
{
    const QFontMetrics metrics = m_view.fontMetrics();
    const auto width = [&metrics](const QString &text) {
        return metrics.horizontalAdvance(text) + 2 * CellPainter::Margin + 1; // rounded up
    };
    QList<int> widths = m_usual;
    widths[TimeColumn] = LogDelegate::rowHeight(metrics) + width(widestClock(metrics));
    widths[DirectionColumn] = m_view.horizontalHeader()->minimumSectionSize(); // an arrow's
    widths[StatusColumn] = LogDelegate::leastStatusWidth(m_view.font());
    widths[PlaceColumn] = width(QStringLiteral("analytics"));
    widths[EventColumn] = width(QStringLiteral("invoice.paid"));
    widths[TryColumn] = width(QStringLiteral("10/12"));
    widths[DurationColumn]
        = std::max(width(columnTitle(DurationColumn)), width(durationText(LongDuration)));
    for (int column = 0; column < ColumnCount; ++column)
        widths[column] = std::min(widths.at(column), m_usual.at(column));
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
    m_least = least();
    if (!before.isEmpty())
        scaleOwn(before);
    giveUsual();
    fit();
}

/// Columns for fields are like the last of ours.
void LogWidths::scaleOwn(const QList<int> &before)
{
    const QScopedValueRollback guard(m_isFitting, true);
    const auto scaled = [&](int width, int column) {
        return qRound(static_cast<double>(width) * m_usual.at(column) / before.at(column));
    };
    for (auto own = m_own.begin(); own != m_own.end(); ++own)
        *own = scaled(*own, own.key());
    for (int column = ColumnCount; column < m_view.model()->columnCount(); ++column)
        m_view.setColumnWidth(column, scaled(m_view.columnWidth(column), NoteColumn));
}

void LogWidths::giveUsual()
{
    const QScopedValueRollback guard(m_isFitting, true);
    for (int column = 0; column < ColumnCount; ++column)
        m_view.setColumnWidth(column, m_own.value(column, m_usual.at(column)));
}

void LogWidths::fit()
{
    if (m_isFitting || !m_view.isVisible())
        return;
    const double share = shareFor(m_view.viewport()->width());
    const QScopedValueRollback guard(m_isFitting, true);
    for (int column = 0; column < ColumnCount; ++column) {
        const bool isOurs = column != EventColumn && !m_own.contains(column);
        if (isOurs && isShown(column))
            m_view.setColumnWidth(column, between(m_least.at(column), m_usual.at(column), share));
    }
    giveEventTheRest(share);
}

/// How much of what they could yield the columns keep, 0 to 1.
double LogWidths::shareFor(int room) const
{
    const int most = neededRoom(m_usual);
    const int least = neededRoom(m_least);
    if (room >= most)
        return 1;
    return room <= least ? 0 : static_cast<double>(room - least) / (most - least);
}

/// From the first column to the last one that is read first, wherever a person has moved it.
int LogWidths::neededRoom(const QList<int> &widths) const
{
    const QHeaderView *const header = m_view.horizontalHeader();
    int sum = 0;
    int needed = 0;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!isShown(column))
            continue;
        sum += knownWidth(widths, column);
        needed = isReadFirst(column) ? sum : needed;
    }
    return needed;
}

/// Its width tells that also while it is being hidden.
bool LogWidths::isShown(int column) const
{
    return m_view.horizontalHeader()->sectionSize(column) > 0;
}

int LogWidths::knownWidth(const QList<int> &widths, int column) const
{
    if (column >= ColumnCount)
        return m_view.columnWidth(column);
    return m_own.value(column, widths.at(column));
}

/// But never so little that it says nothing. Where the others leave too little, it may be as wide
/// as a person has made it.
void LogWidths::giveEventTheRest(double share)
{
    if (!isShown(EventColumn))
        return;
    QHeaderView *const header = m_view.horizontalHeader();
    const int usual = m_usual.at(EventColumn);
    const int rest
        = m_view.viewport()->width() - header->length() + header->sectionSize(EventColumn);
    const int cramped = m_own.value(EventColumn, between(m_least.at(EventColumn), usual, share));
    header->resizeSection(EventColumn, rest >= usual ? rest : cramped);
}

/// While somebody drags the edge of one, the others stay as they are.
void LogWidths::noteResizing(int column, int before, int now)
{
    if (m_isFitting)
        return;
    if (before == 0 || now == 0) // It is shown or hidden.
        return fit();
    const QHeaderView *const header = m_view.horizontalHeader();
    const bool isCramped
        = m_view.viewport()->width() - header->length() + now < m_usual.at(EventColumn);
    if (column < ColumnCount && (column != EventColumn || isCramped))
        m_own.insert(column, now);
    if (!m_view.isVisible())
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    giveEventTheRest(shareFor(m_view.viewport()->width()));
}

bool LogWidths::eventFilter(QObject * /*watched*/, QEvent *event)
{
    if (event->type() == QEvent::Show)
        fit();
    return false;
}

void LogWidths::restoreFrom(const QSettings &settings)
{
    QHeaderView *const header = m_view.horizontalHeader();
    {
        const QScopedValueRollback guard(m_isFitting, true);
        const bool isRestored = header->restoreState(settings.value(HeaderKey).toByteArray());
        // A section that stretches by itself loses count when it is fitted while it does so.
        header->setSectionResizeMode(QHeaderView::Interactive);
        restoreOwn(settings, isRestored && !settings.contains(OwnWidthsKey));
    }
    giveUsual();
    fit();
}

void LogWidths::restoreOwn(const QSettings &settings, bool areWidthsOld)
{
    const QHeaderView *const header = m_view.horizontalHeader();
    m_own.clear();
    for (const QString &text : settings.value(OwnWidthsKey).toStringList()) {
        const int column = text.section(u'=', 0, 0).toInt();
        const int width = text.section(u'=', 1).toInt();
        if (column >= 0 && column < ColumnCount && width >= header->minimumSectionSize())
            m_own.insert(column, width);
    }
    // Before these were kept, every width was either the usual one or made by a person.
    for (int column = 0; column < ColumnCount; ++column) {
        const int width = header->sectionSize(column);
        const bool isOwn = column != EventColumn && width > 0 && width != m_usual.at(column);
        if (areWidthsOld && isOwn)
            m_own.insert(column, width);
    }
}

void LogWidths::saveTo(QSettings &settings) const
{
    settings.setValue(HeaderKey, m_view.horizontalHeader()->saveState());
    QStringList own;
    for (auto width = m_own.begin(); width != m_own.end(); ++width)
        own.append(QStringLiteral("%1=%2").arg(width.key()).arg(width.value()));
    settings.setValue(OwnWidthsKey, own);
}

} // namespace Gui
