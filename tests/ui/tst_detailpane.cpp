// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/explanation.h"
#include "ui/detail/messageview.h"
#include "ui/look/fieldtable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QToolButton>

using namespace Core;
using Gui::BodyView;
using Gui::DetailPane;
using Gui::Field;
using Gui::FieldModel;
using Testing::attempt;

class TestDetailPane final : public QObject
{
    Q_OBJECT

    static QString shownIn(const BodyView &view)
    {
        return view.findChild<QPlainTextEdit *>()->toPlainText();
    }
    static QString noteOf(const BodyView &view) { return view.findChild<QLabel *>()->text(); }
    static void show(BodyView &view, const QByteArray &body, bool isCut = false)
    {
        view.showBody(body, isCut, QStringLiteral("no body"));
    }

private slots:
    void init();
    void bodiesAreShownInTheRightWay_data();
    void bodiesAreShownInTheRightWay();
    void prettyKeepsEveryToken();
    void rawIsTheTextItself();
    void hexShowsOffsetsBytesAndText();
    void copyingTakesTheWholeBody();
    void aLargeBodyIsShownInPart();
    void aTornCharacterAtTheLimitIsForgiven();
    void deceptiveTextIsTold();
    void aLongLineIsShownInTime();
    void attemptsAreToldInWords_data();
    void attemptsAreToldInWords();
    void everyFailureHasItsCause();
    void headersAreShownAsTheyCame();
    void headersAreCopiedAsTheyCame();
    void bothMessagesAreShown();
    void aCaptureHasNoResponse();
    void wordsAreShownAsText();
};

void TestDetailPane::init()
{
    Testing::failOnWarnings();
}

void TestDetailPane::bodiesAreShownInTheRightWay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyView::Mode>("mode");
    QTest::newRow("JSON is spaced out") << QByteArray("{\"a\":1}") << BodyView::Mode::Pretty;
    QTest::newRow("text is shown as it is") << QByteArray("Hello joe") << BodyView::Mode::Raw;
    QTest::newRow("no body is an empty text") << QByteArray() << BodyView::Mode::Raw;
    QTest::newRow("markup is text") << QByteArray("<b>x</b>") << BodyView::Mode::Raw;
    QTest::newRow("invalid UTF-8 is bytes")
        << QByteArray("{\"a\":\"\xff\"}") << BodyView::Mode::Hex;
    QTest::newRow("an overlong form is bytes") << QByteArray("\xc0\xaf") << BodyView::Mode::Hex;
    QTest::newRow("a torn character is bytes") << QByteArray("abc\xe2\x82") << BodyView::Mode::Hex;
    QTest::newRow("a NUL is bytes") << QByteArray("a\0b", 3) << BodyView::Mode::Hex;
    QTest::newRow("a terminal's escape is bytes") << QByteArray("\x1b[31m") << BodyView::Mode::Hex;
}

void TestDetailPane::bodiesAreShownInTheRightWay()
{
    QFETCH(QByteArray, body);
    QFETCH(BodyView::Mode, mode);
    BodyView view(QStringLiteral("body"));
    show(view, body);
    QCOMPARE(view.mode(), mode);
    QVERIFY(view.isPossible(mode));
    QCOMPARE(view.isPossible(BodyView::Mode::Raw), mode != BodyView::Mode::Hex);
}

void TestDetailPane::prettyKeepsEveryToken()
{
    const QByteArray body
        = R"({"big":12345678901234567890123,"z":1.50,"a":-0.0e+9,"a":"\u00e9\/","e":[]})";
    BodyView view(QStringLiteral("body"));
    show(view, body);
    QCOMPARE(view.mode(), BodyView::Mode::Pretty);
    QString shown = shownIn(view);
    QVERIFY(shown.contains(u'\n'));
    QCOMPARE(shown.remove(u' ').remove(u'\n').toUtf8(), body);
    view.setMode(BodyView::Mode::Raw);
    QCOMPARE(shownIn(view).toUtf8(), body);
}

void TestDetailPane::rawIsTheTextItself()
{
    BodyView view(QStringLiteral("body"));
    const QByteArray body("caf\xc3\xa9\n\ttab  blanks \xe6\x97\xa5\n");
    show(view, body);
    QCOMPARE(shownIn(view).toUtf8(), body);
}

void TestDetailPane::hexShowsOffsetsBytesAndText()
{
    QByteArray bytes;
    for (int i = 0; i < 18; ++i)
        bytes.append(static_cast<char>(0x40 + i));
    bytes[1] = '\xff';
    QCOMPARE(Gui::hexDump(bytes),
             QStringLiteral(
                 "00000000  40 ff 42 43 44 45 46 47  48 49 4a 4b 4c 4d 4e 4f  @.BCDEFGHIJKLMNO\n"
                 "00000010  50 51                                             PQ"));
}

void TestDetailPane::copyingTakesTheWholeBody()
{
    BodyView view(QStringLiteral("body"));
    const QByteArray body = QByteArray(BodyView::ShownTextBytes + 500, 'a') + "\r\nend";
    show(view, body);
    for (QToolButton *const button : view.findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Copy body"))
            button->click();
    }
    QVERIFY(QGuiApplication::clipboard()->text().toUtf8() == body);
}

