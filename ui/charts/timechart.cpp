// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timechart.h"

#include "ui/charts/timeframes.h"
#include "ui/look/format.h"
#include "ui/look/frames.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Gui {

namespace {

constexpr int TimeMargin = 10;
constexpr int TimeGap = 6;
constexpr int BarLines = 9; ///< of text, for the bars

} // namespace

TimeChart::TimeChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Attempts over time"));
}

void TimeChart::show(const Core::Activity &activity)
{
    m_activity = activity;
    const Core::Tally sum = activity.sum();
    setAccessibleDescription(sum.total() == 0
                                 ? tr("No attempt within this time")
                                 : tr("%1; %2 at most within a step")
                                       .arg(tallyText(sum), countText(highestOf(activity))));
    update();
}

QSize TimeChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60,
            fontMetrics().height() * BarLines + 2 * TimeMargin};
}

QSize TimeChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 6 + 2 * TimeMargin};
}

QRect TimeChart::barArea() const
{
    const int line = fontMetrics().height();
    const int scale = fontMetrics().horizontalAdvance(countText(highestOf(m_activity)));
    return rect().adjusted(TimeMargin + scale + TimeGap, TimeMargin + line * 3 / 2 + TimeGap,
                           -TimeMargin, -TimeMargin - line - TimeGap);
}

QString TimeChart::textOf(int step) const
{
    return tr("From %1: %2")
        .arg(stepText(m_activity.beginOf(step), m_activity.frame()),
             tallyText(m_activity.at(step)));
}

void TimeChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.setPen(cardFrame(palette()));
    painter.setBrush(theme.base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const int highest = highestOf(m_activity);
    paintKey(painter, theme);
    if (highest == 0) {
        painter.setPen(theme.ink(Tone::Muted));
        painter.drawText(barArea(), Qt::AlignCenter, tr("No attempt within this time"));
        return;
    }
    paintAxes(painter, theme, highest);
    paintBars(painter, barArea(), m_activity, highest, theme);
}

void TimeChart::paintKey(QPainter &painter, const Theme &theme) const
{
    const int side = fontMetrics().ascent();
    const Core::Tally sum = m_activity.sum();
    QRect line(TimeMargin, TimeMargin, width() - 2 * TimeMargin, fontMetrics().height());
    int right = line.right();
    for (const Ending ending : {Ending::Failed, Ending::Temporary, Ending::Delivered}) {
        const QString text = countText(countOf(sum, ending)) + u' ' + toWords(ending);
        const int width = fontMetrics().horizontalAdvance(text);
        painter.setPen(theme.ink(Tone::Muted));
        painter.drawText(QRect(right - width, line.top(), width, line.height()), Qt::AlignVCenter,
                         text);
        right -= width + TimeGap + side;
        const QRect sample(right, line.top() + (line.height() - side) / 2, side, side);
        fillBar(painter, sample, ending, theme);
        right -= 2 * TimeGap;
    }
    line.setRight(right);
    painter.setPen(theme.ink(Tone::Plain));
    painter.drawText(line, Qt::AlignVCenter,
                     fontMetrics().elidedText(accessibleName(), Qt::ElideRight, line.width()));
}

void TimeChart::paintAxes(QPainter &painter, const Theme &theme, int highest) const
{
    const QRect area = barArea();
    const int line = fontMetrics().height();
    painter.setPen(theme.line());
    painter.drawLine(area.topLeft(), area.topRight());
    painter.drawLine(QPoint(area.left(), area.bottom() + 1),
                     QPoint(area.right(), area.bottom() + 1));
    painter.setPen(theme.ink(Tone::Muted));
    const QRect scale(TimeMargin, area.top() - line / 2, area.left() - TimeGap - TimeMargin, line);
    painter.drawText(scale, Qt::AlignRight | Qt::AlignVCenter, countText(highest));
    painter.drawText(scale.translated(0, area.height()), Qt::AlignRight | Qt::AlignVCenter,
                     countText(0));
    const QRect foot(area.left(), area.bottom() + TimeGap, area.width(), line);
    const int count = m_activity.count();
    const auto textAt
        = [this](int step) { return stepText(m_activity.beginOf(step), m_activity.frame()); };
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, textAt(0));
    painter.drawText(foot, Qt::AlignHCenter | Qt::AlignVCenter, textAt(count / 2));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
}

bool TimeChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *const help = static_cast<QHelpEvent *>(event);
    const QRect area = barArea();
    const int step
        = (help->pos().x() - area.left()) * m_activity.count() / std::max(area.width(), 1);
    if (area.contains(help->pos()) && step >= 0 && step < m_activity.count())
        QToolTip::showText(help->globalPos(), plainToolTip(textOf(step)), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace Gui
