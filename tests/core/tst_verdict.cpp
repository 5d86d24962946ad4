// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/verdict.h"
#include "core/model/schedule.h"

#include <QScopeGuard>
#include <QTest>

#include <ctime>
#include <limits>

using namespace Core;

namespace {

// 2026-01-01T00:00:00Z
constexpr Time Now{Milliseconds{1'767'225'600'000}};

Report answered(int status, const HeaderList &headers = {})
{
    Report report;
    report.status = status;
    report.responseHeaders = headers;
    return report;
}

Report failed(Failure failure)
{
    Report report;
    report.failure = failure;
    return report;
}

} // namespace

class TestVerdict final : public QObject
{
    Q_OBJECT

private slots:
    void everyStatusHasItsClass();
    void failures_data();
    void failures();
    void whatWeBrokeOffIsInterrupted();
    void onlyGonePausesTheDestination();
    void tooManyRequestsHoldsTheLane();
    void statusesInRetryOnAreTriedAgain();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
    void noZoneOfOursChangesADate();
    void theScheduleIsThatOfTheReadme();
    void pausesSpreadByTwentyPerCent();
    void theDryRunAddsUpTheSchedule();
    void retryAfterLengthensAndNeverShortens();
};

void TestVerdict::everyStatusHasItsClass()
{
    for (int status = 0; status <= 1'100; ++status) {
        const Verdict verdict = judge(answered(status), {}, Now);
        // Below 200 nothing has been answered yet, or at all.
        const AttemptOutcome expected = status < 200 ? AttemptOutcome::Temporary
            : status < 300                           ? AttemptOutcome::Delivered
            : status < 500                           ? AttemptOutcome::Failed
                                                     : AttemptOutcome::Temporary;
        QVERIFY2(verdict.outcome == expected, qPrintable(QString::number(status)));
        QVERIFY2(verdict.isCharged, qPrintable(QString::number(status)));
    }
    for (const int status : {-1, 9'999, 65'536, std::numeric_limits<int>::max()})
        QVERIFY(judge(answered(status), {}, Now).outcome == AttemptOutcome::Temporary);
}

void TestVerdict::failures_data()
{
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<bool>("isCharged");
    const auto again = AttemptOutcome::Temporary;
    QTest::newRow("a name that is not found is tried again")
        << Failure::NameNotFound << again << true;
    QTest::newRow("a resolver that fails is tried again") << Failure::LookUpFailed << again << true;
    QTest::newRow("a refused connection is tried again")
        << Failure::ConnectionRefused << again << true;
    QTest::newRow("no route is tried again") << Failure::Unreachable << again << true;
    QTest::newRow("a reset is tried again") << Failure::ConnectionReset << again << true;
    QTest::newRow("a silent close is tried again") << Failure::ClosedWithoutAnswer << again << true;
    QTest::newRow("a time-out is tried again") << Failure::TimedOut << again << true;
    QTest::newRow("something that is not HTTP is tried again") << Failure::NotHttp << again << true;
    QTest::newRow("a bad certificate fails at once")
        << Failure::TlsFailed << AttemptOutcome::Failed << true;
    QTest::newRow("an address that is not allowed fails at once")
        << Failure::AddressRefused << AttemptOutcome::Failed << true;
    QTest::newRow("our own fault is not charged") << Failure::NotSent << again << false;
}

void TestVerdict::failures()
{
    QFETCH(Failure, failure);
    QFETCH(AttemptOutcome, outcome);
    QFETCH(bool, isCharged);
    const Verdict verdict = judge(failed(failure), {}, Now);
    QVERIFY(verdict.outcome == outcome);
    QCOMPARE(verdict.isCharged, isCharged);
    QVERIFY(!verdict.pausesDestination);
}

void TestVerdict::whatWeBrokeOffIsInterrupted()
{
    Report report;
    report.isBrokenOff = true;
    const Verdict verdict = judge(report, {}, Now);
    QVERIFY(verdict.outcome == AttemptOutcome::Interrupted);
    QVERIFY(!verdict.isCharged);
}

