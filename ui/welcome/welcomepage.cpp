// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomepage.h"

#include "ui/log/logrow.h"
#include "ui/look/format.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spoken.h"
#include "ui/welcome/registercommand.h"
#include "ui/welcome/step.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShowEvent>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr int CommandLines = 4;
constexpr int LeastButtonHeight = 28;
constexpr int PageWidth = 96;
constexpr std::chrono::seconds CopiedTime{2};
constexpr QLatin1StringView DemoBin{"demo"};

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QScrollArea(parent)
    , m_column(new QWidget(this))
    , m_title(plainLabel(tr("Ready to send webhooks"), this))
    , m_tools(new QTabBar(this))
    , m_command(new QPlainTextEdit(this))
    , m_copy(makeButton({}))
    , m_demo(makeButton(tr("See one working now")))
    , m_add(makeButton(tr("Add destination…")))
    , m_back(makeButton(tr("Show the log")))
    , m_demoStep(
          new Step(1, tr("See one working now"),
                   tr("Registers this program's own bin as a destination and sends it a test "
                      "event. The first answer is here within seconds."),
                   makeButtonRow(m_demo), this))
    , m_commandStep(new Step(2, tr("Register from your terminal"),
                             tr("The destination appears here as soon as the command has run."),
                             makeCommand(), this))
    , m_ownStep(new Step(3, tr("Add your own"),
                         tr("Any http or https address, with a name of your choice."),
                         makeButtonRow(m_add), this))
{
    setFrameShape(NoFrame);
    setAccessibleName(tr("First steps"));
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    auto *const page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *const column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(
        plainLabel(tr("Hookpost posts to every destination that you register, and shows "
                      "here what each of them answers."),
                   this));
    for (Step *const step : {m_demoStep, m_commandStep, m_ownStep})
        column->addWidget(step);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addStretch(3);
    m_column->setLayout(column);
    auto *const row = new QHBoxLayout(page);
    row->setContentsMargins(24, 16, 24, 16);
    row->addWidget(m_column);
    setWidget(page);

    m_demo->setDefault(true);
    m_back->hide();
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::requestDemo);
    m_copied.setSingleShot(true);
    m_copied.setInterval(CopiedTime);
    connect(m_copy, &QPushButton::clicked, this, &WelcomePage::copyCommand);
    connect(&m_copied, &QTimer::timeout, this,
            [this] { nameCopy(tr("Copy"), tr("Copy the command")); });
    connect(m_add, &QPushButton::clicked, this, &WelcomePage::requestAddition);
    connect(m_back, &QPushButton::clicked, this, &WelcomePage::logRequested);
    applyFont();
    setUrls({}, {});
}

QPushButton *WelcomePage::makeButton(const QString &text)
{
    auto *const button = new QPushButton(text, this);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    button->setMinimumHeight(LeastButtonHeight);
    return button;
}

QWidget *WelcomePage::makeButtonRow(QPushButton *button)
{
    auto *const row = new QWidget(this);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(button);
    layout->addStretch(1);
    return row;
}

QWidget *WelcomePage::makeCommand()
{
    for (const CallTool tool : callTools())
        m_tools->addTab(nameOf(tool));
    m_tools->setAccessibleName(tr("What the command is written for"));
    m_tools->setDrawBase(false);
    m_tools->setExpanding(false);
    connect(m_tools, &QTabBar::currentChanged, this, &WelcomePage::showCommand);

    m_command->setReadOnly(true);
    m_command->setAccessibleName(tr("The command that registers a destination"));
    m_command->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_command->setTabChangesFocus(true);
    m_command->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    nameCopy(tr("Copy"), tr("Copy the command"));
    setGlyph(*m_copy, Glyph::Copy);

    auto *const box = new QWidget(this);
    auto *const line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_command, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addLayout(line);
    return box;
}

