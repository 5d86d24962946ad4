// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/oneshotbody.h"

#include <QBuffer>
#include <QTest>

using namespace Core;

class TestOneShotBody final : public QObject
{
    Q_OBJECT

private slots:
    void isReadToItsEnd();
    void mayBeWoundBackUntilItIsRead();
    void cannotBeWoundBackOnceRead();
    void cannotBeWoundBackWhenEmpty();
    void looksToQtLikeAFile();
};

void TestOneShotBody::isReadToItsEnd()
{
    OneShotBody body(QByteArray(20'000, 'x') + "end");
    QCOMPARE(body.size(), 20'003);
    QCOMPARE(body.read(20'000), QByteArray(20'000, 'x'));
    QVERIFY(!body.atEnd());
    QCOMPARE(body.read(100), "end");
    QVERIFY(body.atEnd());
    QCOMPARE(body.read(100), "");
}

void TestOneShotBody::mayBeWoundBackUntilItIsRead()
{
    OneShotBody body("hello");
    QVERIFY(!body.takenAt());
    QVERIFY(body.reset());
    QCOMPARE(body.readAll(), "hello");
    QVERIFY(body.takenAt());
}

void TestOneShotBody::cannotBeWoundBackOnceRead()
{
    OneShotBody body("hello");
    QCOMPARE(body.read(1), "h");
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QCOMPARE(body.readAll(), "ello");
}

void TestOneShotBody::cannotBeWoundBackWhenEmpty()
{
    OneShotBody body({});
    QVERIFY(!body.reset());
    QVERIFY(body.atEnd());
}

void TestOneShotBody::looksToQtLikeAFile()
{
    OneShotBody body("hello");
    // A sequential device is copied, and a buffer is wound back, both behind our back.
    QVERIFY(!body.isSequential());
    QVERIFY(!qobject_cast<QBuffer *>(&body));
    QVERIFY(body.write("x") < 0);
}

QTEST_GUILESS_MAIN(TestOneShotBody)
#include "tst_oneshotbody.moc"
