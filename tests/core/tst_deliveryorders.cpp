// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliveryorders.h"
#include "tests/support/memoryhouse.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>

using namespace Core;

namespace {

template<typename T>
T answerOf(QSignalSpy &spy)
{
    if (spy.isEmpty() && !spy.wait())
        return {};
    return spy.takeFirst().first().value<T>();
}

} // namespace

/// What people ask for in the window about events and deliveries.
class TestDeliveryOrders final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsPublishedIsDeliveredByteForByte();
    void theChosenAloneGetIt();
    void aTestIsMarkedAsOne();
    void headersOfAnEventAreKept();
    void headersAreRefusedAsThoseOfDestinations_data();
    void headersAreRefusedAsThoseOfDestinations();
    void publicationsAreRefused_data();
    void publicationsAreRefused();
    void aPreviewTellsWhatWouldGo();
    void whatWentWellIsLeftOutUnasked();
    void aRecoveryIsCountedFirst();
    void whatIsSentAgainIsLinked();
    void aRecoverySendsWhatFailed();
    void aResendIsStopped();
    void deliveriesOfChosenAttemptsAreCancelled();
    void allThatWaitOfOneDestinationAreCancelled();
    void nothingIsTakenAfterTheEnd();

private:
    ResendOrder orderOf(const QList<DeliveryId> &deliveries) const;

    std::unique_ptr<MemoryHouse> m_house;
    std::unique_ptr<DeliveryOrders> m_orders;
    Destination m_joe;
    Destination m_ann;
};

void TestDeliveryOrders::init()
{
    m_house = std::make_unique<MemoryHouse>();
    m_orders = std::make_unique<DeliveryOrders>(m_house->directory(), m_house->clock(), 1000);
    m_orders->open(m_house->ledger(), m_house->archive());
    m_joe = m_house->add(QStringLiteral("joe"), QStringLiteral("http://localhost/joe"));
    m_ann = m_house->add(QStringLiteral("ann"), QStringLiteral("http://localhost/ann"));
}

void TestDeliveryOrders::cleanup()
{
    m_orders->close();
    m_orders.reset();
    m_house.reset();
}

ResendOrder TestDeliveryOrders::orderOf(const QList<DeliveryId> &deliveries) const
{
    ResendOrder order;
    order.ticket = 7;
    order.deliveries = deliveries;
    return order;
}

void TestDeliveryOrders::whatIsPublishedIsDeliveredByteForByte()
{
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    const QByteArray body("{ \"n\": 12345678901234567890.10, \xff }");
    m_orders->publish({3, QStringLiteral("a.b"), "application/json", body, {}, false});
    const auto answer = answerOf<PublicationAnswer>(published);
    QVERIFY(!answer.error);
    QCOMPARE(answer.ticket, 3);
    QCOMPARE(answer.deliveries.size(), 2);
    const auto event = m_house->read<Event>(
        [id = answer.event](Records &records) { return records.eventWithBody(id); });
    QVERIFY(event);
    QCOMPARE(event->body, body);
    QCOMPARE(event->type, QStringLiteral("a.b"));
    QCOMPARE(event->contentType, QByteArray("application/json"));
    QVERIFY(event->kind == EventKind::Published);
}

void TestDeliveryOrders::theChosenAloneGetIt()
{
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    m_orders->publish({3, QStringLiteral("a.b"), "text/plain", "hello", {m_ann.id}, false});
    const auto answer = answerOf<PublicationAnswer>(published);
    QCOMPARE(answer.deliveries.size(), 1);
    QVERIFY(answer.deliveries.first().destination == m_ann.id);
}

void TestDeliveryOrders::aTestIsMarkedAsOne()
{
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    m_orders->publish({3, QStringLiteral("ping"), "text/plain", "hello", {m_ann.id}, true});
    const auto answer = answerOf<PublicationAnswer>(published);
    const auto event = m_house->read<Event>(
        [id = answer.event](Records &records) { return records.eventWithBody(id); });
    QVERIFY(event && event->kind == EventKind::Test);
}