void WelcomePage::setUrls(const QString &apiUrl, const QString &binUrl, const QString &trouble)
{
    m_apiUrl = apiUrl;
    m_binUrl = binUrl;
    const bool isListening = !apiUrl.isEmpty() && !binUrl.isEmpty();
    const QString cause
        = trouble.isEmpty() ? tr("Hookpost does not listen yet") : printable(trouble);
    const QString reason = isListening ? QString() : cause;
    for (QPushButton *const button : {m_copy, m_demo}) {
        button->setEnabled(isListening);
        button->setToolTip(reason.isEmpty() ? reason : plainToolTip(reason));
        button->setStatusTip(reason);
    }
    m_demo->setAccessibleDescription(reason);
    showCommand();
    showCallStep();
    // Who has gone elsewhere meanwhile stays there.
    const QWidget *const focus = window()->focusWidget();
    if (focus == nullptr || !focus->isVisible() || isAncestorOf(focus))
        takeFocus();
}

void WelcomePage::setLogOffered(bool isOffered)
{
    m_back->setVisible(isOffered);
}

void WelcomePage::showCommand()
{
    const bool isListening = !m_apiUrl.isEmpty() && !m_binUrl.isEmpty();
    const CallTool tool = callTools().at(m_tools->currentIndex());
    const QString text = isListening ? commandToRegister(tool, m_apiUrl, m_binUrl)
                                     : tr("The command stands here as soon as Hookpost listens.");
    if (text != command())
        m_command->setPlainText(text);
}

void WelcomePage::copyCommand()
{
    QGuiApplication::clipboard()->setText(command());
    nameCopy(tr("Copied"), tr("Copied"));
    m_copied.start();
}

void WelcomePage::nameCopy(const QString &text, const QString &accessibleName)
{
    m_copy->setText(text);
    m_copy->setAccessibleName(accessibleName);
}

void WelcomePage::showCalls(const QList<Core::ApiCall> &calls)
{
    const bool wasTaken = m_callStep.isTaken();
    for (const Core::ApiCall &call : calls)
        m_callStep = after(m_callStep, call);
    showCallStep();
    if (m_callStep.isTaken() && !wasTaken)
        emit callTaken();
}

void WelcomePage::showCallStep()
{
    switch (m_callStep.state) {
    case CallStep::State::Waiting:
        m_commandStep->showOutcome(Glyph::InFlight, Tone::Muted,
                                   m_apiUrl.isEmpty() ? QString() : tr("Waiting for the call…"));
        return;
    case CallStep::State::Taken:
        m_commandStep->showOutcome(Glyph::Delivered, Tone::Good, m_callStep.sentence);
        return;
    case CallStep::State::Failing:
        m_commandStep->showOutcome(Glyph::Warning, Tone::Warning, m_callStep.sentence);
        return;
    case CallStep::State::Refused:
        m_commandStep->showOutcome(Glyph::Warning, Tone::Bad, m_callStep.sentence);
        return;
    }
}

void WelcomePage::showAttempts(const QList<Core::Attempt> &attempts)
{
    const QString demo = demoBinUrl(m_binUrl);
    bool isDemo = false;
    for (const Core::Attempt &attempt : attempts) {
        showAnswer(attempt);
        if (attempt.outcome != Core::AttemptOutcome::Delivered || attempt.url != demo)
            continue;
        m_demoAnswer = attempt;
        isDemo = true;
    }
    if (isDemo)
        showDemo();
}

void WelcomePage::showCaptures(const QList<Core::Capture> &captures)
{
    constexpr qsizetype MostKept = 20;
    bool isDemo = false;
    for (const Core::Capture &capture : captures) {
        if (capture.bin != DemoBin)
            continue;
        m_demoCaptures.append(capture);
        isDemo = true;
    }
    m_demoCaptures = m_demoCaptures.last(std::min(MostKept, m_demoCaptures.size()));
    if (isDemo)
        showDemo();
}

