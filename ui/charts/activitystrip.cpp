// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/activitystrip.h"

#include "ui/facts.h"
#include "ui/look/format.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Gui {

namespace {

constexpr int LeastHeight = 28;
constexpr int TopMargin = 3;

Core::Time now()
{
    return Core::Time{Core::Milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

} // namespace

ActivityStrip::ActivityStrip(const Facts &facts, QWidget *parent)
    : QWidget(parent)
    , m_activity(now())
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Activity of the last five minutes"));
    setCursor(Qt::CrossCursor);
    m_clock.setInterval(Activity::Step);
    connect(&m_clock, &QTimer::timeout, this, &ActivityStrip::advance);
    m_clock.start();
    connect(&facts, &Facts::attemptsRecorded, this, [this](const QList<Core::Attempt> &attempts) {
        m_activity.advance(now());
        m_activity.add(attempts);
        refresh();
    });
    refresh();
}

QSize ActivityStrip::sizeHint() const
{
    return {Activity::Steps, std::max(LeastHeight, fontMetrics().height() * 3 / 2)};
}

void ActivityStrip::advance()
{
    if (m_activity.advance(now()))
        refresh();
}

void ActivityStrip::refresh()
{
    setAccessibleDescription(textOf(0, Activity::Steps - 1));
    update();
}

int ActivityStrip::stepAt(double x) const
{
    const double share = x / std::max(width(), 1);
    return std::clamp(static_cast<int>(share * Activity::Steps), 0, Activity::Steps - 1);
}

double ActivityStrip::edgeOf(int step) const
{
    return static_cast<double>(width()) * step / Activity::Steps;
}

QString ActivityStrip::textOf(int first, int last) const
{
    const Tally sum = m_activity.sum(first, last);
    return tr("%1 to %2: %3 delivered, %4 to be tried again, %5 failed")
        .arg(shortClockText(m_activity.beginOf(first)),
             shortClockText(m_activity.beginOf(last + 1)), countText(sum.delivered),
             countText(sum.temporary), countText(sum.failed));
}

void ActivityStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.fillRect(rect(), theme.base());
    const int first = m_activity.stepOf(m_from);
    const int last = m_activity.stepOf(m_to - Core::Milliseconds{1});
    if (m_from != m_to && last >= 0) {
        const double left = edgeOf(std::max(first, 0));
        painter.fillRect(QRectF(left, 0, edgeOf(last + 1) - left, height()), theme.selection());
    }
    const int highest = m_activity.highest();
    for (int step = 0; step < Activity::Steps; ++step)
        paintBar(painter, theme, step, highest);
    painter.setPen(theme.line());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

/// The failures stand at the foot, where all bars can be compared; each outcome has its pattern.
void ActivityStrip::paintBar(QPainter &painter, const Theme &theme, int step, int highest) const
{
    const Tally &tally = m_activity.at(step);
    if (tally.total() == 0)
        return;
    const double left = edgeOf(step);
    const double barWidth = std::max(edgeOf(step + 1) - left - 1, 1.0);
    const double room = height() - TopMargin - 1;
    double foot = height() - 1;
    const auto stack = [&](int count, Tone tone, Qt::BrushStyle pattern) {
        if (count == 0)
            return;
        const double share = room * count / highest;
        const double barHeight = std::max(share, 2.0);
        const QRectF bar(left, foot - barHeight, barWidth, barHeight);
        painter.fillRect(bar, QBrush(theme.ink(tone), pattern));
        foot -= barHeight;
    };
    stack(tally.failed, Tone::Bad, Qt::SolidPattern);
    stack(tally.temporary, Tone::Warning, Qt::Dense3Pattern);
    stack(tally.delivered, Tone::Good, Qt::Dense5Pattern);
}

void ActivityStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = stepAt(event->position().x());
    m_isDragging = false;
}

void ActivityStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed < 0)
        return;
    const int step = stepAt(event->position().x());
    m_isDragging = m_isDragging || step != m_pressed;
    m_from = m_activity.beginOf(std::min(step, m_pressed));
    m_to = m_activity.beginOf(std::max(step, m_pressed) + 1);
    update();
}

void ActivityStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || std::exchange(m_pressed, -1) < 0)
        return;
    if (m_isDragging)
        emit spanChosen(m_from, m_to);
    else
        clearSpan();
}

void ActivityStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_from != m_to)
        clearSpan();
    else
        QWidget::keyPressEvent(event);
}

bool ActivityStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto *const help = static_cast<QHelpEvent *>(event);
    const int step = stepAt(help->pos().x());
    QToolTip::showText(help->globalPos(), plainToolTip(textOf(step, step)), this);
    return true;
}

void ActivityStrip::clearSpan()
{
    m_from = m_to = {};
    update();
    emit spanCleared();
}

} // namespace Gui
