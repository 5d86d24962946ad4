// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/logarrivals.h"
#include "ui/log/logcolours.h"
#include "ui/log/logcolumns.h"
#include "ui/log/loglines.h"
#include "ui/log/logrowcache.h"
#include "ui/log/logrowreader.h"
#include "ui/log/sortedlines.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace Gui {

/// The log as a list: attempts and captures in one order, oldest first, as far as they are in the
/// scope. It keeps the keys of all, and the rows of those alone that came last or were looked at;
/// what a view asks for and is not there is shown blank, read by pages, and then told as changed.
///
/// What a search finds comes in parts, newest first, and goes above what is there. What happens
/// meanwhile, and after, goes below; a row that changes does so in place. In a narrow scope it is
/// the reader that judges what is in it, so that there is one judge.
///
/// Sorted otherwise than by time, the list is what was found then: what comes after that is
/// counted, and shown when somebody searches again, or when a pause ends in which so much has come
/// that it is looked for.
///
/// What happens in one turn of the event loop makes one change of each kind.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using enum LogColumn;

    static constexpr qsizetype MostNews = 100'000; ///< more are counted as one more

    explicit LogModel(QObject *parent = nullptr);

    void addAttempts(const QList<Core::Attempt> &attempts);
    void addCaptures(const QList<Core::Capture> &captures);
    void changeDeliveries(const QList<Core::DeliveryChange> &changes);
    void changePins(const QList<Core::Pin> &pins);
    void forget(const QList<Core::LogKey> &rows); ///< They are no longer on record.
    /// Their schedules say of how many attempts one is.
    void noteSchedules(const QList<Core::DestinationStatus> &destinations);
    void forgetSchedules(const QList<Core::DestinationId> &destinations);

    void flush(); ///< Shows at once what has come.

    void search(); ///< Asks for everything anew: there is somebody to answer.
    void takeFound(const Core::LogChunk &chunk);
    void takeSorted(const Core::SortedLog &log);
    void takeJudged(const Core::LogAnswer &answer);
    void takeRows(const Core::LogRowsAnswer &answer) { m_reader->take(answer); }

    void setScope(const Core::LogScope &scope);
    const Core::LogScope &scope() const { return m_scope; }
    bool isSearching() const { return m_isSearching; }
    bool isRead() const { return m_isRead; } ///< whether it is known how many rows are on record
    bool isSorted() const { return !m_scope.order.isOfTime(); } ///< or is about to be
    qint64 newsCount() const { return m_news.size(); } ///< what has come since it was sorted
    /// What stands in the columns behind ColumnCount.
    void setFields(const QList<Core::LogField> &fields);
    const QList<Core::LogField> &fields() const { return m_reader->fields(); }
    /// They are hidden at first: headers that are masked in what is exported, values of queries.
    void showSecrets(bool areShown);
    bool areSecretsShown() const { return m_rows.areSecretsShown(); }
    void setTimeStyle(TimeStyle style);
    TimeStyle timeStyle() const { return m_timeStyle; }

    /// While paused, what happens is counted and nothing changes.
    void setPaused(bool isPaused);
    bool isPaused() const { return m_isPaused; }

    /// The rows that are on record, in the scope or not.
    qint64 totalCount() const { return m_total; }
    qint64 foundCount() const { return m_shown->rowCount(); } ///< those in the scope

    LineList::Line lineAt(int line) const { return m_shown->at(line); }
    /// As it is shown: that of an event sums up what stands behind it, as soon as all of that has
    /// been read. Null while it has not been read.
    const LogRow *rowAt(int line) const { return m_reader->rowAt(line); }
    /// The row that it tells of: the newest behind it, but of an event the attempt that is worst,
    /// as soon as all of them have been read.
    Core::LogKey toldAt(int line) const { return m_reader->toldAt(line); }
    bool isOfSeveral(const QModelIndex &cell) const; ///< Whether it tells of more than its row.
    bool isHidden(const QModelIndex &cell) const; ///< Whether it is a field that hides a secret.
    /// What a line shows, as it was told; null while it has not been read.
    const LogRowCache::Fact *factAt(int line) const { return m_rows.factOf(toldAt(line)); }
    const RowRule *ruleAt(int line) const;
    /// The sentence of a line that sums up; empty otherwise.
    QString summaryAt(int line) const { return m_reader->summaryAt(line); }
    LogColours &colours() const { return *m_colours; }
    QByteArrayList valuesAt(int line) const { return m_rows.valuesOf(toldAt(line)); }
    int lineOf(Core::LogKey key) const { return m_shown->lineOf(key); } ///< -1 where it is not
    /// That of an event or of heartbeats, as long as these are folded; -1 otherwise.
    int lineOf(Core::LogFold fold) const;
    Core::LogFold foldAt(int line) const { return m_shown->foldOf(lineAt(line).key); }
    int headOf(int line) const { return m_shown->headOf(line); }
    int lineNear(Core::LogKey key) const { return m_shown->lineNear(key); }
    QList<Core::LogKey> rowsOf(int line) const { return m_shown->rowsOf(line); }
    qsizetype failuresIn(int first, int end) const { return m_shown->failuresIn(first, end); }
    /// The newest row of each line of heartbeats that does not stand where this row belongs.
    QList<Core::LogKey> displaced() const { return m_shown->displaced(); }
    void putInPlace(Core::LogKey key); ///< Has the line of one of these stand there.
    void toggle(int line); ///< Opens or closes the fold that it belongs to.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The number of rows, found or on record, is another one.
    void countChanged();
    void orderChanged();
    void sortingBegun(); ///< What is there stays until all is found.
    void newsCounted(); ///< There is more, or less, of it.
    /// So many rows wait for the end of the pause.
    void heldBack(qint64 rows);

    void searchRequested(const Core::LogSearch &search);
    void judgementRequested(const Core::LogQuestion &question);
    void rowsRequested(const Core::LogRowsQuestion &question);

