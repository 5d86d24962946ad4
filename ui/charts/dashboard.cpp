// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/dashboard.h"

#include "ui/charts/chartexport.h"
#include "ui/charts/figuretile.h"
#include "ui/charts/rankchart.h"
#include "ui/charts/timechart.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"
#include "ui/requests.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Gui {

namespace {

constexpr int BoardMargin = 10;
constexpr int BoardGap = 8;
constexpr qsizetype ShownErrors = 5;
constexpr int WideRow = 6; ///< tiles, where there is room

/// Answers by their hundred, and those that did not come.
QList<RankedCount> byClass(const QList<Core::AnswerCount> &answers)
{
    constexpr std::array Endings{Ending::Temporary, Ending::Temporary, Ending::Delivered,
                                 Ending::Failed,    Ending::Failed,    Ending::Temporary};
    std::array<int, Endings.size()> counts{};
    for (const Core::AnswerCount &answer : answers) {
        const auto hundred = static_cast<std::size_t>(answer.answer.status / 100);
        counts.at(hundred < counts.size() ? hundred : 0) += answer.count;
    }
    QList<RankedCount> ranked;
    for (std::size_t hundred = 1; hundred < counts.size(); ++hundred) {
        // Interim answers are seldom seen.
        if (hundred > 1 || counts.at(hundred) > 0)
            ranked.append(
                {QStringLiteral("%1xx").arg(hundred), counts.at(hundred), Endings.at(hundred)});
    }
    ranked.append({Dashboard::tr("no answer"), counts.front(), Endings.front()});
    return ranked;
}

QList<RankedCount> mostFrequentErrors(const QList<Core::AnswerCount> &answers)
{
    QList<RankedCount> ranked;
    for (const Core::AnswerCount &answer : answers) {
        const Ending ending = endingOf(answer.answer.outcome);
        if (ending != Ending::Delivered && ranked.size() < ShownErrors)
            ranked.append({spoken(answer.answer), answer.count, ending});
    }
    return ranked;
}

QString latencyText(const Core::Figures &figures, Core::Microseconds latency)
{
    return figures.answered == 0 ? QStringLiteral("–") : durationText(latency);
}

Tone toneOf(const Core::Tally &tally)
{
    if (tally.total() == 0)
        return Tone::Muted;
    return tally.failures() == 0 ? Tone::Good : Tone::Plain;
}

} // namespace

