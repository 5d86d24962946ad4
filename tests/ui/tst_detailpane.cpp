// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/causes.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/explanation.h"
#include "ui/detail/messageview.h"
#include "ui/detail/overview.h"
#include "ui/detail/signatureview.h"
#include "ui/detail/textview.h"
#include "ui/detail/timingview.h"
#include "ui/detail/triesview.h"
#include "ui/look/fieldtable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Core;
using Gui::BodyView;
using Gui::DetailPane;
using Gui::Field;
using Gui::FieldModel;
using Gui::TextView;
using Testing::attempt;

class TestDetailPane final : public QObject
{
    Q_OBJECT

    static QString shownIn(const BodyView &view)
    {
        return view.findChild<TextView *>()->toPlainText();
    }
    static QString factOf(const AttemptRecord &record, const QString &name);
    static AttemptRecord failed(Failure failure, Phase phase, const QString &error = {});

private slots:
    void init();
    void attemptsAreToldInWords_data();
    void attemptsAreToldInWords();
    void theNextTryIsNamedByItsDistance();
    void everyFailureHasACauseOfItsOwn();
    void aCauseNamesThePlace();
    void headersAreShownAsTheyCame();
    void headersAreCopiedAsTheyCame();
    void bothMessagesAreShown();
    void aCaptureHasNoResponse();
    void headersAreNarrowedByAWord();
    void whoIsHeldBackFromGetsNothingByTheSchedule();
    void linksLeadToWhatBelongsToARow();
    void linksHaveRoomInANarrowPane();
    void resendsAreToldFromTries();
    void kinOfAnotherRowIsPassedOver();
    void phasesAreTimed();
    void phasesAddUpToTheTotal_data();
    void phasesAddUpToTheTotal();
    void whatIsReceivedIsInTheTotal();
    void whatNobodySawEndHasNoDuration();
    void whatCannotHaveBeenSentHasNoSize();
    void aRedirectTellsWhereItPoints();
    void aConnectionUsedAgainIsTold();
    void changesBetweenTriesAreTold();
    void triesAreListedAndChosen();
    void signaturesAreToldInWords_data();
    void signaturesAreToldInWords();
    void signedMomentsAreWholeSeconds_data();
    void signedMomentsAreWholeSeconds();
    void tabsAreChosenByKey();
    void choicesOfHeadersAreTold();
    void wordsAreShownAsText();
};

void TestDetailPane::init()
{
    Testing::failOnWarnings();
}

void TestDetailPane::attemptsAreToldInWords_data()
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

void TestDetailPane::attemptsAreToldInWords()
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
QString TestDetailPane::factOf(const AttemptRecord &record, const QString &name)
{
    const QList<Gui::Field> fields = Gui::factsOf(record);
    const auto found
        = std::find_if(fields.cbegin(), fields.cend(),
                       [&name](const Gui::Field &field) { return field.name == name; });
    return found == fields.cend() ? QString() : found->value;
}

AttemptRecord TestDetailPane::failed(Failure failure, Phase phase, const QString &error)
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary);
    record.attempt.failure = failure;
    record.attempt.phase = phase;
    record.attempt.error = error;
    return record;
}

void TestDetailPane::theNextTryIsNamedByItsDistance()
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

void TestDetailPane::everyFailureHasACauseOfItsOwn()
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

void TestDetailPane::aCauseNamesThePlace()
{
    AttemptRecord record = failed(Failure::ConnectionRefused, Phase::Connect);
    QVERIFY(Gui::likelyCause(record.attempt).contains(QStringLiteral("port 443 of shop.example")));
    record.attempt.url = QStringLiteral("http://127.0.0.1:9/x");
    QVERIFY(Gui::likelyCause(record.attempt).contains(QStringLiteral("port 9 of 127.0.0.1")));
}

void TestDetailPane::headersAreShownAsTheyCame()
{
    FieldModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFields(
        Gui::fieldsOf({{"X-A", "1"}, {"x-a", "2"}, {"X-Latin", "caf\xe9"}, {"X-C", "a\tb"}}));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, FieldModel::NameColumn).data().toString(), QStringLiteral("X-A"));
    QCOMPARE(model.index(1, FieldModel::NameColumn).data().toString(), QStringLiteral("x-a"));
    QCOMPARE(model.index(2, FieldModel::ValueColumn).data().toString(), QStringLiteral("café"));
    QCOMPARE(model.index(3, FieldModel::ValueColumn).data().toString(), QStringLiteral("a\\tb"));
}

