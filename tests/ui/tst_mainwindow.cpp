// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/charts/chartdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/sidebar.h"
#include "ui/facts.h"
#include "ui/filter/filterdesk.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/noticebar.h"
#include "ui/requests.h"
#include "ui/undoaction.h"
#include "ui/welcome/registercommand.h"
#include "ui/welcome/welcomepage.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Core;
using Gui::Actions;
using Gui::DestinationDesk;
using Gui::DestinationDialog;
using Gui::LogView;
using Gui::NoticeBar;
using Gui::Requests;
using Gui::Sidebar;
using Gui::WelcomePage;
using Testing::attempt;
using Testing::destination;

class TestMainWindow final : public Testing::WindowSuite
{
    Q_OBJECT

    NoticeBar *bar(const char *name) const
    {
        return m_window->findChild<NoticeBar *>(QLatin1StringView(name));
    }

private slots:
    void anEmptyWindowShowsTheCommandOfThisProgram();
    void theDemoIsOneClick();
    void theFirstDestinationReplacesTheWelcome();
    void theStatusIsShown();
    void troubleIsShownWhileItLasts();
    void whatCannotBeOpenedIsTriedAgain();
    void aTakenPortOffersWaysOut();
    void aPortWhoseHolderIsUnknownIsToldAllTheSame();
    void whatIsHeldBackCanBeSent();
    void additionsThroughTheApiCanBeUndone();
    void theMenuUndoesAdditionsToo();
    void onlyAdditionsByOthersAreTold();
    void emptyListsOfferATest();
    void whatTheLastRunLeftIsToldOnce();
    void whatTheLastRunLeftIsListedByKeys();
    void errorsAreShownInABarThatCanBeDismissed();
    void whatIsAskedForNamesTheChosenDestination();
    void pausingAndResumingAreOneAction();
    void nothingChosenTellsWhy();
    void theOnlyDestinationNeedsNoChoosing();
    void removalCanBeUndone();
    void severalRemovalsAreUndoneTogether();
    void whatComesBackIsChosenAgain();
    void whatComesBackLeavesAnotherFilterAlone();
    void dismissedRemovalsStay();
    void addingAndEditingAskForIt();
    void aRefusedDestinationStaysEntered();
    void aRefusalOfAClosedDialogIsTold();
    void whatWasAddedHereIsChosen();
};

void TestMainWindow::anEmptyWindowShowsTheCommandOfThisProgram()
{
    QVERIFY(child<WelcomePage>()->isVisible());
    EngineStatus status = Testing::listeningEngine();
    status.apiUrl = QStringLiteral("http://localhost:12345");
    emit m_window->facts().statusChanged(status);
    const QString command
        = Gui::commandToRegister(Gui::CallTool::Curl, status.apiUrl, status.binUrl);
    QCOMPARE(child<WelcomePage>()->command(), command);
    for (QPushButton *const button : child<WelcomePage>()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    }
    QCOMPARE(QApplication::clipboard()->text(), command);
}

void TestMainWindow::theDemoIsOneClick()
{
    const QSignalSpy asked(&m_window->requests(), &Requests::additionRequested);
    for (QPushButton *const button : child<WelcomePage>()->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("See one working now"))
            button->click();
    }
    QCOMPARE(asked.size(), 1);
    const auto demo = asked.at(0).at(0).value<Core::Destination>();
    QCOMPARE(demo.name, QStringLiteral("demo"));
    QCOMPARE(demo.url, QStringLiteral("http://localhost:8091/v1/webhooks/demo"));
    QVERIFY(demo.origin == Origin::Window);
}

void TestMainWindow::theFirstDestinationReplacesTheWelcome()
{
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    QVERIFY(!child<WelcomePage>()->isVisible());
    QVERIFY(child<LogView>() != nullptr && child<Sidebar>()->isVisible());
    emit m_window->facts().destinationsForgotten({DestinationId{1}});
    QVERIFY(child<WelcomePage>()->isVisible());
}

