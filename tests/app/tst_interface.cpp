// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apicalls.h"
#include "tests/support/testreceiver.h"

#include <QTest>
#include <QUrl>

#include <optional>

using namespace Core;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

QStringList textsOf(const QJsonArray &objects, QStringView member)
{
    QStringList texts;
    for (const QJsonValue &object : objects)
        texts.append(object[member].toString());
    return texts;
}

QJsonObject asJson(const Header &header)
{
    return {{QStringLiteral("name"), QString::fromLatin1(header.name)},
            {QStringLiteral("value"), QString::fromLatin1(header.value)}};
}

} // namespace

/// What the real program's HTTP interface tells of destinations and attempts.
class TestInterface final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anAttemptIsShownWithBothMessages();
    void anAttemptShowsTheUrlThatWasSent();
    void anAttemptThatGotNoAnswerShowsNone();
    void destinationsAreListedInPages();
    void destinationsAreFoundByName();
    void theSameRegistrationAgainChangesNothing();
    void aRegistrationReplacesItsNamesakes();
    void aTestGoesToItsDestinationAlone();
    void listensOnIpv6();

private:
    HttpAnswer add(const QString &name, const QString &path, const QByteArray &more = {});
    QJsonArray list(const QString &query = {});

    std::optional<TestReceiver> m_receiver;
    std::optional<Program> m_program;
};

void TestInterface::init()
{
    m_receiver.emplace();
    QVERIFY(m_receiver->start());
    m_program.emplace();
    QVERIFY2(m_program->start({NoHeartbeat}), qPrintable(m_program->errorOutput()));
}

void TestInterface::cleanup()
{
    m_program.reset();
    m_receiver.reset();
}

HttpAnswer TestInterface::add(const QString &name, const QString &path, const QByteArray &more)
{
    return httpCall("POST", m_program->apiUrl(QStringLiteral("/webhooks")),
                    registration(name, m_receiver->url(path), more));
}

QJsonArray TestInterface::list(const QString &query)
{
    return show(*m_program, QStringLiteral("/webhooks") + query)
        .value(QStringLiteral("data"))
        .toArray();
}

void TestInterface::anAttemptIsShownWithBothMessages()
{
    // In small letters, as Qt 6.8 tells all names.
    m_receiver->setAnswer(Answer::status(200, R"({"ok": true})", {{"x-one", "a"}, {"x-two", "b"}}));
    registerDestination(*m_program, m_receiver->url(QStringLiteral("/hook?key=1")));
    const QString delivery = firstDelivery(publish(*m_program, "42"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    const QString id = attemptsOf(*m_program, delivery).at(0)[u"id"].toString();
    const QJsonObject attempt = show(*m_program, QStringLiteral("/attempts/") + id);
    QCOMPARE(attempt[u"id"].toString(), id);
    QCOMPARE(attempt[u"delivery"].toString(), delivery);
    QCOMPARE(attempt[u"number"].toInt(), 1);
    QCOMPARE(attempt[u"status"].toInt(), 200);
    QCOMPARE(attempt[u"outcome"].toString(), QStringLiteral("delivered"));

    const ReceivedRequest &received = m_receiver->requests().first();
    const QJsonValue request = attempt[u"request"];
    QCOMPARE(request[u"method"].toString(), QStringLiteral("POST"));
    QCOMPARE(request[u"url"].toString(), m_receiver->url(QStringLiteral("/hook?key=1")));
    QCOMPARE(request[u"body"].toString().toUtf8(), received.body);
    const QJsonArray sent = request[u"headers"].toArray();
    QCOMPARE(sent.size(), received.headers.size());
    for (const Header &header : received.headers)
        QVERIFY2(sent.contains(asJson(header)), header.name.constData());

    const QJsonValue response = attempt[u"response"];
    QCOMPARE(response[u"body"].toString(), QStringLiteral(R"({"ok": true})"));
    QCOMPARE(response[u"size"].toInt(), 12);
    QCOMPARE(response[u"isCut"].toBool(true), false);
    QCOMPARE(response[u"remoteAddress"].toString(),
             QStringLiteral("127.0.0.1:%1").arg(m_receiver->serverPort()));
    const QJsonArray answered = response[u"headers"].toArray();
    QVERIFY(answered.contains(asJson({"x-one", "a"})));
    QVERIFY(answered.contains(asJson({"x-two", "b"})));
}

void TestInterface::anAttemptShowsTheUrlThatWasSent()
{
    registerDestination(*m_program,
                        m_receiver->url(QStringLiteral("/a/../b/%2e%2e/\u00e4?c=%41&d=%2F")));
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(m_receiver->requests().first().target, QByteArray("/%C3%A4?c=A&d=%2F"));
    const QString id = attemptsOf(*m_program, delivery).at(0)[u"id"].toString();
    const QJsonValue request = show(*m_program, QStringLiteral("/attempts/") + id)[u"request"];
    QCOMPARE(request[u"url"].toString(), m_receiver->url(QStringLiteral("/%C3%A4?c=A&d=%2F")));
}

void TestInterface::anAttemptThatGotNoAnswerShowsNone()
{
    m_receiver->setAnswer(Answer::close());
    registerDestination(*m_program, m_receiver->url(), R"(, "retry": [])");
    const QString delivery = firstDelivery(publish(*m_program, "1"));
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("failed"),
                              Patience);
    const QString id = attemptsOf(*m_program, delivery).at(0)[u"id"].toString();
    const QJsonObject attempt = show(*m_program, QStringLiteral("/attempts/") + id);
    QVERIFY(attempt[u"status"].isNull());
    QVERIFY(attempt[u"response"].isNull());
    QCOMPARE(attempt[u"error"].toString(), QStringLiteral("connection closed without an answer"));
}

void TestInterface::destinationsAreListedInPages()
{
    QStringList added;
    for (int i = 0; i < 5; ++i)
        added.append(add(QStringLiteral("joe"), QString::number(i).prepend(u'/'))
                         .json()
                         .value(QStringLiteral("id"))
                         .toString());
    QStringList listed;
    QString after;
    for (int page = 0; page < 3; ++page) {
        const QString rest = after.isEmpty() ? QString() : QStringLiteral("&after=") + after;
        const QJsonObject answer = show(*m_program, QStringLiteral("/webhooks?limit=2") + rest);
        const QJsonArray data = answer[u"data"].toArray();
        QCOMPARE(data.size(), page < 2 ? 2 : 1);
        listed += textsOf(data, u"id");
        after = answer[u"next"].toString();
        QCOMPARE(after.isEmpty(), page == 2);
    }
    QCOMPARE(listed, added);
}

void TestInterface::destinationsAreFoundByName()
{
    add(QStringLiteral("joe"), QStringLiteral("/1"));
    add(QStringLiteral("J & ä"), QStringLiteral("/2"));
    add(QStringLiteral("joe"), QStringLiteral("/3"));
    QCOMPARE(list(QStringLiteral("?name=joe")).size(), 2);
    QCOMPARE(list(QStringLiteral("?name=jo")).size(), 0);
    QCOMPARE(textsOf(list(QStringLiteral("?name=J%20%26%20%C3%A4")), u"destination"),
             QStringList{m_receiver->url(QStringLiteral("/2"))});
    const QJsonObject page = show(*m_program, QStringLiteral("/webhooks?name=joe&limit=1"));
    QCOMPARE(textsOf(page[u"data"].toArray(), u"destination"),
             QStringList{m_receiver->url(QStringLiteral("/1"))});
    QCOMPARE(textsOf(list(QStringLiteral("?name=joe&limit=1&after=") + page[u"next"].toString()),
                     u"destination"),
             QStringList{m_receiver->url(QStringLiteral("/3"))});
}

void TestInterface::theSameRegistrationAgainChangesNothing()
{
    const HttpAnswer first = add(QStringLiteral("joe"), QStringLiteral("/1"));
    QCOMPARE(first.status, 201);
    const QString id = first.json().value(QStringLiteral("id")).toString();
    QCOMPARE(headerValue(first.headers, "Location"), "/webhooks/" + id.toLatin1());
    const HttpAnswer again
        = add(QStringLiteral("joe"), QStringLiteral("/1"), R"(, "ordered": true)");
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json(), first.json());
    QCOMPARE(list().size(), 1);
}

