// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/header.h"

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>

#include <optional>

namespace Core {

class ReceiverConnection;

/// How a TestReceiver answers one request: some bytes, when, how fast, and what comes after them.
/// Begin with one of the makers and refine: `Answer::status(200).after(50ms).cutAt(10)`.
struct Answer
{
    enum class Ending {
        KeepOpen,
        Close,
        Reset, ///< RST instead of FIN
    };

    QByteArray bytes;
    QByteArray repeated; ///< written again and again after the bytes; empty for an end
    Milliseconds delay{0}; ///< before the first byte
    Milliseconds pause{0}; ///< before each single byte; 0 writes all at once
    Ending ending = Ending::KeepOpen;

    /// A whole HTTP/1.1 answer with its Content-Length.
    static Answer status(int code, const QByteArray &body = {}, const HeaderList &headers = {});
    static Answer redirect(int code, const QByteArray &location);
    static Answer raw(const QByteArray &bytes); ///< these bytes as they are
    static Answer hang(); ///< nothing, for ever
    static Answer close(); ///< reads the request, then closes without a word
    static Answer reset(); ///< reads the request, then resets the connection
    static Answer endlessHeaders();
    static Answer endlessBody(); ///< a 200 whose body never ends

    Answer after(Milliseconds time) const;
    Answer dripping(Milliseconds perByte) const;
    Answer cutAt(qsizetype byteCount) const; ///< closes after that many bytes
    Answer withInterim(int code) const; ///< an interim answer first, such as 100 or 103
    Answer thenClose() const;
    Answer thenReset() const;
};

/// One request as it came in, byte for byte.
struct ReceivedRequest
{
    QByteArray method;
    QByteArray target;
    HeaderList headers;
    QByteArray head; ///< the raw block up to and with the empty line
    QByteArray body;
    Tick at; ///< when its last byte had come
    int connection = 0; ///< counted from 1 in the order they were accepted
};

/// A receiver for tests: it records every request and answers as it is told, well or badly.
/// Requests are framed by Content-Length; an answer is chosen from the queue first, then by path,
/// then the usual one, which is an empty 200.
///
/// Thread: the test's own; it needs the event loop, so wait with QTRY_* or QSignalSpy.
class TestReceiver final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TestReceiver)

public:
    explicit TestReceiver(QObject *parent = nullptr);
    ~TestReceiver() override;

    /// Listens on a free port of \a address, or on \a port again.
    bool start(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0);
    void useTls(const QSslConfiguration &configuration); ///< for connections from now on
    void closeConnections(); ///< those that are open, as after an idle time-out

    void setAnswer(const Answer &answer);
    void setAnswer(const QByteArray &path, const Answer &answer); ///< for that path, query aside
    void enqueueAnswer(const Answer &answer); ///< for the next request, whatever its path

    /// "http://127.0.0.1:12345/path"
    QString url(const QString &path = QStringLiteral("/")) const;

    const QList<ReceivedRequest> &requests() const { return m_requests; }
    void forgetRequests() { m_requests.clear(); } ///< for long runs
    int acceptedCount() const { return m_acceptedCount; } ///< connections, open or closed
    int openCount() const { return static_cast<int>(m_connections.size()); }

signals:
    void requestReceived(const Core::ReceivedRequest &request);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class ReceiverConnection;
    Answer take(const ReceivedRequest &request);
    void forget(ReceiverConnection *connection);

    std::optional<QSslConfiguration> m_tls;
    Answer m_usual = Answer::status(200);
    QHash<QByteArray, Answer> m_byPath;
    QList<Answer> m_queue;
    QList<ReceivedRequest> m_requests;
    QList<ReceiverConnection *> m_connections;
    int m_acceptedCount = 0;
};

} // namespace Core
