// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detailpane.h"

#include "ui/detail/bodyview.h"
#include "ui/detail/diffview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/messageview.h"
#include "ui/detail/overview.h"
#include "ui/detail/signatureview.h"
#include "ui/detail/timingview.h"
#include "ui/detail/triesview.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/fieldtable.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr int MemberMargin = 8;
constexpr int WidthForTexts = 100; ///< of the pane, as many times as a letter is wide
constexpr QLatin1StringView TabKey{"detail/tab"};
constexpr QLatin1StringView RequestGroup{"detail/request"};
constexpr QLatin1StringView ResponseGroup{"detail/response"};
constexpr QLatin1StringView TriesKey{"detail/triesColumns"};

QString responsePlaceholder(const Core::AttemptRecord &record)
{
    if (record.attempt.outcome == Core::AttemptOutcome::InFlight)
        return DetailPane::tr("No answer yet.");
    if (record.attempt.status == 0)
        return DetailPane::tr("No answer came.");
    return record.transcript.isResponseCut
        ? DetailPane::tr("Nothing of the answer's body was kept.")
        : DetailPane::tr("The answer has no body.");
}

/// What the delivery does next changes while an attempt stays as it is.
bool isSameButForNextStep(RowRecord before, const RowRecord &after)
{
    auto *const sent = std::get_if<Core::AttemptRecord>(&before);
    if (const auto *const now = std::get_if<Core::AttemptRecord>(&after); sent && now) {
        sent->nextStep = now->nextStep;
        sent->dueAt = now->dueAt;
    }
    return before == after;
}

/// What is too high for a small window is not cut off, and does not take the list its room.
QScrollArea *scrolling(QWidget *page)
{
    auto *const area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_member(new ElidedLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_buttons(new QToolBar(this))
    , m_overview(new Overview)
    , m_request(new MessageView(tr("Request headers"), tr("Request body")))
    , m_response(new MessageView(tr("Response headers"), tr("Response body")))
    , m_timing(new TimingView)
    , m_tries(new TriesView)
    , m_diff(new DiffView)
    , m_signature(new SignatureView)
{
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the chosen row"));
    setFocusProxy(m_tabs);
    QScrollArea *const overview = scrolling(m_overview);
    addTab(OverviewTab, overview, tr("Overview"));
    addTab(RequestTab, m_request, tr("Request"));
    addTab(ResponseTab, m_response, tr("Response"));
    addTab(TimingTab, m_timing, tr("Timing"));
    addTab(TriesTab, m_tries, tr("Attempts"));
    addTab(DiffTab, m_diff, tr("Diff"));
    addTab(SignatureTab, m_signature, tr("Signature"));
    m_buttons->setOrientation(Qt::Vertical);
    m_buttons->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fitIcons(*m_buttons);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *const column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_member);
    column->addWidget(m_tabs, 1);
    layout->addLayout(column, 1);
    layout->addWidget(m_buttons);
    m_member->setObjectName(QStringLiteral("member"));
    m_member->setContentsMargins(MemberMargin, 2, MemberMargin, 2);
    connect(m_overview, &Overview::rowRequested, this, &DetailPane::rowRequested);
    connect(m_overview, &Overview::editRequested, this, &DetailPane::editRequested);
    connect(m_overview, &Overview::resumeRequested, this, &DetailPane::resumeRequested);
    connect(m_overview, &Overview::placeReached, overview, [overview](const QRect &place) {
        overview->ensureVisible(0, place.center().y(), 0, place.height());
    });
    connect(m_overview, &Overview::triesRequested, this, [this] { setCurrentTab(TriesTab); });
    connect(m_tries, &TriesView::rowRequested, this, &DetailPane::rowRequested);
    connect(m_diff, &DiffView::recordRequested, this, &DetailPane::recordRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPane::noteTab);
    for (const FieldTable *const table : findChildren<FieldTable *>())
        connect(table, &FieldTable::copied, this, &DetailPane::copied);
    clearRecord();
}

void DetailPane::addTab(Tab tab, QWidget *page, const QString &name)
{
    m_tabs->insertTab(tab, page, name);
    auto *const action = new QAction(name, this);
    action->setObjectName(QStringLiteral("detail-%1").arg(static_cast<int>(tab) + 1));
    action->setShortcut(QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + static_cast<int>(tab))));
    connect(action, &QAction::triggered, this, [this, tab] { setCurrentTab(tab); });
    m_tabActions.append(action);
    addAction(action);
}

void DetailPane::noteTab(int tab)
{
    if (m_isChoosingTab)
        m_chosenTab = Tab{tab};
}

void DetailPane::showTabs(const QList<Tab> &tabs)
{
    const QScopedValueRollback choosing(m_isChoosingTab, false);
    for (int tab = 0; tab < TabCount; ++tab) {
        const bool isWanted = tab == OverviewTab || tabs.contains(Tab{tab});
        m_tabs->setTabVisible(tab, isWanted);
        m_tabActions.at(tab)->setEnabled(isWanted);
    }
    m_tabs->setCurrentIndex(isTabVisible(m_chosenTab) ? m_chosenTab : OverviewTab);
}