void TestDetailPane::headersAreCopiedAsTheyCame()
{
    Gui::FieldTable table(QStringLiteral("headers"));
    table.setFields({Field{QStringLiteral("X-A"), QStringLiteral("one\ttwo")}});
    table.setCurrentIndex(table.model()->index(0, 0));
    QStringList copied;
    for (QAction *const action : table.actions()) {
        action->trigger();
        copied.append(QGuiApplication::clipboard()->text());
    }
    QCOMPARE(copied,
             (QStringList{QStringLiteral("one\ttwo"), QStringLiteral("X-A"),
                          QStringLiteral("X-A: one\ttwo")}));
}

void TestDetailPane::bothMessagesAreShown()
{
    DetailPane pane;
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.requestBody = "question";
    record.transcript.requestHeaders = {{"Host", "shop.example"}};
    record.transcript.responseHeaders = {{"Server", "nginx"}};
    record.transcript.responseBody = "answer";
    pane.showRecord(record);
    QVERIFY(pane.isTabVisible(DetailPane::RequestTab));
    QVERIFY(pane.isTabVisible(DetailPane::ResponseTab));
    QCOMPARE(shownIn(*pane.request()->body()), QStringLiteral("question"));
    QCOMPARE(shownIn(*pane.response()->body()), QStringLiteral("answer"));
    QCOMPARE(pane.request()->headers()->fields().at(0).name, QStringLiteral("Host"));
    QCOMPARE(pane.response()->headers()->fields().at(0).name, QStringLiteral("Server"));
}

void TestDetailPane::aCaptureHasNoResponse()
{
    DetailPane pane;
    CaptureRecord record;
    record.capture = Testing::capture(1);
    record.body = "received";
    pane.showRecord(record);
    QVERIFY(pane.isTabVisible(DetailPane::RequestTab));
    QVERIFY(!pane.isTabVisible(DetailPane::ResponseTab));
    QCOMPARE(shownIn(*pane.request()->body()), QStringLiteral("received"));
    QCOMPARE(Gui::sentenceOf(record),
             QStringLiteral("Bin “demo” received a POST and answered 200 OK."));
}

void TestDetailPane::headersAreNarrowedByAWord()
{
    Gui::MessageView view(QStringLiteral("headers"), QStringLiteral("body"));
    view.showMessage({{"X-A", "1"}, {"X-B", "two"}, {"Server", "x"}}, {});
    const auto fields = view.findChildren<QLineEdit *>();
    auto *const filter = *std::find_if(fields.begin(), fields.end(), [](const QLineEdit *field) {
        return field->accessibleName() == QStringLiteral("Filter: headers");
    });
    const auto shown = [&view] {
        QStringList names;
        for (int row = 0; row < view.headers()->model()->rowCount(); ++row) {
            if (!view.headers()->isRowHidden(row))
                names.append(view.headers()->fields().at(row).name);
        }
        return names.join(u' ');
    };
    QCOMPARE(shown(), QStringLiteral("X-A X-B Server"));
    filter->setText(QStringLiteral("TWO"));
    QCOMPARE(shown(), QStringLiteral("X-B"));
    const auto labels = view.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == QStringLiteral("1 of 3 headers");
    }));
    view.showMessage({{"A", "two"}, {"B", "three"}}, {});
    QCOMPARE(shown(), QStringLiteral("A"));
}

void TestDetailPane::linksHaveRoomInANarrowPane()
{
    Gui::Overview overview;
    overview.offerEdits([](const DestinationId &) { return true; });
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Temporary, 503);
    overview.showRecord(record);
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Temporary, 503), record.attempt,
                 attempt(3, AttemptOutcome::Delivered, 200)};
    for (Attempt &one : kin.tries)
        one.delivery = record.attempt.delivery;
    kin.counterpart = LogKey::of(CaptureId{9});
    kin.sentAgain = LogKey::of(AttemptId{4});
    overview.showKin(kin);
    overview.show();
    for (const int width : {900, 320}) {
        overview.resize(width, 400);
        QCoreApplication::processEvents();
        QCOMPARE(overview.width(), width);
        for (const QToolButton *const link : overview.findChildren<QToolButton *>()) {
            if (link->isVisible())
                QVERIFY2(link->width() >= link->sizeHint().width(), qPrintable(link->text()));
        }
    }
}

void TestDetailPane::whoIsHeldBackFromGetsNothingByTheSchedule()
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

