// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destination.h"
#include "core/model/destinationjson.h"
#include "core/model/directory.h"
#include "core/model/event.h"

#include <QJsonArray>
#include <QTest>

using namespace Core;

namespace {

Destination makeDestination()
{
    Destination destination;
    destination.name = QStringLiteral("joe");
    destination.url = QStringLiteral("http://localhost:8091/v1/webhooks/demo");
    return destination;
}

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestDestination final : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreValid();
    void names_data();
    void names();
    void headers_data();
    void headers();
    void capitalsMakeNoOtherHeader();
    void blanksAroundAHeadersValueAreNoneOfIt_data();
    void blanksAroundAHeadersValueAreNoneOfIt();
    void rangesAreKept();
    void settingsSurviveTheirJson();
    void settingsAreReadOneByOne_data();
    void settingsAreReadOneByOne();
    void nullBringsTheDefaultBack();
    void onlyWhatDiffersIsNamed();
    void patternsMatch_data();
    void patternsMatch();
    void theDirectoryFindsWhoSubscribed();
    void whoSubscribedTwiceIsFoundOnce();
    void theDirectoryFollowsNames();
    void theDirectoryCountsFailuresInARow();
    void thePastComesBeforeWhatWasNoted();
};

void TestDestination::defaultsAreValid()
{
    const Destination usual;
    QCOMPARE(usual.events, QStringList(QStringLiteral("*")));
    QVERIFY(usual.signature == SignatureScheme::Standard);
    QCOMPARE(usual.timeout.count(), qint64{15'000});
    QCOMPARE(usual.concurrency, 6);
    QVERIFY(usual.verifyTls);
    QVERIFY(!usual.ordered);
    QVERIFY(!usual.rateLimit && !usual.retry && !usual.heartbeat);
    QVERIFY(usual.retryOn.isEmpty() && usual.headers.isEmpty());
    const auto judged = validate(makeDestination());
    QVERIFY2(judged.has_value(), judged ? "" : qPrintable(judged.error().sentence));
}

void TestDestination::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("a word") << text("joe") << true;
    QTest::newRow("200 characters beyond 16 bits") << text("😀").repeated(200) << true;
    QTest::newRow("201 characters") << text("x").repeated(201) << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("only blanks") << text("   ") << false;
    QTest::newRow("a line feed") << text("a\nb") << false;
    QTest::newRow("half a character") << QString(QChar(0xD800)) << false;
    QTest::newRow("markup is only text") << text("<img src=x>") << true;
}

void TestDestination::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isValid);
    Destination destination = makeDestination();
    destination.name = name;
    const auto judged = validate(destination);
    QCOMPARE(judged.has_value(), isValid);
    if (!isValid)
        QCOMPARE(judged.error().field, text("name"));
}

void TestDestination::headers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("a plain one") << QByteArray("X-Team") << QByteArray("blue") << true;
    QTest::newRow("credentials") << QByteArray("Authorization") << QByteArray("Bearer x") << true;
    QTest::newRow("an empty value") << QByteArray("X-Team") << QByteArray() << true;
    QTest::newRow("letters beyond ASCII")
        << QByteArray("X-Team") << QByteArray("bl\xc3\xbc") << true;
    QTest::newRow("bytes that are not UTF-8")
        << QByteArray("X-Team") << QByteArray("\xe9") << false;
    QTest::newRow("an empty name") << QByteArray() << QByteArray("x") << false;
    QTest::newRow("a blank in the name") << QByteArray("X Team") << QByteArray("x") << false;
    QTest::newRow("a colon in the name") << QByteArray("X:") << QByteArray("x") << false;
    QTest::newRow("a second field smuggled in")
        << QByteArray("X-Team") << QByteArray("x\r\nEvil: 1") << false;
    QTest::newRow("a bare line feed") << QByteArray("X-Team") << QByteArray("x\ny") << false;
    QTest::newRow("a NUL") << QByteArray("X-Team") << QByteArray("x\0y", 3) << false;
    QTest::newRow("one of framing") << QByteArray("content-LENGTH") << QByteArray("1") << false;
    QTest::newRow("the host") << QByteArray("Host") << QByteArray("x") << false;
    QTest::newRow("one of ours") << QByteArray("Webhook-Signature") << QByteArray("x") << false;
    QTest::newRow("another of ours") << QByteArray("Hookpost-Anything") << QByteArray("x") << false;
    QTest::newRow("a proxy's") << QByteArray("Proxy-Connection") << QByteArray("x") << false;
    QTest::newRow("more than 8 KiB") << QByteArray("X") << QByteArray(8192, 'x') << false;
}

