// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logpanel.h"

#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filtertext.h"
#include "ui/log/listkeys.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/log/newspill.h"
#include "ui/log/pausenote.h"
#include "ui/look/format.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Gui {

namespace {

constexpr std::chrono::milliseconds ReadingMoment{500}; ///< before it is said that it takes long

} // namespace

LogPanel::LogPanel(LogModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_view(new LogView(model))
    , m_keys(new ListKeys(*m_view))
    , m_bar(new FilterBar(this))
    , m_layout(new QVBoxLayout(this))
    , m_stack(new QStackedWidget(this))
    , m_page(new QVBoxLayout)
    , m_message(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
    , m_bodies(new QPushButton(tr("Look in the bodies"), this))
    , m_test(new QPushButton(tr("Send a test"), this))
    , m_pause(new PauseNote(model, this))
{
    m_stack->addWidget(makeList());
    m_stack->addWidget(makeMessage());
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_bar);
    m_layout->addWidget(m_pause);
    m_layout->addWidget(m_stack, 1);
    m_pause->hide();

    connect(filter(), &FilterField::filterChanged, this, [this](const Core::Filter &filter) {
        Core::LogScope scope = m_model.scope();
        scope.filter = filter;
        m_model.setScope(scope);
        m_pause->review();
    });
    connect(filter(), &FilterField::leaveRequested, m_view,
            [this] { m_view->setFocus(Qt::ShortcutFocusReason); });
    connect(m_clear, &QPushButton::clicked, this, &LogPanel::clearFilter);
    connect(m_bodies, &QPushButton::clicked, this,
            [this] { filter()->setFilterText(wordsInBodies(filter()->filterText())); });
    connect(m_test, &QPushButton::clicked, this, &LogPanel::testRequested);
    connectView();
    connectModel();
    addKeys();
    showMessage();
    m_reading.setObjectName(QStringLiteral("reading"));
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, &LogPanel::showMessage);
    m_reading.start(ReadingMoment);
}

void LogPanel::addKeys()
{
    const QAction *const filter = m_keys->add(QStringLiteral("filter-from-list"),
                                              tr("Filter field (from the list)"), {Qt::Key_Slash});
    connect(filter, &QAction::triggered, this, &LogPanel::focusFilter);
    const QAction *const newest
        = m_keys->add(QStringLiteral("newest-row"), tr("Newest row, and follow"),
                      {Qt::Key_End, Qt::CTRL | Qt::Key_End});
    connect(newest, &QAction::triggered, this, &LogPanel::goToNewest);
}

/// The last row of a sorted list, which cannot be followed.
void LogPanel::goToNewest()
{
    if (const int count = m_model.rowCount(); count > 0)
        m_view->setCurrentIndex(
            m_model.index(count - 1, std::max(m_view->currentIndex().column(), 0)));
    if (m_model.isSorted())
        m_view->scrollToBottom(); // Also where the last row is the current one already.
    else
        m_view->setFollowing(true);
}

void LogPanel::connectView()
{
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { choose(current); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LogPanel::tellSelection);
}

void LogPanel::connectModel()
{
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LogPanel::restoreChosen);
    connect(&m_model, &LogModel::countChanged, this, &LogPanel::restoreInFold);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &LogPanel::restoreChosen);
    connect(&m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                reviewChosen(first.row(), last.row());
            });
    connect(&m_model, &LogModel::countChanged, this, &LogPanel::showMessage);
    connect(&m_model, &LogModel::sortingBegun, this, &LogPanel::showMessage);
    connect(&m_model, &LogModel::countChanged, this, &LogPanel::reviewHidden);
    connect(&m_model, &LogModel::orderChanged, this, &LogPanel::forgetFold);
    connect(&m_model, &LogModel::orderChanged, this, &LogPanel::orderChanged);
}

