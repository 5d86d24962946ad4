// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonspacer.h"

#include <QTest>

using Gui::respacedJson;

class TestJsonSpacer final : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsLaidOutOnLines();
    void tokensStayAsTheyCame_data();
    void tokensStayAsTheyCame();
    void otherTextIsRefused_data();
    void otherTextIsRefused();
    void cutTextIsShownAsFarAsItGoes_data();
    void cutTextIsShownAsFarAsItGoes();
    void deepNestingIsNoTrouble();
};

void TestJsonSpacer::jsonIsLaidOutOnLines()
{
    const auto spaced = respacedJson(u"{\"a\":[1, {}],\"b\" : [ ],\"c\":{\"d\":null}}");
    QVERIFY(spaced);
    QCOMPARE(*spaced,
             QStringLiteral("{\n"
                            "  \"a\": [\n"
                            "    1,\n"
                            "    {}\n"
                            "  ],\n"
                            "  \"b\": [],\n"
                            "  \"c\": {\n"
                            "    \"d\": null\n"
                            "  }\n"
                            "}"));
}

void TestJsonSpacer::tokensStayAsTheyCame_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("an integer beyond 64 bits") << QStringLiteral("123456789012345678901234567890");
    QTest::newRow("trailing zeros") << QStringLiteral("1.10");
    QTest::newRow("an exponent") << QStringLiteral("-1E+400");
    QTest::newRow("minus zero") << QStringLiteral("-0.0");
    QTest::newRow("an escaped slash") << QStringLiteral("\"a\\/b\"");
    QTest::newRow("an escaped letter") << QStringLiteral("\"\\u0041\"");
    QTest::newRow("a lone surrogate, escaped") << QStringLiteral("\"\\ud800\"");
    QTest::newRow("structure within a string") << QStringLiteral("\"{[,:]}\\\"\\\\\"");
    QTest::newRow("blanks within a string") << QStringLiteral("\"  a  b  \"");
    QTest::newRow("a word") << QStringLiteral("true");
}

void TestJsonSpacer::tokensStayAsTheyCame()
{
    QFETCH(QString, token);
    QCOMPARE(respacedJson(token).value_or(QString()), token);
    const auto doubled = respacedJson(QStringLiteral("{\"x\":%1,\"x\":%1}").arg(token));
    QCOMPARE(doubled.value_or(QString()),
             QStringLiteral("{\n  \"x\": %1,\n  \"x\": %1\n}").arg(token));
}

void TestJsonSpacer::otherTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text :
         {"",      "  ",      "Hello joe", "{",          "}",          "[1,]",  "[,1]",
          "[1 2]", "{\"a\"}", "{\"a\":}",  "{a:1}",      "{\"a\":1,}", "[1}",   "{\"a\":1]",
          "01",    "+1",      "1.",        ".5",         "1e",         "1e+",   "-",
          "NaN",   "tru",     "\"open",    "\"open\\\"", "1 1",        "{} []", "'a'",
          "[1]]",  "//x",     "<html>"})
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromLatin1(text);
}

void TestJsonSpacer::otherTextIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!respacedJson(text));
}

void TestJsonSpacer::cutTextIsShownAsFarAsItGoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spaced");
    const auto add = [](const char *name, const char *text, const char *spaced) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(spaced);
    };
    add("within an array", "[1,2", "[\n  1,\n  2");
    add("within a string", "{\"a\":\"lon", "{\n  \"a\": \"lon");
    add("within a name", "{\"lon", "{\n  \"lon");
    add("after an escape", "[\"a\\", "[\n  \"a\\");
    add("within a word", "[tru", "[\n  tru");
    add("within a number", "[1.", "[\n  1.");
    add("after a comma", "[1,", "[\n  1,\n  ");
}

void TestJsonSpacer::cutTextIsShownAsFarAsItGoes()
{
    QFETCH(QString, text);
    QFETCH(QString, spaced);
    QVERIFY(!respacedJson(text));
    QCOMPARE(respacedJson(text, true).value_or(QString()), spaced);
    QVERIFY(!respacedJson(QStringLiteral("Hello joe"), true));
}

void TestJsonSpacer::deepNestingIsNoTrouble()
{
    constexpr int Depth = 2000;
    const QString deep = QString(Depth, u'[') + QString(Depth, u']');
    QVERIFY(respacedJson(deep).value_or(QString()).remove(u' ').remove(u'\n') == deep);
}

QTEST_GUILESS_MAIN(TestJsonSpacer)
#include "tst_jsonspacer.moc"
