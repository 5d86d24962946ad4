// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logview.h"

#include "ui/log/headerorder.h"
#include "ui/log/lineplacer.h"
#include "ui/log/listkeys.h"
#include "ui/log/logcopier.h"
#include "ui/log/logdelegate.h"
#include "ui/log/logmodel.h"
#include "ui/log/logscrollbar.h"
#include "ui/log/logwidths.h"
#include "ui/log/newspill.h"
#include "ui/look/flatheader.h"

#include <QEvent>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr int ClockMilliseconds = 250;
constexpr int LeastLines = 3;

} // namespace

LogView::LogView(LogModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new LogDelegate(model, this))
    , m_pill(new NewsPill(this))
    , m_placer(new LinePlacer(model, *this))
    , m_kept(model)
{
    // Ahead of the selection model, which makes a neighbour of a removed row current.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beforeRemoval(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { m_isShifting = true; });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &LogView::beforeReset);
    setVerticalScrollBar(new LogScrollBar(model, this));
    setModel(&model);
    m_kept.setSelection(selectionModel());
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Log of attempts and received requests"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setHorizontalHeader(new FlatHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setSectionsMovable(true);
    for (int column = 0; column < ColumnCount; ++column)
        setColumnHidden(column, isOptional(column));
    m_widths = new LogWidths(*this);
    m_order = new HeaderOrder(m_model, *this);
    applyFont();

    connect(m_pill, &QPushButton::clicked, this, [this] {
        if (m_model.isSorted())
            sort(m_model.scope().order);
        else
            setFollowing(true);
    });
    connect(m_order, &HeaderOrder::wanted, this, &LogView::sort);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::judgeScroll);
    connectModel();
    showOrder();
    new LogCopier(*this);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    openMenuByShiftF10(*this);
    m_clock.setInterval(ClockMilliseconds);
    connect(&m_clock, &QTimer::timeout, this, &LogView::tick);
    m_clock.start();
}

