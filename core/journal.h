// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <unordered_set>

namespace Core {

/// Puts ended attempts on record, and bodies that come later, and keeps each until it is there.
///
/// Thread: the engine's.
/// Borrows: the writer, which must outlive it.
/// Errors: what cannot be written is kept in memory and tried again every second, in order.
class Journal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Journal)

public:
    explicit Journal(Writer &writer, QObject *parent = nullptr);
    ~Journal() override;

    void record(const FinishAttempt &finish);
    void keep(const KeepResponse &response); ///< after record() of its attempt

    void flush(); ///< Hands in again what is kept, such as before the end.

    /// Attempts that have ended, and bodies that have come, and are not on record yet.
    qsizetype unwrittenCount() const { return m_pending + static_cast<qsizetype>(m_kept.size()); }

signals:
    /// It can never be put on record: its row is gone, or was closed by other means.
    void refused(const Core::FinishAttempt &finish);

private:
    void submit(const Change &change);
    void takeRefusal(const Change &change, const Error &error);
    bool isKept(AttemptId attempt) const;

    Writer &m_writer;
    QTimer m_retryTimer;
    std::deque<Change> m_kept; ///< refused by a store in trouble, oldest first
    std::unordered_set<AttemptId> m_unsettled; ///< whose ends are not on record
    qsizetype m_pending = 0;
};

} // namespace Core
