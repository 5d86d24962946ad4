// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/diffview.h"
#include "ui/detail/textview.h"
#include "ui/look/elidedlabel.h"

#include <QAction>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Core;
using Gui::DiffLine;
using Gui::diffLines;
using Gui::DiffPart;
using Gui::DiffSign;
using Gui::DiffView;
using Gui::RowRecord;
using Gui::TextView;

class TestDiffView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void changesAreFew_data();
    void changesAreFew();
    void bothTextsComeOutOfAnyDiff();
    void textsWithNothingInCommonAreReplaced();
    void jsonIsComparedByItsStructure();
    void otherTextIsComparedByLines();
    void theEventBeforeIsCompared();
    void secretsAreComparedUnseen();
    void theAnswerBeforeIsCompared();
    void chosenRowsAreCompared();
    void nothingIsFetchedUnseen();
    void whatIsTheSameIsFolded();
    void aLongTitleIsCutInItsNames();
    void namesAreShownAsText();

private:
    static AttemptRecord record(qint64 number, const QByteArray &body);
    static QString linesOf(const QList<DiffLine> &lines);
    static QString shown(const DiffView &view)
    {
        return view.findChild<TextView *>()->toPlainText();
    }
    static QString title(const DiffView &view) { return view.findChild<QLabel *>()->text(); }
};

void TestDiffView::init()
{
    Testing::failOnWarnings();
}

AttemptRecord TestDiffView::record(qint64 number, const QByteArray &body)
{
    AttemptRecord record;
    record.attempt = Testing::attempt(number, AttemptOutcome::Delivered, 200);
    record.transcript.requestHeaders = {{"X-A", "1"}};
    record.transcript.responseBody = "answer " + QByteArray::number(number);
    record.requestBody = body;
    return record;
}

QString TestDiffView::linesOf(const QList<DiffLine> &lines)
{
    QStringList texts;
    for (const DiffLine &line : lines)
        texts.append(QString::fromLatin1(" -+").at(static_cast<int>(line.sign))
                     + QString::fromUtf8(line.text));
    return texts.join(u'|');
}

void TestDiffView::changesAreFew_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto add
        = [](const char *name, const char *before, const char *after, const char *expected) {
              QTest::newRow(name) << QByteArray(before) << QByteArray(after)
                                  << QString::fromLatin1(expected);
          };
    add("nothing", "a b", "a b", " a| b");
    add("a line more", "a c", "a b c", " a|+b| c");
    add("a line less", "a b c", "a c", " a|-b| c");
    add("another line", "a b c", "a x c", " a|-b|+x| c");
    add("at both ends", "a b", "x b y", "-a|+x| b|+y");
    add("a line that has moved", "a b c", "b c a", "-a| b| c|+a");
    add("all of it", "a", "b", "-a|+b");
}

void TestDiffView::changesAreFew()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(linesOf(diffLines(before.split(' '), after.split(' '))), "expected");
}

void TestDiffView::bothTextsComeOutOfAnyDiff()
{
    QRandomGenerator random(20'261'122);
    const auto text = [&random] {
        QByteArrayList lines;
        for (int left = random.bounded(40); left > 0; --left)
            lines.append(QByteArray(1, static_cast<char>('a' + random.bounded(5))));
        return lines;
    };
    for (int i = 0; i < 2000; ++i) {
        const QByteArrayList before = text();
        const QByteArrayList after = text();
        QByteArrayList left;
        QByteArrayList right;
        for (const DiffLine &line : diffLines(before, after)) {
            if (line.sign != DiffSign::Added)
                left.append(line.text);
            if (line.sign != DiffSign::Removed)
                right.append(line.text);
        }
        QCOMPARE(left, before);
        QCOMPARE(right, after);
    }
}

void TestDiffView::textsWithNothingInCommonAreReplaced()
{
    QByteArrayList before;
    QByteArrayList after;
    for (int i = 0; i < 3000; ++i) {
        before.append('a' + QByteArray::number(i));
        after.append('b' + QByteArray::number(i));
    }
    const QList<DiffLine> lines = diffLines(before, after);
    QCOMPARE(lines.size(), 6000);
    QVERIFY(lines.at(2999).sign == DiffSign::Removed && lines.at(3000).sign == DiffSign::Added);
}