// Connected after setModel(), so that the view has already taken the change into account.
void LogView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { afterInsertion(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { afterRemoval(first, last); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LogView::afterReset);
    connect(&m_model, &LogModel::countChanged, this,
            [this] { restoreSelection(&KeptSelection::complete); });
    connect(&m_model, &LogModel::orderChanged, this, &LogView::showOrder);
    connect(&m_model, &LogModel::newsCounted, this, &LogView::showPill);
    connect(&m_model, &QAbstractItemModel::dataChanged, m_placer, &LinePlacer::placeSoon);
}

int LogView::lineHeight() const
{
    return verticalHeader()->defaultSectionSize();
}

std::pair<int, int> LogView::linesInSight() const
{
    const int first = verticalScrollBar()->value() / lineHeight();
    const int count = viewport()->height() / lineHeight() + 2;
    return {first, std::min(first + count, m_model.rowCount())};
}

/// The first line that is not, or not wholly, in sight below.
int LogView::endInSight() const
{
    return (verticalScrollBar()->value() + viewport()->height()) / lineHeight();
}

/// What is chosen by keys where nothing is yet: the newest row, or the first of a sorted list.
QModelIndex LogView::startInSight() const
{
    const int last = std::min(std::max(endInSight(), 1), m_model.rowCount()) - 1;
    const int first = (verticalScrollBar()->value() + lineHeight() - 1) / lineHeight();
    return m_model.index(m_model.isSorted() ? std::min(first, last) : last, 0);
}

void LogView::setFollowing(bool isFollowing)
{
    if (isFollowing && m_model.isSorted())
        sort({});
    const bool isOther = m_isFollowing != isFollowing;
    m_isFollowing = isFollowing;
    m_pill->forget();
    showPill();
    if (isFollowing) {
        scrollToEnd();
        m_placer->placeSoon();
    }
    if (isOther)
        emit followingChanged(isFollowing);
}

void LogView::sort(const Core::LogOrder &order)
{
    m_isToTop = !order.isOfTime();
    if (m_isToTop)
        setFollowing(false);
    Core::LogScope scope = m_model.scope();
    if (m_isToTop && scope.order == order)
        return m_model.search();
    scope.order = order;
    m_model.setScope(scope);
}

void LogView::showOrder()
{
    m_order->show();
    m_pill->setOrder(accessibleDescription());
    showPill();
}

void LogView::applyFont()
{
    verticalHeader()->setDefaultSectionSize(LogDelegate::rowHeight(fontMetrics()));
    m_widths->applyFont();
}

void LogView::restoreColumns(const QSettings &settings)
{
    m_widths->restoreFrom(settings);
    showOrder();
}

void LogView::saveColumns(QSettings &settings) const
{
    m_widths->saveTo(settings);
}

void LogView::afterInsertion(int first, int last)
{
    m_isShifting = false;
    if (m_placer->isPlacingSelected())
        selectionModel()->select(m_model.index(first, 0),
                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (m_isFollowing)
        return scrollToEnd();
    if (!m_reading.key.isNull())
        return findReading();
    const int added = last - first + 1;
    const int position = verticalScrollBar()->value();
    const bool isAbove = first * lineHeight() <= position && first + added < m_model.rowCount();
    // What fills an empty list was found, not told.
    const bool isNew = !m_isFolding && !m_placer->isPlacing() && added < m_model.rowCount();
    if (isAbove)
        scrollKeeping(position + added * lineHeight());
    else if (isNew)
        m_pill->count(std::max(0, last + 1 - std::max(first, endInSight())));
    showPill();
}

void LogView::beforeRemoval(int first, int last)
{
    m_positionBefore = verticalScrollBar()->value();
    m_isShifting = true;
    const int current = currentIndex().row();
    if (current < first || current > last)
        return;
    noteCurrent();
    // Nobody chose the neighbour, so its details are not to be shown.
    selectionModel()->clearCurrentIndex();
}

void LogView::afterRemoval(int first, int last)
{
    m_isShifting = false;
    if (m_isFollowing)
        return scrollToEnd();
    const int firstVisible = m_positionBefore / lineHeight();
    const int removedAbove = std::clamp(firstVisible - first, 0, last - first + 1);
    scrollKeeping(m_positionBefore - removedAbove * lineHeight());
    showPill();
}

/// The chosen row where it is in sight, else the topmost, is what a person looks at.
void LogView::beforeReset()
{
    const auto [first, end] = linesInSight();
    const int current = currentIndex().row();
    const int line = current >= first && current < end ? current : first;
    m_kept.keep();
    if (current >= 0)
        noteCurrent();
    m_reading.key = line < end ? m_model.lineAt(line).key : Core::LogKey{};
    m_reading.offset = line * lineHeight() - verticalScrollBar()->value();
}

void LogView::afterReset()
{
    m_pill->forget();
    showPill();
    // Until it is sorted, it is the list as it was before.
    const bool isToTop = !m_model.isSearching() && std::exchange(m_isToTop, false);
    if (m_isFollowing || isToTop)
        m_reading.key = {};
    if (isToTop)
        scrollKeeping(0);
    else if (!m_isFollowing)
        findReading();
    restoreSelection(&KeptSelection::restore);
}

void LogView::noteCurrent()
{
    m_reading.column = currentIndex().column();
    m_reading.isSelected = selectionModel()->isRowSelected(currentIndex().row());
}

void LogView::restoreSelection(void (KeptSelection::*restore)())
{
    const QScopedValueRollback guard(m_isFolding, true);
    (m_kept.*restore)();
}

/// Moves what was read to where it was; what is not there (yet) leaves its neighbours there.
void LogView::findReading()
{
    const int line = m_model.lineOf(m_reading.key);
    const int near = line < 0 ? m_model.lineNear(m_reading.key) : line;
    scrollKeeping(near * lineHeight() - m_reading.offset);
    if (line >= 0)
        m_reading.key = {};
}

void LogView::toggle(int line)
{
    const QScopedValueRollback guard(m_isFolding, true);
    setFollowing(false);
    const int current = currentIndex().row();
    if (m_model.lineAt(line).isOpen && current > line && m_model.headOf(current) == line)
        setCurrentIndex(m_model.index(line, currentIndex().column()));
    m_kept.forget();
    m_model.toggle(line);
}

void LogView::open(int line)
{
    const QScopedValueRollback guard(m_isFolding, true);
    m_model.toggle(line);
}

void LogView::chooseQuietly(int line)
{
    const QScopedValueRollback guard(m_isQuiet, true);
    const bool wasScrolling = hasAutoScroll();
    setAutoScroll(false);
    const QItemSelectionModel::SelectionFlags how = selectionModel()->isRowSelected(line)
        ? QItemSelectionModel::NoUpdate
        : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    selectionModel()->setCurrentIndex(m_model.index(line, m_reading.column), how);
    setAutoScroll(wasScrolling);
}

void LogView::chooseNone()
{
    m_kept.forget();
    setCurrentIndex({});
}

void LogView::chooseAgain(int line, bool isToBeSeen)
{
    const QScopedValueRollback again(m_isChoosingAgain, true);
    const QScopedValueRollback quiet(m_isQuiet, !isToBeSeen);
    const bool wasScrolling = hasAutoScroll();
    setAutoScroll(isToBeSeen && wasScrolling);
    const bool isToSelect = m_reading.isSelected && !selectionModel()->isRowSelected(line);
    selectionModel()->setCurrentIndex(m_model.index(line, m_reading.column),
                                      isToSelect
                                          ? QItemSelectionModel::Select | QItemSelectionModel::Rows
                                          : QItemSelectionModel::NoUpdate);
    setAutoScroll(wasScrolling);
    if (isToSelect)
        m_kept.add(line);
}

/// What a person chooses is to be read, and so is not to be scrolled away.
void LogView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    if (current.isValid() && !m_isQuiet)
        setFollowing(false);
    QTableView::currentChanged(current, previous);
}

/// To what is chosen; that it is the last one does not mean to follow.
void LogView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    m_reading.key = {};
    QTableView::scrollTo(index, hint);
}