void TestMainWindow::theStatusIsShown()
{
    EngineStatus status = Testing::listeningEngine();
    status.waiting = 7;
    status.attemptsEnded = 100'000;
    status.attemptsDelivered = 99'999;
    status.isDispatching = false;
    emit m_window->facts().statusChanged(status);
    QStringList texts;
    for (const QLabel *const label : m_window->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(QStringLiteral("localhost:8090")));
    QVERIFY(texts.contains(QStringLiteral("localhost:8091")));
    QVERIFY(texts.contains(QStringLiteral("7 waiting")));
    QVERIFY(texts.contains(QStringLiteral("99.9% delivered")));
    QVERIFY(!child<Actions>()->dispatch->isChecked());
    QCOMPARE(m_window->windowTitle(),
             QStringLiteral("Hookpost — dispatching off, 0 destinations, 8090"));
    const QSignalSpy asked(&m_window->requests(), &Requests::dispatchingRequested);
    child<Actions>()->dispatch->trigger();
    QCOMPARE(asked, (QList<QList<QVariant>>{{true}}));
}

void TestMainWindow::whatCannotBeOpenedIsTriedAgain()
{
    EngineStatus status = Testing::listeningEngine();
    status.isRunning = false;
    status.trouble = QStringLiteral("The directory /a cannot be used: Read-only file system.");
    emit m_window->facts().statusChanged(status);
    QVERIFY(bar("trouble")->notice().startsWith(status.trouble));
    QVERIFY(bar("trouble")->notice().contains(QStringLiteral("nothing is sent.")));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("not running")));
    const auto *const dispatch = m_window->findChild<QAction *>(QStringLiteral("dispatching"));
    QVERIFY(!dispatch->isEnabled() && !dispatch->isChecked());
    const QSignalSpy again(&m_window->requests(), &Requests::openingRequested);
    auto *const button = bar("trouble")->findChild<QPushButton *>();
    QCOMPARE(button->text(), QStringLiteral("Try again"));
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(again.size(), 1);
    status.isRunning = true;
    emit m_window->facts().statusChanged(status);
    QCOMPARE(bar("trouble")->notice(), status.trouble);
    QVERIFY(!button->isVisible());
    QVERIFY(dispatch->isEnabled() && dispatch->isChecked());
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("not running")));
}

void TestMainWindow::aTakenPortOffersWaysOut()
{
    EngineStatus status = Testing::listeningEngine();
    status.trouble = QStringLiteral("Port 8090 on 127.0.0.1 is already in use.");
    status.takenPort = TakenPort{8090, false, 812, QStringLiteral("nginx"), 8092};
    emit m_window->facts().statusChanged(status);
    QCOMPARE(bar("port")->notice(),
             QStringLiteral("Port 8090 is used by nginx (PID 812), so nothing can be registered "
                            "or published."));
    QCOMPARE(bar("trouble")->notice(), QString());
    const QSignalSpy again(&m_window->requests(), &Requests::listeningRequested);
    const QSignalSpy other(&m_window->requests(), &Requests::otherPortRequested);
    QStringList texts;
    for (QPushButton *const button : bar("port")->findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        texts.append(button->text());
        button->click();
    }
    QCOMPARE(texts,
             (QStringList{QStringLiteral("Retry"), QStringLiteral("Use 8092 for this session"),
                          QStringLiteral("Change…")}));
    QCOMPARE(again.size(), 1);
    QVERIFY(other.at(0).at(0).value<TakenPort>() == *status.takenPort);
    auto *const preferences = child<Gui::PreferencesDialog>();
    QVERIFY(preferences->isVisible());
    QTRY_COMPARE(preferences->focusWidget()->objectName(), QStringLiteral("port"));
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QCOMPARE(bar("port")->notice(), QString());
}

void TestMainWindow::aPortWhoseHolderIsUnknownIsToldAllTheSame()
{
    EngineStatus status = Testing::listeningEngine();
    status.takenPort = TakenPort{8091, true, 0, {}, 0};
    emit m_window->facts().statusChanged(status);
    QCOMPARE(bar("port")->notice(),
             QStringLiteral("Port 8091 is used by another program, so the bin receives nothing."));
    for (const QPushButton *const button : bar("port")->findChildren<QPushButton *>())
        QVERIFY(!button->isVisible() || !button->text().contains(QStringLiteral("session")));
}

