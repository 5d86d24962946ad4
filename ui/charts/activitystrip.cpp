// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/activitystrip.h"

#include "core/base/clock.h"
#include "ui/charts/bars.h"
#include "ui/charts/chartexport.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/requests.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr int LeastHeight = 28;
constexpr int TopMargin = 3;
constexpr Core::TimeFrame Frame{Core::Milliseconds{2'000}, 150};

} // namespace

ActivityStrip::ActivityStrip(const Facts &facts, Requests &requests, QWidget *parent)
    : QWidget(parent)
    , m_activity(Frame, now())
    , m_exporter(new ChartExport(
          *this, QStringLiteral("activity"), [this] { return numbers(); }, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Activity of the last five minutes"));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addActions(m_exporter->actions());
    m_clock.setInterval(Frame.step);
    connect(&m_clock, &QTimer::timeout, this, &ActivityStrip::advance);
    m_clock.start();
    connect(&facts, &Facts::logOpened, &requests,
            [&requests] { emit requests.activityRequested(Frame); });
    connect(&facts, &Facts::activityCounted, this, [this](const Core::Activity &activity) {
        m_activity = activity;
        m_activity.advance(now());
        refresh();
    });
    refresh();
}

QSize ActivityStrip::sizeHint() const
{
    return {Frame.count, std::max(LeastHeight, fontMetrics().height() * 3 / 2)};
}

ChartNumbers ActivityStrip::numbers() const
{
    ChartNumbers numbers{{QStringLiteral("from"), QStringLiteral("delivered"),
                          QStringLiteral("temporary"), QStringLiteral("failed")},
                         {}};
    const std::pair all{0, Frame.count - 1};
    const auto chosen = m_span ? stepsOf(*m_span) : all;
    const auto [first, last] = chosen.second < 0 ? all : chosen;
    for (int step = std::max(first, 0); step <= last; ++step) {
        const Core::Tally &tally = m_activity.at(step);
        numbers.rows.append({Core::toIso(m_activity.beginOf(step)),
                             QString::number(tally.delivered), QString::number(tally.temporary),
                             QString::number(tally.failed)});
    }
    return numbers;
}

void ActivityStrip::advance()
{
    if (m_activity.advance(now()))
        refresh();
}

void ActivityStrip::refresh()
{
    QString text = textOf(0, Frame.count - 1);
    if (m_span) {
        const auto [first, last] = stepsOf(*m_span);
        if (last >= 0)
            text = tr("Chosen: %1").arg(textOf(first, last));
    } else if (m_cursor) {
        const int step = m_activity.stepOf(*m_cursor);
        if (step >= 0)
            text = textOf(step, step);
    }
    setAccessibleDescription(text);
    update();
}

int ActivityStrip::stepAt(double x) const
{
    const double share = x / std::max(width(), 1);
    return std::clamp(static_cast<int>(share * Frame.count), 0, Frame.count - 1);
}

double ActivityStrip::edgeOf(int step) const
{
    return static_cast<double>(width()) * step / Frame.count;
}

QRectF ActivityStrip::areaOf(int first, int last) const
{
    const double left = edgeOf(std::max(first, 0));
    return {left, 0, edgeOf(last + 1) - left, static_cast<double>(height())};
}

QString ActivityStrip::textOf(int first, int last) const
{
    return tr("%1 to %2: %3")
        .arg(shortClockText(m_activity.beginOf(first)),
             shortClockText(m_activity.beginOf(last + 1)), tallyText(m_activity.sum(first, last)));
}

std::pair<int, int> ActivityStrip::stepsOf(const Span &span) const
{
    const auto [from, to] = std::minmax(span.anchor, span.tip);
    return {m_activity.stepOf(std::max(from, m_activity.begin())), m_activity.stepOf(to)};
}

void ActivityStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.fillRect(rect(), theme.base());
    if (m_span) {
        const auto [first, last] = stepsOf(*m_span);
        if (last >= 0)
            painter.fillRect(areaOf(first, last), theme.selection());
    }
    if (m_cursor) {
        const int step = m_activity.stepOf(*m_cursor);
        if (step >= 0)
            painter.fillRect(areaOf(step, step), theme.line());
    }
    const QRectF area(0, TopMargin, width(), height() - TopMargin - 1);
    paintBars(painter, area, m_activity, highestOf(m_activity), theme);
    painter.setPen(theme.line());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (m_activity.sum().total() == 0) {
        painter.setPen(theme.ink(Tone::Muted));
        painter.drawText(rect(), Qt::AlignCenter, tr("No attempt within the last five minutes"));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
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
    const int step = stepAt(event->position().x());
    m_cursor = m_activity.beginOf(step);
    m_isDragging = m_isDragging || (m_pressed >= 0 && step != m_pressed);
    if (m_isDragging)
        m_span = Span{m_activity.beginOf(m_pressed), *m_cursor};
    refresh();
}

void ActivityStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || std::exchange(m_pressed, -1) < 0)
        return;
    if (std::exchange(m_isDragging, false))
        choose();
    else
        clear();
}

void ActivityStrip::leaveEvent(QEvent *event)
{
    m_cursor.reset();
    refresh();
    QWidget::leaveEvent(event);
}

void ActivityStrip::keyPressEvent(QKeyEvent *event)
{
    const bool isExtending = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(-1, isExtending);
    case Qt::Key_Right:
        return moveCursor(1, isExtending);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_span)
            return choose();
        break;
    case Qt::Key_Escape:
        if (m_span)
            return clear();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void ActivityStrip::moveCursor(int steps, bool isExtending)
{
    const int current = m_cursor ? m_activity.stepOf(*m_cursor) : -1;
    const int step = current < 0 ? Frame.count - 1 : current + steps;
    const Core::Time before = m_cursor.value_or(m_activity.beginOf(Frame.count - 1));
    m_cursor = m_activity.beginOf(std::clamp(step, 0, Frame.count - 1));
    if (isExtending)
        m_span = Span{m_span ? m_span->anchor : before, *m_cursor};
    else
        m_span.reset();
    refresh();
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

void ActivityStrip::choose()
{
    const auto [from, to] = std::minmax(m_span->anchor, m_span->tip);
    emit spanChosen(from, to + Frame.step);
}

void ActivityStrip::chooseNone()
{
    if (m_isDragging) // Another one is being chosen.
        return;
    m_span.reset();
    refresh();
}

void ActivityStrip::clear()
{
    if (!m_span)
        return;
    m_span.reset();
    refresh();
    emit spanCleared();
}

} // namespace Gui
