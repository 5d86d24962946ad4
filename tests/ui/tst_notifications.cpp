// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/notifier.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/presencedesk.h"
#include "ui/facts.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::Notification;
using Gui::NotificationGroups;
using Gui::NotificationKind;
using Gui::Preferences;
using Testing::destination;
using Testing::failing;

namespace {

DestinationStatus failingTimes(int failures)
{
    DestinationStatus status = failing(1, QStringLiteral("orders"));
    status.failuresInARow = failures;
    return status;
}

DestinationStatus pausedFor(const QString &reason)
{
    DestinationStatus status = failingTimes(3);
    status.destination.state = DestinationState::Paused;
    status.destination.pauseReason = reason;
    return status;
}

Gui::NotificationSubject bin(QStringView name)
{
    return {name.toString(), {}};
}

Core::Time second(int seconds)
{
    return Core::Time{std::chrono::seconds{seconds}};
}

} // namespace

/// What is told while nobody looks.
class TestNotifications final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void whatHappenedIsWorthTelling_data();
    void whatHappenedIsWorthTelling();
    void oneAMinuteOfAKind();
    void whatIsNoLongerTrueIsNotTold();
    void silencedKindsAndFocusTellNothing();
    void destinationsOfOneNameAreApart();
    void binsTellOnlyWhileTheWindowIsHidden();
};

void TestNotifications::whatHappenedIsWorthTelling_data()
{
    using Kind = std::optional<NotificationKind>;
    QTest::addColumn<std::optional<DestinationStatus>>("before");
    QTest::addColumn<DestinationStatus>("after");
    QTest::addColumn<Kind>("kind");
    using Before = std::optional<DestinationStatus>;
    const DestinationStatus good = destination(1, QStringLiteral("orders"));
    DestinationStatus first = failing(1, QStringLiteral("orders"));
    first.recent = {AttemptOutcome::Temporary};
    QTest::newRow("a failure after successes")
        << Before(good) << failing(1, QStringLiteral("orders"))
        << Kind(NotificationKind::FirstFailure);
    QTest::newRow("a further failure")
        << Before(failing(1, QStringLiteral("orders"))) << failingTimes(2) << Kind();
    QTest::newRow("a success after failures")
        << Before(failingTimes(2)) << good << Kind(NotificationKind::Recovery);
    QTest::newRow("a further success") << Before(good) << good << Kind();
    QTest::newRow("the first attempt of all fails")
        << Before() << first << Kind(NotificationKind::FirstFailure);
    QTest::newRow("failures of the last run") << Before() << failingTimes(4) << Kind();
    QTest::newRow("a pause with a reason")
        << Before(failingTimes(2)) << pausedFor(QStringLiteral("410"))
        << Kind(NotificationKind::AutomaticPause);
    QTest::newRow("a pause by a person") << Before(failingTimes(2)) << pausedFor({}) << Kind();
    QTest::newRow("a pause at the first failure is told as a pause")
        << Before(good) << pausedFor(QStringLiteral("410"))
        << Kind(NotificationKind::AutomaticPause);
    QTest::newRow("a pause of the last run")
        << Before() << pausedFor(QStringLiteral("410")) << Kind();
}

void TestNotifications::whatHappenedIsWorthTelling()
{
    QFETCH(std::optional<DestinationStatus>, before);
    QFETCH(DestinationStatus, after);
    QFETCH(std::optional<NotificationKind>, kind);
    QVERIFY(Gui::happeningOf(before ? &*before : nullptr, after) == kind);
}

void TestNotifications::oneAMinuteOfAKind()
{
    NotificationGroups groups;
    QVERIFY(!groups.nextAt());
    groups.add(NotificationKind::FirstFailure, bin(u"a"));
    QCOMPARE(groups.takeDue(second(0)),
             (QList<Notification>{{NotificationKind::FirstFailure, {bin(u"a")}}}));
    groups.add(NotificationKind::FirstFailure, bin(u"b"));
    groups.add(NotificationKind::FirstFailure, bin(u"c"));
    groups.add(NotificationKind::FirstFailure, bin(u"b"));
    groups.add(NotificationKind::Recovery, bin(u"a"));
    QCOMPARE(groups.takeDue(second(10)),
             (QList<Notification>{{NotificationKind::Recovery, {bin(u"a")}}}));
    QVERIFY(groups.nextAt() == second(60));
    QVERIFY(groups.takeDue(second(59)).isEmpty());
    QCOMPARE(groups.takeDue(second(60)),
             (QList<Notification>{{NotificationKind::FirstFailure, {bin(u"b"), bin(u"c")}}}));
    groups.add(NotificationKind::FirstFailure, bin(u"d"));
    QCOMPARE(groups.takeDue(second(5)).size(), 1); // the clock was set back
}

void TestNotifications::whatIsNoLongerTrueIsNotTold()
{
    NotificationGroups groups;
    groups.add(NotificationKind::FirstFailure, bin(u"a"));
    groups.takeDue(second(0));
    groups.add(NotificationKind::FirstFailure, bin(u"b"));
    groups.forget(NotificationKind::FirstFailure, bin(u"b"));
    QVERIFY(groups.takeDue(second(100)).isEmpty());
    QVERIFY(!groups.nextAt());
}

void TestNotifications::silencedKindsAndFocusTellNothing()
{
    auto *const notifier = child<Gui::Notifier>();
    const QSignalSpy told(notifier, &Gui::Notifier::notified);
    notifier->setFocused(true);
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    notifier->setFocused(false);
    Preferences preferences;
    preferences.silenced = {NotificationKind::Recovery};
    child<Gui::PreferencesDesk>()->setPreferences(preferences);
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    QCOMPARE(told.size(), 0);
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    QCOMPARE(told.size(), 1);
}

void TestNotifications::destinationsOfOneNameAreApart()
{
    auto *const notifier = child<Gui::Notifier>();
    DestinationStatus twin = failing(2, QStringLiteral("billing"));
    twin.destination.name = QStringLiteral("orders");
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders")), twin});
    notifier->setFocused(false);
    const QSignalSpy told(notifier, &Gui::Notifier::notified);
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    QCOMPARE(told.size(), 1);
    const auto message = told.at(0).at(0).value<Gui::NotificationMessage>();
    QVERIFY(message.failure == AttemptId{1});
    QVERIFY(message.pausable == DestinationId{1});
    NotificationGroups groups;
    groups.add(NotificationKind::FirstFailure, {QStringLiteral("orders"), DestinationId{1}});
    groups.add(NotificationKind::FirstFailure, {QStringLiteral("orders"), DestinationId{2}});
    groups.forget(NotificationKind::FirstFailure, {QStringLiteral("renamed"), DestinationId{1}});
    QVERIFY(groups.takeDue(second(0)).value(0).subjects.value(0).destination == DestinationId{2});
}

void TestNotifications::binsTellOnlyWhileTheWindowIsHidden()
{
    auto *const notifier = child<Gui::Notifier>();
    notifier->setFocused(false);
    const QSignalSpy told(notifier, &Gui::Notifier::notified);
    emit m_window->facts().capturesRecorded({Testing::capture(1)});
    QCOMPARE(told.size(), 0);
    child<Gui::PresenceDesk>()->hideWindow();
    emit m_window->facts().capturesRecorded({Testing::capture(2)});
    emit m_window->facts().capturesRecorded({Testing::capture(3)});
    QCOMPARE(told.size(), 1);
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
