// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/oracle.h"

#include <QTest>

#include <functional>

using namespace Core;

namespace {

using Change = std::function<void(History &)>;

/// Two events for two destinations each, with a kill in between: the first was acknowledged and
/// one of its POSTs was cut by the kill, the second stayed in doubt and was kept.
History keptHistory()
{
    History history;
    history.destinations = {QStringLiteral("dst_1"), QStringLiteral("dst_2")};
    for (const QString &id : std::as_const(history.destinations))
        history.registered.insert(id, 1);
    history.publications = {
        {QStringLiteral("one"), 2, TrialPublication::Answer::Accepted},
        {QStringLiteral("two"), 2, TrialPublication::Answer::InDoubt},
        {QStringLiteral("three"), 2, TrialPublication::Answer::InDoubt},
        {QStringLiteral("four"), 2, TrialPublication::Answer::Refused},
    };
    history.deliveries = {
        {QStringLiteral("dlv_1"), QStringLiteral("one"), QStringLiteral("delivered")},
        {QStringLiteral("dlv_2"), QStringLiteral("one"), QStringLiteral("delivered")},
        {QStringLiteral("dlv_3"), QStringLiteral("two"), QStringLiteral("delivered")},
        {QStringLiteral("dlv_4"), QStringLiteral("two"), QStringLiteral("delivered")},
    };
    for (qsizetype i = 0; i < history.deliveries.size(); ++i)
        history.deliveries[i].destination = history.destinations.at(i % 2);
    history.posts = {
        {QStringLiteral("one"), QStringLiteral("dlv_1"), 1, 503, 1},
        {QStringLiteral("one"), QStringLiteral("dlv_2"), 1, 200, 1},
        {QStringLiteral("one"), QStringLiteral("dlv_1"), 2, 200, 2},
        {QStringLiteral("one"), QStringLiteral("dlv_2"), 2, 200, 2},
        {QStringLiteral("two"), QStringLiteral("dlv_3"), 1, 200, 2},
        {QStringLiteral("two"), QStringLiteral("dlv_4"), 1, 0, 2},
        {QStringLiteral("two"), QStringLiteral("dlv_4"), 2, 204, 2},
    };
    const QString temporary = QStringLiteral("temporary");
    const QString interrupted = QStringLiteral("interrupted");
    const QString delivered = QStringLiteral("delivered");
    history.attempts = {
        {QStringLiteral("att_1"), QStringLiteral("dlv_1"), 1, temporary, 503, "a"},
        {QStringLiteral("att_2"), QStringLiteral("dlv_2"), 1, interrupted, 0, "b"},
        {QStringLiteral("att_3"), QStringLiteral("dlv_1"), 2, delivered, 200, "c"},
        {QStringLiteral("att_4"), QStringLiteral("dlv_2"), 2, delivered, 200, "d"},
        {QStringLiteral("att_5"), QStringLiteral("dlv_3"), 1, delivered, 200, "e"},
        {QStringLiteral("att_6"), QStringLiteral("dlv_4"), 1, temporary, 0, "f"},
        {QStringLiteral("att_7"), QStringLiteral("dlv_4"), 2, delivered, 204, "g"},
    };
    history.closedBefore = {history.attempts.at(0)};
    const QString state = QStringLiteral("state");
    history.orders = {
        {QStringLiteral("dst_1"), state, QStringLiteral("paused"), true},
        {QStringLiteral("dst_1"), state, QStringLiteral("active"), false},
        {QStringLiteral("dst_2"), state, QStringLiteral("paused"), false},
    };
    history.looks = {{3,
                      {{{QStringLiteral("dst_1"), state}, QStringLiteral("paused")},
                       {{QStringLiteral("dst_2"), state}, QStringLiteral("active")}}}};
    return history;
}

} // namespace

class TestOracle final : public QObject
{
    Q_OBJECT

private slots:
    void countsInFiveWords();
    void bearsWhatStaysInDoubt();
    void bearsWhatPeopleDoToDeliveries();
    void bearsHeartbeats();
    void bearsThatEachHasAnOrderOfItsOwn();
    void seesEveryBrokenPromise_data();
    void seesEveryBrokenPromise();
};

void TestOracle::countsInFiveWords()
{
    const TrialVerdict verdict = judge(keptHistory());
    QVERIFY2(verdict.isKept(), qPrintable(verdict.faults.join(u'\n')));
    QCOMPARE(verdict.ok, 1);
    QCOMPARE(verdict.lost, 0);
    QCOMPARE(verdict.unexpected, 0);
    QCOMPARE(verdict.duplicated, 1);
    QCOMPARE(verdict.recovered, 1);
    QCOMPARE(verdict.absent, 1);
    QCOMPARE(verdict.interrupted, 1);
}

