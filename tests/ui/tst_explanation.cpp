// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/har.h"
#include "tests/ui/makers.h"
#include "ui/detail/causes.h"
#include "ui/detail/explanation.h"
#include "ui/detail/overview.h"
#include "ui/detail/signatureview.h"
#include "ui/detail/timingview.h"
#include "ui/detail/triesview.h"
#include "ui/log/logrow.h"
#include "ui/look/fieldtable.h"
#include "ui/look/spoken.h"

#include <QHelpEvent>
#include <QLabel>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace Core;
using Gui::Field;
using Testing::attempt;

/// What is told of an attempt: in words, as facts, by phases, and of its signature.
class TestExplanation final : public QObject
{
    Q_OBJECT

    static QString factOf(const AttemptRecord &record, const QString &name);
    static AttemptRecord failed(Failure failure, Phase phase, const QString &error = {});

private slots:
    void init();
    void attemptsAreToldInWords_data();
    void attemptsAreToldInWords();
    void theNextTryIsNamedByItsDistance();
    void aPauseThatTheReceiverAskedForIsTold_data();
    void aPauseThatTheReceiverAskedForIsTold();
    void theOverviewTellsOfThePause();
    void whatWasGivenUpIsTold();
    void everyFailureHasACauseOfItsOwn();
    void aCauseNamesThePlace();
    void whoIsHeldBackFromGetsNothingByTheSchedule();
    void noNextTryIsPromisedWhileDispatchingIsOff();
    void phasesAreTimed();
    void phasesHaveTheNamesOfAnExport();
    void phasesAddUpToTheTotal_data();
    void phasesAddUpToTheTotal();
    void whatIsReceivedIsInTheTotal();
    void whatNobodySawEndHasNoDuration();
    void whatCannotHaveBeenSentHasNoSize();
    void whatWasNotKeptIsNotCountedAway();
    void aRedirectTellsWhereItPoints();
    void anAnswerWithoutHeadersIsTold();
    void aConnectionUsedAgainIsTold();
    void changesBetweenTriesAreTold();
    void signaturesAreToldInWords_data();
    void signaturesAreToldInWords();
    void signedMomentsAreWholeSeconds_data();
    void signedMomentsAreWholeSeconds();
};

void TestExplanation::init()
{
    Testing::failOnWarnings();
}

void TestExplanation::attemptsAreToldInWords_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto blank = QString(QChar::Nbsp);
    QTest::newRow("an answer") << AttemptOutcome::Temporary << 503
                               << QStringLiteral(
                                      "“orders” answered 503 Service Unavailable after "
                                      "84.0%1ms, try 3. It waits until the destination is resumed.")
                                      .arg(blank);
    QTest::newRow("no answer") << AttemptOutcome::Temporary << 0
                               << QStringLiteral(
                                      "No answer from “orders”: connection refused, after "
                                      "84.0%1ms, try 3. It waits until the destination is resumed.")
                                      .arg(blank);
    QTest::newRow("in flight")
        << AttemptOutcome::InFlight << 0
        << QStringLiteral(
               "Waiting for “orders” to answer, try 3. It waits until the destination is resumed.");
    QTest::newRow("interrupted")
        << AttemptOutcome::Interrupted << 0
        << QStringLiteral("Hookpost ended while it sent to “orders”, try 3; what "
                          "came of it is not known. It waits until the destination is resumed.");
}

void TestExplanation::attemptsAreToldInWords()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(int, status);
    QFETCH(QString, sentence);
    AttemptRecord record;
    record.attempt = attempt(1, outcome, status);
    record.attempt.number = 3;
    record.nextStep = NextStep::Kept;
    QCOMPARE(Gui::sentenceOf(record), sentence);
}

/// What the Overview says of \a name; empty where it does not name it.
QString TestExplanation::factOf(const AttemptRecord &record, const QString &name)
{
    const QList<Gui::Field> fields = Gui::factsOf(record);
    const auto found
        = std::find_if(fields.cbegin(), fields.cend(),
                       [&name](const Gui::Field &field) { return field.name == name; });
    return found == fields.cend() ? QString() : found->value;
}

AttemptRecord TestExplanation::failed(Failure failure, Phase phase, const QString &error)
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary);
    record.attempt.failure = failure;
    record.attempt.phase = phase;
    record.attempt.error = error;
    return record;
}