private:
    using Keys = QList<Core::LogKey>;

    void beginAnew(const Core::LogSpan &log);
    void settle(const Keys &keys, const QList<Core::LogEntry> &entries);
    void takeIn(const QList<Core::LogEntry> &entries);
    void drop(const Keys &keys);
    void dropGone();
    void replaceAll(const QList<Core::LogEntry> &entries);
    void tellChanged(const Keys &keys);
    void judgeNext();
    void show(LineList &lines);
    void showRead(const Keys &read, const Keys &gone);
    void noteNew(Core::LogKey key);
    void tellTries();
    void countNews(const QList<Core::LogEntry> &entries);
    void forgetNews();
    Core::LogScope asked() const;
    QString headerText(int section) const;
    QString text(const LogRow &row, const QModelIndex &index) const;

    LogLines m_lines; ///< in the order of time
    SortedLines m_sorted;
    LineList *m_shown = &m_lines; ///< one of these; the other is empty
    QSet<Core::LogKey> m_news;
    LogRowCache m_rows;
    LogRowReader *const m_reader;
    LogColours *const m_colours;
    Core::LogScope m_scope;
    TimeStyle m_timeStyle = TimeStyle::Local;
    int m_ticket = 0; ///< of the newest search
    bool m_isSearching = false;
    bool m_isAwaited = false; ///< of the newest search nothing has come yet
    bool m_isRead = false; ///< Something of a search has come.
    bool m_isPaused = false;
    Keys m_gone; ///< that wait for the end of a pause, or for a search that may bring them
    QSet<Core::LogKey> m_missing; ///< that were found to be gone before that was told
    QSet<qint64> m_late; ///< numbers below the newest that were not told yet
    qint64 m_total = 0;
    Core::LogKey m_newest;

    LogArrivals m_arrivals;
    QTimer m_turn;
};

} // namespace Gui
