// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/privatebus.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/charts/chartdesk.h"
#include "ui/desk/notifier.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/presencedesk.h"
#include "ui/desk/traydesk.h"
#include "ui/desk/traywatch.h"
#include "ui/facts.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/noticebar.h"
#include "ui/requests.h"
#include "ui/welcome/welcomedesk.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::Closing;
using Gui::Preferences;
using Gui::Requests;
using Gui::TrayDesk;
using Gui::TrayState;
using Testing::attempt;
using Testing::destination;
using Testing::failing;

/// The window's coming and going, and its tray.
class TestPresence final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void initTestCase();
    void closingDoesWhatIsPreferred_data();
    void closingDoesWhatIsPreferred();
    void closingQuits();
    void closingWithoutATrayIsToldOnce();
    void inTheBackgroundTheWindowCanBeShownAgain();
    void aMinimizedStartWithoutATrayShowsAWindow();
    void aTrayThatComesLateIsTaken();
    void aTrayThatHasGoneShowsTheWindow();
    void aTrayThatIsAwayForAMomentIsWaitedFor();
    void closingLooksForTheTray();
    void closingAsksForATrayOfTheOlderKind();
    void quittingFromTheBackgroundKeepsTheShape();
    void theTrayTellsTheStateByItsShape();
    void theTrayCountsWhatFails();
    void theTraysMenuDoesWhatItSays();
    void aFailureInTheTrayLeadsToItsRow();
    void aFailureIsBroughtOutOfItsEvent();
    void aFailureIsShownInPlaceOfOtherPages();
    void aNotificationLeadsToTheNewestFailure();
    void theNewestFailingDestinationCanBePaused();
    void whatCanBePausedStaysWhileItFails();
    void anOpenMenuStaysAsItIs();

private:
    void preferTheTray() const;
    Gui::TrayWatch *tray() const { return child<Gui::TrayWatch>(); }
    Gui::PresenceDesk *presence() const { return child<Gui::PresenceDesk>(); }
};

/// No desktop that the tests run on has a say in them.
void TestPresence::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}

void TestPresence::closingDoesWhatIsPreferred_data()
{
    QTest::addColumn<bool>("closesToTray");
    QTest::addColumn<bool>("goesOn");
    QTest::addColumn<bool>("wasTold");
    QTest::addColumn<bool>("hasTray");
    QTest::addColumn<Closing>("closing");
    QTest::newRow("nothing is preferred") << false << false << false << true << Closing::Quit;
    QTest::newRow("nothing is preferred, no tray")
        << false << false << false << false << Closing::Tell;
    QTest::newRow("nothing is preferred, no tray, and that was told")
        << false << false << true << false << Closing::Quit;
    QTest::newRow("to the tray") << true << false << false << true << Closing::Hide;
    QTest::newRow("to a tray that is not there")
        << true << false << false << false << Closing::Tell;
    QTest::newRow("that was told") << true << false << true << false << Closing::Quit;
    QTest::newRow("on without a tray") << true << true << false << false << Closing::Hide;
    QTest::newRow("on without a tray, where there is one")
        << false << true << false << true << Closing::Quit;
}

void TestPresence::closingDoesWhatIsPreferred()
{
    QFETCH(bool, closesToTray);
    QFETCH(bool, goesOn);
    QFETCH(bool, wasTold);
    QFETCH(bool, hasTray);
    Preferences preferences;
    preferences.closesToTray = closesToTray;
    preferences.goesOnWithoutTray = goesOn;
    preferences.wasTold = wasTold;
    QTEST(Gui::closingOf(preferences, hasTray), "closing");
}

void TestPresence::closingQuits()
{
    const QSignalSpy asked(&m_window->requests(), &Requests::quitRequested);
    m_window->close();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!m_window->isVisible());
}

void TestPresence::closingWithoutATrayIsToldOnce()
{
    child<Gui::PreferencesDesk>()->setPreferences({});
    const QSignalSpy asked(&m_window->requests(), &Requests::quitRequested);
    m_window->close();
    QCOMPARE(asked.size(), 0);
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->findChild<Gui::NoticeBar *>(QStringLiteral("closing"))
                ->notice()
                .contains(QStringLiteral("no tray")));
    m_window->close();
    QCOMPARE(asked.size(), 1);
    open();
    const QSignalSpy again(&m_window->requests(), &Requests::quitRequested);
    m_window->close();
    QCOMPARE(again.size(), 1);
}