/// The rows that the log has of it, one for what was sent and one for what came to the bin.
void WelcomePage::showDemo()
{
    if (!m_demoAnswer)
        return;
    m_demoStep->showOutcome(Glyph::Delivered, Tone::Good,
                            tr("The demo has answered %1.").arg(spoken(*m_demoAnswer)));
    QList<LogRow> rows{rowOf(*m_demoAnswer)};
    for (const Core::Capture &capture : std::as_const(m_demoCaptures)) {
        if (capture.delivery == m_demoAnswer->delivery)
            rows.append(rowOf(Core::LinkedCapture{capture, m_demoAnswer->destination,
                                                  m_demoAnswer->eventType, m_demoAnswer->kind,
                                                  m_demoAnswer->isResend}));
    }
    m_demoStep->showRows(rows);
}

// The destination is known before the call that registered it is told of, or after it.
void WelcomePage::showRegistered(const Core::Destination &destination)
{
    m_registered = destination.id;
    m_callStep = {CallStep::State::Taken,
                  tr("%1 is registered.").arg(shortened(printable(destination.name), LongestName))};
    showCallStep();
    emit callTaken();
}

void WelcomePage::showAnswer(const Core::Attempt &attempt)
{
    if (m_registered.isNull() || attempt.destination != m_registered
        || attempt.outcome == Core::AttemptOutcome::InFlight)
        return;
    m_registered = {};
    m_callStep.state = Core::isFailure(attempt) ? CallStep::State::Failing : CallStep::State::Taken;
    m_callStep.sentence = tr("%1 is registered; %2 after %3.")
                              .arg(shortened(printable(attempt.destinationName), LongestName),
                                   shortened(printable(spoken(attempt)), 4 * LongestName),
                                   durationText(attempt.timings.total));
    showCallStep();
}

void WelcomePage::showDestinations(const QList<Core::DestinationStatus> &destinations)
{
    const QString demo = demoBinUrl(m_binUrl);
    for (const Core::DestinationStatus &status : destinations) {
        const Core::Destination &destination = status.destination;
        if (destination.origin == Core::Origin::Window && destination.url != demo)
            m_ownStep->showOutcome(Glyph::Delivered, Tone::Good,
                                   tr("%1 is registered.").arg(printable(destination.name)));
    }
}

void WelcomePage::requestDemo()
{
    Core::Destination demo;
    demo.name = QStringLiteral("demo");
    demo.url = demoBinUrl(m_binUrl);
    demo.origin = Core::Origin::Window;
    emit demoRequested(demo);
}

void WelcomePage::requestAddition()
{
    Core::Destination pasted;
    pasted.name = QStringLiteral("pasted");
    pasted.url = QGuiApplication::clipboard()->text().trimmed();
    emit additionRequested(Core::validate(pasted) ? pasted.url : QString());
}

QString WelcomePage::command() const
{
    return m_command->toPlainText();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

void WelcomePage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_isFocusDue = m_isFocusDue || !event->spontaneous();
    takeFocus();
}

void WelcomePage::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_isFocusDue = m_isFocusDue && event->spontaneous();
}

/// Once for each time that the page is shown: the first step, as soon as it can be taken.
void WelcomePage::takeFocus()
{
    if (!m_isFocusDue || !m_demo->isEnabled())
        return;
    m_isFocusDue = false;
    m_demo->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::applyFont()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    const QFont fixed = fixedFontLike(font());
    m_command->setFont(fixed);
    const QFontMetrics metrics(fixed);
    const int frame = static_cast<int>(m_command->document()->documentMargin()) * 2 + 4;
    m_command->setFixedHeight(metrics.lineSpacing() * CommandLines + frame
                              + m_command->horizontalScrollBar()->sizeHint().height() / 2);
    for (QPushButton *const button : {m_demo, m_copy, m_add, m_back})
        button->setMinimumWidth(button->sizeHint().width() + metrics.averageCharWidth() * 2);
    m_column->setMaximumWidth(metrics.averageCharWidth() * PageWidth);
}

} // namespace Gui