void TestDestination::headers()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, isValid);
    Destination destination = makeDestination();
    destination.headers = {{name, value}};
    const auto judged = validate(destination);
    QCOMPARE(judged.has_value(), isValid);
    if (!isValid)
        QCOMPARE(judged.error().field, text("headers"));
}

void TestDestination::capitalsMakeNoOtherHeader()
{
    Destination destination = makeDestination();
    destination.headers = {{"X-A", "1"}, {"x-a", "2"}};
    QCOMPARE(validate(destination).error().sentence, text("The header x-a is there twice."));
}

void TestDestination::blanksAroundAHeadersValueAreNoneOfIt_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("none") << text("blue") << QByteArray("blue");
    QTest::newRow("before") << text(" \t blue") << QByteArray("blue");
    QTest::newRow("behind") << text("blue \t ") << QByteArray("blue");
    QTest::newRow("within as well") << text(" light  blue ") << QByteArray("light  blue");
    QTest::newRow("nothing else") << text(" \t ") << QByteArray("");
    QTest::newRow("nothing at all") << text("") << QByteArray("");
    QTest::newRow("line ends, which are refused") << text(" blue\r\n") << QByteArray("blue\r\n");
}

void TestDestination::blanksAroundAHeadersValueAreNoneOfIt()
{
    QFETCH(QString, given);
    QFETCH(QByteArray, read);
    Destination destination = makeDestination();
    const QJsonObject headers{{text("X-Team"), given}};
    QVERIFY(settingsFromJson({{text("headers"), headers}}, destination).has_value());
    QCOMPARE(destination.headers.first().value, read);
    QVERIFY2(!destination.headers.first().value.isNull(), "Qt sends no header without a value");
    QCOMPARE(validate(destination).has_value(), !read.contains('\n'));
}

