// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crashpoint.h"

#include <QSet>
#include <QTest>

using namespace Core;

class TestCrashPoint final : public QObject
{
    Q_OBJECT

private slots:
    void countsTheBusiestThread();
    void strikesWhatBringsAFileToItsName();
    void offersEveryPointOnce();
    void beginsWithOneOfEachKind();
    void strikesOnceOrFromThenOn();
};

void TestCrashPoint::countsTheBusiestThread()
{
    const auto counts = countCalls("10 pwrite64(5, \"a\", 1, 0) = 1\n"
                                   "11 pwrite64(5, \"a\", 1, 0 <unfinished ...>\n"
                                   "10 write(1, \"x\", 1)    = 1\n"
                                   "11 <... pwrite64 resumed>) = 1\n"
                                   "11 pwrite64(5, \"fsync(\", 6, 0) = 6\n"
                                   "10 read(1, \"x\", 1) = 1\n"
                                   "10 +++ exited with 0 +++\n");
    QCOMPARE(counts, (QHash<QByteArray, int>{{"pwrite64", 2}, {"write", 1}}));
}

void TestCrashPoint::strikesWhatBringsAFileToItsName()
{
    const auto counts = countCalls("10 rename(\"a\", \"b\") = 0\n"
                                   "10 renameat2(AT_FDCWD, \"a\", AT_FDCWD, \"b\", 0) = 0\n"
                                   "10 unlink(\"b\") = 0\n");
    QCOMPARE(counts, (QHash<QByteArray, int>{{"rename", 1}, {"renameat2", 1}, {"unlink", 1}}));
    QRandomGenerator random(1);
    QSet<QString> errors;
    for (const CrashPoint &point : allPoints(counts, random))
        errors.insert(QString::fromLatin1(point.call + ' ' + point.error));
    for (const char *call : {"rename", "renameat2", "unlink"}) {
        for (const char *error : {"", "EIO", "ENOSPC", "EINTR"})
            QVERIFY2(errors.contains(
                         QStringLiteral("%1 %2").arg(QLatin1String(call), QLatin1String(error))),
                     call);
    }
}

void TestCrashPoint::offersEveryPointOnce()
{
    QRandomGenerator random(1);
    const QList<CrashPoint> points = allPoints({{"unlink", 3}, {"fdatasync", 2}}, random);
    QSet<QString> distinct;
    for (const CrashPoint &point : points)
        distinct.insert(toString(point));
    QCOMPARE(points.size(), 30);
    QCOMPARE(distinct.size(), 30);
    QVERIFY(distinct.contains(QStringLiteral("killed at unlink number 3")));
    QVERIFY(distinct.contains(QStringLiteral("EIO at fdatasync number 2")));
    QVERIFY(distinct.contains(QStringLiteral("ENOSPC from fdatasync number 1 on")));
    QVERIFY(distinct.contains(QStringLiteral("EINTR at unlink number 1")));
    QVERIFY2(!distinct.contains(QStringLiteral("EINTR from unlink number 1 on")),
             "no signal comes for ever");
}

void TestCrashPoint::beginsWithOneOfEachKind()
{
    QRandomGenerator random(1);
    QSet<QByteArray> calls;
    const auto points = allPoints({{"write", 1000}, {"unlink", 2}, {"sendto", 50}}, random);
    for (const CrashPoint &point : points.mid(0, 3))
        calls.insert(point.call);
    QCOMPARE(calls.size(), 3);
}

void TestCrashPoint::strikesOnceOrFromThenOn()
{
    using Blow = CrashPoint::Blow;
    QCOMPARE(launcherFor({Blow::Kill, "write", 7, {}}).constLast(),
             QStringLiteral("inject=write:signal=SIGKILL:when=7"));
    QCOMPARE(launcherFor({Blow::FailOnce, "pwrite64", 7, "EIO"}).constLast(),
             QStringLiteral("inject=pwrite64:error=EIO:when=7"));
    QCOMPARE(launcherFor({Blow::FailFromThenOn, "pwrite64", 7, "EIO"}).constLast(),
             QStringLiteral("inject=pwrite64:error=EIO:when=7+"));
}

QTEST_GUILESS_MAIN(TestCrashPoint)
#include "tst_crashpoint.moc"
