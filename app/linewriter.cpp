// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewriter.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto PatienceAtTheEnd = 1s;
constexpr int LookIntervalMs = 100;

QByteArray usualNote(qint64 lines)
{
    return QByteArray::number(lines) + " lines were left out here, since nobody read them";
}

} // namespace

LineWriter::LineWriter(int descriptor)
    : m_descriptor(descriptor)
    , m_note(usualNote)
    , m_thread([this] { run(); })
{
}

LineWriter::~LineWriter()
{
    finish();
}

void LineWriter::setNote(Note note)
{
    const std::lock_guard lock(m_mutex);
    m_note = std::move(note);
}

void LineWriter::write(const QByteArray &line)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isEnding)
            return;
        if (m_waiting + line.size() >= Room) {
            ++m_leftOut;
            return;
        }
        if (m_leftOut > 0)
            queueNote();
        queue(line);
    }
    m_changed.notify_one();
}

void LineWriter::queue(const QByteArray &line)
{
    m_lines.push_back(line + '\n');
    m_waiting += m_lines.back().size();
}

void LineWriter::queueNote()
{
    queue(m_note(std::exchange(m_leftOut, 0)));
}

void LineWriter::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_isEnding, true)) {
            m_lastMoment = std::chrono::steady_clock::now() + PatienceAtTheEnd;
            if (m_leftOut > 0)
                queueNote();
        }
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void LineWriter::run()
{
    while (true) {
        QByteArray bytes;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock,
                           [this] { return m_isEnding || !m_lines.empty() || m_leftOut > 0; });
            if (m_lines.empty() && m_leftOut > 0)
                queueNote();
            if (m_lines.empty())
                return;
            bytes = std::move(m_lines.front());
            m_lines.pop_front();
        }
        const qsizetype size = bytes.size();
        if (!put(std::move(bytes)))
            return;
        const std::lock_guard lock(m_mutex);
        m_waiting -= size;
    }
}

/// False when there is no use in going on.
bool LineWriter::put(QByteArray bytes)
{
    while (!bytes.isEmpty()) {
        if (!awaitRoom())
            return false;
        // A pipe that has room takes so much without making us wait.
        const auto size = static_cast<std::size_t>(std::min<qsizetype>(bytes.size(), PIPE_BUF));
        const ssize_t written = ::write(m_descriptor, bytes.constData(), size);
        if (written >= 0)
            bytes.remove(0, written);
        else if (errno != EINTR && errno != EAGAIN)
            return false;
    }
    return true;
}

/// False when the end has come first.
bool LineWriter::awaitRoom()
{
    while (true) {
        pollfd place{m_descriptor, POLLOUT, 0};
        if (::poll(&place, 1, LookIntervalMs) > 0)
            return true;
        const std::lock_guard lock(m_mutex);
        if (m_isEnding && std::chrono::steady_clock::now() >= m_lastMoment)
            return false;
    }
}