void TestDetailPane::linksLeadToWhatBelongsToARow()
{
    DetailPane pane;
    pane.show();
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    const auto links = [&pane] {
        QHash<QString, QToolButton *> found;
        for (QToolButton *const button : pane.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->parentWidget()->inherits("Gui::Overview"))
                found.insert(button->text(), button);
        }
        return found;
    };
    QVERIFY(links().isEmpty());
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Temporary, 503), record.attempt,
                 attempt(3, AttemptOutcome::Delivered, 200)};
    for (Attempt &one : kin.tries)
        one.delivery = record.attempt.delivery;
    kin.counterpart = LogKey::of(CaptureId{9});
    pane.showKin(kin);
    QSignalSpy asked(&pane, &DetailPane::rowRequested);
    const auto target = [&](const QString &text) {
        links().value(text)->click();
        return asked.takeLast().first().value<LogKey>();
    };
    QVERIFY(target(QStringLiteral("Previous try")) == LogKey::of(AttemptId{1}));
    QVERIFY(target(QStringLiteral("Next try")) == LogKey::of(AttemptId{3}));
    QVERIFY(target(QStringLiteral("What the bin received")) == kin.counterpart);
    links().value(QStringLiteral("All 3 tries"))->click();
    QCOMPARE(pane.currentTab(), DetailPane::TriesTab);
    pane.setCurrentTab(DetailPane::OverviewTab);
    CaptureRecord capture;
    capture.capture = Testing::capture(9);
    pane.showRecord(capture);
    QVERIFY(links().isEmpty());
    Kin back;
    back.row = LogKey::of(CaptureId{9});
    back.counterpart = LogKey::of(AttemptId{2});
    pane.showKin(back);
    QVERIFY(target(QStringLiteral("What was sent")) == back.counterpart);
}

void TestDetailPane::resendsAreToldFromTries()
{
    Gui::Overview overview;
    overview.show();
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Failed, 404);
    overview.showRecord(record);
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Failed, 404), record.attempt,
                 attempt(3, AttemptOutcome::Failed, 404)}; // each of a delivery of its own
    kin.resendOf = DeliveryId{1};
    kin.sentAgain = LogKey::of(AttemptId{3});
    overview.showKin(kin);
    QHash<QString, QToolButton *> links;
    for (QToolButton *const button : overview.findChildren<QToolButton *>()) {
        if (button->isVisible())
            links.insert(button->text(), button);
    }
    QVERIFY(!links.contains(QStringLiteral("Next try")));
    QVERIFY(!links.contains(QStringLiteral("Previous try")));
    const QSignalSpy asked(&overview, &Gui::Overview::rowRequested);
    links.value(QStringLiteral("What it repeats"))->click();
    QVERIFY(asked.last().first().value<LogKey>() == LogKey::of(AttemptId{1}));
    links.value(QStringLiteral("Sent again"))->click();
    QVERIFY(asked.last().first().value<LogKey>() == LogKey::of(AttemptId{3}));
    const QList<Field> facts = overview.findChild<Gui::FieldTable *>()->fields();
    QVERIFY(facts.contains(Field{QStringLiteral("Resend of"), QStringLiteral("dlv_1")}));
}

void TestDetailPane::kinOfAnotherRowIsPassedOver()
{
    DetailPane pane;
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    pane.showKin(kin);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    pane.showKin(kin);
    QCOMPARE(pane.findChild<Gui::TriesView *>()->model()->rowCount(), 1);
}

void TestDetailPane::phasesAreTimed()
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

void TestDetailPane::phasesAddUpToTheTotal_data()
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

void TestDetailPane::phasesAddUpToTheTotal()
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

void TestDetailPane::whatIsReceivedIsInTheTotal()
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

void TestDetailPane::whatNobodySawEndHasNoDuration()
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

void TestDetailPane::whatCannotHaveBeenSentHasNoSize()
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

void TestDetailPane::aRedirectTellsWhereItPoints()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 302);
    record.transcript.responseHeaders = {{"location", "https://shop.example/new"}};
    QCOMPARE(factOf(record, QStringLiteral("Points to")),
             QStringLiteral("https://shop.example/new"));
    record.attempt.status = 201;
    QCOMPARE(factOf(record, QStringLiteral("Points to")), QString());
}

void TestDetailPane::aConnectionUsedAgainIsTold()
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

void TestDetailPane::changesBetweenTriesAreTold()
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

