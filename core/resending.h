// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/resending.h"
#include "core/store/writer.h"

#include <QObject>
#include <QTimer>

namespace Core {

class Clock;

/// Sends deliveries again in small steps, so that POSTs are claimed between them, and no faster
/// than its order says.
///
/// Thread: the engine's.
/// Borrows: writer and clock; it must end before the writer does, unless it has no pace.
/// Errors: one delivery that is refused is left out; a store that fails ends it. What went before
/// stays, and the same order later goes on from there.
class Resending final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Resending)

public:
    static constexpr qsizetype LargestStep = 500;
    static constexpr int FastestPace = 1000; ///< a second

    Resending(Writer &writer, const Clock &clock, ResendOrder order, QObject *parent = nullptr);
    ~Resending() override;

    /// Its deliveries are those that the order names; with a destination they are what a recovery
    /// has found there. advanced() follows, at least once.
    void start();
    void stop(); ///< Nothing more is handed in; advanced() tells the end.

    Ticket ticket() const { return m_order.ticket; }

signals:
    void advanced(const Core::ResendProgress &progress);

private:
    void handIn();
    void submit(Change change, qint64 weight);
    void take(const Result<Outcome> &outcome, qint64 weight);
    void finishStep();
    void goOn();
    void end();

    Writer &m_writer;
    const Clock &m_clock;
    ResendOrder m_order;
    ResendProgress m_progress;
    QTimer m_pace;
    qsizetype m_next = 0; ///< the first that has not been handed in
    qsizetype m_unanswered = 0;
};

} // namespace Core
