// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/logmodel.h"

#include "ui/look/format.h"

#include <algorithm>

namespace Gui {

using Core::LogEntry;
using Core::LogKey;

namespace {

// What the engine tells in one go comes as several signals, and is to make one change.
constexpr int TurnMilliseconds = 10;
constexpr int MostRuns = 48; ///< of lines in one change; with more a view is faster anew
constexpr int MostSortedRuns = 3; ///< of a sorted list, which each is a pass over
constexpr qint64 MostLate = 10'000; ///< rows that may still come

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(new LogRowReader(m_rows, m_lines, this))
    , m_colours(new LogColours(this))
{
    m_turn.setSingleShot(true);
    m_turn.setInterval(TurnMilliseconds);
    connect(&m_turn, &QTimer::timeout, this, &LogModel::flush);
    connect(m_reader, &LogRowReader::requested, this, &LogModel::rowsRequested);
    connect(m_reader, &LogRowReader::answered, this, &LogModel::showRead);
    connect(m_colours, &LogColours::changed, this, &LogModel::tellChanged);
    connect(m_colours, &LogColours::allChanged, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void LogModel::addAttempts(const QList<Core::Attempt> &attempts)
{
    m_arrivals.add(attempts);
    if (!m_turn.isActive())
        m_turn.start();
}

void LogModel::addCaptures(const QList<Core::Capture> &captures)
{
    m_arrivals.add(captures);
    if (!m_turn.isActive())
        m_turn.start();
}

void LogModel::changeDeliveries(const QList<Core::DeliveryChange> &changes)
{
    m_arrivals.add(changes);
    if (!m_turn.isActive())
        m_turn.start();
}

void LogModel::changePins(const QList<Core::Pin> &pins)
{
    Keys keys;
    for (const Core::Pin &pin : pins) {
        m_rows.change(pin);
        m_colours->outdate(pin.row);
        keys.append(pin.row);
    }
    tellChanged(keys);
}

void LogModel::noteSchedules(const QList<Core::DestinationStatus> &destinations)
{
    if (m_reader->noteSchedules(destinations))
        tellTries();
    tellChanged(m_rows.takeTouched());
}

void LogModel::forgetSchedules(const QList<Core::DestinationId> &destinations)
{
    if (m_reader->forgetSchedules(destinations))
        tellTries();
    tellChanged(m_rows.takeTouched());
}

void LogModel::tellTries()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, TryColumn), index(rowCount() - 1, TryColumn));
}

void LogModel::setScope(const Core::LogScope &scope)
{
    if (scope == m_scope)
        return;
    const bool isOtherOrder = scope.order != m_scope.order;
    m_scope = scope;
    search();
    if (isOtherOrder) {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        emit orderChanged();
    }
}

/// What is known stays in sight until something of the new search comes. What happened so far is
/// on record, and so will be found.
void LogModel::search()
{
    if (m_arrivals.hasBareKeys())
        m_rows.clear();
    m_arrivals.beginSearch();
    m_isSearching = true;
    m_isAwaited = true;
    m_colours->restart();
    m_scope.now = now();
    emit searchRequested({++m_ticket, asked()});
    if (isSorted())
        emit sortingBegun();
}

/// Rows that are sorted stand alone.
Core::LogScope LogModel::asked() const
{
    Core::LogScope scope = m_scope;
    scope.foldsHeartbeats = scope.foldsHeartbeats && !isSorted();
    scope.foldsEvents = scope.foldsEvents && !isSorted();
    return scope;
}

void LogModel::takeFound(const Core::LogChunk &chunk)
{
    if (chunk.ticket != m_ticket)
        return;
    m_isSearching = !chunk.isLast;
    if (m_isAwaited) {
        beginAnew(chunk.log);
        replaceAll(chunk.entries);
    } else {
        takeIn(chunk.entries);
    }
    dropGone();
    emit countChanged();
}

void LogModel::takeSorted(const Core::SortedLog &log)
{
    if (log.ticket != m_ticket)
        return;
    m_isSearching = false;
    beginAnew(log.log);
    beginResetModel();
    m_lines.clear();
    m_sorted = SortedLines(log);
    show(m_sorted);
    endResetModel();
    forgetNews();
    dropGone();
    emit countChanged();
}

/// Something of the newest search has come, and what was held back for it follows. Rows of which
/// the keys alone were kept have to be read.
void LogModel::beginAnew(const Core::LogSpan &log)
{
    m_isAwaited = false;
    m_isRead = true;
    m_missing.clear();
    m_late.clear();
    m_total = log.count;
    m_newest = log.end;
    if (m_arrivals.hasBareKeys())
        m_rows.clear();
    m_turn.start();
}

void LogModel::takeJudged(const Core::LogAnswer &answer)
{
    if (answer.ticket != m_ticket)
        return;
    m_arrivals.endQuestion();
    settle(answer.keys, answer.entries);
    judgeNext();
    emit countChanged();
}

/// What has happened since the last turn. What comes before the first part of a search waits for
/// it, since that replaces everything.
void LogModel::flush()
{
    if (m_isPaused) {
        emit heldBack(m_arrivals.holdBack(*m_shown));
        return;
    }
    if (m_isAwaited)
        return m_arrivals.keepKeys();
    const Core::LogScope scope = asked();
    Keys judgedHere;
    QList<LogEntry> entries;
    for (const auto &[key, entry] : m_arrivals.take(m_rows)) {
        m_colours->outdate(key);
        noteNew(key);
        if (scope.isNarrow() || scope.foldsEvents || !entry) {
            m_arrivals.judge(key);
            continue;
        }
        judgedHere.append(key);
        entries.append(*entry);
        if (!scope.foldsHeartbeats)
            entries.last().fold = {};
    }
    m_reader->change(m_arrivals.takeChanges());
    settle(judgedHere, entries);
    judgeNext();
    tellChanged(m_rows.takeTouched());
    emit countChanged();
}

/// Rows have the numbers one after the other, and a turn may end between two signals: what is
/// left out so far is told later, and then counts as well.
void LogModel::noteNew(LogKey key)
{
    const qint64 number = key.value / 2;
    if (key < m_newest) {
        m_total += m_late.remove(number) ? 1 : 0;
        return;
    }
    if (m_late.size() > MostLate)
        m_late.clear();
    for (qint64 late = std::max((m_newest.value + 1) / 2, number - MostLate); late < number; ++late)
        m_late.insert(late);
    ++m_total;
    m_newest = LogKey{key.value + 1};
}

/// Of \a keys those in \a entries are in the scope, and no others.
void LogModel::settle(const Keys &keys, const QList<LogEntry> &entries)
{
    const qsizetype newsBefore = m_news.size();
    Keys leaving;
    Keys staying;
    auto entry = entries.begin();
    for (const LogKey key : keys) {
        while (entry != entries.end() && entry->key < key)
            ++entry;
        const bool isIn = entry != entries.end() && entry->key == key;
        if (!m_shown->contains(key)) {
            if (!isIn)
                m_news.remove(key);
            continue;
        }
        if (isIn && m_shown->foldOf(key) == entry->fold) {
            m_shown->mark(key, entry->isFailure);
            staying.append(key);
        } else {
            leaving.append(key);
        }
    }
    drop(leaving);
    if (m_shown == &m_sorted)
        countNews(entries);
    else
        takeIn(entries);
    tellChanged(staying);
    if (m_news.size() != newsBefore)
        emit newsCounted();
}

void LogModel::countNews(const QList<LogEntry> &entries)
{
    for (const LogEntry &entry : entries) {
        if (m_news.size() <= MostNews && !m_shown->contains(entry.key))
            m_news.insert(entry.key);
    }
}

void LogModel::forgetNews()
{
    m_news.clear();
    emit newsCounted();
}

void LogModel::takeIn(const QList<LogEntry> &entries)
{
    const QList<LogLines::Insertion> insertions = m_lines.take(entries);
    const bool isAnew = insertions.size() > MostRuns;
    if (isAnew)
        beginResetModel();
    for (const LogLines::Insertion &insertion : insertions) {
        if (!isAnew)
            beginInsertRows({}, insertion.line,
                            insertion.line + static_cast<int>(insertion.codes.size()) - 1);
        m_lines.insert(insertion);
        if (!isAnew)
            endInsertRows();
    }
    if (isAnew)
        endResetModel();
    tellChanged(m_lines.takeTouched());
}

void LogModel::drop(const Keys &keys)
{
    if (keys.isEmpty())
        return;
    const QList<LineList::Removal> removals = m_shown->drop(keys);
    if (removals.size() > (m_shown == &m_sorted ? MostSortedRuns : MostRuns)) {
        beginResetModel();
        m_shown->remove(removals);
        endResetModel();
    } else {
        for (const LineList::Removal &removal : removals) {
            beginRemoveRows({}, removal.line, removal.line + removal.count - 1);
            m_shown->remove({removal});
            endRemoveRows();
        }
    }
    tellChanged(m_lines.takeTouched());
}

void LogModel::replaceAll(const QList<LogEntry> &entries)
{
    beginResetModel();
    m_sorted = {};
    m_lines.clear();
    show(m_lines);
    for (const LogLines::Insertion &insertion : m_lines.take(entries))
        m_lines.insert(insertion);
    endResetModel();
    forgetNews();
}

void LogModel::show(LineList &lines)
{
    m_shown = &lines;
    m_reader->setLines(lines);
}

/// One signal over all of them; a view clips it to what is in sight.
void LogModel::tellChanged(const Keys &keys)
{
    int first = rowCount();
    int last = -1;
    for (const LogKey key : keys) {
        const int line = m_shown->lineOf(key);
        if (line < 0)
            continue;
        m_reader->outdate(line);
        first = std::min(first, headOf(line)); // which tells of it as well
        last = std::max(last, line);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void LogModel::judgeNext()
{
    const Keys keys = m_arrivals.takeQuestion();
    if (!keys.isEmpty())
        emit judgementRequested({{m_ticket, asked()}, keys});
}

/// What was asked for and is not among the rows has been forgotten since.
void LogModel::showRead(const Keys &read, const Keys &gone)
{
    m_total -= gone.size();
    m_missing.unite({gone.begin(), gone.end()});
    drop(gone);
    tellChanged(read);
    if (!gone.isEmpty())
        emit countChanged();
}

void LogModel::forget(const Keys &rows)
{
    m_gone += rows;
    if (!m_isPaused && !m_isAwaited)
        dropGone();
}

void LogModel::dropGone()
{
    const Keys gone = std::exchange(m_gone, {});
    if (gone.isEmpty())
        return;
    const auto isKnown = [this](LogKey key) { return m_missing.remove(key); };
    m_total -= gone.size() - std::count_if(gone.begin(), gone.end(), isKnown);
    drop(gone);
    emit countChanged();
}

void LogModel::setFields(const QList<Core::LogField> &fields)
{
    beginResetModel();
    m_reader->setFields(fields);
    endResetModel();
}

void LogModel::showSecrets(bool areShown)
{
    m_reader->showSecrets(areShown);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void LogModel::setTimeStyle(TimeStyle style)
{
    m_timeStyle = style;
    if (rowCount() > 0)
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
}

void LogModel::setPaused(bool isPaused)
{
    if (isPaused == m_isPaused)
        return;
    m_isPaused = isPaused;
    emit heldBack(0);
    if (isPaused)
        return;
    if (m_arrivals.endPause()) {
        m_rows.clear();
        search();
    }
    flush();
    if (!m_isAwaited)
        dropGone();
}

int LogModel::lineOf(Core::LogFold fold) const
{
    const Core::LogScope scope = asked();
    const bool isFolded = fold.isOfEvent() ? scope.foldsEvents : scope.foldsHeartbeats;
    return isFolded ? m_shown->lineOf(fold) : -1;
}

/// Removed and inserted, not moved: for that Qt would look at every selected cell.
void LogModel::putInPlace(LogKey key)
{
    const int from = m_lines.lineOf(key);
    beginRemoveRows({}, from, from);
    m_lines.remove({LineList::Removal{from, 1}});
    endRemoveRows();
    const LogLines::Insertion insertion = m_lines.putInPlace(key);
    beginInsertRows({}, insertion.line, insertion.line);
    m_lines.insert(insertion);
    endInsertRows();
}

void LogModel::toggle(int line)
{
    const int head = headOf(line);
    const LineList::Line at = lineAt(head);
    if (!at.isHead)
        return;
    if (at.isOpen)
        beginRemoveRows({}, head + 1, head + at.rows);
    else
        beginInsertRows({}, head + 1, head + at.rows);
    m_lines.toggle(head);
    if (at.isOpen)
        endRemoveRows();
    else
        endInsertRows();
    emit dataChanged(index(head, 0), index(head, columnCount() - 1));
}

/// That an event went well at one destination says nothing of the others.
const RowRule *LogModel::ruleAt(int line) const
{
    return m_colours->ruleOf(toldAt(line));
}

bool LogModel::isOfSeveral(const QModelIndex &cell) const
{
    const LogRow *const row = rowAt(cell.row());
    const bool isSummed = row != nullptr && row->isSummary
        && (cell.column() == StatusColumn || cell.column() == PlaceColumn);
    return isSummed || (cell.column() == TryColumn && lineAt(cell.row()).isHead);
}

bool LogModel::isHidden(const QModelIndex &cell) const
{
    return !areSecretsShown() && cell.column() >= ColumnCount
        && cell.data().toString() == HiddenValue;
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_shown->size();
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(fields().size());
}

QString LogModel::text(const LogRow &row, const QModelIndex &index) const
{
    if (index.column() >= ColumnCount)
        return row.values.value(index.column() - ColumnCount);
    // The row above a sorted one may have come later.
    const bool isPlain = isSorted() && m_timeStyle == TimeStyle::SincePrevious;
    const TimeStyle style = isPlain ? TimeStyle::Local : m_timeStyle;
    CellContext context{lineAt(index.row()), style, now(), std::nullopt};
    if (style == TimeStyle::SincePrevious && index.column() == TimeColumn && index.row() > 0) {
        if (const LogRow *const previous = rowAt(index.row() - 1))
            context.previous = previous->begunAt;
    }
    return cellText(index.column(), row, context);
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(index.column()));
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole
        || role == Qt::AccessibleDescriptionRole || role == Qt::ToolTipRole;
    const LogRow *const row = isText ? rowAt(index.row()) : nullptr;
    if (row == nullptr)
        return {};
    if (role == Qt::AccessibleDescriptionRole) {
        const RowRule *const rule = ruleAt(index.row());
        return rule == nullptr ? sentenceOf(*row)
                               : tr("%1, coloured: %2").arg(sentenceOf(*row), rule->name);
    }
    const bool isInFull = index.column() == StatusColumn && role != Qt::DisplayRole;
    QString shown = isInFull ? row->status : text(*row, index);
    if (role == Qt::AccessibleTextRole && shown == HiddenValue)
        return tr("hidden");
    if (role != Qt::ToolTipRole)
        return shown;
    if (index.column() == TimeColumn)
        shown = row->begunAt == row->at
            ? momentText(row->at)
            : tr("first %1, newest %2").arg(momentText(row->begunAt), momentText(row->at));
    const RowRule *const rule = ruleAt(index.row());
    return plainToolTip(rule == nullptr ? shown
                                        : shown + u'\n' + tr("Coloured: %1").arg(rule->name));
}

QString LogModel::headerText(int section) const
{
    return section < ColumnCount ? columnTitle(section)
                                 : fieldTitle(fields().at(section - ColumnCount));
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return headerText(section);
    if (role == Qt::ToolTipRole)
        return sortingHint(section);
    if (role == Qt::AccessibleTextRole)
        return sortedTitle(headerText(section), section, m_scope.order);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    return {};
}

} // namespace Gui