void TestDestination::rangesAreKept()
{
    const auto refusedField = [](auto change) {
        Destination destination = makeDestination();
        change(destination);
        const auto judged = validate(destination);
        return judged ? QString() : judged.error().field;
    };
    QCOMPARE(refusedField([](Destination &d) { d.timeout = Milliseconds{999}; }), text("timeout"));
    QCOMPARE(refusedField([](Destination &d) { d.timeout = Milliseconds{60'001}; }),
             text("timeout"));
    QCOMPARE(refusedField([](Destination &d) { d.timeout = Milliseconds{1'000}; }), QString());
    QCOMPARE(refusedField([](Destination &d) { d.url = text("ftp://a/"); }), text("destination"));
    QCOMPARE(refusedField([](Destination &d) { d.concurrency = 0; }), text("concurrency"));
    QCOMPARE(refusedField([](Destination &d) { d.concurrency = 7; }), text("concurrency"));
    QCOMPARE(refusedField([](Destination &d) { d.retryOn = {500}; }), text("retryOn"));
    QCOMPARE(refusedField([](Destination &d) { d.heartbeat = Milliseconds{10}; }),
             text("heartbeat"));
    QCOMPARE(refusedField([](Destination &d) { d.heartbeat = Milliseconds{0}; }), QString());
    QCOMPARE(refusedField([](Destination &d) {
                 d.rateLimit = RateLimit{0, Milliseconds{1000}};
             }),
             text("rateLimit"));
    QCOMPARE(refusedField([](Destination &d) { d.events = {text("a b")}; }), text("events"));
}

void TestDestination::settingsSurviveTheirJson()
{
    Destination full = makeDestination();
    full.description = text("Ünïcode");
    full.events = {text("invoice.*"), text("user.created")};
    full.headers = {{"X-A", "1"}, {"X-B", "2"}};
    full.signature = SignatureScheme::GitHub;
    full.heartbeat = Milliseconds{0};
    full.timeout = Milliseconds{2'500};
    full.retry = std::vector<Milliseconds>{Milliseconds{1000}, Milliseconds{250}};
    full.retryOn = {429};
    full.rateLimit = RateLimit{1000, Milliseconds{60'000}};
    full.concurrency = 2;
    full.ordered = true;
    full.verifyTls = false;
    Destination read = makeDestination();
    QVERIFY(settingsFromJson(settingsToJson(full), read).has_value());
    QCOMPARE(read, full);
    Destination plain = makeDestination();
    QVERIFY(settingsFromJson(settingsToJson(makeDestination()), plain).has_value());
    QCOMPARE(plain, makeDestination());
}

void TestDestination::settingsAreReadOneByOne_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("an unknown one") << text("retries") << QJsonValue(3);
    QTest::newRow("a timeout without a unit") << text("timeout") << QJsonValue(15);
    QTest::newRow("events that are a string") << text("events") << QJsonValue(text("*"));
    QTest::newRow("no events at all") << text("events") << QJsonValue(QJsonArray());
    QTest::newRow("headers that are a list") << text("headers") << QJsonValue(QJsonArray{1});
    QTest::newRow("a heartbeat of 0s") << text("heartbeat") << QJsonValue(text("0s"));
    QTest::newRow("a retry that is a number") << text("retry") << QJsonValue(5);
    QTest::newRow("retry pauses without units") << text("retry") << QJsonValue(QJsonArray{5});
    QTest::newRow("retryOn with text") << text("retryOn") << QJsonValue(QJsonArray{text("429")});
    QTest::newRow("a rate without a period") << text("rateLimit") << QJsonValue(text("50"));
    QTest::newRow("a rate with a sign") << text("rateLimit") << QJsonValue(text("+50/s"));
    QTest::newRow("half a concurrency") << text("concurrency") << QJsonValue(1.5);
    QTest::newRow("ordered as text") << text("ordered") << QJsonValue(text("yes"));
    QTest::newRow("an unknown scheme") << text("signature") << QJsonValue(text("md5"));
}

void TestDestination::settingsAreReadOneByOne()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    Destination destination = makeDestination();
    const auto read = settingsFromJson({{name, value}}, destination);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().field, name);
    QCOMPARE(destination, makeDestination());
}

void TestDestination::nullBringsTheDefaultBack()
{
    Destination destination = makeDestination();
    destination.timeout = Milliseconds{3000};
    destination.retry = std::vector<Milliseconds>{};
    const QJsonObject nulls{{text("timeout"), QJsonValue::Null}, {text("retry"), QJsonValue::Null}};
    QVERIFY(settingsFromJson(nulls, destination).has_value());
    QCOMPARE(destination, makeDestination());
}

void TestDestination::onlyWhatDiffersIsNamed()
{
    Destination before = makeDestination();
    before.heartbeat = Milliseconds{5000};
    before.timeout = Milliseconds{3000};
    QVERIFY(changedMembers(before, before).isEmpty());
    Destination after = before;
    after.name = text("ann");
    after.url = text("http://localhost:2/");
    after.heartbeat.reset();
    after.ordered = true;
    const QJsonObject members = changedMembers(before, after);
    QCOMPARE(members.keys(),
             (QStringList{text("destination"), text("heartbeat"), text("name"), text("ordered")}));
    QVERIFY(destinationFromJson(members, before).has_value());
    QCOMPARE(before, after);
    for (const QString &member : {text("name"), text("destination")})
        QCOMPARE(destinationFromJson({{member, QJsonValue::Null}}, before).error().field, member);
    QCOMPARE(before, after);
}

void TestDestination::patternsMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("matches");
    QTest::newRow("everything") << text("*") << text("invoice.paid") << true;
    QTest::newRow("the very type") << text("invoice.paid") << text("invoice.paid") << true;
    QTest::newRow("what lies below") << text("invoice.*") << text("invoice.paid") << true;
    QTest::newRow("far below") << text("invoice.*") << text("invoice.item.added") << true;
    QTest::newRow("the parent itself does not") << text("invoice.*") << text("invoice") << false;
    QTest::newRow("a longer word does not") << text("invoice.*") << text("invoices.paid") << false;
    QTest::newRow("another type does not") << text("invoice.paid") << text("invoice.sent") << false;
    QTest::newRow("case counts") << text("Invoice.*") << text("invoice.paid") << false;
}

void TestDestination::patternsMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, type);
    QFETCH(bool, matches);
    QVERIFY(isEventPattern(pattern));
    QVERIFY(isEventType(type));
    QCOMPARE(patternsFor(type).contains(pattern), matches);
}

void TestDestination::theDirectoryFindsWhoSubscribed()
{
    Directory directory;
    for (qint64 id = 1; id <= 3; ++id) {
        Registration registration{makeDestination(), {}};
        registration.destination.id = DestinationId{id};
        if (id == 2)
            registration.destination.events = {text("user.*")};
        if (id == 3)
            registration.destination.name = text("ann");
        directory.put(registration);
    }
    QVERIFY(directory.fanout().matching(text("invoice.paid"))
            == (QList<DestinationId>{DestinationId{1}, DestinationId{3}}));
    QVERIFY(directory.fanout().named(text("joe"))
            == (QList<DestinationId>{DestinationId{1}, DestinationId{2}}));
    directory.remove(DestinationId{1});
    QVERIFY(!directory.contains(DestinationId{1}));
    QVERIFY(directory.fanout().matching(text("invoice.paid"))
            == QList<DestinationId>{DestinationId{3}});
    Destination ann = directory.find(DestinationId{3})->registration.destination;
    ann.events = {text("user.*")};
    directory.put(ann);
    QVERIFY(directory.fanout().matching(text("invoice.paid")).isEmpty());
    ann.name = text("joe");
    directory.put(ann);
    QVERIFY(directory.fanout().named(text("joe"))
            == (QList<DestinationId>{DestinationId{2}, DestinationId{3}}));
}

void TestDestination::whoSubscribedTwiceIsFoundOnce()
{
    Fanout fanout;
    Destination destination = makeDestination();
    destination.id = DestinationId{1};
    destination.events = {text("invoice.*"), text("invoice.paid"), text("*"), text("*")};
    fanout.put(destination);
    QVERIFY(fanout.matching(text("invoice.paid")) == QList{destination.id});
    destination.events = {text("invoice.*")};
    fanout.put(destination);
    QVERIFY(fanout.matching(text("invoice.paid")) == QList{destination.id});
    QVERIFY(fanout.matching(text("user.left")).isEmpty());
    fanout.remove(destination.id);
    QVERIFY(fanout.matching(text("invoice.paid")).isEmpty());
}

void TestDestination::theDirectoryFollowsNames()
{
    Directory directory;
    Registration registration{makeDestination(), {}};
    registration.destination.id = DestinationId{1};
    directory.put(registration);
    Destination &destination = registration.destination;
    destination.name = text("ann");
    directory.put(destination);
    QVERIFY(directory.fanout().named(text("joe")).isEmpty());
    QVERIFY(directory.fanout().named(text("ann")) == QList<DestinationId>{destination.id});
    destination.name = text("eve");
    directory.put(registration);
    QVERIFY(directory.fanout().named(text("ann")).isEmpty());
    directory.remove(destination.id);
    directory.remove(destination.id);
    QVERIFY(directory.fanout().named(text("eve")).isEmpty());
    directory.put(destination); // gone: its settings are nobody's
    QVERIFY(directory.fanout().named(text("eve")).isEmpty());
}

void TestDestination::theDirectoryCountsFailuresInARow()
{
    Directory directory;
    Registration registration{makeDestination(), {}};
    registration.destination.id = DestinationId{1};
    directory.put(registration);
    Attempt attempt;
    attempt.destination = DestinationId{1};
    attempt.outcome = AttemptOutcome::Temporary;
    for (int i = 1; i <= 40; ++i) {
        attempt.id = AttemptId{i};
        directory.noteEnded(attempt);
    }
    QCOMPARE(directory.find(DestinationId{1})->failuresInARow, 40);
    // What was cut or never sent says nothing of the receiver.
    Attempt cut = attempt;
    cut.id = AttemptId{41};
    cut.outcome = AttemptOutcome::Interrupted;
    directory.noteEnded(cut);
    cut.id = AttemptId{42};
    cut.outcome = AttemptOutcome::Temporary;
    cut.failure = Failure::NotSent;
    directory.noteEnded(cut);
    QCOMPARE(directory.find(DestinationId{1})->failuresInARow, 40);
    QCOMPARE(directory.find(DestinationId{1})->recent.size(), 30);
    attempt.id = AttemptId{43};
    attempt.outcome = AttemptOutcome::Delivered;
    directory.noteEnded(attempt);
    QCOMPARE(directory.find(DestinationId{1})->failuresInARow, 0);
    attempt.destination = DestinationId{9};
    directory.noteEnded(attempt); // gone meanwhile: nothing happens
    QVERIFY(!directory.contains(DestinationId{9}));
}

/// What is read of the last run comes while this one sends already.
void TestDestination::thePastComesBeforeWhatWasNoted()
{
    Directory directory;
    Registration registration{makeDestination(), {}};
    registration.destination.id = DestinationId{1};
    directory.put(registration);
    const auto ended = [](qint64 id, AttemptOutcome outcome) {
        Attempt attempt;
        attempt.id = AttemptId{id};
        attempt.destination = DestinationId{1};
        attempt.outcome = outcome;
        return attempt;
    };
    const Attempt fourth = ended(4, AttemptOutcome::Temporary);
    const QList<Attempt> past{
        ended(1, AttemptOutcome::Delivered), ended(2, AttemptOutcome::Temporary),
        ended(3, AttemptOutcome::Temporary), fourth, ended(5, AttemptOutcome::InFlight)};
    directory.noteEnded(fourth);
    directory.notePast(DestinationId{1}, past);
    const Directory::Entry &entry = *directory.find(DestinationId{1});
    const QList<AttemptOutcome> three(3, AttemptOutcome::Temporary);
    QVERIFY(entry.recent == QList{AttemptOutcome::Delivered} + three);
    QCOMPARE(entry.failuresInARow, 3);
    QCOMPARE(entry.lastAttempt->id.value, 4);
    // Told once more, each counts once.
    directory.notePast(DestinationId{1}, past);
    directory.noteEnded(ended(3, AttemptOutcome::Temporary));
    QCOMPARE(entry.failuresInARow, 3);
    QCOMPARE(entry.recent.size(), 4);
    QCOMPARE(entry.lastAttempt->id.value, 4);
    // A success of this run ends the row of failures before it.
    Directory other;
    other.put(registration);
    other.noteEnded(ended(6, AttemptOutcome::Delivered));
    other.notePast(DestinationId{1}, past);
    QCOMPARE(other.find(DestinationId{1})->failuresInARow, 0);
    QCOMPARE(other.find(DestinationId{1})->recent.size(), 5);
    other.notePast(DestinationId{9}, past); // gone meanwhile: nothing happens
}

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