DetailPane::Tab DetailPane::currentTab() const
{
    return Tab{m_tabs->currentIndex()};
}

void DetailPane::setCurrentTab(Tab tab)
{
    if (m_tabs->isTabVisible(tab))
        m_tabs->setCurrentIndex(tab);
}

bool DetailPane::isTabVisible(Tab tab) const
{
    return m_tabs->isTabVisible(tab);
}

void DetailPane::restoreFrom(const QSettings &settings)
{
    const int tab = settings.value(TabKey, int{OverviewTab}).toInt();
    m_chosenTab = Tab{tab >= 0 && tab < TabCount ? tab : int{OverviewTab}};
    m_request->restoreFrom(settings, RequestGroup);
    m_response->restoreFrom(settings, ResponseGroup);
    m_tries->restoreColumns(settings.value(TriesKey).toByteArray());
}

void DetailPane::saveTo(QSettings &settings) const
{
    settings.setValue(TabKey, int{m_chosenTab});
    m_request->saveTo(settings, RequestGroup);
    m_response->saveTo(settings, ResponseGroup);
    settings.setValue(TriesKey, m_tries->horizontalHeader()->saveState());
}

void DetailPane::showRecord(const RowRecord &record)
{
    const bool isKnown = m_record && isSameButForNextStep(*m_record, record);
    m_record = record;
    m_overview->showRecord(record);
    tellMember();
    if (isKnown) // Whoever reads in it stays where they are.
        return;
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        showSent(*sent);
    else
        showReceived(std::get<Core::CaptureRecord>(record));
    m_diff->showRecord(record);
}

void DetailPane::showSent(const Core::AttemptRecord &record)
{
    showTabs({RequestTab, ResponseTab, TimingTab, TriesTab, DiffTab, SignatureTab});
    const Core::Transcript &transcript = record.transcript;
    m_request->showMessage(
        transcript.requestHeaders, Core::Sender::Ourselves,
        {record.requestBody, record.requestContentType, false, tr("The request has no body.")});
    m_response->showMessage(transcript.responseHeaders, Core::Sender::Others,
                            {transcript.responseBody,
                             Core::headerValue(transcript.responseHeaders, "Content-Type"),
                             transcript.isResponseCut, responsePlaceholder(record)});
    m_timing->showTiming(record.attempt);
    Core::Kin alone;
    alone.row = Core::LogKey::of(record.attempt.id);
    alone.tries = {record.attempt};
    m_tries->showKin(alone);
    m_signature->showHeaders(transcript.requestHeaders);
}

void DetailPane::showReceived(const Core::CaptureRecord &record)
{
    showTabs({RequestTab, DiffTab, SignatureTab});
    m_request->showMessage(record.headers, Core::senderOf(record.capture),
                           {record.body, Core::headerValue(record.headers, "Content-Type"), false,
                            tr("The request has no body.")});
    m_signature->showHeaders(record.headers);
}

void DetailPane::clearRecord()
{
    m_record.reset();
    tellMember();
    showTabs({});
    m_overview->clear();
    m_diff->clear();
}

void DetailPane::tellSelected(qsizetype rows)
{
    m_overview->tellSelected(rows);
}

void DetailPane::showSummary(const Core::LogKey &row, const QString &summary)
{
    m_overview->showSummary(row, summary);
    m_summedUp = summary.isEmpty() ? Core::LogKey() : row;
    tellMember();
}

/// The overview tells of all that stands behind a line, the other tabs of one attempt.
void DetailPane::tellMember()
{
    const auto *const sent = m_record ? std::get_if<Core::AttemptRecord>(&*m_record) : nullptr;
    const bool isOfSeveral = sent != nullptr && Core::LogKey::of(sent->attempt.id) == m_summedUp;
    m_member->setVisible(isOfSeveral);
    if (isOfSeveral)
        m_member->showText(tr("Of this event's attempts, shown here: “%1”, try %2, at %3")
                               .arg(printable(sent->attempt.destinationName),
                                    QString::number(sent->attempt.number),
                                    shortClockText(sent->attempt.startedAt)));
}

void DetailPane::showKin(const Core::Kin &kin)
{
    if (!m_record || keyOf(*m_record) != kin.row)
        return;
    m_overview->showKin(kin);
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&*m_record)) {
        m_tries->showKin(kin);
        m_timing->showTiming(sent->attempt, kin.queuedSince);
    }
    m_diff->showKin(kin);
}

void DetailPane::showReport(const Core::SignatureReport &report)
{
    if (m_record && keyOf(*m_record) == report.row)
        m_signature->showReport(report);
}

void DetailPane::showPins(const QList<Core::Pin> &pins)
{
    for (const Core::Pin &pin : pins) {
        if (!m_record || keyOf(*m_record) != pin.row)
            continue;
        setPin(*m_record, pin);
        m_overview->showPin(pin);
    }
}

