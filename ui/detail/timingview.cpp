// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/timingview.h"

#include "ui/look/format.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace Gui {

namespace {

using Core::Microseconds;

constexpr int TimingMargin = 10;

struct TimingWords
{
    Q_DECLARE_TR_FUNCTIONS(TimingView)
};

void add(QList<TimedPhase> &phases, const QString &name, QLatin1StringView harName,
         const std::optional<Microseconds> &length)
{
    if (!length)
        return;
    const Microseconds begin
        = phases.isEmpty() ? Microseconds{0} : phases.last().begin + phases.last().length;
    phases.append({name, begin, *length, true, harName});
}

/// What the phases of \a attempt itself add up to.
Microseconds wholeOf(const Core::Attempt &attempt)
{
    return attempt.timings.total + attempt.timings.receive.value_or(Microseconds{0});
}

QString sentenceOf(const TimedPhase &phase)
{
    const QString length = durationText(phase.length);
    return phase.harName.isEmpty()
        ? TimingWords::tr("%1: %2").arg(phase.name, length)
        : TimingWords::tr("%1: %2, “%3” in HAR").arg(phase.name, length, phase.harName);
}

} // namespace

QList<TimedPhase> phasesOf(const Core::Attempt &attempt, std::optional<Core::Time> queuedSince)
{
    QList<TimedPhase> phases;
    const Core::Timings timings = Core::timesSpent(attempt);
    add(phases, TimingWords::tr("Name look-up"), QLatin1StringView("dns"), timings.lookUp);
    // Most of it passes before a connection is begun, or with addresses that did not connect.
    const Microseconds rest = Core::unexplained(timings);
    if (rest > Microseconds{0} && rest < timings.total)
        add(phases, TimingWords::tr("Other"), QLatin1StringView("blocked"), rest);
    add(phases, TimingWords::tr("Connecting"), QLatin1StringView("connect"), timings.connect);
    add(phases, TimingWords::tr("TLS handshake"), QLatin1StringView("ssl"), timings.tls);
    add(phases, TimingWords::tr("Sending"), QLatin1StringView("send"), timings.send);
    add(phases, TimingWords::tr("Waiting"), QLatin1StringView("wait"), timings.wait);
    add(phases, TimingWords::tr("Receiving"), QLatin1StringView("receive"), timings.receive);
    if (attempt.number == 1 && queuedSince && attempt.startedAt >= *queuedSince)
        phases.prepend({TimingWords::tr("Queued (not to scale)"),
                        {},
                        attempt.startedAt - *queuedSince,
                        false,
                        {}});
    return phases;
}

QString remarkOf(const Core::Attempt &attempt)
{
    const Core::Timings &timings = attempt.timings;
    if (attempt.outcome == Core::AttemptOutcome::InFlight)
        return TimingWords::tr("It is still under way.");
    if (phasesOf(attempt).isEmpty())
        return TimingWords::tr("How long each phase took is not known.");
    QStringList remarks;
    if (timings.send && !timings.connect && !timings.tls)
        remarks.append(TimingWords::tr(
            "An open connection was used again, so nothing was spent on connecting."));
    if (timings.receive)
        remarks.append(
            TimingWords::tr("The duration ends with the headers of the answer, after %1.")
                .arg(durationText(timings.total)));
    return remarks.join(u' ');
}

TimingView::TimingView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Where the time went"));
}

void TimingView::showTiming(const Core::Attempt &attempt, std::optional<Core::Time> queuedSince)
{
    m_attempt = attempt;
    m_queuedSince = queuedSince;
    refresh();
}

void TimingView::refresh()
{
    m_phases = phasesOf(m_attempt, m_queuedSince);
    if (Core::durationOf(m_attempt))
        m_phases.append({tr("Total"), {}, wholeOf(m_attempt), true, {}});
    m_remark = remarkOf(m_attempt);
    QStringList words;
    for (const TimedPhase &phase : std::as_const(m_phases))
        words.append(sentenceOf(phase));
    if (!m_remark.isEmpty())
        words.append(m_remark);
    setAccessibleDescription(words.join(QLatin1StringView("; ")));
    const int wanted = (static_cast<int>(m_phases.size()) + 2) * rowHeight();
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, wanted - viewport()->height()));
    viewport()->update();
}

int TimingView::nameWidth() const
{
    int widest = fontMetrics().averageCharWidth() * 20;
    for (const TimedPhase &phase : m_phases)
        widest = std::max(widest, fontMetrics().horizontalAdvance(phase.name));
    return widest + fontMetrics().averageCharWidth() * 2;
}

void TimingView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

bool TimingView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *const help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), hintAt(help->pos()), viewport());
    return true;
}

QString TimingView::hintAt(QPoint place) const
{
    const int y = place.y() - TimingMargin + verticalScrollBar()->value();
    const int row = y < 0 ? -1 : y / rowHeight();
    return row < 0 || row >= m_phases.size() ? QString()
                                             : plainToolTip(sentenceOf(m_phases.at(row)));
}

void TimingView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    QRect row(TimingMargin, TimingMargin - verticalScrollBar()->value(),
              viewport()->width() - 2 * TimingMargin, rowHeight());
    for (const TimedPhase &phase : std::as_const(m_phases)) {
        paintPhase(painter, row, phase);
        row.translate(0, rowHeight());
    }
    painter.setPen(m_themes.of(palette()).ink(Tone::Muted));
    row.setHeight(2 * rowHeight());
    painter.drawText(row, static_cast<int>(Qt::AlignLeft) | Qt::TextWordWrap, m_remark);
}

void TimingView::paintPhase(QPainter &painter, const QRect &row, const TimedPhase &phase)
{
    const Theme &theme = m_themes.of(palette());
    const int numberWidth = fontMetrics().averageCharWidth() * 14;
    const bool isTotal = &phase == &m_phases.constLast();
    painter.setPen(theme.ink(isTotal ? Tone::Plain : Tone::Muted));
    painter.drawText(QRect(row.topLeft(), QSize(nameWidth(), row.height())), Qt::AlignVCenter,
                     phase.name);
    painter.setPen(theme.ink(Tone::Plain));
    const QRect number(row.right() - numberWidth, row.y(), numberWidth, row.height());
    painter.drawText(number, Qt::AlignVCenter | Qt::AlignRight, durationText(phase.length));
    const QRectF lane(row.x() + nameWidth(), row.y() + 6,
                      row.width() - nameWidth() - numberWidth - 12, row.height() - 12);
    if (lane.width() < 8)
        return;
    const auto whole = static_cast<double>(std::max<qint64>(wholeOf(m_attempt).count(), 1));
    const auto share = [whole](Microseconds time) {
        return std::clamp(static_cast<double>(time.count()) / whole, 0.0, 1.0);
    };
    QRectF bar = lane;
    if (phase.isToScale) {
        bar.setLeft(lane.left() + lane.width() * share(phase.begin));
        bar.setWidth(std::max(2.0, lane.width() * share(phase.length)));
        bar.moveRight(std::min(bar.right(), lane.right()));
    }
    painter.setPen(theme.ink(Tone::Busy));
    // Hatched where it is not to scale, hollow for the sum, so that no colour has to tell.
    QBrush brush(theme.ink(Tone::Busy), phase.isToScale ? Qt::SolidPattern : Qt::BDiagPattern);
    painter.setBrush(isTotal ? Qt::NoBrush : brush);
    painter.drawRect(bar);
}

} // namespace Gui
