// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/writer.h"

#include <QObject>
#include <QTimer>

namespace Core {

/// Does what removals of destinations, and their undoing, have left to do: step by step, with a
/// pause after each, so that other work is written between them.
///
/// Thread: the engine's.
/// Borrows: the writer, which must outlive it.
/// Errors: a store in trouble is asked again a little later.
class Sweeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sweeper)

public:
    explicit Sweeper(Writer &writer, QObject *parent = nullptr);
    ~Sweeper() override;

    void start(); ///< Looks at once, since the last run may have been cut off.
    void stop(); ///< Begins no further step.

    void take(const QList<Outcome> &recorded); ///< Goes on if these leave something to do.

private:
    void step();
    void takeStep(const Result<Outcome> &outcome);

    Writer &m_writer;
    QTimer m_timer;
    bool m_isStarted = false;
    bool m_isUnderWay = false;
    bool m_isWanted = false; ///< once more: something has come since the last step began
};

} // namespace Core
