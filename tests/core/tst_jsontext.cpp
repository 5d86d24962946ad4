// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include <QTest>

using namespace Core;

class TestJsonText final : public QObject
{
    Q_OBJECT

private slots:
    void valuesKeepTheirBytes();
    void whatIsNotUtf8IsRefused_data();
    void whatIsNotUtf8IsRefused();
    void namesAreDecoded();
    void duplicatesAreRefusedWhereAsked();
    void faultsAreTold_data();
    void faultsAreTold();
    void everyTruncationIsRefused();
    void valuesAreFoundByPath_data();
    void valuesAreFoundByPath();
    void numbersAreComparedExactly_data();
    void numbersAreComparedExactly();
};

void TestJsonText::valuesKeepTheirBytes()
{
    const QByteArray text = " {\"n\" : 12345678901234567890.0e+7 ,\r\n\"o\":{ \"b\":1,  \"a\":2,"
                            "\"b\":3 },\t\"s\":\"\\u00e9\xc3\xa9\"} ";
    const auto members = jsonObjectMembers(text, Duplicates::RefusedAtTop);
    QVERIFY2(members.has_value(), members ? "" : qPrintable(members.error().sentence));
    QCOMPARE(members->size(), 3);
    QCOMPARE((*members)[0].raw.toByteArray(), QByteArray("12345678901234567890.0e+7"));
    QCOMPARE((*members)[1].raw.toByteArray(), QByteArray("{ \"b\":1,  \"a\":2,\"b\":3 }"));
    QCOMPARE((*members)[2].raw.toByteArray(), QByteArray("\"\\u00e9\xc3\xa9\""));
}

void TestJsonText::whatIsNotUtf8IsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("column"); // 0 for none
    const QString data = QStringLiteral("data");
    QTest::newRow("a byte of Latin-1") << QByteArray("{\"data\":\"a\xe9 b\"}") << data << 11;
    QTest::newRow("behind a character of four bytes")
        << QByteArray("{\"data\":\"\xf0\x9f\x98\x80\xff\"}") << data << 14;
    QTest::newRow("half a character") << QByteArray("{\"data\":\"\xe2\x82\"}") << data << 10;
    QTest::newRow("too long a form") << QByteArray("{\"data\":\"\xc0\xaf\"}") << data << 10;
    QTest::newRow("half a pair") << QByteArray("{\"data\":\"\xed\xa0\x80\"}") << data << 10;
    QTest::newRow("beyond the last character")
        << QByteArray("{\"data\":\"\xf4\x90\x80\x80\"}") << data << 10;
    QTest::newRow("deep within") << QByteArray("{\"data\":[{\"a\":\"\xff\"}]}") << data << 16;
    QTest::newRow("a deep name") << QByteArray("{\"data\":{\"\xff\":1}}") << data << 11;
    QTest::newRow("a name") << QByteArray("{\"data\":1,\"\xff\":1}") << QString() << 12;
    QTest::newRow("none") << QByteArray("{\"data\":\"\xf4\x8f\xbf\xbf\"}") << QString() << 0;
}

void TestJsonText::whatIsNotUtf8IsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    QFETCH(int, column);
    const auto members = jsonObjectMembers(text, Duplicates::RefusedAtTop);
    QCOMPARE(members.has_value(), column == 0);
    if (members)
        return;
    QCOMPARE(members.error().field, field);
    QCOMPARE(members.error().sentence,
             QStringLiteral("A string holds bytes that are not UTF-8 (column %1).").arg(column));
    QVERIFY2(jsonValueAt(text, {QStringLiteral("data")}), "what is kept may be anything");
}

void TestJsonText::namesAreDecoded()
{
    const auto members = jsonObjectMembers("{\"n\\u0061me\":1}", Duplicates::Refused);
    QVERIFY(members.has_value());
    QCOMPARE(members->first().name, QStringLiteral("name"));
}

void TestJsonText::duplicatesAreRefusedWhereAsked()
{
    const QByteArray nested = "{\"a\":{\"b\":1,\"b\":2}}";
    QVERIFY(jsonObjectMembers(nested, Duplicates::RefusedAtTop).has_value());
    QVERIFY(!jsonObjectMembers(nested, Duplicates::Refused).has_value());
    const auto top = jsonObjectMembers("{\"name\":1,\"n\\u0061me\":2}", Duplicates::RefusedAtTop);
    QVERIFY(!top.has_value());
    QVERIFY(top.error().sentence.contains(QStringLiteral("\"name\"")));
}

void TestJsonText::faultsAreTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a form") << QByteArray("name=joe");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("a trailing comma") << QByteArray("{\"a\":1,}");
    QTest::newRow("single quotes") << QByteArray("{'a':1}");
    QTest::newRow("no colon") << QByteArray("{\"a\" 1}");
    QTest::newRow("no value") << QByteArray("{\"a\":}");
    QTest::newRow("two objects") << QByteArray("{}{}");
    QTest::newRow("a leading zero") << QByteArray("{\"a\":01}");
    QTest::newRow("a plus sign") << QByteArray("{\"a\":+1}");
    QTest::newRow("a bare point") << QByteArray("{\"a\":1.}");
    QTest::newRow("a bare exponent") << QByteArray("{\"a\":1e}");
    QTest::newRow("a line feed in a string") << QByteArray("{\"a\":\"\n\"}");
    QTest::newRow("an unknown escape") << QByteArray("{\"a\":\"\\x\"}");
    QTest::newRow("half an escape") << QByteArray("{\"a\":\"\\u12\"}");
    QTest::newRow("NaN") << QByteArray("{\"a\":NaN}");
    QTest::newRow("a comment") << QByteArray("{/**/}");
    QTest::newRow("a NUL byte") << QByteArray("{\"a\":1}\0", 8);
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("65 levels") << "{\"a\":" + QByteArray(65, '[') + QByteArray(65, ']') + '}';
}

