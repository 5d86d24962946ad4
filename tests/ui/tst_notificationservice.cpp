// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/notificationdesktop.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/notificationservice.h"
#include "ui/desk/notifier.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/traydesk.h"
#include "ui/facts.h"
#include "ui/log/logview.h"
#include "ui/requests.h"

#include <QDBusArgument>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::NotificationMessage;
using Gui::NotificationService;
using Testing::attempt;
using Testing::destination;
using Testing::failing;

/// Notifications of the desktop, on a bus of their own.
class TestNotificationService final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNotificationHasButtonsAndAPicture();
    void severalThatFailCannotBePausedInOne();
    void namesBecomeNoMarkup_data();
    void namesBecomeNoMarkup();
    void aClickLeadsToWhatWasClicked();
    void pausingPausesTheOneThatIsNamed();
    void othersNotificationsMeanNothing();
    void anotherServiceCountsAnew();
    void withoutAServiceTheTrayTells();
    void withoutABusTheTrayTells();

private:
    void tell(const QList<DestinationStatus> &destinations);
    void showFailures();

    std::unique_ptr<Testing::NotificationDesktop> m_desktop;
    NotificationService *m_service = nullptr;
};

void TestNotificationService::init()
{
    WindowSuite::init();
    m_desktop = std::make_unique<Testing::NotificationDesktop>();
    QVERIFY2(m_desktop->client().isConnected(), "dbus-daemon does not start");
    QVERIFY(m_desktop->startService());
    m_service = child<NotificationService>();
    m_service->setBus(m_desktop->client());
}

void TestNotificationService::cleanup()
{
    WindowSuite::cleanup();
    m_desktop.reset();
}

/// To somebody who looks elsewhere.
void TestNotificationService::tell(const QList<DestinationStatus> &destinations)
{
    child<Gui::PresenceDesk>()->hideWindow();
    child<Gui::Notifier>()->setFocused(false);
    emit m_window->facts().destinationsChanged(destinations);
}

/// One destination that fails, and later another thing that is told.
void TestNotificationService::showFailures()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Temporary, 503),
                                             attempt(2, AttemptOutcome::Temporary, 503),
                                             attempt(3, AttemptOutcome::Delivered, 200)});
    tell({failing(1, QStringLiteral("orders"))});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    tell({destination(1, QStringLiteral("orders"))});
    QTRY_COMPARE(m_desktop->shown.size(), 2);
}

void TestNotificationService::aNotificationHasButtonsAndAPicture()
{
    showThree();
    tell({failing(1, QStringLiteral("orders"))});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    const auto &shown = m_desktop->shown.first();
    QCOMPARE(shown.title, QStringLiteral("1 destination(s) failing"));
    QCOMPARE(shown.text, QStringLiteral("orders: 503 Service Unavailable"));
    QCOMPARE(
        shown.actions,
        (QStringList{QStringLiteral("default"), QStringLiteral("Open"), QStringLiteral("open"),
                     QStringLiteral("Open"), QStringLiteral("pause"), QStringLiteral("Pause")}));
    const auto picture = shown.hints.value(QStringLiteral("image-data")).value<QDBusArgument>();
    QCOMPARE(picture.currentSignature(), QStringLiteral("(iiibiiay)"));
    int width = 0;
    int height = 0;
    int stride = 0;
    bool hasAlpha = false;
    int bits = 0;
    int channels = 0;
    QByteArray pixels;
    picture.beginStructure();
    picture >> width >> height >> stride >> hasAlpha >> bits >> channels >> pixels;
    picture.endStructure();
    QCOMPARE(width, height);
    QCOMPARE(stride, width * channels);
    QVERIFY(hasAlpha);
    QCOMPARE(bits, 8);
    QCOMPARE(channels, 4);
    QCOMPARE(pixels.size(), stride * height);
}

void TestNotificationService::severalThatFailCannotBePausedInOne()
{
    showThree();
    tell({failing(1, QStringLiteral("orders")), failing(2, QStringLiteral("billing"))});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QCOMPARE(m_desktop->shown.first().text,
             QStringLiteral("orders: 503 Service Unavailable\nbilling: 503 Service Unavailable"));
    QVERIFY(!m_desktop->shown.first().actions.contains(QStringLiteral("pause")));
}

