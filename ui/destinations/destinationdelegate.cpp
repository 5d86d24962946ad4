// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationdelegate.h"

#include "core/model/redaction.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/log/logrow.h"
#include "ui/look/cellpainter.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <cmath>

namespace Gui {

namespace {

constexpr int DestinationGap = 6;
constexpr int DestinationPadding = 7; ///< above and below the two lines
constexpr int ShownOutcomes = 30;
constexpr int LeastOutcomes = 10; ///< beside a name that wants more room
constexpr int LeastName = 6; ///< as many times as a line is high: a dozen letters

QFont smaller(const QFont &font)
{
    QFont result = font;
    if (font.pointSizeF() > 0)
        result.setPointSizeF(font.pointSizeF() * 0.88);
    return result;
}

QString lastCode(const Core::DestinationStatus &status)
{
    if (!status.lastAttempt)
        return {};
    const int code = status.lastAttempt->status;
    return code == 0 ? DestinationDelegate::tr("no answer") : QString::number(code);
}

// Where there is trouble it is worth more than the address, which the tooltip has as well.
QString subtitle(const Core::DestinationStatus &status, bool isDispatching)
{
    const QString reason = spokenPause(status.destination);
    const Health health = healthOf(status);
    if (health == Health::Paused)
        return reason.isEmpty() ? DestinationDelegate::tr("paused")
                                : DestinationDelegate::tr("paused: %1").arg(printable(reason));
    if (!status.destination.mark.isEmpty())
        return printable(spokenMark(status.destination));
    if (const QString held = heldText(status, now()); isDispatching && !held.isEmpty())
        return held;
    if (health == Health::Failing)
        return status.failuresInARow == 1
            ? DestinationDelegate::tr("1 failure")
            : DestinationDelegate::tr("%1 failures").arg(countText(status.failuresInARow));
    const QString url = Core::redactedUrl(status.destination.url);
    return printable(url.mid(url.indexOf(QLatin1StringView("://")) + 3));
}

/// The pieces of the bar of an attempt, in \a place: low for what was delivered, whole for what
/// failed for good, broken where it was to be tried again.
QList<QRectF> piecesOf(Core::AttemptOutcome outcome, const QRectF &place)
{
    const double low = std::round(place.height() * 0.45);
    switch (outcome) {
    case Core::AttemptOutcome::Delivered:
        return {place.adjusted(0, place.height() - low, 0, 0)};
    case Core::AttemptOutcome::Failed:
        return {place};
    case Core::AttemptOutcome::InFlight:
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        break;
    }
    const double gap = std::max(2.0, std::round(place.height() / 5));
    const double piece = std::round((place.height() - gap) / 2);
    return {place.adjusted(0, 0, 0, piece - place.height()), place.adjusted(0, piece + gap, 0, 0)};
}

/// Of one that is in trouble or waits, when it is its turn again; else when it was last tried.
QString momentOf(const Core::DestinationStatus &status, bool isDispatching)
{
    const bool isLate = status.waiting > 0 || status.failuresInARow > 0;
    // A pause that the receiver asked for is told below the name, with its end.
    if (isLate && subtitle(status, isDispatching) == heldText(status, now()))
        return {};
    if (isLate && status.nextAt && status.inFlight == 0)
        return isDispatching
            ? DestinationDelegate::tr("next %1").arg(untilText(*status.nextAt, now()))
            : DestinationDelegate::tr("dispatching off");
    return status.lastAttempt ? shortClockText(status.lastAttempt->startedAt) : QString();
}

/// The two lines of a row, right of its glyphs.
struct TwoLines
{
    QRect glyph;
    QRect origin;
    QRect first;
    QRect second;
};

TwoLines linesOf(const CellPainter &cell)
{
    const int side = cell.lineHeight();
    const QPoint corner = cell.inner().topLeft() + QPoint(0, DestinationPadding);
    const QRect glyph(corner, QSize(side, side));
    const QRect first(glyph.topRight() + QPoint(DestinationGap + 2, 0),
                      QPoint(cell.inner().right(), glyph.bottom()));
    const QRect second = first.translated(0, side + 2);
    const int small = side * 3 / 4;
    const QRect origin(glyph.center().x() - small / 2, second.center().y() - small / 2, small,
                       small);
    return {glyph, origin, first, second};
}

/// How far bars are apart.
int stepOf(int lineHeight)
{
    return std::max(3, lineHeight / 6);
}

/// Writes at the right end of \a line, in its second half at most, and takes that part away from
/// it.
void writeRight(CellPainter &cell, QRect &line, const QString &text, Tone tone)
{
    if (text.isEmpty())
        return;
    const QRect end(QPoint(line.center().x(), line.top()), line.bottomRight());
    line.setRight(line.right() - cell.write(end, text, tone, Qt::AlignRight) - DestinationGap);
}

/// Whether \a texts leave some letters' room for what stands before them.
bool fit(const CellPainter &cell, const QRect &line, const QStringList &texts)
{
    const QFontMetrics metrics(cell.font());
    int width = metrics.height() * LeastName / 2;
    for (const QString &text : texts)
        width += metrics.horizontalAdvance(text) + DestinationGap;
    return width <= line.width();
}

} // namespace

int outcomesIn(int width, int lineHeight, int nameWidth)
{
    const auto beside = [&](int name) { return (width - name) / stepOf(lineHeight); };
    const int most = std::clamp(beside(LeastName * lineHeight), 0, ShownOutcomes);
    return std::clamp(beside(nameWidth + DestinationGap), std::min(most, LeastOutcomes), most);
}

DestinationDelegate::DestinationDelegate(const DestinationModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize DestinationDelegate::sizeHint(const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int height = metrics.height() * 2 + 2 + 2 * DestinationPadding;
    const int more = m_model.isOpen(index.row())
        ? static_cast<int>(
              detailsOf(*m_model.statusAt(index.row()), m_model.isDispatching()).size())
            * metrics.height()
        : 0;
    return {metrics.averageCharWidth() * 20, height + more};
}

bool DestinationDelegate::isOnHandle(const QRect &row, const QFontMetrics &metrics,
                                     const QPoint &place)
{
    const int width = CellPainter::Margin + metrics.height() + DestinationGap / 2;
    return QRect(row.topLeft(), QSize(width, row.height())).contains(place);
}

void DestinationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    CellPainter cell(*painter, option, m_themes.of(option.palette));
    if (m_model.isFresh(index.row()))
        cell.fill(cell.theme().tint(Tone::Good));
    cell.fillIfSelected(true);
    cell.markIfCurrent();
    cell.drawBottomLine();
    if (const Core::DestinationStatus *const status = m_model.statusAt(index.row()))
        paintDestination(cell, *status, m_model.isOpen(index.row()));
    else
        paintAll(cell);
}

void DestinationDelegate::paintAll(CellPainter &cell) const
{
    const TwoLines lines = linesOf(cell);
    cell.drawGlyph(lines.glyph, Glyph::Everything, Tone::Muted);
    cell.write(lines.first, tr("All destinations"), Tone::Plain);
    QStringList parts{tr("%1 in all").arg(countText(m_model.count()))};
    if (const int failing = m_model.countOf(Health::Failing); failing > 0)
        parts.append(tr("%1 failing").arg(countText(failing)));
    if (const int paused = m_model.countOf(Health::Paused); paused > 0)
        parts.append(tr("%1 paused").arg(countText(paused)));
    cell.setFont(smaller(cell.font()));
    cell.write(lines.second, parts.join(QStringLiteral(" · ")), Tone::Muted);
}

void DestinationDelegate::paintDestination(CellPainter &cell, const Core::DestinationStatus &status,
                                           bool isOpen) const
{
    TwoLines lines = linesOf(cell);
    const QRect second = lines.second;
    const QRect handle(cell.cell().left(), lines.first.top(), CellPainter::Margin,
                       lines.first.height());
    cell.drawGlyph(handle, isOpen ? Glyph::Unfold : Glyph::Fold, Tone::Muted);
    const Health health = healthOf(status);
    cell.drawGlyph(lines.glyph, glyphOf(health), toneOf(health));
    if (status.lastAttempt)
        writeRight(cell, lines.first, lastCode(status), toneOf(status.lastAttempt->outcome));
    const QString name = printable(status.destination.name);
    const int nameWidth = QFontMetrics(cell.font()).horizontalAdvance(name);
    const int places = outcomesIn(lines.first.width(), cell.lineHeight(), nameWidth);
    lines.first.setRight(paintRecent(cell, lines.first, status.recent, places));
    cell.write(lines.first, name, Tone::Plain);

    cell.drawGlyph(lines.origin, glyphOf(status.destination.origin), Tone::Muted);
    cell.setFont(smaller(cell.font()));
    const QString moment = momentOf(status, m_model.isDispatching());
    const QString waiting
        = status.waiting > 0 ? tr("%1 waiting").arg(countText(status.waiting)) : QString();
    if (fit(cell, lines.second, {moment, waiting}))
        writeRight(cell, lines.second, moment, Tone::Muted);
    writeRight(cell, lines.second, waiting, Tone::Busy);
    cell.write(lines.second, subtitle(status, m_model.isDispatching()), Tone::Muted);
    if (isOpen)
        paintDetails(cell, second, status);
}

/// Below the two lines, which stay where they are.
void DestinationDelegate::paintDetails(CellPainter &cell, const QRect &lastLine,
                                       const Core::DestinationStatus &status) const
{
    QRect line = lastLine;
    for (const QString &text : detailsOf(status, m_model.isDispatching())) {
        line.translate(0, line.height());
        cell.write(line, text, Tone::Plain);
    }
}

int DestinationDelegate::paintRecent(CellPainter &cell, const QRect &line,
                                     const QList<Core::AttemptOutcome> &recent, int places) const
{
    const int step = stepOf(cell.lineHeight());
    const qsizetype shown = std::min<qsizetype>(recent.size(), places);
    if (shown == 0)
        return line.right();
    const int left = line.right() - places * step;
    const double full = std::round(cell.lineHeight() * 0.7);
    const double bottom = line.center().y() + full / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        const Core::AttemptOutcome outcome = recent.at(recent.size() - shown + i);
        const auto place = static_cast<double>(places - shown + i);
        const QRectF whole(left + place * step, bottom - full, step - 1, full);
        for (const QRectF &piece : piecesOf(outcome, whole))
            cell.fillRect(piece, toneOf(outcome));
    }
    return left - DestinationGap;
}

} // namespace Gui
