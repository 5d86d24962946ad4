// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

/// Writes lines to a descriptor beside whoever has them to tell: a reader who stops reading stops
/// nobody else. What finds no room until he reads on is left out, and a line in its place says how
/// much that was.
///
/// Thread: any; the lines of one thread keep their order. Owns a thread, which writes. Borrows the
/// descriptor. An error of writing ends it in silence, since there is nobody left to tell.
class LineWriter final
{
    Q_DISABLE_COPY_MOVE(LineWriter)

public:
    /// What says that so many lines were left out.
    using Note = std::function<QByteArray(qint64 lines)>;

    static constexpr qsizetype Room = qsizetype{1024} * 1024; ///< bytes that may wait to be written

    explicit LineWriter(int descriptor);
    ~LineWriter(); ///< as finish()

    void setNote(Note note);
    void write(const QByteArray &line); ///< \a line is without its end. Never waits for the reader.

    /// Writes what still waits, for a second at most; what comes later is dropped.
    void finish();

private:
    using Moment = std::chrono::steady_clock::time_point;

    void queue(const QByteArray &line);
    void queueNote();
    void run();
    bool put(QByteArray bytes);
    bool awaitRoom();

    int m_descriptor;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<QByteArray> m_lines;
    qsizetype m_waiting = 0; ///< bytes in them
    qint64 m_leftOut = 0; ///< lines since the last one that waits
    Note m_note;
    bool m_isEnding = false;
    Moment m_lastMoment; ///< once it is ending
    std::thread m_thread;
};