/// What is new is told below the rows, not on them.
QWidget *LogPanel::makeList()
{
    auto *const page = new QWidget(this);
    auto *const layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_view->pill(), 0, Qt::AlignHCenter);
    return page;
}

QWidget *LogPanel::makeMessage()
{
    auto *const page = new QWidget(this);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_bodies);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    page->setLayout(m_page);
    m_page->addStretch(1);
    m_page->addWidget(m_message);
    m_page->addSpacing(6);
    m_page->addLayout(buttons);
    m_page->addStretch(1);
    return page;
}

FilterField *LogPanel::filter() const
{
    return m_bar->field();
}

void LogPanel::addAboveList(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_stack), widget);
}

void LogPanel::setHeartbeatsFolded(bool areFolded)
{
    Core::LogScope scope = m_model.scope();
    scope.foldsHeartbeats = areFolded;
    forgetFold();
    m_model.setScope(scope);
}

void LogPanel::setEventsFolded(bool areFolded)
{
    Core::LogScope scope = m_model.scope();
    scope.foldsEvents = areFolded;
    forgetFold();
    m_model.setScope(scope);
}

void LogPanel::setPaused(bool isPaused)
{
    m_model.setPaused(isPaused);
    m_pause->setVisible(isPaused);
}

void LogPanel::setTimeStyle(TimeStyle style)
{
    m_model.setTimeStyle(style);
}

void LogPanel::setFields(const QList<Core::LogField> &fields)
{
    m_model.setFields(fields);
}

const QList<Core::LogField> &LogPanel::fields() const
{
    return m_model.fields();
}

Core::LogOrder LogPanel::order() const
{
    return m_model.scope().order;
}

QList<Core::LogKey> LogPanel::selectedKeys() const
{
    return m_view->selectedKeys();
}

QList<Core::LogKey> LogPanel::shownKeys() const
{
    QList<Core::LogKey> keys;
    for (int line = 0; line < m_model.rowCount(); ++line) {
        if (m_model.headOf(line) == line)
            keys += m_model.rowsOf(line);
    }
    return keys;
}

void LogPanel::showRow(Core::LogKey key)
{
    searchFor(key);
    bringOut(key);
    if (const int line = m_model.lineOf(key); line >= 0) {
        m_view->setCurrentIndex(m_model.index(line, 0));
        return;
    }
    // The list takes it up as soon as the search has found it.
    m_view->chooseNone();
    m_chosen = key;
    m_fold = {};
    m_isAlone = true;
    m_isHidden = false;
    m_isToBeSeen = m_model.isSorted(); // It may stand anywhere.
    tellChosen();
}

void LogPanel::restore(Core::LogKey chosen, bool isFollowing)
{
    m_chosen = chosen;
    m_isHidden = true;
    m_isToBeSeen = !isFollowing;
}

void LogPanel::searchFor(Core::LogKey key)
{
    if (m_model.lineOf(key) >= 0)
        return;
    if (m_model.scope().isNarrow())
        clearFilter();
    else if (m_model.isSorted()) // The row may have come after a sort began that still runs.
        m_model.search();
}

/// Behind a line that tells of another row it would not be seen.
void LogPanel::bringOut(Core::LogKey key)
{
    if (const int line = m_model.lineOf(key); line >= 0 && m_model.toldAt(line) != key)
        m_view->toggle(line);
}

void LogPanel::setTestOffered(bool isOffered)
{
    m_isTestOffered = isOffered;
    showMessage();
}

void LogPanel::setOffer(QWidget &offer)
{
    m_offer = &offer;
    m_page->insertWidget(m_page->indexOf(m_message) + 1, m_offer);
    showMessage();
}

void LogPanel::setOffered(bool isOffered)
{
    m_isOffered = isOffered;
    showMessage();
}

void LogPanel::focusFilter() const
{
    filter()->setFocus(Qt::ShortcutFocusReason);
    filter()->selectAll();
}

void LogPanel::clearFilter() const
{
    filter()->setFilterText({});
}