void TestExplanation::whatWasGivenUpIsTold()
{
    const auto end = [](AttemptOutcome outcome, EventKind kind) {
        AttemptRecord record;
        record.attempt = attempt(1, outcome, 503);
        record.attempt.kind = kind;
        record.attempt.number = 3;
        record.nextStep = NextStep::GivenUp;
        return Gui::spokenStep(record);
    };
    QCOMPARE(end(AttemptOutcome::Temporary, EventKind::Published),
             QStringLiteral("It was given up after 3 attempt(s)."));
    const QString refused = QStringLiteral("It is not tried again.");
    QCOMPARE(end(AttemptOutcome::Failed, EventKind::Published), refused);
    QCOMPARE(end(AttemptOutcome::Temporary, EventKind::Test), refused);
    QCOMPARE(end(AttemptOutcome::Temporary, EventKind::Heartbeat), refused);
}

void TestExplanation::theNextTryIsNamedByItsDistance()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    const Time now = record.attempt.startedAt;
    const auto sentence = [&](Milliseconds pause) {
        return Gui::sentenceOf(record, Gui::NextTry{now + pause, now});
    };
    QVERIFY(sentence(Milliseconds{4200}).contains(QStringLiteral("Next try in 5 s, at ")));
    QVERIFY(sentence(Milliseconds{299'000}).contains(QStringLiteral("Next try in 5 min, at ")));
    QVERIFY(sentence(Milliseconds{7'500'000}).contains(QStringLiteral("Next try in 2 h 5 min")));
    QVERIFY(sentence(Milliseconds{-5}).contains(QStringLiteral("The next try is due")));
}

void TestExplanation::aPauseThatTheReceiverAskedForIsTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<std::optional<Milliseconds>>("pause");
    QTest::addColumn<QString>("told");
    using namespace std::chrono_literals;
    const auto row = [](const char *name, int status, const char *asked,
                        std::optional<Milliseconds> pause, const char *told) {
        QTest::newRow(name) << status << QByteArray(asked) << pause << QString::fromLatin1(told);
    };
    row("kept to", 503, "120", 120s + 3ms,
        "The receiver has asked for a pause (Retry-After: 120), and the next try waits for it: "
        "2 min.");
    row("as a date", 500, "Sun, 22 Nov 2026 03:00:00 GMT", 3'599'900ms,
        "The receiver has asked for a pause (Retry-After: Sun, 22 Nov 2026 03:00:00 GMT), and the "
        "next try waits for it: 1 h 0 min.");
    row("kept to as far as it goes", 429, "172800", 24h,
        "The receiver has asked for a pause (Retry-After: 172800). The next try waits for it, but "
        "never longer than 24 h.");
    row("outdone by the schedule", 503, "2", 30s,
        "The receiver has asked for a pause (Retry-After: 2), but the next try comes later than "
        "that anyway.");
    row("no next try is known", 429, "120", std::nullopt,
        "The receiver has asked for a pause (Retry-After: 120).");
    row("not kept to, for whatever reason", 503, "120", 60s,
        "The receiver has asked for a pause (Retry-After: 120).");
    row("nothing asked", 503, "", 30s, "");
    row("no time at all", 503, "0", 30s, "");
    row("not to be read", 503, "soon", 30s, "");
    row("asked in vain", 404, "120", std::nullopt, "");
    row("of a success", 200, "120", std::nullopt, "");
}

void TestExplanation::aPauseThatTheReceiverAskedForIsTold()
{
    QFETCH(int, status);
    QFETCH(QByteArray, asked);
    QFETCH(std::optional<Milliseconds>, pause);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, status);
    record.attempt.startedAt = *timeFromIso(QStringLiteral("2026-11-22T02:00:00.000Z"));
    record.attempt.timings.total = Microseconds{100'000};
    if (!asked.isEmpty())
        record.transcript.responseHeaders = {{"retry-after", asked}};
    const Time end = record.attempt.startedAt + Milliseconds{100};
    const auto nextAt = pause ? std::optional<Time>(end + *pause) : std::nullopt;
    QTEST(Gui::askedPause(record, nextAt), "told");
}

/// Beside what is probably wrong, and as soon as the next try is known.
void TestExplanation::theOverviewTellsOfThePause()
{
    Gui::Overview overview;
    const auto isTold = [&overview](const QString &text) {
        const auto labels = overview.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text().contains(text); });
    };
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    record.transcript.responseHeaders = {{"Retry-After", "120"}};
    overview.showRecord(record);
    QVERIFY(isTold(Gui::likelyCause(record.attempt)));
    QVERIFY(isTold(QStringLiteral("(Retry-After: 120).")));
    Kin kin;
    kin.row = LogKey::of(AttemptId{1});
    kin.tries = {record.attempt};
    kin.nextAt = record.attempt.startedAt + Milliseconds{84} + Milliseconds{120'000};
    overview.showKin(kin);
    QVERIFY(isTold(QStringLiteral("(Retry-After: 120), and the next try waits for it: 2 min.")));
}