void TestJsonText::faultsAreTold()
{
    QFETCH(QByteArray, text);
    const auto members = jsonObjectMembers(text, Duplicates::RefusedAtTop);
    QVERIFY(!members.has_value());
    const bool isOneLine = !text.contains('\n');
    QVERIFY2(members.error().sentence.contains(isOneLine ? QStringLiteral(" (column ")
                                                         : QStringLiteral(" (line 1, column ")),
             qPrintable(members.error().sentence));
    const auto onLineTwo = jsonObjectMembers('\n' + text, Duplicates::RefusedAtTop);
    QVERIFY(!onLineTwo.has_value());
    QVERIFY2(onLineTwo.error().sentence.contains(QStringLiteral("(line 2, column ")),
             qPrintable(onLineTwo.error().sentence));
}

void TestJsonText::everyTruncationIsRefused()
{
    const QByteArray text = "{\"a\":[1,-2.5e3,true,false,null,\"x\\n\\u0020\"],\"b\":{}}";
    QVERIFY(jsonObjectMembers(text, Duplicates::Refused).has_value());
    for (qsizetype size = 0; size < text.size(); ++size)
        QVERIFY2(!jsonObjectMembers(text.left(size), Duplicates::Refused),
                 text.left(size).constData());
}

void TestJsonText::valuesAreFoundByPath_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *text, const char *path, const char *value) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(path).split(u'/')
                            << (value ? QByteArray(value) : QByteArray());
    };
    row("a member", R"({"a":1,"b": 12345678901234567890.0 })", "b", "12345678901234567890.0");
    row("a member of a member", R"({"x":{"b":1},"a":{"b":{ "c":2}}})", "a/b", R"({ "c":2})");
    row("an element", R"({"a":[1,{"b":"x,y"},3]})", "a/2", "3");
    row("a member of an element", R"([0,{"b":"x\"y"}])", "1/b", R"("x\"y")");
    row("the first of two members", R"({"a":1,"a":2})", "a", "1");
    row("an escaped name", R"({"\u0061":true})", "a", "true");
    row("an empty name", R"({"":null})", "", "null");
    row("what stands before a cut", R"({"a":1,"b":[)", "a", "1");
    row("a member that is not there", R"({"a":1})", "b", nullptr);
    row("a member of a number", R"({"a":1})", "a/b", nullptr);
    row("an element past the end", "[1,2]", "2", nullptr);
    row("an element of nothing", "[ ]", "0", nullptr);
    row("an element by a word", "[1]", "first", nullptr);
    row("an element by another spelling", "[1,2]", "01", nullptr);
    row("an element before the first", "[1]", "-1", nullptr);
    row("a value that is cut", R"({"a":"x)", "a", nullptr);
    row("a value behind a cut", R"({"b":[1,"a":1)", "a", nullptr);
    row("no JSON", "a=1", "a", nullptr);
    row("nothing", "", "a", nullptr);
}

void TestJsonText::valuesAreFoundByPath()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, path);
    QFETCH(QByteArray, value);
    const auto found = jsonValueAt(text, path);
    QCOMPARE(found.has_value(), !value.isNull());
    QCOMPARE(found.value_or(QByteArrayView()).toByteArray(), value);
    QCOMPARE(jsonValueText(R"("a\u00e9\n")"), QStringLiteral("aé\n"));
    QCOMPARE(jsonValueText("1.50"), QStringLiteral("1.50"));
}

void TestJsonText::numbersAreComparedExactly_data()
{
    QTest::addColumn<QByteArray>("small");
    QTest::addColumn<QByteArray>("large"); ///< or the same, when the order is equal
    QTest::addColumn<bool>("isEqual");
    const auto row = [](const char *name, const char *small, const char *large, bool isEqual) {
        QTest::newRow(name) << QByteArray(small) << QByteArray(large) << isEqual;
    };
    row("digits", "9", "10", false);
    row("beyond a double", "12345678901234567890", "12345678901234567891", false);
    row("beyond a double behind the point", "0.1000000000000000000001", "0.1000000000000000000002",
        false);
    row("negative ones", "-10", "-9", false);
    row("across zero", "-1", "1e-400", false);
    row("below zero", "-1e-400", "0", false);
    row("exponents beyond a double", "1e400", "1e401", false);
    row("exponents beyond a number", "1e-99999999999999999999", "1e99999999999999999999", false);
    row("an exponent and digits", "1.2e3", "1200.0", true);
    row("small ones", "0.0012", "12e-4", true);
    row("zeros", "0", "-0.00e7", true);
    row("a prefix", "1.2", "1.23", false);
}

void TestJsonText::numbersAreComparedExactly()
{
    QFETCH(QByteArray, small);
    QFETCH(QByteArray, large);
    QFETCH(bool, isEqual);
    QVERIFY(isJsonNumber(small) && isJsonNumber(large));
    QVERIFY(!isJsonNumber(small + 'x') && !isJsonNumber("+1") && !isJsonNumber("01"));
    QCOMPARE(compareJsonNumbers(small, large) < 0, !isEqual);
    QCOMPARE(compareJsonNumbers(large, small) > 0, !isEqual);
    QCOMPARE(compareJsonNumbers(small, large) == 0, isEqual);
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