void TestDiffView::jsonIsComparedByItsStructure()
{
    const RowRecord before = record(1, R"({"b":{"y":1,"x":[1,2]},"a":1.50})");
    const RowRecord same = record(1, "{ \"a\": 1.50,\n \"b\": {\"x\":[1, 2],\"y\":1} }");
    for (const DiffLine &line : diffMessages(before, same, DiffPart::Request, false))
        QVERIFY(line.sign == DiffSign::Same);
    const RowRecord other = record(1, R"({"a":1.5,"b":{"x":[1,2,3],"y":1}})");
    const QString lines = linesOf(diffMessages(before, other, DiffPart::Request, false));
    QVERIFY2(lines.endsWith(QStringLiteral(" {|-  \"a\": 1.50|+  \"a\": 1.5|   \"b\": {|"
                                           "     \"x\": [|       1|       2|+      3|     ]|"
                                           "     \"y\": 1|   }| }")),
             qPrintable(lines));
    QVERIFY(!Gui::comparableJson(QByteArray(1000, '[') + QByteArray(1000, ']')));
    QVERIFY(!Gui::comparableJson("Hello"));
}

void TestDiffView::otherTextIsComparedByLines()
{
    const QString lines = linesOf(
        diffMessages(record(1, "a\nb"), record(1, "{\"a\":1}"), DiffPart::Request, false));
    QVERIFY2(lines.endsWith(QStringLiteral("|-a|-b|+{\"a\":1}")), qPrintable(lines));
}

void TestDiffView::theEventBeforeIsCompared()
{
    DiffView view;
    view.show();
    QSignalSpy asked(&view, &DiffView::recordRequested);
    view.showRecord(record(5, "{\"a\":2}"));
    Kin kin;
    kin.row = LogKey::of(AttemptId{5});
    view.showKin(kin);
    QVERIFY2(title(view).contains(QStringLiteral("nothing before")), qPrintable(title(view)));
    kin.previousRequest = LogKey::of(AttemptId{3});
    view.showKin(kin);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().value<LogKey>() == kin.previousRequest);
    view.takeRecord(record(4, "{\"a\":7}"));
    QVERIFY(shown(view).isEmpty());
    view.takeRecord(record(3, "{\"a\":1}"));
    QTRY_VERIFY2(shown(view).contains(QStringLiteral("−     \"a\": 1\n+     \"a\": 2")),
                 qPrintable(shown(view)));
}

void TestDiffView::secretsAreComparedUnseen()
{
    AttemptRecord before = record(3, "{\"a\":1}");
    before.attempt.url = QStringLiteral("https://shop.example/?key=old");
    before.transcript.requestHeaders = {{"Accept", "*/*"}, {"X-Key", "old"}, {"X-Same", "same"}};
    AttemptRecord after = record(5, "{\"a\":2}");
    after.attempt.url = QStringLiteral("https://shop.example/?key=new");
    after.transcript.requestHeaders
        = {{"X-More", "new"}, {"Accept", "*/*"}, {"X-Key", "new"}, {"X-Same", "same"}};
    QCOMPARE(
        linesOf(diffMessages(before, after, DiffPart::Request, false)),
        QStringLiteral("-POST https://shop.example/?key=***|+POST https://shop.example/?key=***"
                       "|+X-More: ••••••| Accept: */*|-X-Key: ••••••|+X-Key: ••••••"
                       "| X-Same: ••••••| | {|-  \"a\": 1|+  \"a\": 2| }"));
    const QString open = linesOf(diffMessages(before, after, DiffPart::Request, true));
    QVERIFY2(open.contains(QStringLiteral("|-X-Key: old|+X-Key: new| X-Same: same|")),
             qPrintable(open));

    DiffView view;
    QAction showSecrets;
    showSecrets.setCheckable(true);
    view.offerSecrets(showSecrets);
    view.show();
    view.showRecord(after);
    view.showPair(LogKey::of(AttemptId{3}), LogKey::of(AttemptId{5}));
    view.takeRecord(before);
    QTRY_VERIFY(shown(view).contains(QStringLiteral("X-More: ••••••")));
    showSecrets.setChecked(true);
    QTRY_VERIFY(shown(view).contains(QStringLiteral("X-More: new")));
}

