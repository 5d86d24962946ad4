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
    void namesAreDecoded();
    void duplicatesAreRefusedWhereAsked();
    void faultsAreTold_data();
    void faultsAreTold();
    void everyTruncationIsRefused();
};

void TestJsonText::valuesKeepTheirBytes()
{
    const QByteArray text = " {\"n\" : 12345678901234567890.0e+7 ,\r\n\"o\":{ \"b\":1,  \"a\":2,"
                            "\"b\":3 },\t\"s\":\"\\u00e9\xff\xfe\"} ";
    const auto members = jsonObjectMembers(text, Duplicates::RefusedAtTop);
    QVERIFY2(members.has_value(), members ? "" : qPrintable(members.error().sentence));
    QCOMPARE(members->size(), 3);
    QCOMPARE((*members)[0].raw.toByteArray(), QByteArray("12345678901234567890.0e+7"));
    QCOMPARE((*members)[1].raw.toByteArray(), QByteArray("{ \"b\":1,  \"a\":2,\"b\":3 }"));
    QCOMPARE((*members)[2].raw.toByteArray(), QByteArray("\"\\u00e9\xff\xfe\""));
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
    QVERIFY2(members.error().sentence.contains(QStringLiteral("(line 1, column ")),
             qPrintable(members.error().sentence));
}

void TestJsonText::everyTruncationIsRefused()
{
    const QByteArray text = "{\"a\":[1,-2.5e3,true,false,null,\"x\\n\\u0020\"],\"b\":{}}";
    QVERIFY(jsonObjectMembers(text, Duplicates::Refused).has_value());
    for (qsizetype size = 0; size < text.size(); ++size)
        QVERIFY2(!jsonObjectMembers(text.left(size), Duplicates::Refused),
                 text.left(size).constData());
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
