// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/trials/arrivals.h"

#include <QEventLoop>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Core {

/// One POST to the HTTP interface, of JSON.
struct Call
{
    QByteArray path;
    QByteArray body;
};

struct CallAnswer
{
    int status = 0; ///< 0 when none came
    QByteArray body;
    Span span;
};

/// Makes calls over a few kept connections, as programs that publish a lot do: each connection
/// waits for its answer before the next call.
///
/// Thread: that of its maker, which run() blocks while its events go on.
class Callers final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Callers)

public:
    using Source = std::function<std::optional<Call>()>;

    /// Calls \a port of this machine.
    Callers(quint16 port, int connectionCount);
    ~Callers() override;

    /// Makes calls as long as \a source has one, a \a pace apart or, when that is 0, as fast as
    /// they are answered. What they were answered is in their order. It ends early when a
    /// connection breaks, or when nothing is answered for a while.
    QList<CallAnswer> run(const Source &source, std::chrono::milliseconds pace = {});

private:
    struct Line
    {
        QTcpSocket socket;
        QByteArray buffer;
        qsizetype open = -1; ///< the call that awaits its answer; -1 for none
    };

    void connectLine(Line &line);
    void callAll();
    bool callOn(Line &line);
    void read(Line &line);
    void end();
    bool isIdle() const;

    quint16 m_port;
    std::vector<std::unique_ptr<Line>> m_lines;
    Source m_source;
    Nanoseconds m_pace{0};
    Moment m_nextAt;
    QTimer m_paceTimer;
    QTimer m_patience;
    QEventLoop m_loop;
    QList<CallAnswer> m_answers;
};

/// Makes all of \a calls as fast as they are answered.
QList<CallAnswer> makeCalls(quint16 port, const QList<Call> &calls);

} // namespace Core