void TestPresence::inTheBackgroundTheWindowCanBeShownAgain()
{
    Preferences preferences;
    preferences.closesToTray = true;
    child<Gui::PreferencesDesk>()->setPreferences(preferences);
    const QSignalSpy asked(&m_window->requests(), &Requests::quitRequested);
    m_window->close();
    Gui::NoticeBar *const bar = m_window->findChild<Gui::NoticeBar *>(QStringLiteral("closing"));
    bar->findChild<QPushButton *>()->click();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(asked.size(), 0);
    m_window->showWindow();
    QVERIFY(m_window->isVisible());
    m_window->close();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(asked.size(), 0);
}

void TestPresence::aMinimizedStartWithoutATrayShowsAWindow()
{
    Preferences preferences;
    preferences.closesToTray = true;
    child<Gui::PreferencesDesk>()->setPreferences(preferences);
    m_window->hide();
    m_window->open(true);
    QVERIFY(m_window->isVisible() && m_window->isMinimized());
}

void TestPresence::preferTheTray() const
{
    Preferences preferences;
    preferences.closesToTray = true;
    child<Gui::PreferencesDesk>()->setPreferences(preferences);
}

void TestPresence::aTrayThatComesLateIsTaken()
{
    bool hasTray = false;
    tray()->setQuestion([&hasTray] { return hasTray; });
    preferTheTray();
    m_window->hide();
    m_window->open(true);
    QVERIFY(m_window->isVisible() && m_window->isMinimized());
    hasTray = true;
    tray()->look();
    QVERIFY(!m_window->isVisible());
    // Once only: who has brought it up keeps it.
    m_window->showWindow();
    hasTray = false;
    tray()->look();
    tray()->look();
    hasTray = true;
    tray()->look();
    QVERIFY(m_window->isVisible());
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void TestPresence::aTrayThatHasGoneShowsTheWindow()
{
    bool hasTray = true;
    tray()->setQuestion([&hasTray] { return hasTray; });
    preferTheTray();
    m_window->open(false);
    QTRY_VERIFY(tray()->isThere());
    const QSignalSpy asked(&m_window->requests(), &Requests::quitRequested);
    m_window->close();
    QVERIFY(!m_window->isVisible());
    hasTray = false;
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isVisible(), 30'000);
    QVERIFY(asked.isEmpty());
}

void TestPresence::aTrayThatIsAwayForAMomentIsWaitedFor()
{
    bool hasTray = true;
    tray()->setQuestion([&hasTray] { return hasTray; });
    preferTheTray();
    m_window->hide();
    m_window->open(true);
    QVERIFY(!m_window->isVisible());
    hasTray = false;
    tray()->look();
    hasTray = true;
    tray()->look();
    hasTray = false;
    tray()->look();
    QVERIFY(!m_window->isVisible());
    tray()->look();
    QVERIFY(m_window->isVisible());
    presence()->goOnInBackground();
    QVERIFY(!m_window->isVisible());
    hasTray = true;
    tray()->look();
    hasTray = false;
    tray()->look();
    tray()->look();
    QVERIFY(!m_window->isVisible()); // as somebody wanted it where there is no tray
}

void TestPresence::closingLooksForTheTray()
{
    bool hasTray = false;
    tray()->setQuestion([&hasTray] { return hasTray; });
    preferTheTray();
    m_window->open(false);
    QVERIFY(presence()->closing() == Closing::Tell);
    hasTray = true;
    QVERIFY(presence()->closing() == Closing::Hide);
    hasTray = false;
    QVERIFY(presence()->closing() == Closing::Tell);
}

/// Such a tray tells nothing of itself over the bus.
void TestPresence::closingAsksForATrayOfTheOlderKind()
{
    const Testing::PrivateBus bus;
    QVERIFY2(bus.client().isConnected(), "dbus-daemon does not start");
    tray()->setQuestion([] { return true; });
    preferTheTray();
    tray()->start(bus.client());
    QVERIFY(!tray()->isThere()); // One of the newer kind may still come.
    QVERIFY(presence()->closing() == Closing::Hide);
}

void TestPresence::quittingFromTheBackgroundKeepsTheShape()
{
    m_window->resize(780, 590);
    presence()->hideWindow();
    const QSignalSpy asked(&m_window->requests(), &Requests::quitRequested);
    child<Gui::Actions>()->quit->trigger();
    QCOMPARE(asked.size(), 1);
    open();
    QCOMPARE(m_window->size(), QSize(780, 590));
}

void TestPresence::theTrayTellsTheStateByItsShape()
{
    EngineStatus status;
    QVERIFY(Gui::trayStateOf(status, 0) == TrayState::Idle);
    status.inFlight = 1;
    QVERIFY(Gui::trayStateOf(status, 0) == TrayState::Active);
    QVERIFY(Gui::trayStateOf(status, 1) == TrayState::Failing);
    // Without their colours the three still differ.
    const auto grey = [](TrayState state) {
        return Gui::trayIcon(state)
            .pixmap(QSize(24, 24), 1.0)
            .toImage()
            .convertToFormat(QImage::Format_Grayscale8);
    };
    QVERIFY(grey(TrayState::Idle) != grey(TrayState::Active));
    QVERIFY(grey(TrayState::Active) != grey(TrayState::Failing));
}

void TestPresence::theTrayCountsWhatFails()
{
    TrayDesk &tray = presence()->tray();
    QVERIFY(!tray.testAll->isEnabled());
    showThree();
    QCOMPARE(tray.toolTip(), QStringLiteral("Hookpost: 3 destination(s)"));
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    QCOMPARE(tray.toolTip(), QStringLiteral("Hookpost: 3 destination(s), 1 failing"));
    QVERIFY(tray.state() == TrayState::Failing);
}

void TestPresence::theTraysMenuDoesWhatItSays()
{
    showThree();
    TrayDesk &tray = presence()->tray();
    const QSignalSpy tests(&m_window->requests(), &Requests::testRequested);
    tray.testAll->trigger();
    QCOMPARE(tests.size(), 3);
    tray.copyApi->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://localhost:8090"));
    tray.toggle->trigger();
    QVERIFY(!m_window->isVisible());
    QCOMPARE(tray.toggle->text(), QStringLiteral("&Show window"));
    tray.toggle->trigger();
    QVERIFY(m_window->isVisible());
    QVERIFY(tray.menu().actions().contains(child<Gui::Actions>()->dispatch));
    QVERIFY(tray.menu().actions().contains(child<Gui::Actions>()->quit));
}

void TestPresence::aFailureInTheTrayLeadsToItsRow()
{
    showThree();
    QList<Attempt> attempts;
    for (qint64 i = 1; i <= 9; ++i)
        attempts.append(attempt(i, i % 2 == 0 ? AttemptOutcome::Failed : AttemptOutcome::Delivered,
                                i % 2 == 0 ? 404 : 200));
    attempts.last() = attempt(9, AttemptOutcome::Temporary, 503);
    attempts.last().destinationName = QStringLiteral("a & b");
    emit m_window->facts().attemptsRecorded(attempts);
    const auto *const failures = presence()->tray().menu().findChild<QMenu *>();
    QCOMPARE(failures->actions().size(), TrayDesk::MostFailures);
    QVERIFY(failures->actions().first()->text().contains(QStringLiteral("a && b")));
    presence()->hideWindow();
    failures->actions().at(1)->trigger();
    QVERIFY(m_window->isVisible());
    const auto *const view = child<Gui::LogView>();
    QCOMPARE(view->currentIndex().row(), 7);
}

/// The line of its event tells of another attempt, which went worse.
void TestPresence::aFailureIsBroughtOutOfItsEvent()
{
    showThree();
    QList<Attempt> attempts{attempt(1, AttemptOutcome::Temporary, 503),
                            attempt(2, AttemptOutcome::Failed, 404),
                            attempt(3, AttemptOutcome::Delivered, 200)};
    attempts[1].event = attempts.first().event;
    attempts[1].destination = DestinationId{2};
    emit m_window->facts().attemptsRecorded(attempts);
    child<Gui::LogDesk>()->group->setChecked(true);
    auto *const view = child<Gui::LogView>();
    const auto *const model = child<Gui::LogModel>();
    QTRY_COMPARE(model->rowCount(), 2);
    const LogKey failed = LogKey::of(attempts.first().id);
    QTRY_VERIFY(model->toldAt(0) == LogKey::of(attempts.at(1).id));
    const QList<QAction *> failures = presence()->tray().menu().findChild<QMenu *>()->actions();
    failures.last()->trigger();
    QTRY_VERIFY(view->currentIndex().isValid());
    QCOMPARE(model->rowCount(), 4);
    QVERIFY(model->toldAt(view->currentIndex().row()) == failed);
    QVERIFY(!model->lineAt(view->currentIndex().row()).isHead);
}

void TestPresence::aFailureIsShownInPlaceOfOtherPages()
{
    showThree();
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Temporary, 503), attempt(2, AttemptOutcome::Delivered, 200)});
    const auto *const view = child<Gui::LogView>();
    QAction *const fleet = child<Gui::ChartDesk>()->showFleet;
    for (QAction *const page : {fleet, child<Gui::WelcomeDesk>()->firstSteps}) {
        page->trigger();
        QVERIFY(!view->isVisible());
        presence()->tray().menu().findChild<QMenu *>()->actions().first()->trigger();
        QVERIFY2(view->isVisible(), qPrintable(page->text()));
        QCOMPARE(view->currentIndex().row(), 0);
        view->selectionModel()->clearCurrentIndex();
    }
    QVERIFY(!fleet->isChecked());
}