void TestNotificationService::namesBecomeNoMarkup_data()
{
    QTest::addColumn<QStringList>("abilities");
    QTest::addColumn<QString>("text");
    QTest::newRow("a desktop that reads markup")
        << QStringList{QStringLiteral("actions"), QStringLiteral("body-markup")}
        << QStringLiteral("&lt;img src=http://127.0.0.1:1/&gt;\\n&amp;");
    QTest::newRow("one that shows text as it is")
        << QStringList{QStringLiteral("body")}
        << QStringLiteral("<img src=http://127.0.0.1:1/>\\n&");
}

void TestNotificationService::namesBecomeNoMarkup()
{
    QFETCH(QStringList, abilities);
    m_desktop->abilities = abilities;
    DestinationStatus status = destination(1, QStringLiteral("<img src=http://127.0.0.1:1/>\n&"));
    emit m_window->facts().destinationsChanged({status});
    status.failuresInARow = 1;
    tell({status});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QTEST(m_desktop->shown.first().text, "text");
}

void TestNotificationService::aClickLeadsToWhatWasClicked()
{
    showFailures();
    const auto *const view = child<Gui::LogView>();
    QVERIFY(m_desktop->invoke(2, QStringLiteral("default")));
    QTRY_VERIFY(m_window->isVisible());
    QVERIFY2(!view->currentIndex().isValid(), "what is well again has no failure to show");
    child<Gui::PresenceDesk>()->hideWindow();
    QVERIFY(m_desktop->invoke(1, QStringLiteral("open")));
    QTRY_VERIFY(m_window->isVisible());
    QTRY_COMPARE(view->currentIndex().row(), 0);
}

void TestNotificationService::pausingPausesTheOneThatIsNamed()
{
    showFailures();
    const QSignalSpy paused(&m_window->requests(), &Gui::Requests::pauseRequested);
    QVERIFY(m_desktop->invoke(1, QStringLiteral("pause")));
    QTRY_COMPARE(paused.size(), 1);
    QVERIFY(paused.at(0).at(0).value<DestinationId>() == DestinationId{1});
    QVERIFY2(!m_window->isVisible(), "who pauses from elsewhere goes on there");
}

void TestNotificationService::othersNotificationsMeanNothing()
{
    showFailures();
    const QSignalSpy opened(m_service, &NotificationService::opened);
    QVERIFY(m_desktop->invoke(77, QStringLiteral("default")));
    QVERIFY(m_desktop->invoke(1, QStringLiteral("default")));
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(opened.at(0).at(0).value<NotificationMessage>().failure == AttemptId{1});
}

void TestNotificationService::anotherServiceCountsAnew()
{
    showFailures();
    m_desktop->stopService();
    QVERIFY(m_desktop->startService());
    const QSignalSpy opened(m_service, &NotificationService::opened);
    // Somebody else's first one.
    QVERIFY(m_desktop->invoke(1, QStringLiteral("default")));
    m_service->show({QStringLiteral("next"), {}, AttemptId{9}, {}}, {});
    QTRY_COMPARE(m_desktop->shown.size(), 1);
    QTRY_COMPARE(opened.size(), 0);
    QVERIFY(m_desktop->invoke(1, QStringLiteral("default")));
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(opened.at(0).at(0).value<NotificationMessage>().failure == AttemptId{9});
}

void TestNotificationService::withoutAServiceTheTrayTells()
{
    m_desktop->stopService();
    const QSignalSpy missed(m_service, &NotificationService::notShown);
    showThree();
    tell({failing(1, QStringLiteral("orders"))});
    QTRY_COMPARE(missed.size(), 1);
    emit child<Gui::PresenceDesk>()->tray().notificationOpened(
        missed.at(0).at(0).value<NotificationMessage>());
    QVERIFY(m_window->isVisible());
}

void TestNotificationService::withoutABusTheTrayTells()
{
    m_service->setBus(QDBusConnection(QStringLiteral("none")));
    const QSignalSpy missed(m_service, &NotificationService::notShown);
    showThree();
    tell({failing(1, QStringLiteral("orders"))});
    QCOMPARE(missed.size(), 1);
}

QTEST_MAIN(TestNotificationService)
#include "tst_notificationservice.moc"