void TestMainWindow::whatIsHeldBackCanBeSent()
{
    EngineStatus status = Testing::listeningEngine();
    status.isDispatching = false;
    emit m_window->facts().statusChanged(status);
    QCOMPARE(bar("held-back")->notice(),
             QStringLiteral("Dispatching is off: what comes in waits."));
    const QSignalSpy asked(&m_window->requests(), &Requests::dispatchingRequested);
    bar("held-back")->findChild<QPushButton *>()->click();
    QCOMPARE(asked.at(0).at(0).toBool(), true);
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QCOMPARE(bar("held-back")->notice(), QString());
}

void TestMainWindow::additionsThroughTheApiCanBeUndone()
{
    DestinationStatus status = destination(7, QStringLiteral("orders"));
    status.destination.origin = Origin::Api;
    status.destination.createdAt = Time::max();
    emit m_window->facts().destinationsChanged({status});
    QCOMPARE(bar("added")->notice(), QStringLiteral("“orders” was added through the API."));
    const QSignalSpy removal(&m_window->requests(), &Requests::removalRequested);
    bar("added")->findChild<QPushButton *>()->click();
    QCOMPARE(removal.at(0).at(0).value<DestinationId>().value, 7);
    QCOMPARE(bar("added")->notice(), QString());
    QCOMPARE(bar("removed")->notice(), QStringLiteral("Removed “orders”."));
    // Who comes back is not added once more.
    emit m_window->facts().destinationsForgotten({DestinationId{7}});
    emit m_window->facts().destinationsChanged({status});
    QCOMPARE(bar("added")->notice(), QString());
}

void TestMainWindow::theMenuUndoesAdditionsToo()
{
    DestinationStatus status = destination(7, QStringLiteral("orders"));
    status.destination.origin = Origin::Api;
    status.destination.createdAt = Time::max();
    emit m_window->facts().destinationsChanged({status});
    QAction *const undo = child<DestinationDesk>()->undo;
    QVERIFY(undo->isEnabled());
    QCOMPARE(undo->text(), QStringLiteral("&Undo addition"));
    const QSignalSpy removal(&m_window->requests(), &Requests::removalRequested);
    undo->trigger();
    QCOMPARE(removal.at(0).at(0).value<DestinationId>().value, 7);
    QCOMPARE(bar("added")->notice(), QString());
    QCOMPARE(undo->text(), QStringLiteral("&Undo removal"));
}

void TestMainWindow::onlyAdditionsByOthersAreTold()
{
    DestinationStatus ours = destination(7, QStringLiteral("ours"));
    ours.destination.origin = Origin::Window;
    ours.destination.createdAt = Time::max();
    DestinationStatus old = destination(8, QStringLiteral("old"));
    old.destination.origin = Origin::Api;
    emit m_window->facts().destinationsChanged({ours, old});
    QCOMPARE(bar("added")->notice(), QString());
    DestinationStatus one = ours;
    one.destination.id = DestinationId{9};
    one.destination.origin = Origin::Api;
    DestinationStatus other = one;
    other.destination.id = DestinationId{10};
    emit m_window->facts().destinationsChanged({one, other});
    QCOMPARE(bar("added")->notice(), QStringLiteral("2 destinations were added through the API."));
}

void TestMainWindow::emptyListsOfferATest()
{
    const QSignalSpy asked(&m_window->requests(), &Requests::testRequested);
    const auto press = [this](const QString &text) {
        for (QPushButton *const button : child<Gui::LogPanel>()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == text)
                return button->click();
        }
        QFAIL(qPrintable(text));
    };
    showThree();
    press(QStringLiteral("Send a test"));
    QCOMPARE(asked.size(), 3);
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    DestinationStatus fresh = destination(4, QStringLiteral("fresh"));
    fresh.lastAttempt.reset();
    emit m_window->facts().destinationsChanged({fresh});
    choose(4);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 0);
    press(QStringLiteral("Send a test"));
    QCOMPARE(asked.at(3).at(0).value<DestinationId>().value, 4);
    press(QStringLiteral("Clear filter"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 1);
}

void TestMainWindow::whatTheLastRunLeftIsToldOnce()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    NoticeBar *const notice = bar("recovery");
    QCOMPARE(notice->notice(), QString());
    Core::EngineStatus status = Testing::listeningEngine();
    status.recovery = {3, 2, {}, {}, {}};
    emit m_window->facts().statusChanged(status);
    QCOMPARE(notice->notice(),
             QStringLiteral("3 attempts were interrupted by the end of the last run;"
                            " 2 deliveries go again."));
    QTest::mouseClick(notice->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(notice->notice(), QString());
    status.waiting = 5;
    emit m_window->facts().statusChanged(status);
    QCOMPARE(notice->notice(), QString());
}