void LogPanel::step(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    const int row = current.isValid() ? current.row() + rows : m_model.isSorted() ? 0 : count - 1;
    m_view->setCurrentIndex(m_model.index(std::clamp(row, 0, count - 1), 0));
}

bool LogPanel::choose(const Core::LogKey &key)
{
    bringOut(key);
    const int line = m_model.lineOf(key);
    if (line < 0)
        return false;
    // It may be the current one while something else is looked at.
    m_chosen = {};
    if (m_view->currentIndex().row() == line)
        choose(m_view->currentIndex());
    else
        m_view->setCurrentIndex(m_model.index(line, 0));
    return true;
}

void LogPanel::stepAside(const QSet<Core::LogKey> &leaving)
{
    const int current = m_view->currentIndex().row();
    if (current < 0 || m_model.isPaused())
        return;
    const auto isLeaving = [this, &leaving](int line) {
        const QList<Core::LogKey> rows = m_model.rowsOf(line);
        return std::all_of(rows.begin(), rows.end(),
                           [&leaving](Core::LogKey row) { return leaving.contains(row); });
    };
    int line = current;
    while (line < m_model.rowCount() && isLeaving(line))
        ++line;
    if (line == m_model.rowCount()) {
        line = current;
        while (line >= 0 && isLeaving(line))
            --line;
    }
    if (line >= 0 && line != current)
        m_view->chooseQuietly(line);
}

void LogPanel::choose(const QModelIndex &current)
{
    if (!current.isValid() || m_isRestoring)
        return;
    if (!m_hasGoneOn)
        noteChoice(current.row());
    const Core::LogKey key = m_model.toldAt(current.row());
    if (key == m_chosen)
        return tellSummary(); // What an event's line tells of has a line of its own as well.
    m_chosen = key;
    const LogRow *const row = m_model.rowAt(current.row());
    m_isHidden = false;
    m_outcome = row == nullptr ? Core::AttemptOutcome::InFlight : row->outcome;
    tellChosen();
    tellSummary();
}

/// The line of heartbeats is the same whatever stands behind it; what a filter leaves of an event
/// is not the event.
void LogPanel::noteChoice(int line)
{
    const LineList::Line at = m_model.lineAt(line);
    const Core::LogFold fold = m_model.foldAt(line);
    const bool isOfFold
        = fold.isOfHeartbeats() ? !at.isChild : at.isHead && !m_model.scope().isNarrow();
    m_fold = isOfFold ? fold : Core::LogFold();
    m_isAlone = !isOfFold;
}

/// Rows come together otherwise from now on.
void LogPanel::forgetFold()
{
    m_fold = {};
    m_isAlone = false;
}

void LogPanel::tellSummary()
{
    emit summaryTold(m_chosen, m_model.summaryAt(m_view->currentIndex().row()));
}

void LogPanel::tellChosen()
{
    if (m_chosen.isCapture())
        emit captureChosen(m_chosen.capture());
    else
        emit attemptChosen(m_chosen.attempt());
}

void LogPanel::reviewChosen(int first, int last)
{
    const int line = m_view->currentIndex().row();
    if (line < first || line > last)
        return;
    followLine();
    if (m_model.toldAt(line) != m_chosen)
        return;
    const LogRow *const row = m_model.rowAt(line);
    if (row == nullptr || row->outcome == m_outcome)
        return;
    m_outcome = row->outcome;
    const QScopedValueRollback guard(m_hasGoneOn, true);
    if (!m_chosen.isCapture())
        emit attemptChosen(m_chosen.attempt());
}

/// The row that the chosen line tells of is the chosen one, so that details never tell of another
/// one than the line does. Whoever wants to stay with one row opens its line.
void LogPanel::followLine()
{
    const QScopedValueRollback guard(m_hasGoneOn, true);
    choose(m_view->currentIndex());
}

