// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callpanel.h"

#include "ui/calls/callmodel.h"
#include "ui/facts.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/welcome/registercommand.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

namespace Gui {

namespace {

constexpr int LeastCallHeight = 24;
constexpr int CellMargin = 20;
constexpr int WantedForRemark = 40; ///< characters

} // namespace

CallPanel::CallPanel(const Facts &facts, QWidget *parent)
    : QWidget(parent)
    , m_model(new CallModel(this))
    , m_view(new QTableView(this))
    , m_title(new QLabel(tr("API calls"), this))
    , m_refusedOnly(new QCheckBox(tr("&Refused only"), this))
    , m_message(new QLabel(this))
    , m_command(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy the command"), this))
    , m_showAll(new QPushButton(tr("Show all calls"), this))
    , m_stack(new QStackedWidget(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_view->setModel(m_model);
    m_view->setAccessibleName(m_title->text());
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setEditTriggers(QTableView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_view->setHorizontalHeader(new FlatHeader(m_view, HeadedCells::Usual));
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    m_stack->addWidget(m_view);
    m_stack->addWidget(makeMessage());
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);

    connect(&facts, &Facts::callsAnswered, this, [this](const QList<Core::ApiCall> &calls) {
        const QScrollBar *const bar = m_view->verticalScrollBar();
        const bool isAtEnd = bar->value() == bar->maximum();
        m_model->add(calls);
        fitColumns();
        showMessage();
        if (isAtEnd)
            m_view->scrollToBottom();
    });
    connect(m_refusedOnly, &QCheckBox::toggled, this, [this](bool isChecked) {
        m_model->setRefusedOnly(isChecked);
        showMessage();
        m_view->scrollToBottom();
    });
    connect(&facts, &Facts::statusChanged, this,
            [this](const Core::EngineStatus &status) { setUrls(status.apiUrl, status.binUrl); });
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
        const bool isByHand = !m_isFitting && column != CallModel::RemarkColumn;
        m_isFitByHand = m_isFitByHand || isByHand;
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    connect(m_showAll, &QPushButton::clicked, this, [this] { m_refusedOnly->setChecked(false); });
    setFocusProxy(m_view);
    applyFont();
    showMessage();
}

void CallPanel::showSecrets(bool areShown)
{
    m_model->showSecrets(areShown);
}

QWidget *CallPanel::makeBar()
{
    auto *const bar = new QWidget(this);
    auto *const back = new QPushButton(tr("Back to the log"), bar);
    connect(back, &QPushButton::clicked, this, &CallPanel::closeRequested);
    auto *const layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_refusedOnly);
    layout->addSpacing(8);
    layout->addWidget(back);
    return bar;
}

QWidget *CallPanel::makeMessage()
{
    auto *const page = new QWidget(this);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setAccessibleName(tr("A command that calls it"));
    setGlyph(*m_copy, Glyph::Copy);
    auto *const layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(m_message);
    for (QWidget *const one : QList<QWidget *>{m_command, m_copy, m_showAll})
        layout->addWidget(one, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    // A command that is too wide scrolls, and does not make the window wider.
    auto *const area = new QScrollArea(this);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

void CallPanel::setUrls(const QString &apiUrl, const QString &binUrl)
{
    const bool isListening = !apiUrl.isEmpty() && !binUrl.isEmpty();
    const QString command
        = isListening ? commandToRegister(CallTool::Curl, apiUrl, binUrl) : QString();
    if (command == m_command->text())
        return;
    m_command->setText(command);
    showMessage();
}

void CallPanel::showMessage()
{
    const bool wasCalled = m_model->totalCount() > 0;
    m_message->setText(wasCalled ? tr("No call was refused.")
                                 : tr("Nobody has called the HTTP interface since the start."));
    const bool hasCommand = !wasCalled && !m_command->text().isEmpty();
    m_command->setVisible(hasCommand);
    m_copy->setVisible(hasCommand);
    m_showAll->setVisible(wasCalled);
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
}

void CallPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void CallPanel::applyFont()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_command->setFont(fixedFontLike(font()));
    const QFontMetrics metrics = fontMetrics();
    m_view->verticalHeader()->setDefaultSectionSize(
        std::max(LeastCallHeight, metrics.height() + 8));
    m_callWidth = 0;
    m_isFitByHand = false;
    fitColumns();
}

/// What was wrong has the room that is left; where that is little, the words of the answer yield,
/// which its number stands for.
void CallPanel::fitColumns()
{
    if (m_isFitByHand)
        return;
    const QScopedValueRollback guard(m_isFitting, true);
    const auto widthOf = [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text) + CellMargin;
    };
    const int longestCall = widthOf(QStringLiteral("DELETE /webhooks/dst_0000/resume"));
    m_view->resizeColumnToContents(CallModel::CallColumn);
    m_callWidth = std::clamp(m_view->columnWidth(CallModel::CallColumn), m_callWidth, longestCall);
    const int time = widthOf(QStringLiteral("00:00:00.000"));
    const int client = widthOf(QStringLiteral("curl/00.00.0"));
    const int room = width() - m_view->verticalScrollBar()->sizeHint().width() - time - client
        - m_callWidth - fontMetrics().averageCharWidth() * WantedForRemark;
    m_view->setColumnWidth(CallModel::TimeColumn, time);
    m_view->setColumnWidth(CallModel::StatusColumn,
                           std::clamp(room, widthOf(QStringLiteral("000 000 Created")),
                                      widthOf(QStringLiteral("000 000 Unprocessable Content"))));
    m_view->setColumnWidth(CallModel::CallColumn, m_callWidth);
    m_view->setColumnWidth(CallModel::ClientColumn, client);
}

void CallPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

} // namespace Gui