void TestMainWindow::whatTheLastRunLeftIsListedByKeys()
{
    constexpr int Enough = 60;
    showThree();
    child<Gui::ChartDesk>()->showFleet->trigger();
    EngineStatus status = Testing::listeningEngine();
    const QList<Attempt> attempts{
        attempt(1, AttemptOutcome::Interrupted), attempt(2, AttemptOutcome::Interrupted),
        attempt(3, AttemptOutcome::Delivered, 200), attempt(4, AttemptOutcome::Interrupted)};
    emit m_window->facts().attemptsRecorded(attempts);
    const Time first = attempts.at(1).startedAt;
    const Time last = attempts.at(3).startedAt;
    status.recovery = {2, 1, {{2}, {4}}, first, last};
    emit m_window->facts().statusChanged(status);
    child<Sidebar>()->setFocus();
    const QWidget *const button = bar("recovery")->findChild<QPushButton *>();
    for (int i = 0; i < Enough && m_window->focusWidget() != button; ++i)
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget(), button);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QCOMPARE(child<Gui::FilterField>()->filterText(),
             QStringLiteral("is:interrupted since:%1 -since:%2")
                 .arg(toIso(first), toIso(last + Milliseconds{1})));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
    QCOMPARE(m_window->focusWidget(), child<LogView>());
    // It was the window's own, and gives way to a destination; what a person adds to it stays.
    showThree();
    choose(1);
    QCOMPARE(child<Gui::FilterField>()->filterText(), QStringLiteral("dest:orders"));
    child<Gui::FilterDesk>()->showInterrupted(status.recovery);
    const QString typed = child<Gui::FilterField>()->filterText() + QStringLiteral(" is:slow");
    child<Gui::FilterField>()->setFilterText(typed);
    choose(2);
    QCOMPARE(child<Gui::FilterField>()->filterText(), typed + QStringLiteral(" dest:billing"));
}

void TestMainWindow::troubleIsShownWhileItLasts()
{
    EngineStatus status = Testing::listeningEngine();
    status.trouble = QStringLiteral("The disk is full.");
    emit m_window->facts().statusChanged(status);
    QCOMPARE(bar("trouble")->notice(), status.trouble);
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QCOMPARE(bar("trouble")->notice(), QString());
}

void TestMainWindow::errorsAreShownInABarThatCanBeDismissed()
{
    emit m_window->facts().refused({ErrorCode::Conflict,
                                    QStringLiteral("That is there already."),
                                    {},
                                    QStringLiteral("Take another name.")});
    QCOMPARE(bar("refused")->notice(), QStringLiteral("That is there already. Take another name."));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    for (QAbstractButton *const button : bar("refused")->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QStringLiteral("Dismiss"))
            button->click();
    }
    QCOMPARE(bar("refused")->notice(), QString());
}

void TestMainWindow::whatIsAskedForNamesTheChosenDestination()
{
    showThree();
    choose(2);
    const QSignalSpy test(&m_window->requests(), &Requests::testRequested);
    const QSignalSpy pause(&m_window->requests(), &Requests::pauseRequested);
    child<DestinationDesk>()->sendTest->trigger();
    child<DestinationDesk>()->pause->trigger();
    child<DestinationDesk>()->copyUrl->trigger();
    QCOMPARE(test.at(0).at(0).value<Core::DestinationId>().value, 2);
    QCOMPARE(pause.at(0).at(0).value<Core::DestinationId>().value, 2);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("https://shop.example/hooks/billing"));
}

void TestMainWindow::pausingAndResumingAreOneAction()
{
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.destination.state = DestinationState::Paused;
    emit m_window->facts().destinationsChanged({status});
    choose(1);
    QCOMPARE(child<DestinationDesk>()->pause->text(), QStringLiteral("&Resume"));
    const QSignalSpy resume(&m_window->requests(), &Requests::resumeRequested);
    child<DestinationDesk>()->pause->trigger();
    QCOMPARE(resume.size(), 1);
    status.destination.state = DestinationState::Active;
    emit m_window->facts().destinationsChanged({status});
    QCOMPARE(child<DestinationDesk>()->pause->text(), QStringLiteral("&Pause"));
}