void TestDetailPane::aLargeBodyIsShownInPart()
{
    BodyView view(QStringLiteral("body"));
    show(view,
         '[' + QByteArray(BodyView::ShownTextBytes / 2, '1') + ",\n"
             + QByteArray(BodyView::ShownTextBytes, '2') + ']');
    QCOMPARE(view.mode(), BodyView::Mode::Pretty);
    view.setMode(BodyView::Mode::Raw);
    QCOMPARE(shownIn(view).size(), BodyView::ShownTextBytes);
    QVERIFY2(noteOf(view).contains(QStringLiteral("are shown")), qPrintable(noteOf(view)));
    show(view, "short");
    QVERIFY2(!noteOf(view).contains(QStringLiteral("are shown")), qPrintable(noteOf(view)));
    show(view, "short", true);
    QVERIFY2(noteOf(view).contains(QStringLiteral("more came")), qPrintable(noteOf(view)));
}

void TestDetailPane::aTornCharacterAtTheLimitIsForgiven()
{
    BodyView view(QStringLiteral("body"));
    show(view, "caf\xc3", true);
    QCOMPARE(view.mode(), BodyView::Mode::Raw);
    QCOMPARE(shownIn(view), QStringLiteral("caf"));
}

void TestDetailPane::deceptiveTextIsTold()
{
    BodyView view(QStringLiteral("body"));
    show(view, "user = " + QString(QChar(0x202e)).toUtf8() + " nimda");
    QVERIFY2(noteOf(view).contains(QStringLiteral("see Hex")), qPrintable(noteOf(view)));
}

void TestDetailPane::aLongLineIsShownInTime()
{
    BodyView view(QStringLiteral("body"));
    view.resize(800, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QElapsedTimer timer;
    timer.start();
    const QByteArray body = '"' + QByteArray(BodyView::ShownTextBytes - 2, 'x') + '"';
    show(view, body);
    view.grab();
    qInfo("one line of a megabyte took %lld ms", timer.elapsed());
    QCOMPARE(shownIn(view).toUtf8(), body);
}

void TestDetailPane::attemptsAreToldInWords_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    const auto blank = QString(QChar::Nbsp);
    QTest::newRow("an answer") << AttemptOutcome::Temporary << 503
                               << QStringLiteral("“orders” answered 503 Service Unavailable after "
                                                 "84.0%1ms, try 3. Next try in 5 min.")
                                      .arg(blank);
    QTest::newRow("no answer") << AttemptOutcome::Temporary << 0
                               << QStringLiteral(
                                      "No answer from “orders”: connection refused, after "
                                      "84.0%1ms, try 3. Next try in 5 min.")
                                      .arg(blank);
    QTest::newRow("in flight") << AttemptOutcome::InFlight << 0
                               << QStringLiteral(
                                      "Waiting for “orders” to answer, try 3. Next try in 5 min.");
    QTest::newRow("interrupted") << AttemptOutcome::Interrupted << 0
                                 << QStringLiteral(
                                        "Hookpost ended while it sent to “orders”, try 3; what "
                                        "came of it is not known. Next try in 5 min.");
}

void TestDetailPane::attemptsAreToldInWords()
{
    QFETCH(AttemptOutcome, outcome);
    QFETCH(int, status);
    QFETCH(QString, sentence);
    AttemptRecord record;
    record.attempt = attempt(1, outcome, status);
    record.attempt.number = 3;
    record.nextStep = QStringLiteral("Next try in 5 min.");
    QCOMPARE(Gui::sentenceOf(record), sentence);
}

void TestDetailPane::everyFailureHasItsCause()
{
    for (int i = static_cast<int>(Failure::NameNotFound); i < static_cast<int>(Failure::NotSent);
         ++i) {
        Attempt failed = attempt(1, AttemptOutcome::Temporary);
        failed.failure = Failure{i};
        QVERIFY(!Gui::likelyCause(failed).isEmpty());
    }
    QVERIFY(Gui::likelyCause(attempt(1, AttemptOutcome::Delivered, 200)).isEmpty());
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
    pane.showAttempt(record);
    QVERIFY(pane.isTabVisible(1) && pane.isTabVisible(2));
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
    pane.showCapture(record);
    QVERIFY(pane.isTabVisible(1) && !pane.isTabVisible(2));
    QCOMPARE(shownIn(*pane.request()->body()), QStringLiteral("received"));
    QCOMPARE(Gui::sentenceOf(record),
             QStringLiteral("Bin “demo” received a POST and answered 200 OK."));
}

void TestDetailPane::wordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        DetailPane pane;
        AttemptRecord record;
        record.attempt = attempt(1, AttemptOutcome::Temporary);
        record.attempt.destinationName = text;
        record.attempt.error = text;
        record.nextStep = text;
        pane.showAttempt(record);
        for (const QLabel *const label : pane.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(u'\n') && !label->text().contains(QChar(0x202e)));
        }
        QVERIFY(pane.minimumSizeHint().width() < 900);
    }
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
