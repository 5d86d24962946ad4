// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/deliveries/bodyeditor.h"
#include "ui/detail/linemarks.h"

#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using Gui::BodyEditor;
using Gui::changedLines;

class TestBodyEditor final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bodiesComeBackAsTheyWere_data();
    void bodiesComeBackAsTheyWere();
    void lineEndsAreKeptWhenTextIsEdited();
    void faultsAreToldByLineAndColumn_data();
    void faultsAreToldByLineAndColumn();
    void theFaultCanBeGoneTo();
    void onlyJsonIsChecked();
    void formattingChangesBlanksAlone();
    void differencesAreMarkedAndCounted();
    void linesAreCompared_data();
    void linesAreCompared();

private:
    static QPlainTextEdit *textOf(const BodyEditor &editor)
    {
        return editor.findChild<QPlainTextEdit *>();
    }
    static QToolButton *button(const BodyEditor &editor, const QString &text);
};

void TestBodyEditor::init()
{
    Testing::failOnWarnings();
}

QToolButton *TestBodyEditor::button(const BodyEditor &editor, const QString &text)
{
    for (QToolButton *const button : editor.findChildren<QToolButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void TestBodyEditor::bodiesComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isEditable");
    const auto row = [](const char *name, const QByteArray &body, bool isEditable) {
        QTest::newRow(name) << body << isEditable;
    };
    row("nothing", {}, true);
    row("large numbers and repeated names", R"({"n": 12345678901234567890.10, "n": 1E5 })", true);
    row("line feeds", "a\nb\n\n", true);
    row("line ends of two characters", "a\r\nb\r\n", true);
    row("mixed line ends", "a\r\nb\nc", false);
    row("a lone return", "a\rb", false);
    row("blanks that do not break",
        "a\xc2\xa0"
        "b",
        true);
    row("a byte order mark", "\xef\xbb\xbf{}", true);
    row("a paragraph separator",
        "a\xe2\x80\xa9"
        "b",
        false);
    row("a line separator",
        "a\xe2\x80\xa8"
        "b",
        true);
    row("no UTF-8", "\xff\xfe{}", false);
    row("half a character", "a\xc3", false);
    row("four bytes a character", "\xf0\x9f\x98\x80", true);
    row("tabs and escapes", "{\t\"a\": \"\\u00e9\\/\"}", true);
}

void TestBodyEditor::bodiesComeBackAsTheyWere()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isEditable);
    BodyEditor editor;
    editor.setBody(body);
    QCOMPARE(editor.body(), body);
    QCOMPARE(editor.isEditable(), isEditable);
    for (const QString &text : Testing::naughtyStrings()) {
        editor.setBody(text.toUtf8());
        QCOMPARE(editor.body(), text.toUtf8());
    }
}

void TestBodyEditor::lineEndsAreKeptWhenTextIsEdited()
{
    BodyEditor editor;
    editor.setBody("a\r\nb");
    const QSignalSpy changed(&editor, &BodyEditor::changed);
    textOf(editor)->appendPlainText(QStringLiteral("c"));
    QCOMPARE(editor.body(), QByteArray("a\r\nb\r\nc"));
    QVERIFY(!changed.isEmpty());
}

void TestBodyEditor::faultsAreToldByLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &body, const char *place) {
        QTest::newRow(name) << body << QString::fromLatin1(place);
    };
    row("in the first line", "[1,]", "Line 1, column 4:");
    row("in a later line", "{\n  \"a\": 1,\n  b\n}", "Line 3, column 3:");
    row("behind what takes more bytes than characters", "[\"\xc3\xa9\xc3\xa9\", x]",
        "Line 1, column 8:");
    row("after two-character line ends", "[1,\r\nx]", "Line 2, column 1:");
}

