// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"
#include "ui/log/linelist.h"
#include "ui/log/logrowcache.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <unordered_map>

namespace Gui {

/// The rows of those lines that somebody looks at. What is not there is read by pages, one question
/// at a time, and there is nothing to show of it until then. The line of an event sums up what
/// stands behind it, as soon as all of that has been read, and tells of the attempt that is worst;
/// until then, of the newest.
///
/// Borrows: \a rows, and the lines, which must outlive it.
class LogRowReader final : public QObject
{
    Q_OBJECT

public:
    LogRowReader(LogRowCache &rows, const LineList &lines, QObject *parent = nullptr);

    void setLines(const LineList &lines); ///< Others, or the same with others in it.
    void setFields(const QList<Core::LogField> &fields); ///< What is read along with each row.
    void showSecrets(bool areShown); ///< in the texts of rows
    const QList<Core::LogField> &fields() const { return m_fields; }
    // How many attempts schedules allow; false when that was known.
    bool noteSchedules(const QList<Core::DestinationStatus> &destinations);
    bool forgetSchedules(const QList<Core::DestinationId> &destinations);

    /// As it is shown; null while it has not been read. It may go when a row is told as changed.
    const LogRow *rowAt(int line);
    Core::LogKey toldAt(int line); ///< The row behind it that it tells of.
    QString summaryAt(int line); ///< The sentence of a line that sums up; empty otherwise.

    /// They have come to another state; what is being read may not know of it.
    void change(const QList<Core::DeliveryChange> &changes);
    void outdate(int line); ///< What stands behind it is another.
    void take(const Core::LogRowsAnswer &answer);

signals:
    void requested(const Core::LogRowsQuestion &question);
    /// Of what was asked for, \a gone is not on record any more.
    void answered(const QList<Core::LogKey> &read, const QList<Core::LogKey> &gone);

private:
    using Keys = QList<Core::LogKey>;

    bool setMostTries(const QHash<Core::DestinationId, int> &most);
    void want(int line);
    void wantBehind(Core::LogKey key);
    Keys takeWanted();
    bool isRead(Core::LogKey key) const;
    void readNext();
    bool isOfEvent(int line) const;
    const LogRow *newestAt(int line);
    const LogRow *eventRow(int line, const LogRow &newest);
    const LogRow *newestSent(const Keys &behind);
    QList<const Core::Attempt *> attemptsAmong(const Keys &rows) const;
    bool haveRead(const Keys &behind);

    LogRowCache &m_rows;
    const LineList *m_lines;
    QList<Core::LogField> m_fields;
    QList<int> m_wantedPages; ///< the latest first
    QSet<Core::LogKey> m_wantedBehind; ///< rows behind lines that somebody looks at
    std::unordered_map<qint64, LogRow> m_eventRows; ///< by the key of the newest behind it
    QSet<Core::LogKey> m_asked; ///< whose rows are being read
    bool m_isOutdated = false; ///< what is being read, and so it is read again
    QTimer m_reading;
};

} // namespace Gui