void TestPresence::aNotificationLeadsToTheNewestFailure()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Temporary, 503),
                                             attempt(2, AttemptOutcome::Temporary, 503),
                                             attempt(3, AttemptOutcome::Delivered, 200)});
    auto *const notifier = child<Gui::Notifier>();
    notifier->setFocused(false);
    presence()->hideWindow();
    const QSignalSpy told(notifier, &Gui::Notifier::notified);
    emit m_window->facts().destinationsChanged(
        {failing(1, QStringLiteral("orders")), failing(2, QStringLiteral("billing"))});
    emit presence()->tray().notificationOpened(told.at(0).at(0).value<Gui::NotificationMessage>());
    QVERIFY(m_window->isVisible());
    QCOMPARE(child<Gui::LogView>()->currentIndex().row(), 1);
}

void TestPresence::theNewestFailingDestinationCanBePaused()
{
    showThree();
    const TrayDesk &tray = presence()->tray();
    QVERIFY(tray.menu().actions().contains(tray.pauseFailing));
    QVERIFY(!tray.pauseFailing->isVisible());
    DestinationStatus newer = destination(2, QStringLiteral("salt & pepper"));
    newer.failuresInARow = 1;
    newer.lastAttempt = attempt(5, AttemptOutcome::Temporary, 503);
    emit m_window->facts().destinationsChanged({newer, failing(1, QStringLiteral("orders"))});
    QCOMPARE(tray.pauseFailing->text(), QStringLiteral("&Pause salt && pepper"));
    const QSignalSpy paused(&m_window->requests(), &Requests::pauseRequested);
    tray.pauseFailing->trigger();
    QVERIFY(paused.at(0).at(0).value<DestinationId>() == DestinationId{2});
    newer.destination.state = DestinationState::Paused;
    emit m_window->facts().destinationsChanged({newer});
    QCOMPARE(tray.pauseFailing->text(), QStringLiteral("&Pause orders"));
}