void TestMainWindow::nothingChosenTellsWhy()
{
    showThree();
    choose(0);
    QVERIFY(!child<DestinationDesk>()->sendTest->isEnabled());
    QCOMPARE(child<DestinationDesk>()->sendTest->toolTip(),
             QStringLiteral("Choose a destination first"));
    choose(1);
    QVERIFY(child<DestinationDesk>()->sendTest->isEnabled());
}

void TestMainWindow::theOnlyDestinationNeedsNoChoosing()
{
    emit m_window->facts().destinationsChanged({destination(4, QStringLiteral("orders"))});
    const QSignalSpy test(&m_window->requests(), &Requests::testRequested);
    child<DestinationDesk>()->sendTest->trigger();
    QCOMPARE(test.at(0).at(0).value<Core::DestinationId>().value, 4);
}

void TestMainWindow::removalCanBeUndone()
{
    showThree();
    choose(2);
    const QSignalSpy removal(&m_window->requests(), &Requests::removalRequested);
    const QSignalSpy restoration(&m_window->requests(), &Requests::restorationRequested);
    QVERIFY(!child<DestinationDesk>()->undo->isEnabled());
    child<DestinationDesk>()->remove->trigger();
    QCOMPARE(removal.at(0).at(0).value<Core::DestinationId>().value, 2);
    QCOMPARE(bar("removed")->notice(), QStringLiteral("Removed “billing”."));
    QVERIFY(child<DestinationDesk>()->undo->isEnabled());
    QTest::mouseClick(bar("removed")->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(restoration.at(0).at(0).value<Core::DestinationId>().value, 2);
    QCOMPARE(bar("removed")->notice(), QString());
    QVERIFY(!child<DestinationDesk>()->undo->isEnabled());
}

void TestMainWindow::severalRemovalsAreUndoneTogether()
{
    showThree();
    const QSignalSpy restoration(&m_window->requests(), &Requests::restorationRequested);
    for (const int id : {1, 2}) {
        choose(1);
        child<DestinationDesk>()->remove->trigger();
        emit m_window->facts().destinationsForgotten({DestinationId{id}});
    }
    QCOMPARE(bar("removed")->notice(), QStringLiteral("Removed 2 destinations."));
    child<DestinationDesk>()->undo->trigger();
    QCOMPARE(restoration.size(), 2);
}

void TestMainWindow::whatComesBackIsChosenAgain()
{
    showThree();
    for (const int id : {1, 2}) {
        choose(1);
        child<DestinationDesk>()->remove->trigger();
        emit m_window->facts().destinationsForgotten({DestinationId{id}});
    }
    QVERIFY(child<Sidebar>()->chosen().isNull());
    child<DestinationDesk>()->undo->trigger();
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    emit m_window->facts().destinationsChanged({destination(2, QStringLiteral("billing"))});
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{2});
    // What was not chosen does not come to be so.
    child<Sidebar>()->chooseAll();
    child<DestinationDesk>()->removeAgain(DestinationId{3});
    emit m_window->facts().destinationsForgotten({DestinationId{3}});
    child<DestinationDesk>()->undo->trigger();
    emit m_window->facts().destinationsChanged({destination(3, QStringLiteral("legacy"))});
    QVERIFY(child<Sidebar>()->chosen().isNull());
}

void TestMainWindow::whatComesBackLeavesAnotherFilterAlone()
{
    showThree();
    auto *const field = child<Gui::FilterField>();
    const auto removeFirst = [this] {
        choose(1);
        child<DestinationDesk>()->remove->trigger();
        emit m_window->facts().destinationsForgotten({DestinationId{1}});
    };
    const auto undo = [this] {
        child<DestinationDesk>()->undo->trigger();
        emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    };
    removeFirst();
    QCOMPARE(field->filterText(), QString());
    field->setFilterText(QStringLiteral("status:404"));
    undo();
    QCOMPARE(field->filterText(), QStringLiteral("status:404"));
    QVERIFY(child<Sidebar>()->chosen().isNull());
    // What stood beside its term is the same filter still.
    removeFirst();
    QCOMPARE(field->filterText(), QStringLiteral("status:404"));
    undo();
    QCOMPARE(field->filterText(), QStringLiteral("status:404 dest:orders"));
    removeFirst();
    choose(1);
    undo();
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{2});
}

