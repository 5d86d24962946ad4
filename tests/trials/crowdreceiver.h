// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/arrivals.h"

#include <QString>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace Core {

/// What went on at one door of a CrowdReceiver.
struct DoorTally
{
    int connections = 0; ///< open now
    int mostConnections = 0; ///< at a time
    int requests = 0; ///< without an answer now
    int mostRequests = 0; ///< at a time
    int beforeFirstAnswer = 0; ///< requests that came before the first answer left
};

/// How many requests hang at a time.
struct HangTally
{
    int now = 0;
    int most = 0;
    Moment mostAt; ///< since when it has been the most
    Moment leftAt = Moment::max(); ///< when the first was given up; max while none was
};

/// A receiver for more connections than an event loop of Qt likes, up to the limit of descriptors.
/// It answers 200 at once, and nothing, for ever, to events of HangingType. Each of its doors is a
/// port on an address of its own in 127.0.0.0/8, so that the callers' ports do not run out.
///
/// Thread: one of its own; every function may be called from any.
class CrowdReceiver final
{
    Q_DISABLE_COPY_MOVE(CrowdReceiver)

public:
    static constexpr const char *HangingType = "load.hang";

    /// Refuses connections at all of its doors until they are opened. Each door keeps its first
    /// answer back for \a hesitation, and all others meanwhile.
    explicit CrowdReceiver(std::size_t doorCount, std::chrono::milliseconds hesitation = {});
    ~CrowdReceiver();

    void open(std::size_t door);
    void openAll();
    std::size_t doorCount() const { return m_doors.size(); }
    QString url(std::size_t door, const QString &path = QStringLiteral("/")) const;

    qsizetype arrivalCount() const;
    QList<Arrival> arrivals() const; ///< in the order in which they were read
    DoorTally tally(std::size_t door) const;
    HangTally hanging() const;

private:
    struct Door
    {
        int listener = -1;
        DoorTally tally;
        Moment answersFrom = Moment::max();
    };

    struct Connection
    {
        std::size_t door = 0;
        QByteArray buffer;
        Moment beganAt; ///< when the first byte of the buffer came
        bool isAwaiting = false; ///< its request has no answer yet
        bool isHanging = false;
    };

    void serve();
    void accept(std::size_t door);
    void read(int descriptor);
    bool receive(int descriptor, Connection &connection) const;
    void takeRequest(int descriptor, Connection &connection);
    void answerAll();
    void hang(Connection &connection);
    void close(int descriptor);

    std::vector<Door> m_doors; ///< as many for ever
    const std::chrono::milliseconds m_hesitation;
    int m_epoll;
    int m_alarm; ///< wakes the thread up to end
    std::atomic<bool> m_isOver = false;
    mutable std::mutex m_mutex; ///< held while events are handled
    std::unordered_map<int, Connection> m_connections;
    std::deque<int> m_unanswered;
    QList<Arrival> m_arrivals;
    HangTally m_hanging;
    std::thread m_thread; ///< the last member, since it uses the others
};

} // namespace Core