void TestDeliveryOrders::headersOfAnEventAreKept()
{
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    const HeaderList headers{{"X-Team", "blue"}};
    m_orders->publish({3, QStringLiteral("a.b"), "text/plain", "hello", {}, false, headers});
    const auto answer = answerOf<PublicationAnswer>(published);
    QVERIFY(!answer.error);
    const auto event = m_house->read<Event>(
        [id = answer.event](Records &records) { return records.eventWithBody(id); });
    QVERIFY(event && event->headers == headers);
}

void TestDeliveryOrders::headersAreRefusedAsThoseOfDestinations_data()
{
    QTest::addColumn<HeaderList>("headers");
    QTest::newRow("a name with a blank") << HeaderList{{"X Team", "blue"}};
    QTest::newRow("a value with a line end") << HeaderList{{"X-Team", "blue\r\nX: y"}};
    QTest::newRow("twice") << HeaderList{{"X-Team", "blue"}, {"x-team", "red"}};
    QTest::newRow("of HTTP") << HeaderList{{"Content-Length", "0"}};
    QTest::newRow("of Hookpost") << HeaderList{{"Hookpost-Attempt", "9"}};
    QTest::newRow("of a signature") << HeaderList{{"webhook-signature", "v1,x"}};
    QTest::newRow("too long") << HeaderList{{"X-Team", QByteArray(8192, 'x')}};
    HeaderList many;
    for (int i = 0; i <= 64; ++i)
        many.append({"X-" + QByteArray::number(i), "x"});
    QTest::newRow("too many") << many;
}

void TestDeliveryOrders::headersAreRefusedAsThoseOfDestinations()
{
    QFETCH(HeaderList, headers);
    Destination alike = m_joe;
    alike.headers = headers;
    const auto judged = validate(alike);
    QVERIFY(!judged);
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    m_orders->publish({3, QStringLiteral("a.b"), "text/plain", "hello", {}, false, headers});
    const auto answer = answerOf<PublicationAnswer>(published);
    QVERIFY(answer.error && answer.event.isNull());
    QCOMPARE(answer.error->field, QStringLiteral("headers"));
    QCOMPARE(answer.error->sentence, judged.error().sentence);
}

void TestDeliveryOrders::publicationsAreRefused_data()
{
    QTest::addColumn<Publication>("publication");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const Publication &publication, const char *field) {
        QTest::newRow(name) << publication << QString::fromLatin1(field);
    };
    row("a type is needed", {1, {}, "text/plain", "x", {}, false}, "type");
    row("a type has no blanks", {1, QStringLiteral("a b"), "text/plain", "x", {}, false}, "type");
    row("a content type is needed", {1, QStringLiteral("a"), "", "x", {}, false}, "contentType");
    row("a content type holds no line end", {1, QStringLiteral("a"), "a/b\r\nX: y", "x", {}, false},
        "contentType");
    row("a body has a limit", {1, QStringLiteral("a"), "a/b", QByteArray(1001, 'x'), {}, false},
        "body");
    row("a destination must be there",
        {1, QStringLiteral("a"), "a/b", "x", {DestinationId{99}}, false}, "");
}

void TestDeliveryOrders::publicationsAreRefused()
{
    QFETCH(Publication, publication);
    QFETCH(QString, field);
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    m_orders->publish(publication);
    const auto answer = answerOf<PublicationAnswer>(published);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->field, field);
    QVERIFY(answer.event.isNull() && answer.deliveries.isEmpty());
}