void TestDiffView::theAnswerBeforeIsCompared()
{
    DiffView view;
    view.show();
    view.showRecord(record(5, {}));
    Kin kin;
    kin.row = LogKey::of(AttemptId{5});
    kin.previousAnswer = LogKey::of(AttemptId{4});
    view.showKin(kin);
    view.findChildren<QToolButton *>().at(1)->click();
    view.takeRecord(record(4, {}));
    QTRY_VERIFY2(shown(view).contains(QStringLiteral("−   answer 4\n+   answer 5")),
                 qPrintable(shown(view)));
    CaptureRecord capture;
    capture.capture = Testing::capture(9);
    view.showRecord(capture);
    QVERIFY(!view.findChildren<QToolButton *>().at(1)->isEnabled());
    QVERIFY(view.findChildren<QToolButton *>().at(0)->isChecked());
}

void TestDiffView::chosenRowsAreCompared()
{
    DiffView view;
    view.show();
    QSignalSpy asked(&view, &DiffView::recordRequested);
    view.showPair(LogKey::of(AttemptId{8}), LogKey::of(AttemptId{7}));
    QCOMPARE(asked.size(), 2);
    view.takeRecord(record(8, "new"));
    view.takeRecord(record(7, "old"));
    QTRY_VERIFY2(shown(view).contains(QStringLiteral("−   old\n+   new")), qPrintable(shown(view)));
    view.clear();
    QVERIFY(shown(view).isEmpty());
}

void TestDiffView::nothingIsFetchedUnseen()
{
    DiffView view;
    QSignalSpy asked(&view, &DiffView::recordRequested);
    view.showRecord(record(5, {}));
    Kin kin;
    kin.row = LogKey::of(AttemptId{5});
    kin.previousRequest = LogKey::of(AttemptId{3});
    view.showKin(kin);
    QVERIFY(asked.isEmpty());
    view.show();
    QCOMPARE(asked.size(), 1);
}

void TestDiffView::whatIsTheSameIsFolded()
{
    QByteArray body;
    for (int i = 0; i < 50; ++i)
        body += QByteArray::number(i) + '\n';
    DiffView view;
    view.show();
    view.showPair(LogKey::of(AttemptId{7}), LogKey::of(AttemptId{8}));
    view.takeRecord(record(7, body + "old"));
    view.takeRecord(record(8, body + "new"));
    QTRY_VERIFY(shown(view).contains(QStringLiteral("lines are the same")));
    QVERIFY2(shown(view).endsWith(QStringLiteral("    47\n    48\n    49\n−   old\n+   new")),
             qPrintable(shown(view)));
    view.showPair(LogKey::of(AttemptId{7}), LogKey::of(AttemptId{7}));
    QTRY_VERIFY2(title(view).startsWith(QStringLiteral("Nothing differs")),
                 qPrintable(title(view)));
}

void TestDiffView::aLongTitleIsCutInItsNames()
{
    DiffView view;
    view.resize(400, 300);
    view.show();
    AttemptRecord before = record(7, "old");
    before.attempt.destinationName = QStringLiteral("a long name ").repeated(3);
    view.showPair(LogKey::of(AttemptId{7}), LogKey::of(AttemptId{8}));
    view.takeRecord(before);
    view.takeRecord(record(8, "new"));
    QTRY_VERIFY(shown(view).contains(QStringLiteral("+   new")));
    const auto *const label = view.findChild<Gui::ElidedLabel *>();
    QVERIFY(label->fontMetrics().horizontalAdvance(label->shownText()) <= label->width());
    QVERIFY(label->shownText().startsWith(QStringLiteral("From")));
    // Two names in their quotes, or none.
    for (int width = 300; width < 1200; width += 50) {
        view.resize(width, 300);
        QCoreApplication::processEvents();
        const QString told = label->shownText();
        QCOMPARE(told.count(u'“'), told.count(u'”'));
        QVERIFY2(!told.contains(u'“') || told.contains(QStringLiteral(" to “")), qPrintable(told));
        QVERIFY2(label->width() < 400 || !told.endsWith(u'…'), qPrintable(told));
    }
    QVERIFY(label->toolTip().contains(title(view).right(10)));
}

void TestDiffView::namesAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        DiffView view;
        view.show();
        AttemptRecord naughty = record(7, text.toUtf8());
        naughty.attempt.destinationName = text;
        view.showPair(LogKey::of(AttemptId{7}), LogKey::of(AttemptId{8}));
        view.takeRecord(naughty);
        view.takeRecord(record(8, "new"));
        QTRY_VERIFY(shown(view).contains(QStringLiteral("+   new")));
        QCOMPARE(view.findChild<QLabel *>()->textFormat(), Qt::PlainText);
        QVERIFY(!title(view).contains(QChar(0x202e)) && !shown(view).contains(QChar(0x202e)));
    }
}

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