/// What was chosen stays so while a filter hides it, and is found again afterwards.
void LogPanel::restoreChosen()
{
    if (m_chosen.isNull() || m_view->currentIndex().isValid())
        return;
    const int line = lineOfChosen();
    if (line < 0)
        return;
    if (isToOpen(line))
        return; // It is brought out when the list has settled.
    if (!m_isAlone && m_fold.isNull())
        noteChoice(line);
    m_isRestoring = true;
    m_view->chooseAgain(line, std::exchange(m_isToBeSeen, false));
    m_isRestoring = false;
    followLine();
    if (std::exchange(m_isHidden, false))
        tellChosen();
}

/// What came may stand behind a line that was there.
void LogPanel::restoreInFold()
{
    if (m_chosen.isNull() || m_view->currentIndex().isValid())
        return;
    const int line = lineOfChosen();
    if (line < 0)
        return;
    if (isToOpen(line))
        m_view->open(line); // Its line is one of those that come.
    else
        restoreChosen();
}

/// Whether it would choose more than what was chosen.
bool LogPanel::isToOpen(int line) const
{
    const LineList::Line at = m_model.lineAt(line);
    return m_isAlone && at.isHead && !at.isOpen && !m_view->selectionModel()->isRowSelected(line);
}

int LogPanel::lineOfChosen() const
{
    const int line = m_model.lineOf(m_fold);
    return line < 0 ? m_model.lineOf(m_chosen) : line;
}

/// What is done to the chosen row must be done to a row that is seen.
void LogPanel::reviewHidden()
{
    if (m_model.isSearching())
        return;
    m_isToBeSeen = false;
    const bool isHidden = !m_isHidden && !m_chosen.isNull() && !m_view->currentIndex().isValid();
    if (isHidden) {
        m_isHidden = true;
        emit chosenHidden();
    }
    // The view itself is silent about it when all rows are new.
    if (isHidden || (m_isSelected && !m_view->selectionModel()->hasSelection()))
        tellSelection();
}

void LogPanel::tellSelection()
{
    m_isSelected = m_view->selectionModel()->hasSelection();
    emit selectionChanged();
}

QString LogPanel::noMatchText(bool isOfWords) const
{
    const QString none = tr("0 of %1 rows match.").arg(countText(m_model.totalCount()));
    return isOfWords
        ? none + u'\n' + tr("Words alone are not looked for in the bodies of messages.")
        : none;
}

/// Nothing for a moment, lest what is read at once make the window flicker.
void LogPanel::showReading()
{
    m_message->setText(m_reading.isActive() ? QString() : tr("Reading the log…"));
    m_message->show();
    const QList<QWidget *> rest{m_clear, m_bodies, m_test, m_offer};
    for (QWidget *const widget : rest) {
        if (widget != nullptr)
            widget->hide();
    }
    m_stack->setCurrentIndex(1);
}

void LogPanel::showMessage()
{
    if (!m_model.isRead() && m_model.rowCount() == 0)
        return showReading();
    const bool isSearching = m_model.isSearching();
    const bool isFiltered = m_model.totalCount() > 0;
    const bool isOfWords = isFiltered && !isSearching && m_model.rowCount() == 0
        && !wordsInBodies(filter()->filterText()).isEmpty();
    if (isSearching)
        m_message->setText(m_model.isSorted() ? tr("Sorting…") : tr("Searching…"));
    else
        m_message->setText(isFiltered ? noMatchText(isOfWords)
                                      : tr("Nothing has been sent or received yet."));
    const bool isOffer = m_offer != nullptr && m_isOffered && !isSearching;
    if (m_offer != nullptr)
        m_offer->setVisible(isOffer);
    m_message->setVisible(!isOffer);
    m_test->setVisible(!isOffer && !isSearching && (m_isTestOffered || !isFiltered));
    m_clear->setVisible(isFiltered || isOffer);
    m_bodies->setVisible(isOfWords && !isOffer);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
}

} // namespace Gui