void TestDeliveryOrders::aPreviewTellsWhatWouldGo()
{
    const Attempt failed = m_house->attempt(m_joe.id, DeliveryState::Failed);
    const Attempt good = m_house->attempt(m_ann.id, DeliveryState::Delivered);
    const Delivery waiting = m_house->deliver(m_joe.id);
    QSignalSpy previewed(m_orders.get(), &DeliveryOrders::resendPreviewed);
    m_orders->previewResend(
        orderOf({failed.delivery, good.delivery, waiting.id, DeliveryId{99'999}}));
    const auto preview = answerOf<ResendPreview>(previewed);
    QVERIFY(!preview.error);
    QCOMPARE(preview.ticket, 7);
    QCOMPARE(preview.failed, 1);
    QCOMPARE(preview.delivered, 1);
    QCOMPARE(preview.unfinished, 1);
    QCOMPARE(preview.gone, 1);
    QVERIFY(preview.destinations == QList<DestinationId>{m_joe.id});
    QVERIFY(preview.deliveredTo == QList<DestinationId>{m_ann.id});
    QVERIFY(preview.first == at(0) && preview.last == at(0));
}

void TestDeliveryOrders::whatWentWellIsLeftOutUnasked()
{
    const Attempt failed = m_house->attempt(m_joe.id, DeliveryState::Failed);
    const Attempt good = m_house->attempt(m_ann.id, DeliveryState::Delivered);
    QSignalSpy advanced(m_orders.get(), &DeliveryOrders::resendAdvanced);
    ResendOrder order = orderOf({});
    order.attempts = {failed.id, good.id};
    m_orders->resend(order);
    const auto progress = answerOf<ResendProgress>(advanced);
    QVERIFY(progress.isDone && !progress.error);
    QCOMPARE(progress.total, 1);
    QCOMPARE(progress.resent, 1);
    order.isForced = true;
    m_orders->resend(order);
    QCOMPARE(answerOf<ResendProgress>(advanced).resent, 2);
}

void TestDeliveryOrders::aRecoveryIsCountedFirst()
{
    m_house->attempt(m_joe.id, DeliveryState::Failed);
    m_house->attempt(m_joe.id, DeliveryState::Failed);
    m_house->attempt(m_joe.id, DeliveryState::Delivered);
    m_house->attempt(m_ann.id, DeliveryState::Failed);
    ResendOrder order = orderOf({});
    order.destination = m_joe.id;
    order.since = at(0);
    QSignalSpy previewed(m_orders.get(), &DeliveryOrders::resendPreviewed);
    m_orders->previewResend(order);
    const auto preview = answerOf<ResendPreview>(previewed);
    QCOMPARE(preview.failed, 2);
    QVERIFY(preview.destinations == QList<DestinationId>{m_joe.id});
    QVERIFY(preview.first.has_value());
    order.since = at(5000);
    m_orders->previewResend(order);
    QCOMPARE(answerOf<ResendPreview>(previewed).failed, 0);
}

void TestDeliveryOrders::whatIsSentAgainIsLinked()
{
    const Attempt failed = m_house->attempt(m_joe.id, DeliveryState::Failed);
    QSignalSpy advanced(m_orders.get(), &DeliveryOrders::resendAdvanced);
    ResendOrder order = orderOf({});
    order.attempts = {failed.id, failed.id};
    m_orders->resend(order);
    const auto progress = answerOf<ResendProgress>(advanced);
    QVERIFY(progress.isDone && !progress.error);
    QCOMPARE(progress.resent, 1);
    QVERIFY(progress.deliveries.first().resendOf == failed.delivery);
    QVERIFY(progress.deliveries.first().event == failed.event);
}

void TestDeliveryOrders::aRecoverySendsWhatFailed()
{
    m_house->attempt(m_joe.id, DeliveryState::Failed);
    m_house->attempt(m_ann.id, DeliveryState::Failed);
    ResendOrder order = orderOf({});
    order.destination = m_joe.id;
    order.since = at(0);
    QSignalSpy advanced(m_orders.get(), &DeliveryOrders::resendAdvanced);
    m_orders->resend(order);
    const auto progress = answerOf<ResendProgress>(advanced);
    QVERIFY(progress.isDone && !progress.error);
    QCOMPARE(progress.total, 1);
    QCOMPARE(progress.resent, 1);
    QVERIFY(progress.deliveries.first().destination == m_joe.id);
}

void TestDeliveryOrders::aResendIsStopped()
{
    ResendOrder order = orderOf({m_house->attempt(m_joe.id, DeliveryState::Failed).delivery,
                                 m_house->attempt(m_joe.id, DeliveryState::Failed).delivery});
    order.perSecond = 1;
    QSignalSpy advanced(m_orders.get(), &DeliveryOrders::resendAdvanced);
    m_orders->resend(order);
    const auto first = answerOf<ResendProgress>(advanced);
    QVERIFY(!first.isDone);
    QCOMPARE(first.resent, 1);
    m_orders->stopResend(order.ticket);
    const auto last = answerOf<ResendProgress>(advanced);
    QVERIFY(last.isDone && !last.error);
    QCOMPARE(last.resent, 1);
    m_orders->stopResend(order.ticket); // nothing is under way any more
    QCOMPARE(advanced.size(), 0);
}

void TestDeliveryOrders::deliveriesOfChosenAttemptsAreCancelled()
{
    const Attempt waiting = m_house->attempt(m_joe.id, DeliveryState::Waiting);
    const Attempt failed = m_house->attempt(m_joe.id, DeliveryState::Failed);
    QSignalSpy cancelled(m_orders.get(), &DeliveryOrders::deliveriesCancelled);
    m_orders->cancel({waiting.id, failed.id, waiting.id, AttemptId{99'999}});
    const auto result = answerOf<Cancellation>(cancelled);
    QCOMPARE(result.cancelled, 1);
    QCOMPARE(result.leftOut, 1);
    QVERIFY(result.error && result.error->code == ErrorCode::Conflict);
}

void TestDeliveryOrders::allThatWaitOfOneDestinationAreCancelled()
{
    constexpr int Many = 501; // more than a page
    AddEvents many;
    for (int i = 0; i < Many; ++i)
        many.events.append(makeEvent(QStringLiteral("many%1").arg(i), {m_joe.id}));
    m_house->done<EventsAdded>(many);
    m_house->deliver(m_ann.id);
    QSignalSpy cancelled(m_orders.get(), &DeliveryOrders::deliveriesCancelled);
    m_orders->cancelWaiting(m_joe.id);
    const auto result = answerOf<Cancellation>(cancelled);
    QVERIFY(!result.error);
    QCOMPARE(result.cancelled, Many);
    LogQuery query;
    query.filter = parseFilter(QStringLiteral("is:waiting")).filter;
    const auto left = m_house->read<QList<Delivery>>(
        [query](Records &records) { return records.deliveries(query); });
    QVERIFY(left && left->size() == 1 && left->first().destination == m_ann.id);
}

void TestDeliveryOrders::nothingIsTakenAfterTheEnd()
{
    const Attempt failed = m_house->attempt(m_joe.id, DeliveryState::Failed);
    m_orders->close();
    QSignalSpy published(m_orders.get(), &DeliveryOrders::published);
    QSignalSpy previewed(m_orders.get(), &DeliveryOrders::resendPreviewed);
    QSignalSpy advanced(m_orders.get(), &DeliveryOrders::resendAdvanced);
    QSignalSpy cancelled(m_orders.get(), &DeliveryOrders::deliveriesCancelled);
    m_orders->publish({1, QStringLiteral("a"), "a/b", "x", {}, false});
    m_orders->previewResend(orderOf({failed.delivery}));
    m_orders->resend(orderOf({failed.delivery}));
    m_orders->cancel({failed.id});
    m_orders->cancelWaiting(m_joe.id);
    QVERIFY(answerOf<PublicationAnswer>(published).error);
    QVERIFY(answerOf<ResendPreview>(previewed).error);
    const auto progress = answerOf<ResendProgress>(advanced);
    QVERIFY(progress.isDone && progress.error);
    QVERIFY(answerOf<Cancellation>(cancelled).error);
    QVERIFY(answerOf<Cancellation>(cancelled).error);
}

QTEST_GUILESS_MAIN(TestDeliveryOrders)
#include "tst_deliveryorders.moc"