void LogView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (!m_isShifting && !m_isChoosingAgain && !m_placer->isPlacing())
        m_kept.noteChange();
    QTableView::selectionChanged(selected, deselected);
}

void LogView::scrollKeeping(int position)
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    // The range is worked out later otherwise, and would cut the position off.
    QTableView::updateGeometries();
    verticalScrollBar()->setValue(position);
}

void LogView::scrollToEnd()
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::judgeScroll(int position)
{
    if (m_isAdjusting)
        return;
    m_reading.key = {};
    const bool isAtEnd = !m_model.isSorted() && position >= verticalScrollBar()->maximum();
    if (isAtEnd != m_isFollowing)
        setFollowing(isAtEnd);
    showPill();
}

/// New rows are the last ones, so what is new and unseen is at most what is below.
void LogView::showPill()
{
    if (m_model.isSorted()) {
        m_pill->forget();
        m_pill->count(m_model.newsCount());
        return m_pill->tell(true, m_model.newsCount());
    }
    m_pill->tell(!m_isFollowing, m_model.rowCount() - endInSight());
}

/// What is in flight runs, and how long ago something was changes.
void LogView::tick()
{
    if (!isVisible() || window()->isMinimized())
        return;
    const auto [first, end] = linesInSight();
    const bool isRelative = m_model.timeStyle() == TimeStyle::Relative;
    for (int line = first; line < end; ++line) {
        const LogRow *const row = m_model.rowAt(line);
        if (isRelative)
            update(m_model.index(line, TimeColumn));
        if (row != nullptr && row->outcome == Core::AttemptOutcome::InFlight)
            update(m_model.index(line, DurationColumn));
    }
}

void LogView::paintEvent(QPaintEvent *event)
{
    Core::Microseconds longest{0};
    const auto [first, end] = linesInSight();
    for (int line = first; line < end; ++line) {
        if (const LogRow *const row = m_model.rowAt(line))
            longest = std::max(longest, row->total);
    }
    m_delegate->setLongest(longest);
    QTableView::paintEvent(event);
}