void TestBodyEditor::faultsAreToldByLineAndColumn()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    BodyEditor editor;
    editor.setBody(body);
    QVERIFY2(editor.remark().startsWith(place), qPrintable(editor.remark()));
    editor.setBody("[1]");
    QVERIFY2(editor.remark().startsWith(QStringLiteral("Valid JSON")), qPrintable(editor.remark()));
}

void TestBodyEditor::theFaultCanBeGoneTo()
{
    BodyEditor editor;
    editor.show();
    editor.setBody("[\n1,\nx]");
    button(editor, QStringLiteral("&Go to error"))->click();
    QCOMPARE(textOf(editor)->textCursor().blockNumber(), 2);
    QCOMPARE(textOf(editor)->textCursor().positionInBlock(), 0);
    editor.setBody("[]");
    QVERIFY(!button(editor, QStringLiteral("&Go to error"))->isVisible());
}

void TestBodyEditor::onlyJsonIsChecked()
{
    BodyEditor editor;
    editor.setBody("hello");
    QVERIFY(editor.remark().contains(QStringLiteral("Line 1")));
    editor.setContentType(QStringLiteral("text/plain"));
    QVERIFY(!editor.remark().contains(QStringLiteral("Line 1")));
    QVERIFY(!button(editor, QStringLiteral("&Format"))->isEnabled());
    editor.setContentType(QStringLiteral("application/cloudevents+JSON"));
    QVERIFY(editor.remark().contains(QStringLiteral("Line 1")));
}

void TestBodyEditor::formattingChangesBlanksAlone()
{
    BodyEditor editor;
    editor.setBody(R"({"n":12345678901234567890.10,"n":"\u00e9"})");
    button(editor, QStringLiteral("&Format"))->click();
    const QByteArray spaced = editor.body();
    QVERIFY(spaced.contains('\n'));
    QCOMPARE(QByteArray(spaced).replace(' ', "").replace('\n', ""),
             QByteArray(R"({"n":12345678901234567890.10,"n":"\u00e9"})"));
    textOf(editor)->undo();
    QVERIFY(!editor.body().contains('\n'));
    editor.setBody("{");
    QVERIFY(!button(editor, QStringLiteral("&Format"))->isEnabled());
}

void TestBodyEditor::differencesAreMarkedAndCounted()
{
    BodyEditor editor;
    const QByteArray original("{\r\n\"a\": 1,\r\n\"b\": 2\r\n}");
    editor.setBody(original);
    QVERIFY(!editor.remark().contains(QStringLiteral("original")));
    editor.setOriginal(original);
    QVERIFY(editor.remark().contains(QStringLiteral("No line differs")));
    QVERIFY(textOf(editor)->extraSelections().isEmpty());
    QTextCursor cursor(textOf(editor)->document()->findBlockByNumber(1));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(QStringLiteral("\"a\": 7,"));
    QVERIFY(editor.remark().contains(QStringLiteral("1 line differs")));
    const auto marks = textOf(editor)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.blockNumber(), 1);
}

void TestBodyEditor::linesAreCompared_data()
{
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("changed");
    const auto row
        = [](const char *name, const char *original, const char *text, const QList<int> &changed) {
              QTest::newRow(name) << QByteArray(original) << QByteArray(text) << changed;
          };
    row("the same", "a b c", "a b c", {});
    row("one is another", "a b c", "a x c", {1});
    row("one came in", "a c", "a b c", {1});
    row("one went", "a b c", "a c", {});
    row("two apart", "a b c d e", "a x c y e", {1, 3});
    row("all are new", "a", "x y", {0, 1});
    row("one moved", "a b c", "b c a", {2});
}

void TestBodyEditor::linesAreCompared()
{
    QFETCH(QByteArray, original);
    QFETCH(QByteArray, text);
    QFETCH(QList<int>, changed);
    QCOMPARE(changedLines(original.split(' '), text.split(' ')), changed);
}

QTEST_MAIN(TestBodyEditor)
#include "tst_bodyeditor.moc"