Dashboard::Dashboard(const DestinationModel &destinations, const Facts &facts, Requests &requests,
                     QWidget *parent)
    : ChartPage(parent)
    , m_destinations(destinations)
    , m_requests(requests)
    , m_state(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_page(makePage())
    , m_exporter(new ChartExport(
          *m_page, QStringLiteral("dashboard"), [this] { return numbers(); }, this))
{
    m_state->setTextFormat(Qt::PlainText);
    auto *const area = new QScrollArea(m_stack);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Dashboard"));
    area->setWidget(m_page);
    m_stack->addWidget(area);
    m_stack->addWidget(makeMessage());
    layOut(*m_exporter, m_stack, m_state, nullptr);
    connect(&facts, &Facts::destinationCounted, this, &Dashboard::take);
    connect(&facts, &Facts::destinationsChanged, this, &Dashboard::showStatus);
    connect(&facts, &Facts::destinationsForgotten, this, &Dashboard::showStatus);
    connect(&destinations, &DestinationModel::dispatchingChanged, this, &Dashboard::showStatus);
    arrangeTiles();
    m_seconds.setInterval(std::chrono::seconds{1});
    connect(&m_seconds, &QTimer::timeout, this, &Dashboard::showStatus);
    showStatus();
}

QWidget *Dashboard::makePage()
{
    auto *const page = new QWidget(this);
    page->setAutoFillBackground(true);
    m_success = new FigureTile(tr("Success"), page);
    m_median = new FigureTile(tr("Duration p50"), page);
    m_slow = new FigureTile(tr("Duration p95"), page);
    m_slowest = new FigureTile(tr("Duration p99"), page);
    m_streak = new FigureTile(tr("In a row"), page);
    m_next = new FigureTile(tr("Next send"), page);
    m_time = new TimeChart(page);
    m_answers = new RankChart(tr("Answers"), tr("None yet"), page);
    m_errors = new RankChart(tr("Most frequent errors"), tr("None"), page);
    m_tiles = new QGridLayout;
    m_tiles->setSpacing(BoardGap);
    auto *const lists = new QHBoxLayout;
    lists->setSpacing(BoardGap);
    lists->addWidget(m_answers);
    lists->addWidget(m_errors);
    auto *const layout = new QVBoxLayout(page);
    layout->setContentsMargins(BoardMargin, 2, BoardMargin, BoardMargin);
    layout->setSpacing(BoardGap);
    layout->addLayout(m_tiles);
    layout->addWidget(m_time, 3);
    layout->addLayout(lists, 2);
    return page;
}

/// In one row, or in two where that is too wide.
void Dashboard::arrangeTiles()
{
    const std::array tiles{m_success, m_median, m_slow, m_slowest, m_streak, m_next};
    int widest = 0;
    for (const FigureTile *const tile : tiles)
        widest = std::max(widest, tile->sizeHint().width());
    const bool isWide = width() >= WideRow * (widest + BoardGap) + 2 * BoardMargin;
    const int columns = isWide ? WideRow : WideRow / 2;
    if (m_tiles->count() > 0 && m_columns == columns)
        return;
    m_columns = columns;
    int place = 0;
    for (FigureTile *const tile : tiles) {
        m_tiles->addWidget(tile, place / columns, place % columns);
        ++place;
    }
}

void Dashboard::resizeEvent(QResizeEvent *event)
{
    ChartPage::resizeEvent(event);
    arrangeTiles();
}

QWidget *Dashboard::makeMessage()
{
    auto *const message = new QLabel(tr("Choose a destination on the left."), m_stack);
    message->setTextFormat(Qt::PlainText);
    message->setAlignment(Qt::AlignCenter);
    message->setWordWrap(true);
    message->setAutoFillBackground(true);
    message->setBackgroundRole(QPalette::Base);
    return message;
}

void Dashboard::setDestination(Core::DestinationId destination)
{
    if (destination == m_destination)
        return;
    m_destination = destination;
    request();
}

void Dashboard::showEvent(QShowEvent *event)
{
    ChartPage::showEvent(event);
    m_seconds.start();
}

void Dashboard::hideEvent(QHideEvent *event)
{
    ChartPage::hideEvent(event);
    m_seconds.stop();
    emit m_requests.figuresRequested({});
}

void Dashboard::request()
{
    m_figures = Core::Figures();
    m_figures.destination = m_destination;
    m_figures.activity = Core::Activity(fineFrameOf(range()), now());
    if (isVisible())
        emit m_requests.figuresRequested({m_destination, fineFrameOf(range())});
    showFigures();
    showStatus();
}

void Dashboard::take(const Core::Figures &figures)
{
    // What was asked for before is of no use any more.
    if (figures.destination != m_destination
        || figures.activity.frame() != m_figures.activity.frame())
        return;
    m_figures = figures;
    showFigures();
}

void Dashboard::showFigures()
{
    const Core::Tally sum = m_figures.activity.sum();
    const QString attempts
        = sum.total() == 1 ? tr("of 1 attempt") : tr("of %1 attempts").arg(countText(sum.total()));
    m_success->show(successText(sum), m_figures.isComplete ? attempts : tr("counting…"),
                    toneOf(sum));
    const QString answers = m_figures.answered == 1
        ? tr("of 1 answer")
        : tr("of %1 answers").arg(countText(m_figures.answered));
    m_median->show(latencyText(m_figures, m_figures.p50), answers);
    m_slow->show(latencyText(m_figures, m_figures.p95), answers);
    m_slowest->show(latencyText(m_figures, m_figures.p99), answers);
    const Core::Streak &streak = m_figures.streak;
    m_streak->show(streak.count == 0 ? QStringLiteral("–") : countText(streak.count),
                   streak.count == 0   ? QString()
                       : streak.isGood ? tr("went well")
                                       : tr("failed"),
                   streak.count == 0 || streak.isGood ? Tone::Plain : Tone::Bad);
    m_time->show(m_figures.activity);
    m_answers->show(sum.total() == 0 ? QList<RankedCount>() : byClass(m_figures.answers));
    m_errors->show(mostFrequentErrors(m_figures.answers));
    arrangeTiles();
}

void Dashboard::showStatus()
{
    const Core::DestinationStatus *const status = m_destinations.find(m_destination);
    m_stack->setCurrentIndex(status == nullptr ? 1 : 0);
    if (status == nullptr) {
        title().setText(tr("Dashboard"));
        m_state->clear();
        return;
    }
    title().setText(shortened(printable(status->destination.name), LongestNameInTitle));
    m_state->setText(toWords(healthOf(*status)));
    showNext(*status);
}

void Dashboard::showNext(const Core::DestinationStatus &status)
{
    const QString waiting
        = status.waiting > 0 ? tr("%1 waiting").arg(countText(status.waiting)) : QString();
    if (status.destination.state == Core::DestinationState::Paused)
        m_next->show(tr("paused"), printable(spokenPause(status.destination)), Tone::Warning);
    else if (status.inFlight > 0)
        m_next->show(tr("under way"), waiting, Tone::Busy);
    else if (!m_destinations.isDispatching())
        m_next->show(QStringLiteral("–"), tr("dispatching is off"), Tone::Warning);
    else if (const auto held = nextAfterHold(status, now()))
        m_next->show(untilText(*held, now()), tr("the receiver asked us to wait"), Tone::Warning);
    else if (status.nextAt)
        m_next->show(untilText(*status.nextAt, now()),
                     waiting.isEmpty() ? shortClockText(*status.nextAt) : waiting);
    else
        m_next->show(QStringLiteral("–"), waiting.isEmpty() ? tr("nothing waits") : waiting);
}

ChartNumbers Dashboard::numbers() const
{
    ChartNumbers numbers{
        {QStringLiteral("figure"), QStringLiteral("item"), QStringLiteral("value")}, {}};
    const auto add = [&numbers](const QString &figure, const QString &item, qint64 value) {
        numbers.rows.append({figure, item, QString::number(value)});
    };
    const Core::Tally sum = m_figures.activity.sum();
    add(QStringLiteral("attempts"), QStringLiteral("delivered"), sum.delivered);
    add(QStringLiteral("attempts"), QStringLiteral("temporary"), sum.temporary);
    add(QStringLiteral("attempts"), QStringLiteral("failed"), sum.failed);
    if (m_figures.answered > 0) {
        const QString latency = QStringLiteral("latency in microseconds");
        add(latency, QStringLiteral("p50"), m_figures.p50.count());
        add(latency, QStringLiteral("p95"), m_figures.p95.count());
        add(latency, QStringLiteral("p99"), m_figures.p99.count());
    }
    for (const Core::AnswerCount &answer : m_figures.answers)
        add(QStringLiteral("answer"), Core::toWords(answer.answer), answer.count);
    for (int step = 0; step < m_figures.activity.count(); ++step) {
        const QString begin = Core::toIso(m_figures.activity.beginOf(step));
        const Core::Tally &tally = m_figures.activity.at(step);
        add(QStringLiteral("delivered from"), begin, tally.delivered);
        add(QStringLiteral("temporary from"), begin, tally.temporary);
        add(QStringLiteral("failed from"), begin, tally.failed);
    }
    return numbers;
}

} // namespace Gui