void TestExplanation::everyFailureHasACauseOfItsOwn()
{
    QSet<QString> causes;
    for (int i = static_cast<int>(Failure::NameNotFound); i <= static_cast<int>(Failure::NotSent);
         ++i)
        causes.insert(Gui::likelyCause(failed(Failure{i}, Phase::Wait).attempt));
    for (const Phase phase :
         {Phase::LookUp, Phase::Connect, Phase::Tls, Phase::Send, Phase::Headers})
        causes.insert(Gui::likelyCause(failed(Failure::TimedOut, phase).attempt));
    for (const auto *reason :
         {"The certificate has expired", "The certificate is not yet valid",
          "The host name did not match any of the valid hosts for this certificate",
          "The certificate is self-signed, and untrusted",
          "The issuer certificate of a locally looked up certificate could not be found",
          "error:0A00010B:SSL routines::wrong version number"})
        causes.insert(Gui::likelyCause(
            failed(Failure::TlsFailed, Phase::Tls, QString::fromLatin1(reason)).attempt));
    for (const int status :
         {302, 400, 401, 403, 404, 405, 408, 410, 413, 415, 418, 429, 500, 502, 503})
        causes.insert(Gui::likelyCause(attempt(1, AttemptOutcome::Failed, status)));
    QVERIFY(!causes.contains(QString()));
    causes.insert(Gui::likelyCause(failed(Failure::ClosedWithoutAnswer, Phase::Tls).attempt));
    // A reset and an end without an answer have the same one.
    QCOMPARE(causes.size(), 11 - 1 + 5 + 6 + 15 + 1);
    QVERIFY(Gui::likelyCause(attempt(1, AttemptOutcome::Delivered, 204)).isEmpty());
}

void TestExplanation::aCauseNamesThePlace()
{
    AttemptRecord record = failed(Failure::ConnectionRefused, Phase::Connect);
    QVERIFY(Gui::likelyCause(record.attempt).contains(QStringLiteral("port 443 of shop.example")));
    record.attempt.url = QStringLiteral("http://127.0.0.1:9/x");
    QVERIFY(Gui::likelyCause(record.attempt).contains(QStringLiteral("port 9 of 127.0.0.1")));
}