void DetailPane::takeCompared(const RowRecord &record)
{
    m_diff->takeRecord(record);
}

void DetailPane::showDiff(const Core::LogKey &one, const Core::LogKey &other)
{
    m_tabs->setTabVisible(DiffTab, true);
    setCurrentTab(DiffTab);
    m_diff->showPair(one, other);
}

void DetailPane::forgetDiff()
{
    m_diff->forgetPair();
}

void DetailPane::addButtons(const QList<QAction *> &actions)
{
    for (QAction *const action : actions)
        addButton(action, nullptr);
}

void DetailPane::addButton(QAction *action, QMenu *menu)
{
    auto *const button = new QToolButton(this);
    button->setDefaultAction(action);
    if (menu != nullptr) {
        button->setMenu(menu);
        // All of it opens the menu; its arrow has a place of its own, level with the text.
        button->setPopupMode(QToolButton::MenuButtonPopup);
        connect(button, &QToolButton::clicked, button, &QToolButton::showMenu);
    }
    button->setToolButtonStyle(m_hasTexts ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setMinimumSize(24, 24);
    // All as wide as the widest, so that their pictures stand below each other.
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_buttons->addWidget(button);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitButtons();
}

/// In a narrow pane the buttons leave their texts to tooltips.
void DetailPane::fitButtons()
{
    const bool isRoom = width() >= fontMetrics().averageCharWidth() * WidthForTexts;
    if (m_hasTexts == isRoom)
        return;
    m_hasTexts = isRoom;
    const auto buttons = m_buttons->findChildren<QToolButton *>();
    for (QToolButton *const button : buttons) {
        if (button->defaultAction() != nullptr)
            button->setToolButtonStyle(isRoom ? Qt::ToolButtonTextBesideIcon
                                              : Qt::ToolButtonIconOnly);
    }
}

void DetailPane::offerChoices()
{
    for (MessageView *const message : {m_request, m_response}) {
        JsonTree *const tree = message->body()->tree();
        tree->offerChoices(message == m_response);
        connect(tree, &JsonTree::filterRequested, this, &DetailPane::filterRequested);
        connect(tree, &JsonTree::columnRequested, this, &DetailPane::columnRequested);
        offerHeaders(*message);
    }
}

void DetailPane::offerEdits(std::function<bool(const Core::DestinationId &)> isThere)
{
    m_overview->offerEdits(std::move(isThere));
}

void DetailPane::offerResumes(std::function<bool(const Core::DestinationId &)> isGone)
{
    m_overview->offerResumes(std::move(isGone));
}

void DetailPane::reviewRemedies()
{
    m_overview->reviewRemedies();
}

void DetailPane::setDispatching(bool isDispatching)
{
    m_overview->setDispatching(isDispatching);
}

void DetailPane::offerSecrets(QAction &showSecrets)
{
    m_overview->offerSecrets(showSecrets);
    m_request->offerSecrets(showSecrets);
    m_response->offerSecrets(showSecrets);
    m_diff->offerSecrets(showSecrets);
    m_signature->offerSecrets(showSecrets);
}

void DetailPane::offerHeaders(MessageView &message)
{
    FieldTable *const headers = message.headers();
    const bool isOfResponse = &message == m_response;
    const auto add = [&](const QString &text, std::function<void(const FieldChoice &)> request) {
        auto *const action = new QAction(text, headers);
        connect(action, &QAction::triggered, this,
                [headers, isOfResponse, request = std::move(request)] {
                    if (const auto field = headers->currentField())
                        request({false, isOfResponse, {field->name}, field->value});
                });
        return action;
    };
    const auto addFilter = [&](const QString &text, FilterUse use) {
        headers->addValueAction(*add(
            text, [this, use](const FieldChoice &choice) { emit filterRequested(choice, use); }));
    };
    addFilter(tr("Only this value"), FilterUse::Only);
    addFilter(tr("Exclude this value"), FilterUse::Exclude);
    addFilter(tr("Add this value to filter"), FilterUse::Add);
    headers->addAction(add(tr("Show as column"),
                           [this](const FieldChoice &choice) { emit columnRequested(choice); }));
}

BodyView *DetailPane::bodyInFront()
{
    if (!m_record)
        return nullptr;
    const bool hasResponse = isTabVisible(ResponseTab) && !m_response->body()->bytes().isEmpty();
    if (currentTab() != RequestTab && currentTab() != ResponseTab)
        setCurrentTab(hasResponse ? ResponseTab : RequestTab);
    return (currentTab() == RequestTab ? m_request : m_response)->body();
}

bool DetailPane::closeFinder()
{
    return m_request->body()->closeFinder() || m_response->body()->closeFinder();
}

const QByteArray &DetailPane::bytesInFront() const
{
    const bool isResponse = currentTab() == ResponseTab;
    return (isResponse ? m_response : m_request)->body()->bytes();
}

} // namespace Gui
