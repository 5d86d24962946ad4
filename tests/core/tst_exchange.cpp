// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <optional>

using namespace Core;
using namespace Core::Http;
using End = RawClient::End;

/// What a handler can do with a request that it holds, and what its client sees of that.
class TestExchange final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theRemoteEndIsKnown();
    void anAnswerWithoutContentHasNoLength();
    void badHeadersOfAReplyAreLeftOut();
    void halfClosingClientsGetTheirAnswers();
    void anAnswerForOneWhoLeftIsHarmless_data();
    void anAnswerForOneWhoLeftIsHarmless();
    void onlyTheFirstAnswerCounts();
    void aDroppedExchangeAnswers500();
    void anAbortedExchangeResets();
    void theHandlerLearnsThatTheConnectionBroke();
    void aStreamIsWrittenInChunks();
    void aStreamForHttp10EndsWithTheConnection();
    void aStreamForHeadHasNoBody();
    void aDroppedStreamIsNotTakenForAWholeOne();
    void aStreamReaderThatIsTooSlowIsCutOff();
    void exchangesMayOutliveTheServer();

private:
    bool ask(const QByteArray &bytes);
    const std::shared_ptr<Exchange> &first() { return m_server->kept.first(); }

    std::optional<TestServer> m_server;
    std::optional<RawClient> m_client;
};

void TestExchange::init()
{
    m_server.emplace();
    m_server->keepRequests();
    m_client.emplace(m_server->port());
}

void TestExchange::cleanup()
{
    m_client.reset();
    m_server.reset();
}

/// Sends \a bytes and waits until the first request in them is kept.
bool TestExchange::ask(const QByteArray &bytes)
{
    m_client->send(bytes);
    return QTest::qWaitFor([this] { return m_server->kept.size() == 1; });
}