void TestInterface::aRegistrationReplacesItsNamesakes()
{
    add(QStringLiteral("joe"), QStringLiteral("/1"));
    add(QStringLiteral("joe"), QStringLiteral("/2"));
    add(QStringLiteral("ann"), QStringLiteral("/3"));
    QCOMPARE(add(QStringLiteral("joe"), QStringLiteral("/4"), R"(, "replace": "yes")").status, 422);
    QCOMPARE(list().size(), 3);
    QCOMPARE(add(QStringLiteral("joe"), QStringLiteral("/4"), R"(, "replace": true)").status, 201);
    QCOMPARE(textsOf(list(), u"destination"),
             (QStringList{m_receiver->url(QStringLiteral("/3")),
                          m_receiver->url(QStringLiteral("/4"))}));
}

void TestInterface::aTestGoesToItsDestinationAlone()
{
    add(QStringLiteral("joe"), QStringLiteral("/1"));
    const QString id = add(QStringLiteral("ann"), QStringLiteral("/2"), R"(, "events": ["a.b"])")
                           .json()
                           .value(QStringLiteral("id"))
                           .toString();
    const HttpAnswer answer
        = httpCall("POST", m_program->apiUrl(QStringLiteral("/webhooks/%1/test").arg(id)));
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.json()[u"destination"].toString(), id);
    const QString delivery = answer.json()[u"id"].toString();
    QTRY_COMPARE_WITH_TIMEOUT(deliveryState(*m_program, delivery), QStringLiteral("delivered"),
                              Patience);
    QCOMPARE(m_receiver->requests().size(), 1);
    QCOMPARE(m_receiver->requests().first().target, QByteArray("/2"));
    QCOMPARE(headerValue(m_receiver->requests().first().headers, "Hookpost-Event"),
             QByteArray("hookpost.test"));
}

void TestInterface::listensOnIpv6()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("this machine has no IPv6");
    const int port = QUrl(m_program->apiUrl()).port();
    QCOMPARE(httpCall("GET", QStringLiteral("http://[::1]:%1/healthz").arg(port)).status, 200);
}

QTEST_GUILESS_MAIN(TestInterface)
#include "tst_interface.moc"