void TestExplanation::whoIsHeldBackFromGetsNothingByTheSchedule()
{
    Gui::Overview overview;
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    record.nextStep = NextStep::Probed;
    record.dueAt = record.attempt.startedAt + Milliseconds{60'000};
    overview.showRecord(record);
    Kin kin;
    kin.row = LogKey::of(AttemptId{1});
    kin.tries = {record.attempt};
    kin.nextAt = record.attempt.startedAt + Milliseconds{5'000};
    overview.showKin(kin);
    const QString shown = overview.findChild<QLabel *>()->text();
    QVERIFY2(shown.contains(QStringLiteral("one at a time is sent to it")), qPrintable(shown));
    QVERIFY(!shown.contains(QStringLiteral("Next try")));
}

void TestExplanation::noNextTryIsPromisedWhileDispatchingIsOff()
{
    Gui::Overview overview;
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    record.nextStep = NextStep::Due;
    record.dueAt = record.attempt.startedAt + Milliseconds{60'000};
    record.transcript.responseHeaders = {{"Retry-After", "60"}};
    overview.showRecord(record);
    Kin kin;
    kin.row = LogKey::of(AttemptId{1});
    kin.tries = {record.attempt};
    kin.nextAt = record.attempt.startedAt + Milliseconds{84} + Milliseconds{60'000};
    overview.showKin(kin);
    const auto told = [&overview] {
        QString text;
        for (const QLabel *const label : overview.findChildren<QLabel *>())
            text += label->text() + u'\n';
        return text;
    };
    const QString promised = told();
    QVERIFY(promised.contains(QStringLiteral("next try waits for it: 1 min")));
    overview.setDispatching(false);
    QVERIFY2(told().contains(QStringLiteral("Dispatching is off")), qPrintable(told()));
    for (const char *const promise : {"is due", "Next try in", "1 min"})
        QVERIFY2(!told().contains(QString::fromLatin1(promise)), qPrintable(told()));
    overview.setDispatching(true);
    QCOMPARE(told(), promised);
    record.nextStep = NextStep::Delivered;
    QVERIFY(!Gui::sentenceWhileOff(record).contains(QStringLiteral("Dispatching")));
}

void TestExplanation::phasesAreTimed()
{
    Attempt timed = attempt(1, AttemptOutcome::Delivered, 200);
    timed.timings.lookUp = Microseconds{100};
    timed.timings.connect = Microseconds{200};
    timed.timings.send = Microseconds{50};
    timed.timings.total = Microseconds{350};
    const auto phases = Gui::phasesOf(timed, timed.startedAt - Milliseconds{3});
    QCOMPARE(phases.size(), 4);
    QVERIFY(phases.at(0)
            == (Gui::TimedPhase{
                QStringLiteral("Queued (not to scale)"), {}, Microseconds{3000}, false}));
    QVERIFY(phases.at(3).begin == Microseconds{300});
    QCOMPARE(phases.at(3).name, QStringLiteral("Sending"));
    timed.number = 2;
    QCOMPARE(Gui::phasesOf(timed, timed.startedAt).size(), 3);
    Gui::TimingView view;
    view.showTiming(timed);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Connecting: 0.20")));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("Total: 0.35")));
    view.resize(400, 200);
    QVERIFY(!view.grab().isNull());
}

void TestExplanation::phasesHaveTheNamesOfAnExport()
{
    Attempt timed = attempt(1, AttemptOutcome::Delivered, 200);
    timed.timings.lookUp = Microseconds{1};
    timed.timings.connect = Microseconds{20};
    timed.timings.tls = Microseconds{300};
    timed.timings.send = Microseconds{4'000};
    timed.timings.wait = Microseconds{50'000};
    timed.timings.total = Microseconds{654'321};
    timed.timings.receive = Microseconds{7'000'000};
    AttemptRecord record;
    record.attempt = timed;
    const QJsonObject exported
        = toHar(ExportRow{record, {}}).value(QLatin1StringView("timings")).toObject();
    QStringList names;
    for (const Gui::TimedPhase &phase : Gui::phasesOf(timed, timed.startedAt - Milliseconds{3})) {
        if (phase.harName.isEmpty())
            continue;
        names.append(phase.harName);
        auto length = static_cast<double>(phase.length.count()) / 1000.0;
        if (phase.harName == QStringLiteral("connect")) // of which TLS is a part there
            length += 0.3;
        QCOMPARE(exported.value(phase.harName).toDouble(), length);
    }
    names.sort();
    QCOMPARE(names, exported.keys());

    Gui::TimingView view;
    view.showTiming(timed);
    view.resize(600, 400);
    view.show();
    QVERIFY2(view.accessibleDescription().contains(QStringLiteral("“dns” in HAR")),
             qPrintable(view.accessibleDescription()));
    const QPoint first(20, 20);
    QHelpEvent help(QEvent::ToolTip, first, view.viewport()->mapToGlobal(first));
    QCoreApplication::sendEvent(view.viewport(), &help);
    QVERIFY2(QToolTip::text().contains(QStringLiteral("“dns” in HAR")),
             qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

void TestExplanation::phasesAddUpToTheTotal_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<QStringList>("names");
    const QStringList known{QStringLiteral("Name look-up"), QStringLiteral("Connecting"),
                            QStringLiteral("Sending")};
    const auto with = [&known](const QString &name) { return QStringList(known) << name; };
    QTest::newRow("out of time while it waits")
        << Failure::TimedOut << Phase::Wait << with(QStringLiteral("Waiting"));
    QTest::newRow("out of time within the headers")
        << Failure::TimedOut << Phase::Headers << with(QStringLiteral("Waiting"));
    QTest::newRow("out of time while sending") << Failure::TimedOut << Phase::Send << known;
    QTest::newRow("refused") << Failure::ConnectionRefused << Phase::Connect << known;
    QTest::newRow("an end that nobody saw")
        << Failure::ClosedWithoutAnswer << Phase::None
        << QStringList{known.at(0), QStringLiteral("Other"), known.at(1), known.at(2)};
}

void TestExplanation::phasesAddUpToTheTotal()
{
    QFETCH(Failure, failure);
    QFETCH(Phase, phase);
    QFETCH(QStringList, names);
    Attempt timed = failed(failure, phase).attempt;
    timed.timings.lookUp = Microseconds{100};
    timed.timings.connect = Microseconds{200};
    timed.timings.send = Microseconds{50};
    QStringList shown;
    Microseconds sum{0};
    for (const Gui::TimedPhase &part : Gui::phasesOf(timed)) {
        shown.append(part.name);
        QVERIFY(part.begin == sum);
        sum += part.length;
    }
    QCOMPARE(shown, names);
    QVERIFY(sum == timed.timings.total);
}

void TestExplanation::whatIsReceivedIsInTheTotal()
{
    Attempt timed = attempt(1, AttemptOutcome::Temporary, 503);
    timed.timings.connect = Microseconds{4'000};
    timed.timings.wait = Microseconds{50'000};
    timed.timings.receive = Microseconds{6'000};
    Gui::TimingView view;
    view.showTiming(timed);
    const QString told = view.accessibleDescription();
    QVERIFY2(told.contains(QStringLiteral("Other: 30.0")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("Total: 90.0")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("after 84.0")), qPrintable(told));
}

void TestExplanation::whatNobodySawEndHasNoDuration()
{
    Attempt cut = attempt(1, AttemptOutcome::Interrupted);
    cut.timings = {};
    Gui::TimingView view;
    view.showTiming(cut);
    QVERIFY(!view.accessibleDescription().contains(QStringLiteral("Total")));
    AttemptRecord record;
    record.attempt = cut;
    QCOMPARE(factOf(record, QStringLiteral("Duration")), QString());
}

void TestExplanation::whatCannotHaveBeenSentHasNoSize()
{
    const QString sent = QStringLiteral("Sent");
    QCOMPARE(factOf(failed(Failure::NameNotFound, Phase::LookUp), sent), QString());
    QCOMPARE(factOf(failed(Failure::ConnectionRefused, Phase::Connect), sent), QString());
    QCOMPARE(factOf(failed(Failure::TlsFailed, Phase::Tls), sent), QString());
    QCOMPARE(factOf(failed(Failure::NotSent, Phase::None), sent), QString());
    QVERIFY(!factOf(failed(Failure::TimedOut, Phase::Send), sent).isEmpty());
    QVERIFY(!factOf(failed(Failure::ClosedWithoutAnswer, Phase::None), sent).isEmpty());
    AttemptRecord answered;
    answered.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    QVERIFY(!factOf(answered, sent).isEmpty());
}

void TestExplanation::whatWasNotKeptIsNotCountedAway()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    const auto received = [&record](qint64 bytes) {
        record.attempt.responseBytes = bytes;
        const QString told = factOf(record, QStringLiteral("Received"));
        return told == Gui::rowOf(record.attempt).size ? told : QStringLiteral("another size");
    };
    QVERIFY(!received(65'535).contains(u'≥'));
    QVERIFY(received(65'535).contains(QStringLiteral("65.5")));
    QVERIFY(received(65'536).startsWith(u'≥'));
    QVERIFY(received(65'536).contains(QStringLiteral("65.5")));
}

void TestExplanation::aRedirectTellsWhereItPoints()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 302);
    record.transcript.responseHeaders = {{"location", "https://shop.example/new"}};
    QCOMPARE(factOf(record, QStringLiteral("Points to")),
             QStringLiteral("https://shop.example/new"));
    record.attempt.status = 201;
    QCOMPARE(factOf(record, QStringLiteral("Points to")), QString());
}

void TestExplanation::anAnswerWithoutHeadersIsTold()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    QCOMPARE(factOf(record, QStringLiteral("Headers")), QStringLiteral("none that could be read"));
    record.transcript.responseHeaders = {{"Server", "x"}};
    QCOMPARE(factOf(record, QStringLiteral("Headers")), QString());
    record.transcript.responseHeaders.clear();
    record.attempt = attempt(1, AttemptOutcome::Temporary);
    QCOMPARE(factOf(record, QStringLiteral("Headers")), QString());
}

void TestExplanation::aConnectionUsedAgainIsTold()
{
    Attempt timed = attempt(1, AttemptOutcome::Delivered, 200);
    QVERIFY(Gui::remarkOf(timed).contains(QStringLiteral("not known")));
    timed.timings.send = Microseconds{50};
    QVERIFY(Gui::remarkOf(timed).contains(QStringLiteral("used again")));
    timed.timings.tls = Microseconds{50};
    QVERIFY(Gui::remarkOf(timed).isEmpty());
    timed.timings.tls.reset();
    timed.timings.connect = Microseconds{50};
    QVERIFY(Gui::remarkOf(timed).isEmpty());
}

void TestExplanation::changesBetweenTriesAreTold()
{
    const Attempt before = attempt(1, AttemptOutcome::Temporary, 503);
    Attempt after = before;
    QCOMPARE(Gui::changeText(before, after), QStringLiteral("the same result"));
    after = attempt(1, AttemptOutcome::Delivered, 200);
    after.delivery = DeliveryId{7};
    after.url = QStringLiteral("http://127.0.0.1/");
    after.timings.total = before.timings.total * 3;
    QCOMPARE(Gui::changeText(before, after),
             QStringLiteral("sent again by hand · another URL · 200 OK, no longer 503 Service "
                            "Unavailable · 3 times as long"));
}

void TestExplanation::signaturesAreToldInWords_data()
{
    QTest::addColumn<SignatureVerdict>("verdict");
    QTest::addColumn<QString>("words");
    QTest::newRow("valid") << SignatureVerdict::Valid << QStringLiteral("is valid");
    QTest::newRow("invalid") << SignatureVerdict::Invalid << QStringLiteral("is invalid");
    QTest::newRow("another secret")
        << SignatureVerdict::OtherSecret << QStringLiteral("cannot be checked any more");
    QTest::newRow("skew") << SignatureVerdict::ClockSkew << QStringLiteral("its age");
    QTest::newRow("no secret") << SignatureVerdict::NoSecret << QStringLiteral("cannot be checked");
}

void TestExplanation::signaturesAreToldInWords()
{
    QFETCH(SignatureVerdict, verdict);
    QFETCH(QString, words);
    Gui::SignatureView view;
    view.showHeaders({{"Host", "x"}, {"webhook-signature", "v1,abc"}});
    const auto *const sentence = view.findChild<QLabel *>();
    QVERIFY(sentence->text().contains(QStringLiteral("being checked")));
    SignatureReport report;
    report.entries = {{"webhook-signature", "v1,abc", verdict}};
    report.skew = Milliseconds{-2000};
    view.showReport(report);
    QVERIFY2(sentence->text().contains(words), qPrintable(sentence->text()));
    const QList<Field> fields = view.findChild<Gui::FieldTable *>()->fields();
    QCOMPARE(fields.size(), 3);
    QVERIFY2(fields.at(1).value.endsWith(u": v1,abc"), qPrintable(fields.at(1).value));
    QVERIFY(fields.at(2).value.contains(QStringLiteral("before the request")));
    view.showHeaders({{"Host", "x"}});
    QVERIFY(sentence->text().contains(QStringLiteral("not signed")));
}

void TestExplanation::signedMomentsAreWholeSeconds_data()
{
    QTest::addColumn<int>("skew");
    QTest::addColumn<QString>("words");
    QTest::newRow("within a second")
        << -751 << QStringLiteral("less than a second before the request");
    QTest::newRow("the same moment") << 0 << QStringLiteral("less than a second after the request");
    QTest::newRow("some seconds") << -3751 << QStringLiteral("3 s before the request");
    QTest::newRow("minutes") << 125'000
                             << QStringLiteral("2\u00a0min\u00a05\u00a0s after the request");
    QTest::newRow("days") << -190'000'000
                          << QStringLiteral("2\u00a0d\u00a04\u00a0h before the request");
}

void TestExplanation::signedMomentsAreWholeSeconds()
{
    QFETCH(int, skew);
    QFETCH(QString, words);
    Gui::SignatureView view;
    SignatureReport report;
    report.entries = {{"webhook-signature", "v1,abc", SignatureVerdict::Valid}};
    report.skew = Milliseconds{skew};
    view.showReport(report);
    QCOMPARE(view.findChild<Gui::FieldTable *>()->fields().last().value, words);
}

QTEST_MAIN(TestExplanation)
#include "tst_explanation.moc"