void TestExchange::theRemoteEndIsKnown()
{
    QVERIFY(ask(Get));
    QCOMPARE(first()->request().remote, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(first()->request().remotePort > 0);
}

void TestExchange::anAnswerWithoutContentHasNoLength()
{
    QVERIFY(ask(Get));
    first()->reply({204, {}, "not to be sent", {}, false});
    QTRY_COMPARE(m_client->statuses(), QList<int>{204});
    QVERIFY(!m_client->received().contains("Content-Length"));
    QVERIFY(m_client->received().endsWith("\r\n\r\n"));
}

void TestExchange::badHeadersOfAReplyAreLeftOut()
{
    QVERIFY(ask(Get));
    const HeaderList headers{{"X-Good", "1"}, {"x-default", "own"},     {"X-Bad", "1\r\nX-Evil: 1"},
                             {"X Evil", "1"}, {"Content-Length", "99"}, {"connection", "upgrade"}};
    first()->reply({200, "text/plain", "ok", headers, false});
    QTRY_COMPARE(m_client->replies().size(), 1);
    const RawReply reply = m_client->replies().first();
    QCOMPARE(reply.header("X-Good"), QByteArray("1"));
    QCOMPARE(reply.header("X-Default"), QByteArray("own"));
    QCOMPARE(reply.headers.size(), 5);
    QCOMPARE(reply.body, QByteArray("ok"));
}

void TestExchange::halfClosingClientsGetTheirAnswers()
{
    m_client->send(postText("one") + postText("two"));
    m_client->finishSending();
    QTRY_COMPARE(m_server->kept.size(), 1);
    bool isGone = false;
    const auto exchange = first();
    exchange->whenGone([&isGone] { isGone = true; });
    exchange->reply(textReply("1"));
    QTRY_COMPARE(m_server->kept.size(), 2);
    m_server->kept.last()->reply(textReply("2"));
    QTRY_COMPARE(m_client->statuses(), (QList<int>{200, 200}));
    QVERIFY(!isGone);
    QTRY_COMPARE(m_client->end(), End::Finished);
    QTRY_COMPARE(m_server->server().connectionCount(), 0);
}

void TestExchange::anAnswerForOneWhoLeftIsHarmless_data()
{
    QTest::addColumn<bool>("isReset");
    QTest::newRow("closed") << false;
    QTest::newRow("reset") << true;
}

void TestExchange::anAnswerForOneWhoLeftIsHarmless()
{
    QFETCH(bool, isReset);
    QVERIFY(ask(Get));
    const auto exchange = m_server->kept.takeFirst();
    if (isReset)
        m_client->reset();
    else
        m_client->close();
    if (isReset)
        QTRY_VERIFY(exchange->isGone());
    exchange->reply(textReply(QByteArray(MiB, 'a')));
    exchange->reply(textReply("again"));
    QTRY_COMPARE(m_server->server().connectionCount(), 0);
    QVERIFY(exchange->isGone());
}

void TestExchange::onlyTheFirstAnswerCounts()
{
    QVERIFY(ask(Get));
    const auto exchange = first();
    QVERIFY(!exchange->isAnswered());
    exchange->reply(textReply("first"));
    QVERIFY(exchange->isAnswered());
    exchange->reply(textReply("second"));
    exchange->begin(textReply({}));
    exchange->write("third");
    exchange->end();
    exchange->abort();
    m_client->send(get("/", "Connection: close\r\n"));
    QTRY_COMPARE(m_server->kept.size(), 2);
    m_server->kept.last()->reply(textReply("next"));
    QTRY_COMPARE(m_client->end(), End::Finished);
    QCOMPARE(m_client->replies().size(), 2);
    QCOMPARE(m_client->replies().first().body, QByteArray("first"));
    QCOMPARE(m_client->replies().last().body, QByteArray("next"));
}

void TestExchange::aDroppedExchangeAnswers500()
{
    QVERIFY(ask(Get));
    m_server->kept.clear();
    QTRY_COMPARE(m_client->statuses(), QList<int>{500});
}

void TestExchange::anAbortedExchangeResets()
{
    QVERIFY(ask(Get));
    first()->abort();
    QTRY_COMPARE(m_client->end(), End::Reset);
    QCOMPARE(m_client->received(), QByteArray());
    QVERIFY(first()->isGone());
    QCOMPARE(m_server->server().connectionCount(), 0);
}

void TestExchange::theHandlerLearnsThatTheConnectionBroke()
{
    QVERIFY(ask(Get));
    m_client->reset();
    int calls = 0;
    first()->whenGone([&calls] { ++calls; });
    QTRY_COMPARE(calls, 1);
    first()->whenGone([&calls] { ++calls; });
    QCOMPARE(calls, 2);
    first()->abort();
    QCOMPARE(m_server->server().connectionCount(), 0);
    QCOMPARE(calls, 2);
}

void TestExchange::aStreamIsWrittenInChunks()
{
    QVERIFY(ask(Get + Get));
    const auto exchange = first();
    exchange->begin({200, "text/event-stream", "ignored", {}, false});
    exchange->write("hello");
    exchange->write("");
    QTRY_VERIFY(
        m_client->received().endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
    exchange->write(QByteArray(16, 'a'));
    exchange->end();
    QTRY_VERIFY(m_client->received().endsWith("10\r\naaaaaaaaaaaaaaaa\r\n0\r\n\r\n"));
    QTRY_COMPARE(m_server->kept.size(), 2);
}

void TestExchange::aStreamForHttp10EndsWithTheConnection()
{
    QVERIFY(ask("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n"));
    first()->begin(textReply({}));
    first()->write("hello");
    first()->end();
    QTRY_COMPARE(m_client->end(), End::Finished);
    QVERIFY(m_client->received().endsWith("\r\nConnection: close\r\n\r\nhello"));
    QVERIFY(!m_client->received().contains("Transfer-Encoding"));
}

void TestExchange::aStreamForHeadHasNoBody()
{
    QVERIFY(ask("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + Get));
    first()->begin(textReply({}));
    first()->write("hello");
    first()->end();
    QTRY_COMPARE(m_server->kept.size(), 2);
    QTRY_VERIFY(m_client->received().endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n"));
}

void TestExchange::aDroppedStreamIsNotTakenForAWholeOne()
{
    QVERIFY(ask(Get));
    first()->begin(textReply({}));
    m_server->kept.clear();
    QTRY_COMPARE(m_client->end(), End::Reset);
}

void TestExchange::aStreamReaderThatIsTooSlowIsCutOff()
{
    m_client.emplace(m_server->port(), 4096);
    QVERIFY(ask(Get));
    first()->begin(textReply({}));
    // More than all buffers of the system and ours together.
    for (int i = 0; i < 64 && !first()->isGone(); ++i)
        first()->write(QByteArray(MiB, 'a'));
    QVERIFY(first()->isGone());
    QCOMPARE(m_server->server().connectionCount(), 0);
}

void TestExchange::exchangesMayOutliveTheServer()
{
    QVERIFY(ask(Get));
    const auto exchange = m_server->kept.takeFirst();
    bool hasLeft = false;
    exchange->whenGone([&hasLeft] { hasLeft = true; });
    m_server.reset();
    QVERIFY(hasLeft);
    QVERIFY(exchange->isGone());
    exchange->reply(textReply("too late"));
}

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
