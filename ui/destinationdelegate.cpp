// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinationdelegate.h"

#include "ui/destinationmodel.h"
#include "ui/format.h"
#include "ui/logrow.h"

#include <QPainter>
#include <QUrl>

#include <cmath>

namespace Gui {

namespace {

constexpr int Margin = 10;
constexpr int Gap = 6;
constexpr int FocusBar = 3;
constexpr int ShownOutcomes = 20;

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
QString subtitle(const Core::DestinationStatus &status)
{
    const QString &reason = status.destination.pauseReason;
    switch (healthOf(status)) {
    case Health::Paused:
        return reason.isEmpty() ? DestinationDelegate::tr("paused")
                                : DestinationDelegate::tr("paused: %1").arg(printable(reason));
    case Health::Failing:
        return DestinationDelegate::tr("%n failure(s) in a row", nullptr, status.failuresInARow);
    case Health::NeverSent:
    case Health::Active:
        break;
    }
    const QString &url = status.destination.url;
    return printable(url.mid(url.indexOf(QLatin1StringView("://")) + 3));
}

// How much of the line's height a bar takes: trouble stands out by its height, too.
double heightOf(Core::AttemptOutcome outcome)
{
    return outcome == Core::AttemptOutcome::Delivered ? 0.45 : 1.0;
}

} // namespace

/// What all painting of one row needs.
struct DestinationDelegate::Canvas
{
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const Theme &theme;
    QRect inner;

    bool isSelected() const { return option.state.testFlag(QStyle::State_Selected); }
    QColor ink(Tone tone) const
    {
        return isSelected() ? theme.inkOnSelection(tone) : theme.ink(tone);
    }
    int side() const { return option.fontMetrics.height(); }
    QRect firstLine() const { return {inner.topLeft(), QSize(inner.width(), side())}; }
    QRect secondLine() const { return firstLine().translated(0, side() + 2); }

    /// Writes at the right end of \a line and gives back what is left of it.
    QRect writeRight(const QRect &line, const QString &text, Tone tone) const
    {
        if (text.isEmpty())
            return line;
        painter.setPen(ink(tone));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
        return line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - Gap, 0);
    }
    void write(const QRect &line, const QString &text, Tone tone) const
    {
        painter.setPen(ink(tone));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    }
};

DestinationDelegate::DestinationDelegate(const DestinationModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize DestinationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 20, option.fontMetrics.height() * 2 + 16};
}

void DestinationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Theme &theme = m_themes.of(option.palette);
    const Canvas canvas{*painter, option, theme, option.rect.adjusted(Margin, 7, -Margin, -7)};
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    paintGround(canvas, m_model.isFresh(index.row()));
    if (const Core::DestinationStatus *const status = m_model.statusAt(index.row()))
        paintDestination(canvas, *status);
    else
        paintAll(canvas);
    painter->restore();
}

void DestinationDelegate::paintGround(const Canvas &canvas, bool isFresh) const
{
    const QRect &rect = canvas.option.rect;
    QPainter &painter = canvas.painter;
    if (isFresh)
        painter.fillRect(rect, canvas.theme.tint(Tone::Good));
    if (canvas.isSelected())
        painter.fillRect(rect, canvas.theme.selection());
    const QWidget *const view = canvas.option.widget;
    if (canvas.isSelected() && view != nullptr && view->hasFocus())
        painter.fillRect(QRect(rect.topLeft(), QSize(FocusBar, rect.height())),
                         canvas.option.palette.color(QPalette::Highlight));
    painter.setPen(canvas.theme.line());
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

void DestinationDelegate::paintAll(const Canvas &canvas) const
{
    const int side = canvas.side();
    paintGlyph(canvas.painter, QRect(canvas.inner.topLeft(), QSize(side, side)), Glyph::Everything,
               canvas.ink(Tone::Muted));
    const int indent = side + Gap + 2;
    canvas.write(canvas.firstLine().adjusted(indent, 0, 0, 0), tr("All destinations"), Tone::Plain);
    QStringList parts{tr("%n destination(s)", nullptr, m_model.count())};
    if (const int failing = m_model.countOf(Health::Failing); failing > 0)
        parts.append(tr("%n failing", nullptr, failing));
    if (const int paused = m_model.countOf(Health::Paused); paused > 0)
        parts.append(tr("%n paused", nullptr, paused));
    canvas.painter.setFont(smaller(canvas.option.font));
    canvas.write(canvas.secondLine().adjusted(indent, 0, 0, 0), parts.join(QStringLiteral(" · ")),
                 Tone::Muted);
}

void DestinationDelegate::paintDestination(const Canvas &canvas,
                                           const Core::DestinationStatus &status) const
{
    const int side = canvas.side();
    const Health health = healthOf(status);
    paintGlyph(canvas.painter, QRect(canvas.inner.topLeft(), QSize(side, side)), glyphOf(health),
               canvas.ink(toneOf(health)));
    QRect line = canvas.firstLine().adjusted(side + Gap + 2, 0, 0, 0);
    const Tone tone = status.lastAttempt ? toneOf(status.lastAttempt->outcome) : Tone::Muted;
    line = canvas.writeRight(line, lastCode(status), tone);
    line.setRight(paintRecent(canvas, line, status.recent));
    canvas.write(line, printable(status.destination.name), Tone::Plain);
    canvas.painter.setFont(smaller(canvas.option.font));
    paintSecondLine(canvas, canvas.secondLine().adjusted(side + Gap + 2, 0, 0, 0), status);
}

int DestinationDelegate::paintRecent(const Canvas &canvas, const QRect &line,
                                     const QList<Core::AttemptOutcome> &recent) const
{
    const int step = std::max(3, canvas.side() / 6);
    const int left = line.right() - ShownOutcomes * step;
    const qsizetype shown = std::min<qsizetype>(recent.size(), ShownOutcomes);
    const double full = canvas.side() * 0.7;
    const double bottom = line.center().y() + full / 2;
    for (qsizetype i = 0; i < shown; ++i) {
        const Core::AttemptOutcome outcome = recent.at(recent.size() - shown + i);
        const double height = std::round(full * heightOf(outcome));
        const auto place = static_cast<double>(ShownOutcomes - shown + i);
        const QRectF bar(left + place * step, bottom - height, step - 1, height);
        canvas.painter.fillRect(bar, canvas.ink(toneOf(outcome)));
    }
    return left - Gap;
}

void DestinationDelegate::paintSecondLine(const Canvas &canvas, QRect line,
                                          const Core::DestinationStatus &status) const
{
    if (status.lastAttempt)
        line = canvas.writeRight(line, shortClockText(status.lastAttempt->startedAt), Tone::Muted);
    if (status.waiting > 0)
        line = canvas.writeRight(line, tr("%1 waiting").arg(countText(status.waiting)), Tone::Busy);
    canvas.write(line, subtitle(status), Tone::Muted);
}

} // namespace Gui