void TestMainWindow::dismissedRemovalsStay()
{
    showThree();
    choose(1);
    const QSignalSpy restoration(&m_window->requests(), &Requests::restorationRequested);
    child<DestinationDesk>()->remove->trigger();
    emit bar("removed")->dismissed();
    child<DestinationDesk>()->undo->trigger();
    QVERIFY(restoration.isEmpty());
}

void TestMainWindow::addingAndEditingAskForIt()
{
    showThree();
    choose(1);
    const QSignalSpy addition(&m_window->requests(), &Requests::additionRequested);
    const QSignalSpy change(&m_window->requests(), &Requests::changeRequested);
    child<DestinationDesk>()->add->trigger();
    Destination entered = destination(1, QStringLiteral("x")).destination;
    emit child<Gui::DestinationDialog>()->destinationEntered(entered);
    QCOMPARE(addition.size(), 1);
    delete child<Gui::DestinationDialog>();
    child<DestinationDesk>()->edit->trigger();
    QVERIFY(child<Gui::DestinationDialog>()->destination()
            == destination(1, QStringLiteral("orders")).destination);
    emit child<Gui::DestinationDialog>()->destinationEntered(entered);
    QCOMPARE(change.size(), 1);
    QVERIFY(change.first().first().value<Destination>()
            == destination(1, QStringLiteral("orders")).destination);
    QVERIFY(change.first().at(1).value<Destination>() == entered);
}

void TestMainWindow::aRefusedDestinationStaysEntered()
{
    showThree();
    const QSignalSpy addition(&m_window->requests(), &Requests::additionRequested);
    const Core::Error refusal{ErrorCode::Storage, QStringLiteral("The disk is full."), {}, {}};
    child<DestinationDesk>()->add->trigger();
    QPointer<DestinationDialog> dialog = child<DestinationDialog>();
    dialog->setUrl(QStringLiteral("curl http://localhost:9001/x"));
    const auto ask = [&dialog, &addition] {
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        return addition.constLast().at(2).value<Ticket>();
    };
    const Ticket first = ask();
    emit m_window->facts().destinationAnswered({first + 1, refusal});
    QVERIFY2(bar("refused")->notice().contains(refusal.sentence), "nobody waits for it");
    bar("refused")->showNotice({});
    emit m_window->facts().destinationAnswered({first, refusal});
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->destination().url, QStringLiteral("http://localhost:9001/x"));
    QVERIFY(bar("refused")->notice().isEmpty());
    const Ticket second = ask();
    QVERIFY(second != first);
    emit m_window->facts().destinationAnswered({second, std::nullopt});
    QVERIFY(!dialog || !dialog->isVisible());
}

void TestMainWindow::aRefusalOfAClosedDialogIsTold()
{
    showThree();
    choose(1);
    const QSignalSpy change(&m_window->requests(), &Requests::changeRequested);
    child<DestinationDesk>()->edit->trigger();
    auto *const dialog = child<DestinationDialog>();
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    dialog->reject();
    const Core::Error refusal{ErrorCode::Storage, QStringLiteral("The disk is full."), {}, {}};
    emit m_window->facts().destinationAnswered({change.first().at(3).value<Ticket>(), refusal});
    QCOMPARE(bar("refused")->notice(), refusal.sentence);
}

void TestMainWindow::whatWasAddedHereIsChosen()
{
    showThree();
    QCoreApplication::processEvents(); // The sidebar finds its place.
    DestinationStatus added = destination(40, QStringLiteral("mine"));
    child<DestinationDesk>()->add->trigger();
    emit child<Gui::DestinationDialog>()->destinationEntered(added.destination);
    QList<DestinationStatus> arrived;
    for (qint64 number = 10; number < 40; ++number)
        arrived.append(destination(number, QStringLiteral("other %1").arg(number)));
    emit m_window->facts().destinationsChanged(arrived + QList{added});
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{40});
    const auto *const list = child<Gui::DestinationList>();
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
    // Who is added by others leaves the choice alone.
    emit m_window->facts().destinationsChanged({destination(50, QStringLiteral("theirs"))});
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{40});
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
