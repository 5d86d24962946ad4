// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/percent.h"

#include <QTest>

using namespace Core::Http;

class TestPercent final : public QObject
{
    Q_OBJECT

private slots:
    void percentEscapesAreDecodedOnce_data();
    void percentEscapesAreDecodedOnce();
};

void TestPercent::percentEscapesAreDecodedOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("nothing to decode") << QByteArray("a+b") << QByteArray("a+b");
    QTest::newRow("both cases of letters") << QByteArray("%2f%2F") << QByteArray("//");
    QTest::newRow("at the very end") << QByteArray("a%41") << QByteArray("aA");
    QTest::newRow("an escaped percent sign") << QByteArray("%2541") << QByteArray("%41");
    QTest::newRow("one digit is malformed") << QByteArray("%4") << QByteArray();
    QTest::newRow("a lone percent sign is malformed") << QByteArray("a%") << QByteArray();
    QTest::newRow("other letters are malformed") << QByteArray("%4g") << QByteArray();
    QTest::newRow("a NUL is malformed") << QByteArray("%00") << QByteArray();
}

void TestPercent::percentEscapesAreDecodedOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    QCOMPARE(percentDecoded(text).has_value(), !decoded.isEmpty());
    QCOMPARE(percentDecoded(text).value_or(QByteArray()), decoded);
}

QTEST_GUILESS_MAIN(TestPercent)
#include "tst_percent.moc"