void TestPresence::whatCanBePausedStaysWhileItFails()
{
    showThree();
    const QAction &pause = *presence()->tray().pauseFailing;
    emit m_window->facts().destinationsChanged({failing(1, QStringLiteral("orders"))});
    emit m_window->facts().destinationsChanged({failing(2, QStringLiteral("billing"))});
    QCOMPARE(pause.text(), QStringLiteral("&Pause orders"));
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    QCOMPARE(pause.text(), QStringLiteral("&Pause billing"));
    emit m_window->facts().destinationsForgotten({DestinationId{2}});
    QVERIFY(!pause.isVisible());
}

void TestPresence::anOpenMenuStaysAsItIs()
{
    showThree();
    const QAction &pause = *presence()->tray().pauseFailing;
    auto *const menu = qobject_cast<QMenu *>(pause.associatedObjects().value(0));
    const QSignalSpy paused(&m_window->requests(), &Requests::pauseRequested);
    emit m_window->facts().destinationsChanged(
        {failing(2, QStringLiteral("billing")), failing(1, QStringLiteral("orders"))});
    QCOMPARE(pause.text(), QStringLiteral("&Pause billing"));
    menu->popup({});
    emit m_window->facts().destinationsChanged({destination(2, QStringLiteral("billing"))});
    QCOMPARE(pause.text(), QStringLiteral("&Pause billing"));
    QTest::keyClick(menu, Qt::Key_P);
    QCOMPARE(paused.size(), 1);
    QVERIFY(paused.at(0).at(0).value<DestinationId>() == DestinationId{2});
    QTRY_COMPARE(pause.text(), QStringLiteral("&Pause orders"));
}

QTEST_MAIN(TestPresence)
#include "tst_presence.moc"