void TestOracle::bearsWhatStaysInDoubt()
{
    History history = keptHistory();
    const QString name = QStringLiteral("extra");
    history.orders.append({name, SettingsMember, QStringLiteral("a b"), false});
    history.orders.append({name, SettingsMember, QStringLiteral("c d"), false});
    history.looks.append({5, {{{name, SettingsMember}, QStringLiteral("c d")}}});
    history.looks.append(TrialLook{5, {}}); // or nothing of it
    for (QString &value : history.looks.first().values)
        value = value == u"paused" ? QStringLiteral("active") : QStringLiteral("paused");
    const TrialVerdict verdict = judge(history);
    QVERIFY2(verdict.isKept(), qPrintable(verdict.faults.join(u'\n')));
}

void TestOracle::bearsWhatPeopleDoToDeliveries()
{
    History history = keptHistory();
    const QString cancelled = QStringLiteral("cancelled");
    history.orders.append({QStringLiteral("dlv_5"), QStringLiteral("state"), cancelled, true});
    history.publications.append({QStringLiteral("five"), 1, TrialPublication::Answer::Accepted});
    history.deliveries.append({QStringLiteral("dlv_5"), QStringLiteral("five"), cancelled});
    history.deliveries.append({QStringLiteral("dlv_6"), QStringLiteral("five"),
                               QStringLiteral("delivered"), QStringLiteral("dlv_5")});
    history.posts.append({QStringLiteral("five"), QStringLiteral("dlv_6"), 1, 200, 2});
    history.attempts.append({QStringLiteral("att_8"), QStringLiteral("dlv_6"), 1,
                             QStringLiteral("delivered"), 200, "h"});
    const TrialVerdict verdict = judge(history);
    QVERIFY2(verdict.isKept(), qPrintable(verdict.faults.join(u'\n')));
    QCOMPARE(verdict.ok, 2);
}

void TestOracle::bearsHeartbeats()
{
    History history = keptHistory();
    const QString event = QStringLiteral("heartbeat");
    const QString failed = QStringLiteral("failed");
    history.deliveries.append({QStringLiteral("dlv_5"), event, failed});
    history.posts.append({event, QStringLiteral("dlv_5"), 1, 503, 2, false, true});
    history.attempts.append(
        {QStringLiteral("att_8"), QStringLiteral("dlv_5"), 1, failed, 503, "h", true});
    const TrialVerdict verdict = judge(history);
    QVERIFY2(verdict.isKept(), qPrintable(verdict.faults.join(u'\n')));
}

void TestOracle::bearsThatEachHasAnOrderOfItsOwn()
{
    History history = keptHistory();
    history.posts[3].isOrdered = true; // to dst_2
    history.posts[4].isOrdered = true; // to dst_1
    history.posts.swapItemsAt(3, 4);
    const TrialVerdict verdict = judge(history);
    QVERIFY2(verdict.isKept(), qPrintable(verdict.faults.join(u'\n')));
}

