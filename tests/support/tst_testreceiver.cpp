// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testreceiver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Core;
using namespace std::chrono_literals;

namespace {

constexpr auto Post = "POST /hook?a=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";

/// A bare client that keeps what comes back.
class Client final
{
public:
    explicit Client(const TestReceiver &receiver)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { m_answer += m_socket.readAll(); });
        m_socket.connectToHost(receiver.serverAddress(), receiver.serverPort());
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    const QByteArray &answer() const { return m_answer; }
    QAbstractSocket::SocketState state() const { return m_socket.state(); }
    bool wasClosed() const { return m_socket.error() == QAbstractSocket::RemoteHostClosedError; }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

} // namespace

class TestTestReceiver final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestReceiver> m_receiver;

private slots:
    void init();
    void recordsTheRequestByteForByte();
    void answersSeveralRequestsOnOneConnection();
    void choosesTheAnswer();
    void writesTheAnswer_data();
    void writesTheAnswer();
    void resets();
    void waitsAndDrips();
    void hangs();
    void neverEnds_data();
    void neverEnds();
    void closesOpenConnections();
};

void TestTestReceiver::init()
{
    m_receiver = std::make_unique<TestReceiver>();
    QVERIFY(m_receiver->start());
}

void TestTestReceiver::recordsTheRequestByteForByte()
{
    QSignalSpy received(m_receiver.get(), &TestReceiver::requestReceived);
    Client client(*m_receiver);
    client.send(
        "POST /hook?a=1 HTTP/1.1\r\nHost: x\r\nX-Odd:  a:b \r\nContent-Length: 5\r\n\r\nhel");
    client.send("lo");
    QTRY_COMPARE(received.size(), 1);
    const ReceivedRequest request = m_receiver->requests().constFirst();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.target, "/hook?a=1");
    QCOMPARE(request.headers,
             (HeaderList{{"Host", "x"}, {"X-Odd", "a:b"}, {"Content-Length", "5"}}));
    QVERIFY(request.head.contains("X-Odd:  a:b \r\n"));
    QVERIFY(request.head.endsWith("\r\n\r\n"));
    QCOMPARE(request.body, "hello");
    QCOMPARE(request.connection, 1);
}

void TestTestReceiver::answersSeveralRequestsOnOneConnection()
{
    Client client(*m_receiver);
    client.send(QByteArray(Post) + Post + Post);
    QTRY_COMPARE(client.answer().count("HTTP/1.1 200 OK"), 3);
    QCOMPARE(m_receiver->requests().size(), 3);
    QCOMPARE(m_receiver->acceptedCount(), 1);
}

void TestTestReceiver::choosesTheAnswer()
{
    m_receiver->setAnswer(Answer::status(201));
    m_receiver->setAnswer("/hook", Answer::status(202));
    m_receiver->setAnswer("/bare", Answer::status(204));
    m_receiver->enqueueAnswer(Answer::status(503));
    Client client(*m_receiver);
    client.send(QByteArray(Post) + Post + "POST /bare HTTP/1.1\r\nHost: x\r\n\r\n"
                + "POST /else HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(client.answer().contains("HTTP/1.1 201 Created"));
    QVERIFY(client.answer().startsWith("HTTP/1.1 503 Service Unavailable"));
    QVERIFY(client.answer().contains("HTTP/1.1 202 Accepted"));
    QVERIFY(client.answer().contains("HTTP/1.1 204 No Content"));
}

void TestTestReceiver::writesTheAnswer_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isClosed");
    const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    QTest::newRow("a status with a body") << Answer::status(200, "ok") << ok << false;
    QTest::newRow("a redirect") << Answer::redirect(307, "/there")
                                << QByteArray(
                                       "HTTP/1.1 307 Temporary Redirect\r\nLocation: /there\r\n"
                                       "Content-Length: 0\r\n\r\n")
                                << false;
    QTest::newRow("raw bytes") << Answer::raw("SSH-2.0\r\n") << QByteArray("SSH-2.0\r\n") << false;
    QTest::newRow("an interim answer first")
        << Answer::status(200, "ok").withInterim(103)
        << QByteArray("HTTP/1.1 103 Early Hints\r\n\r\n") + ok << false;
    QTest::newRow("a cut answer") << Answer::status(200, "ok").cutAt(20) << ok.left(20) << true;
    QTest::newRow("an answer, then the end") << Answer::status(200, "ok").thenClose() << ok << true;
    QTest::newRow("no answer, then the end") << Answer::close() << QByteArray() << true;
}

void TestTestReceiver::writesTheAnswer()
{
    QFETCH(Answer, answer);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isClosed);
    m_receiver->setAnswer(answer);
    Client client(*m_receiver);
    client.send(Post);
    QTRY_COMPARE(client.answer(), bytes);
    QTRY_COMPARE(client.wasClosed(), isClosed);
    QTRY_COMPARE(m_receiver->openCount(), isClosed ? 0 : 1);
}

void TestTestReceiver::resets()
{
    m_receiver->setAnswer(Answer::reset());
    // Qt's sockets tell a reset and an end alike, the system does not.
    const int client = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_receiver->serverPort());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr any{};
    std::memcpy(&any, &address, sizeof any);
    QCOMPARE(::connect(client, &any, sizeof any), 0);
    QVERIFY(::send(client, Post, std::strlen(Post), 0) > 0);
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    QTRY_COMPARE(m_receiver->openCount(), 0);
    char byte = 0;
    QCOMPARE(::recv(client, &byte, 1, 0), ssize_t{-1});
    QCOMPARE(errno, ECONNRESET);
    ::close(client);
}

void TestTestReceiver::waitsAndDrips()
{
    m_receiver->setAnswer(Answer::raw("abcdef").after(40ms).dripping(10ms));
    Client client(*m_receiver);
    QElapsedTimer timer;
    timer.start();
    client.send(Post);
    QTRY_COMPARE(client.answer(), "abcdef");
    QVERIFY(timer.elapsed() >= 90);
}

void TestTestReceiver::hangs()
{
    m_receiver->enqueueAnswer(Answer::hang());
    Client hung(*m_receiver);
    hung.send(QByteArray(Post) + Post);
    QTRY_COMPARE(m_receiver->requests().size(), 1);
    Client served(*m_receiver);
    served.send(Post);
    QTRY_VERIFY(!served.answer().isEmpty());
    QVERIFY(hung.answer().isEmpty());
    QCOMPARE(hung.state(), QAbstractSocket::ConnectedState);
}

void TestTestReceiver::neverEnds_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("isWithinHeaders");
    QTest::newRow("headers") << Answer::endlessHeaders() << true;
    QTest::newRow("a body") << Answer::endlessBody() << false;
}

void TestTestReceiver::neverEnds()
{
    QFETCH(Answer, answer);
    QFETCH(bool, isWithinHeaders);
    m_receiver->setAnswer(answer);
    Client client(*m_receiver);
    client.send(Post);
    QTRY_VERIFY(client.answer().size() > 4'000'000);
    QCOMPARE(!client.answer().contains("\r\n\r\n"), isWithinHeaders);
}

void TestTestReceiver::closesOpenConnections()
{
    Client client(*m_receiver);
    client.send(Post);
    QTRY_VERIFY(!client.answer().isEmpty());
    m_receiver->closeConnections();
    QTRY_VERIFY(client.wasClosed());
    QCOMPARE(m_receiver->openCount(), 0);
}

QTEST_GUILESS_MAIN(TestTestReceiver)
#include "tst_testreceiver.moc"
