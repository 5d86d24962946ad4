// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logkey.h"

#include <QTest>

#include <algorithm>
#include <unordered_set>

using namespace Core;

/// The one number by which rows of the log are named.
class TestLogKey final : public QObject
{
    Q_OBJECT

private slots:
    void aKeyKnowsWhatItNames();
    void noRowHasNoKey();
    void keysSortAsTheirRowsWereWritten();
    void keysOfBothKindsDiffer();
};

void TestLogKey::aKeyKnowsWhatItNames()
{
    const LogKey attempt = LogKey::of(AttemptId{7});
    QCOMPARE(attempt.value, 14);
    QVERIFY(!attempt.isCapture());
    QCOMPARE(attempt.attempt().value, 7);
    QVERIFY(attempt.capture().isNull());
    const LogKey capture = LogKey::of(CaptureId{7});
    QCOMPARE(capture.value, 15);
    QVERIFY(capture.isCapture());
    QCOMPARE(capture.capture().value, 7);
    QVERIFY(capture.attempt().isNull());
}

void TestLogKey::noRowHasNoKey()
{
    QVERIFY(LogKey().isNull());
    QVERIFY(LogKey::of(AttemptId()).isNull());
    QVERIFY(LogKey::of(CaptureId()).isNull());
    QVERIFY(LogKey().attempt().isNull() && LogKey().capture().isNull());
    QVERIFY(!LogKey::of(AttemptId{1}).isNull() && !LogKey::of(CaptureId{1}).isNull());
}

void TestLogKey::keysSortAsTheirRowsWereWritten()
{
    const QList<LogKey> written{LogKey::of(AttemptId{1}), LogKey::of(CaptureId{2}),
                                LogKey::of(CaptureId{3}), LogKey::of(AttemptId{4})};
    QVERIFY(std::is_sorted(written.begin(), written.end()));
}

/// A history from before both were counted together has both under the same number.
void TestLogKey::keysOfBothKindsDiffer()
{
    const std::unordered_set<LogKey> keys{LogKey::of(AttemptId{3}), LogKey::of(CaptureId{3}),
                                          LogKey::of(AttemptId{4}), LogKey::of(AttemptId{3})};
    QCOMPARE(keys.size(), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestLogKey)
#include "tst_logkey.moc"