void TestVerdict::onlyGonePausesTheDestination()
{
    for (int status = 0; status <= 1'100; ++status)
        QCOMPARE(judge(answered(status), {}, Now).pausesDestination, status == 410);
}

void TestVerdict::tooManyRequestsHoldsTheLane()
{
    const Verdict verdict = judge(answered(429, {{"Retry-After", "7"}}), {}, Now);
    QVERIFY(verdict.outcome == AttemptOutcome::Failed);
    QVERIFY(verdict.holdsLane);
    QVERIFY(verdict.retryAfter == Milliseconds{7000});
    QVERIFY(!judge(answered(429), {}, Now).holdsLane);
    QVERIFY(!judge(answered(503, {{"Retry-After", "7"}}), {}, Now).holdsLane);
    QVERIFY(!judge(answered(404, {{"Retry-After", "7"}}), {}, Now).holdsLane);
}

void TestVerdict::statusesInRetryOnAreTriedAgain()
{
    const QList<int> asked{408, 429};
    QVERIFY(judge(answered(408), asked, Now).outcome == AttemptOutcome::Temporary);
    QVERIFY(judge(answered(429), asked, Now).outcome == AttemptOutcome::Temporary);
    QVERIFY(judge(answered(425), asked, Now).outcome == AttemptOutcome::Failed);
}

void TestVerdict::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1 for none
    QTest::newRow("seconds") << QByteArray("120") << qint64{120'000};
    QTest::newRow("zero") << QByteArray("0") << qint64{0};
    QTest::newRow("a negative number is none") << QByteArray("-1") << qint64{-1};
    QTest::newRow("a fraction is none") << QByteArray("7.5") << qint64{-1};
    QTest::newRow("a power of ten is none") << QByteArray("1e9") << qint64{-1};
    QTest::newRow("a word is none") << QByteArray("NaN") << qint64{-1};
    QTest::newRow("nothing is none") << QByteArray() << qint64{-1};
    QTest::newRow("more than a day is a day") << QByteArray("1000000000") << qint64{86'400'000};
    QTest::newRow("400 digits are a day") << QByteArray(400, '9') << qint64{86'400'000};
    QTest::newRow("a date") << QByteArray("Thu, 01 Jan 2026 00:02:00 GMT") << qint64{120'000};
    QTest::newRow("a date as in RFC 850")
        << QByteArray("Thursday, 01-Jan-26 00:02:00 GMT") << qint64{120'000};
    QTest::newRow("a year of two digits that is over")
        << QByteArray("Friday, 01-Jan-99 00:02:00 GMT") << qint64{0};
    QTest::newRow("a year of two digits that is not")
        << QByteArray("Friday, 01-Jan-76 00:02:00 GMT") << qint64{86'400'000};
    QTest::newRow("a date as of asctime")
        << QByteArray("Thu Jan  1 00:02:00 2026") << qint64{120'000};
    QTest::newRow("a leap second")
        << QByteArray("Thu, 01 Jan 2026 00:01:60 GMT") << qint64{120'000};
    QTest::newRow("a day that is none is none")
        << QByteArray("Mon, 30 Feb 2026 00:02:00 GMT") << qint64{-1};
    QTest::newRow("an hour that is none is none")
        << QByteArray("Thu, 01 Jan 2026 24:02:00 GMT") << qint64{-1};
    QTest::newRow("a month that is none is none")
        << QByteArray("Thu, 01 Jen 2026 00:02:00 GMT") << qint64{-1};
    QTest::newRow("another zone is none")
        << QByteArray("Thu, 01 Jan 2026 00:02:00 CET") << qint64{-1};
    QTest::newRow("the longer of two") << QByteArray("5, 10") << qint64{10'000};
    QTest::newRow("the longer of two, wherever it stands") << QByteArray("10, 5") << qint64{10'000};
    QTest::newRow("the longer of two dates")
        << QByteArray("Thu, 01 Jan 2026 00:02:00 GMT, Thu, 01 Jan 2026 00:01:00 GMT")
        << qint64{120'000};
    QTest::newRow("the longer of a number and a date")
        << QByteArray("7, Thu, 01 Jan 2026 00:02:00 GMT") << qint64{120'000};
    QTest::newRow("what can be read of two") << QByteArray("soon, 5") << qint64{5'000};
    QTest::newRow("a date that is over")
        << QByteArray("Wed, 31 Dec 2025 00:00:00 GMT") << qint64{0};
    QTest::newRow("a date far away is a day")
        << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << qint64{86'400'000};
}

void TestVerdict::retryAfterIsRead()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto pause = retryAfter({{"retry-after", text}}, Now);
    QCOMPARE(pause.value_or(Milliseconds{-1}).count(), milliseconds);
}

void TestVerdict::noZoneOfOursChangesADate()
{
    // In the night in which this zone leaves out an hour.
    const QByteArray before = qgetenv("TZ");
    const auto restore = qScopeGuard([&before] {
        if (before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", before);
        tzset();
    });
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const Time evening{std::chrono::sys_days(std::chrono::year{2026} / 3 / 29)
                       + std::chrono::minutes{150}};
    QCOMPARE(retryAfter({{"Retry-After", "Sun, 29 Mar 2026 02:30:30 GMT"}}, evening),
             std::optional(Milliseconds{30'000}));
}

void TestVerdict::theScheduleIsThatOfTheReadme()
{
    const QList<qint64> seconds{5, 30, 300, 1800, 7200, 18000, 36000, 36000};
    for (int number = 1; number <= seconds.size(); ++number) {
        const auto pause = pauseAfter(number, defaultSchedule(), std::nullopt, 0.5);
        QVERIFY(pause.has_value());
        QCOMPARE(pause->count(), seconds[number - 1] * 1000);
    }
    QVERIFY(!pauseAfter(9, defaultSchedule(), std::nullopt, 0.5));
    QVERIFY(!pauseAfter(1, {}, std::nullopt, 0.5));
}

void TestVerdict::pausesSpreadByTwentyPerCent()
{
    const std::vector<Milliseconds> schedule{Milliseconds{1000}};
    QCOMPARE(pauseAfter(1, schedule, std::nullopt, 0.0)->count(), 800);
    QCOMPARE(pauseAfter(1, schedule, std::nullopt, 0.5)->count(), 1000);
    QVERIFY(pauseAfter(1, schedule, std::nullopt, 0.9999)->count() <= 1200);
    QVERIFY(pauseAfter(1, schedule, std::nullopt, 0.9999)->count() > 1190);
}

void TestVerdict::theDryRunAddsUpTheSchedule()
{
    const std::vector<PlannedAttempt> none = plannedAttempts({});
    QCOMPARE(none.size(), std::size_t{1});
    QVERIFY(none.front() == PlannedAttempt{});
    const std::vector<PlannedAttempt> attempts
        = plannedAttempts({Milliseconds{5'000}, Milliseconds{30'000}});
    QCOMPARE(attempts.size(), std::size_t{3});
    QVERIFY(attempts.at(1)
            == (PlannedAttempt{2, Milliseconds{4'000}, Milliseconds{5'000}, Milliseconds{6'000}}));
    QVERIFY(
        attempts.at(2)
        == (PlannedAttempt{3, Milliseconds{28'000}, Milliseconds{35'000}, Milliseconds{42'000}}));
    QCOMPARE(plannedAttempts(defaultSchedule()).back().planned.count(), qint64{99'335'000});
}

void TestVerdict::retryAfterLengthensAndNeverShortens()
{
    const std::vector<Milliseconds> schedule{Milliseconds{1000}};
    QCOMPARE(pauseAfter(1, schedule, Milliseconds{5000}, 0.5)->count(), 5000);
    QCOMPARE(pauseAfter(1, schedule, Milliseconds{10}, 0.5)->count(), 1000);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