void TestOracle::seesEveryBrokenPromise_data()
{
    QTest::addColumn<Change>("breakPromise");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const Change &breakPromise, const QString &fault) {
        QTest::newRow(name) << breakPromise << fault;
    };
    row(
        "an acknowledged event without any delivery is lost",
        [](History &history) { history.deliveries.remove(0, 2); },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "an acknowledged event that lacks one delivery is lost",
        [](History &history) { history.deliveries.removeFirst(); },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "an acknowledged event that nobody received well is lost",
        [](History &history) { history.posts[2].status = 500; },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "an acknowledged event whose delivery failed is lost",
        [](History &history) { history.deliveries[0].state = QStringLiteral("failed"); },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "an event in doubt must be there whole",
        [](History &history) { history.deliveries.removeLast(); },
        QStringLiteral("event two was kept by halves"));
    row(
        "a refused event must not be there",
        [](History &history) { history.deliveries[2].event = QStringLiteral("four"); },
        QStringLiteral("event four was refused and is there"));
    row(
        "a forged event is noticed in the log",
        [](History &history) { history.deliveries[2].event = QStringLiteral("forged"); },
        QStringLiteral("event forged was never published and is there"));
    row(
        "a forged event is noticed at the receiver",
        [](History &history) { history.posts[4].event = QStringLiteral("forged"); },
        QStringLiteral("event forged was never published and is there"));
    row(
        "a heartbeat is sent once",
        [](History &history) {
            history.attempts[0].isHeartbeat = history.attempts[2].isHeartbeat = true;
        },
        QStringLiteral("the heartbeat dlv_1 was sent again"));
    row(
        "a heartbeat is one to both sides",
        [](History &history) { history.posts[4].isHeartbeat = true; },
        QStringLiteral("att_5 is a heartbeat to one side alone"));
    row(
        "an attempt is sent once",
        [](History &history) { history.posts.append(history.posts.at(0)); },
        QStringLiteral("attempt 1 of dlv_1 was sent twice"));
    row(
        "a POST needs a row", [](History &history) { history.attempts.removeAt(1); },
        QStringLiteral("attempt 1 of dlv_2 was sent and has no row"));
    row(
        "a row tells the receiver's status",
        [](History &history) { history.attempts[0].status = 500; },
        QStringLiteral("att_1 was answered with 503 and its row says 500"));
    row(
        "a status needs a POST", [](History &history) { history.posts.removeAt(0); },
        QStringLiteral("att_1 has a status and was never sent"));
    row(
        "a row is open only as long as its POST",
        [](History &history) { history.attempts[1].outcome = QStringLiteral("inFlight"); },
        QStringLiteral("att_2 is still open"));
    row(
        "attempts are numbered without a gap",
        [](History &history) { history.attempts[4].number = 2; },
        QStringLiteral("att_5 of dlv_3 has the wrong number"));
    row(
        "nothing follows a success",
        [](History &history) { history.attempts[1].outcome = QStringLiteral("delivered"); },
        QStringLiteral("dlv_2 was sent again after its success"));
    row(
        "a delivery ends as its last row says",
        [](History &history) { history.attempts[4].outcome = QStringLiteral("temporary"); },
        QStringLiteral("dlv_3 is delivered, and its last row does not say so"));
    row(
        "a closed row stays as it was",
        [](History &history) { history.attempts[0].text = "other"; },
        QStringLiteral("att_1 was closed and has changed since"));
    row(
        "a closed row stays", [](History &history) { history.closedBefore[0].number = 9; },
        QStringLiteral("att_1 was closed and has changed since"));
    row(
        "an event keeps its id",
        [](History &history) { history.posts[2].event = QStringLiteral("two"); },
        QStringLiteral("attempt 2 of dlv_1 was sent with the id of two"));
    row(
        "what was received well is sent again only after a kill",
        [](History &history) { history.posts[3].run = 1; },
        QStringLiteral("dlv_2 was sent again without a kill"));
    row(
        "a kill repeats no more than was in flight",
        [](History &history) { history.registered[QStringLiteral("dst_2")] = 0; },
        QStringLiteral("run 1 was followed by 1 repetitions to dst_2, more than were in flight"));
    row(
        "an acknowledged change stays",
        [](History &history) { history.orders[1].isPromised = true; },
        QStringLiteral("the state of dst_1 was to be active and is paused"));
    row(
        "a registration in doubt is not kept by halves",
        [](History &history) {
            const QString name = QStringLiteral("extra");
            history.orders.append({name, SettingsMember, QStringLiteral("a b"), false});
            history.looks.append({4, {{{name, SettingsMember}, QStringLiteral("a")}}});
        },
        QStringLiteral("the settings of extra was to be a b and is a"));
    row(
        "nobody cancels what people want",
        [](History &history) { history.deliveries[0].state = QStringLiteral("cancelled"); },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "what is sent again does not stand for what was to be sent",
        [](History &history) { history.deliveries[0].resendOf = QStringLiteral("dlv_2"); },
        QStringLiteral("event one was acknowledged and is lost"));
    row(
        "what must keep its order does",
        [](History &history) {
            history.posts[3].isOrdered = true;
            history.posts[4].isOrdered = true;
            history.posts.swapItemsAt(3, 4);
            history.deliveries[2].destination = history.deliveries.at(1).destination;
        },
        QStringLiteral("dlv_2 was received after dlv_3"));
    row(
        "an acknowledged registration stays",
        [](History &history) { history.destinations.removeLast(); },
        QStringLiteral("destination dst_2 was registered and is gone"));
}

void TestOracle::seesEveryBrokenPromise()
{
    QFETCH(Change, breakPromise);
    QFETCH(QString, fault);
    History history = keptHistory();
    breakPromise(history);
    const TrialVerdict verdict = judge(history);
    QVERIFY(!verdict.isKept());
    QVERIFY2(verdict.faults.contains(fault), qPrintable(verdict.faults.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