void TestDetailPane::triesAreListedAndChosen()
{
    Gui::TriesView view;
    const QAbstractItemModelTester tester(view.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Temporary, 503), attempt(2),
                 attempt(3, AttemptOutcome::Delivered, 200)};
    view.showKin(kin);
    QCOMPARE(view.currentIndex().row(), 1);
    QCOMPARE(view.model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("1, resend, shown here"));
    QSignalSpy asked(&view, &Gui::TriesView::rowRequested);
    view.setCurrentIndex(view.model()->index(2, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    emit view.doubleClicked(view.model()->index(0, 3));
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked.at(0).first().value<LogKey>() == LogKey::of(AttemptId{3}));
    QVERIFY(asked.at(1).first().value<LogKey>() == LogKey::of(AttemptId{1}));
}

void TestDetailPane::signaturesAreToldInWords_data()
{
    QTest::addColumn<SignatureVerdict>("verdict");
    QTest::addColumn<QString>("words");
    QTest::newRow("valid") << SignatureVerdict::Valid << QStringLiteral("is valid");
    QTest::newRow("invalid") << SignatureVerdict::Invalid << QStringLiteral("is invalid");
    QTest::newRow("skew") << SignatureVerdict::ClockSkew << QStringLiteral("its age");
    QTest::newRow("no secret") << SignatureVerdict::NoSecret << QStringLiteral("cannot be checked");
}

void TestDetailPane::signaturesAreToldInWords()
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
    QCOMPARE(fields.at(1).value, QStringLiteral("v1,abc"));
    QVERIFY(fields.at(2).value.contains(QStringLiteral("before the request")));
    view.showHeaders({{"Host", "x"}});
    QVERIFY(sentence->text().contains(QStringLiteral("not signed")));
}

void TestDetailPane::signedMomentsAreWholeSeconds_data()
{
    QTest::addColumn<int>("skew");
    QTest::addColumn<QString>("words");
    QTest::newRow("within a second")
        << -751 << QStringLiteral("less than a second before the request");
    QTest::newRow("the same moment") << 0 << QStringLiteral("less than a second after the request");
    QTest::newRow("some seconds") << -3751 << QStringLiteral("3 s before the request");
    QTest::newRow("minutes") << 125'000
                             << QStringLiteral("2\u00a0min\u00a05\u00a0s after the request");
}

void TestDetailPane::signedMomentsAreWholeSeconds()
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

void TestDetailPane::tabsAreChosenByKey()
{
    DetailPane pane;
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QTest::keyClick(&pane, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    for (int tab = DetailPane::TabCount - 1; tab >= 0; --tab) {
        QTest::keyClick(&pane, Qt::Key(Qt::Key_1 + tab), Qt::AltModifier);
        QCOMPARE(static_cast<int>(pane.currentTab()), tab);
    }
}

void TestDetailPane::choicesOfHeadersAreTold()
{
    DetailPane pane;
    const auto actions = [&pane] { return pane.request()->headers()->actions(); };
    QCOMPARE(actions().size(), 3);
    pane.offerChoices();
    QCOMPARE(actions().size(), 7);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.transcript.requestHeaders = {{"X-A", "1"}};
    pane.showRecord(record);
    pane.request()->headers()->setCurrentIndex(pane.request()->headers()->model()->index(0, 0));
    QSignalSpy filtered(&pane, &DetailPane::filterRequested);
    QSignalSpy shown(&pane, &DetailPane::columnRequested);
    for (QAction *const action : actions().mid(3))
        action->trigger();
    const Gui::FieldChoice expected{false, false, {QStringLiteral("X-A")}, QStringLiteral("1")};
    QCOMPARE(filtered.size(), 3);
    for (const auto use : {Gui::FilterUse::Only, Gui::FilterUse::Exclude, Gui::FilterUse::Add}) {
        const QList<QVariant> told = filtered.takeFirst();
        QVERIFY(told.at(0).value<Gui::FieldChoice>() == expected);
        QVERIFY(told.at(1).value<Gui::FilterUse>() == use);
    }
    QVERIFY(shown.takeFirst().first().value<Gui::FieldChoice>() == expected);
}

void TestDetailPane::wordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        DetailPane pane;
        AttemptRecord record;
        record.attempt = attempt(1, AttemptOutcome::Temporary);
        record.attempt.destinationName = text;
        record.attempt.error = text;
        pane.showRecord(record);
        for (const QLabel *const label : pane.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(u'\n') && !label->text().contains(QChar(0x202e)));
        }
        QVERIFY(pane.minimumSizeHint().width() < 900);
    }
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