/// Typing a letter would look through all rows, of which there may be a million.
void LogView::keyboardSearch(const QString & /*search*/) { }

void LogView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    // Also when it is the current one already.
    if (index.isValid()) {
        setFollowing(false);
        m_kept.forget();
    }
    const bool isOnExpander = index.isValid() && event->button() == Qt::LeftButton
        && m_model.lineAt(index.row()).isHead
        && LogDelegate::expanderIn(visualRect(index.siblingAtColumn(TimeColumn)))
               .contains(event->pos());
    if (isOnExpander)
        toggle(index.row());
    else
        QTableView::mousePressEvent(event);
}

void LogView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyFont();
}

/// Qt would make the oldest row current, which is not in sight.
void LogView::focusInEvent(QFocusEvent *event)
{
    const bool isByKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (isByKey && !currentIndex().isValid() && m_model.rowCount() > 0)
        chooseQuietly(startInSight().row());
    const QScopedValueRollback guard(m_isTakingFocus, true);
    QTableView::focusInEvent(event);
}

QModelIndex LogView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveEnd && m_model.isSorted())
        return m_model.index(m_model.rowCount() - 1, std::max(currentIndex().column(), 0));
    if (currentIndex().isValid())
        return QTableView::moveCursor(action, modifiers);
    return m_isTakingFocus ? QModelIndex() : startInSight();
}

/// What is current is chosen as well, also with Ctrl: it is what the details show, and what is done
/// is done to what is chosen. Where there is no event the window itself moves the choice, and Qt
/// would look at what is held down: the keys of whatever led there.
QItemSelectionModel::SelectionFlags LogView::selectionCommand(const QModelIndex &index,
                                                              const QEvent *event) const
{
    const bool isKey = event != nullptr && event->type() == QEvent::KeyPress;
    const auto *const key = isKey ? static_cast<const QKeyEvent *>(event) : nullptr;
    const bool isMove
        = key && key->modifiers() == Qt::ControlModifier && key->key() != Qt::Key_Space;
    if (event == nullptr || isMove)
        return QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    return QTableView::selectionCommand(index, event);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Home && event->modifiers() == Qt::NoModifier
        && m_model.rowCount() > 0)
        return setCurrentIndex(m_model.index(0, std::max(currentIndex().column(), 0)));
    const int line = currentIndex().row();
    const bool isFolding = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isFolding && line >= 0 && event->modifiers() == Qt::NoModifier) {
        const LogLines::Line at = m_model.lineAt(line);
        const bool isToOpen = event->key() == Qt::Key_Right;
        if (at.isHead && at.isOpen != isToOpen)
            return toggle(line);
        if (at.isChild && !isToOpen)
            return setCurrentIndex(m_model.index(m_model.headOf(line), 0));
    }
    QTableView::keyPressEvent(event);
    if (event->key() != Qt::Key_End)
        return;
    if (m_model.isSorted())
        scrollToBottom(); // Also where the last row is the current one already.
    else
        setFollowing(true);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_widths->fit();
    if (!m_isFollowing)
        keepCurrentInSight(event->oldSize().height());
    showPill();
}

/// What is chosen is not pushed out by what comes below, if it was in sight within \a height.
void LogView::keepCurrentInSight(int height)
{
    const int bottom = visualRect(currentIndex()).bottom();
    if (currentIndex().isValid() && bottom < height && bottom >= viewport()->height())
        scrollKeeping(verticalScrollBar()->value() + bottom + 1 - viewport()->height());
}

/// A few lines are to be seen, whatever stands below.
QSize LogView::minimumSizeHint() const
{
    const int bars
        = horizontalHeader()->sizeHint().height() + horizontalScrollBar()->sizeHint().height();
    return {QTableView::minimumSizeHint().width(), bars + LeastLines * lineHeight()};
}

void LogView::updateGeometries()
{
    const QScopedValueRollback guard(m_isAdjusting, true);
    QTableView::updateGeometries();
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace Gui
