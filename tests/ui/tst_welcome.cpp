// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationlist.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/requests.h"
#include "ui/welcome/registercommand.h"
#include "ui/welcome/step.h"
#include "ui/welcome/welcomedesk.h"
#include "ui/welcome/welcomepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Core;
using namespace Gui;

namespace {

constexpr int CommandStep = 1;

ApiCall call(const QByteArray &method, const QByteArray &target, int status)
{
    ApiCall made;
    made.method = method;
    made.target = target;
    made.status = status;
    return made;
}

} // namespace

class TestWelcome final : public Testing::WindowSuite
{
    Q_OBJECT

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *const one : child<WelcomePage>()->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }
    void click(const QString &text) const { button(text)->click(); }
    QString outcome(int step) const
    {
        return child<WelcomePage>()->findChildren<Step *>().at(step)->outcome();
    }
    DestinationStatus demo() const
    {
        DestinationStatus status = Testing::destination(1, QStringLiteral("demo"));
        status.destination.url = demoBinUrl(Testing::listeningEngine().binUrl);
        return status;
    }
    /// Registered by a call while the window is open.
    DestinationStatus joe() const
    {
        DestinationStatus status = Testing::destination(1, QStringLiteral("joe"));
        status.destination.origin = Origin::Api;
        status.destination.createdAt = Time::max();
        return status;
    }

private slots:
    void everyToolHasItsCommand_data();
    void everyToolHasItsCommand();
    void everyCommandIsSeenAsAWhole();
    void theCommandIsCopiedForTheChosenTool();
    void whatWasCopiedIsSaidForAMoment();
    void whatCannotBeDoneSaysWhy();
    void theFirstStepHasTheFocus();
    void callsMoveTheStep_data();
    void callsMoveTheStep();
    void aRefusalSaysWhatIsWrong();
    void aTakenCallStaysTaken();
    void theTickStaysUntilTheLogIsWanted_data();
    void theTickStaysUntilTheLogIsWanted();
    void theCallsTickTellsTheAnswer();
    void aRegistrationThatFailsIsNoSuccess();
    void whatWasThereShowsNoSteps();
    void theDemoIsTestedOnceItIsThere();
    void aDemoThatIsThereIsTestedAtOnce();
    void theDemosAnswerTicksItsStep();
    void theDemosRowsAreSeenWithoutAnotherClick();
    void theClipboardsAddressIsFilledIn();
    void theStepsCanBeSeenAgain();
    void nothingIsSaidBeforeTheLogIsRead_data();
    void nothingIsSaidBeforeTheLogIsRead();
    void destinationsWithoutRowsShowNoSteps();
    void aLogThatCannotBeReadSaysWhy();
    void aLogThatIsReadForLongSaysSo();
};

void TestWelcome::everyToolHasItsCommand_data()
{
    QTest::addColumn<CallTool>("tool");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *name, CallTool tool, const char *command) {
        QTest::newRow(name) << tool << QString::fromUtf8(command);
    };
    row("curl", CallTool::Curl,
        R"(curl --request POST --url http://localhost:9000/webhooks \
     --header 'content-type: application/json' \
     --data '{"name": "joe",
              "destination": "http://localhost:9001/v1/webhooks/demo"}')");
    row("HTTPie", CallTool::HttPie,
        R"(http POST http://localhost:9000/webhooks \
     name=joe \
     destination=http://localhost:9001/v1/webhooks/demo)");
    row("Python", CallTool::Python,
        R"(python3 -c 'from urllib.request import Request, urlopen
urlopen(Request("http://localhost:9000/webhooks", b"""{"name": "joe",
    "destination": "http://localhost:9001/v1/webhooks/demo"}""",
    {"content-type": "application/json"}))')");
    row("JavaScript", CallTool::JavaScript,
        R"(node -e 'fetch("http://localhost:9000/webhooks", { method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({"name": "joe",
        "destination": "http://localhost:9001/v1/webhooks/demo"}) })')");
    row("PowerShell", CallTool::PowerShell,
        R"(Invoke-RestMethod -Method Post -Uri http://localhost:9000/webhooks `
    -ContentType application/json `
    -Body '{"name": "joe",
            "destination": "http://localhost:9001/v1/webhooks/demo"}')");
}

void TestWelcome::everyToolHasItsCommand()
{
    QFETCH(CallTool, tool);
    QFETCH(QString, command);
    QCOMPARE(commandToRegister(tool, QStringLiteral("http://localhost:9000"),
                               QStringLiteral("http://localhost:9001")),
             command);
}

void TestWelcome::everyCommandIsSeenAsAWhole()
{
    m_window->resize(1280, 800);
    EngineStatus status = Testing::listeningEngine();
    status.apiUrl = QStringLiteral("http://localhost:65534");
    status.binUrl = QStringLiteral("http://localhost:65535");
    emit m_window->facts().statusChanged(status);
    auto *const tools = child<WelcomePage>()->findChild<QTabBar *>();
    const auto *const command = child<WelcomePage>()->findChild<QPlainTextEdit *>();
    for (int tool = 0; tool < tools->count(); ++tool) {
        tools->setCurrentIndex(tool);
        QCoreApplication::processEvents();
        QCOMPARE(command->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(command->verticalScrollBar()->maximum(), 0);
    }
}

void TestWelcome::theCommandIsCopiedForTheChosenTool()
{
    const EngineStatus status = Testing::listeningEngine();
    emit m_window->facts().statusChanged(status);
    child<WelcomePage>()->findChild<QTabBar *>()->setCurrentIndex(1);
    click(QStringLiteral("Copy"));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             commandToRegister(CallTool::HttPie, status.apiUrl, status.binUrl));
}

void TestWelcome::whatWasCopiedIsSaidForAMoment()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    child<WelcomePage>()->findChild<QTimer *>()->setInterval(1);
    click(QStringLiteral("Copy"));
    QPushButton *const copy = button(QStringLiteral("Copied"));
    QVERIFY(copy != nullptr);
    QCOMPARE(copy->accessibleName(), QStringLiteral("Copied"));
    QTRY_COMPARE(copy->text(), QStringLiteral("Copy"));
    QCOMPARE(copy->accessibleName(), QStringLiteral("Copy the command"));
}

void TestWelcome::whatCannotBeDoneSaysWhy()
{
    QPushButton *const demo = button(QStringLiteral("See one working now"));
    EngineStatus status;
    status.takenPort = TakenPort{8090, false, 812, QStringLiteral("nginx"), 8092};
    emit m_window->facts().statusChanged(status);
    QVERIFY(!demo->isEnabled());
    for (const QString &reason : {demo->toolTip(), demo->statusTip()}) {
        QVERIFY2(reason.contains(QStringLiteral("Port 8090 is used by nginx (PID 812)")),
                 qPrintable(reason));
    }
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QVERIFY(demo->isEnabled());
    QCOMPARE(demo->toolTip(), QString());
    QCOMPARE(demo->statusTip(), QString());
}

void TestWelcome::theFirstStepHasTheFocus()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    const QPushButton *const demo = button(QStringLiteral("See one working now"));
    QCOMPARE(m_window->focusWidget(), demo);
    const QSignalSpy added(&m_window->requests(), &Requests::additionRequested);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(added.size(), 1);
    child<DestinationList>()->setFocus();
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QVERIFY(m_window->focusWidget() != demo); // once is enough
}

void TestWelcome::callsMoveTheStep_data()
{
    QTest::addColumn<ApiCall>("made");
    QTest::addColumn<CallStep::State>("state");
    using State = CallStep::State;
    QTest::newRow("a new registration") << call("POST", "/webhooks", 201) << State::Taken;
    QTest::newRow("one that was there") << call("POST", "/webhooks", 200) << State::Taken;
    QTest::newRow("a list") << call("GET", "/webhooks", 200) << State::Waiting;
    QTest::newRow("an event") << call("POST", "/events", 202) << State::Waiting;
    QTest::newRow("a refused registration") << call("POST", "/webhooks", 415) << State::Refused;
    QTest::newRow("a wrong path") << call("POST", "/webhook", 404) << State::Refused;
    QTest::newRow("what is not HTTP") << call({}, {}, 400) << State::Refused;
}

void TestWelcome::callsMoveTheStep()
{
    QFETCH(ApiCall, made);
    QFETCH(CallStep::State, state);
    QVERIFY(after({}, made).state == state);
}

void TestWelcome::aRefusalSaysWhatIsWrong()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    QCOMPARE(outcome(CommandStep), QStringLiteral("Waiting for the call…"));
    ApiCall refused = call("POST", "/webhooks", 415);
    refused.sentence = QStringLiteral("The body is not JSON.");
    refused.hint = QStringLiteral("Add <b>a header</b>.");
    emit m_window->facts().callsAnswered({refused});
    QCOMPARE(outcome(CommandStep),
             QStringLiteral("POST /webhooks was refused with 415. The body is not JSON. "
                            "Add <b>a header</b>."));
}

void TestWelcome::aTakenCallStaysTaken()
{
    const CallStep taken = after({}, call("POST", "/webhooks", 201));
    QVERIFY(after(taken, call("POST", "/webhooks", 415)) == taken);
    const CallStep refused = after({}, call("POST", "/webhooks", 415));
    QVERIFY(after(refused, call("POST", "/webhooks", 201)) == taken);
}

void TestWelcome::theTickStaysUntilTheLogIsWanted_data()
{
    QTest::addColumn<bool>("isCallFirst");
    QTest::addColumn<bool>("isLeftByButton");
    QTest::newRow("told of the call first, left by its button") << true << true;
    QTest::newRow("told of the destination first, left for a destination") << false << false;
}

void TestWelcome::theTickStaysUntilTheLogIsWanted()
{
    QFETCH(bool, isCallFirst);
    QFETCH(bool, isLeftByButton);
    Facts &facts = m_window->facts();
    emit facts.statusChanged(Testing::listeningEngine());
    if (isCallFirst)
        emit facts.callsAnswered({call("POST", "/webhooks", 201)});
    emit facts.destinationsChanged({joe()});
    if (!isCallFirst)
        emit facts.callsAnswered({call("POST", "/webhooks", 201)});
    QVERIFY(child<WelcomePage>()->isVisible());
    if (isLeftByButton) {
        click(QStringLiteral("Show the log"));
    } else {
        auto *const list = child<DestinationList>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).center());
    }
    QVERIFY(!child<WelcomePage>()->isVisible());
    QVERIFY(child<LogPanel>()->isVisible());
}

void TestWelcome::theCallsTickTellsTheAnswer()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    emit m_window->facts().destinationsChanged({joe()});
    emit m_window->facts().callsAnswered({call("POST", "/webhooks", 201)});
    QCOMPARE(outcome(CommandStep), QStringLiteral("joe is registered."));
    Attempt sent = Testing::attempt(1);
    sent.destination = joe().destination.id;
    sent.destinationName = joe().destination.name;
    emit m_window->facts().attemptsRecorded({sent});
    QCOMPARE(outcome(CommandStep), QStringLiteral("joe is registered."));
    sent.outcome = AttemptOutcome::Delivered;
    sent.status = 200;
    emit m_window->facts().attemptsRecorded({sent});
    QCOMPARE(outcome(CommandStep), QStringLiteral("joe is registered; 200 OK after 84.0\u00a0ms."));
    sent.status = 204;
    emit m_window->facts().attemptsRecorded({sent});
    QVERIFY(outcome(CommandStep).contains(QStringLiteral("200 OK")));
}

void TestWelcome::aRegistrationThatFailsIsNoSuccess()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    emit m_window->facts().destinationsChanged({joe()});
    const Step *const step = child<WelcomePage>()->findChildren<Step *>().at(CommandStep);
    QVERIFY(step->shape() == Glyph::Delivered);
    Attempt failed = Testing::attempt(1, AttemptOutcome::Temporary);
    failed.destination = joe().destination.id;
    failed.destinationName = joe().destination.name;
    emit m_window->facts().attemptsRecorded({failed});
    QVERIFY(step->outcome().contains(QStringLiteral("connection refused")));
    QVERIFY(step->shape() == Glyph::Warning);
    emit m_window->facts().callsAnswered({call("POST", "/webhooks", 415)});
    QVERIFY(step->outcome().contains(QStringLiteral("connection refused")));
}

void TestWelcome::whatWasThereShowsNoSteps()
{
    DestinationStatus old = joe();
    old.destination.createdAt = Testing::destination(1, {}).destination.createdAt;
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    emit m_window->facts().destinationsChanged({old});
    QVERIFY(!child<WelcomePage>()->isVisible());
}

void TestWelcome::theDemoIsTestedOnceItIsThere()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    const QSignalSpy added(&m_window->requests(), &Requests::additionRequested);
    const QSignalSpy tested(&m_window->requests(), &Requests::testRequested);
    click(QStringLiteral("See one working now"));
    QCOMPARE(added.size(), 1);
    QCOMPARE(tested.size(), 0);
    emit m_window->facts().destinationsChanged({demo()});
    QVERIFY(child<WelcomePage>()->isVisible());
    QCOMPARE(tested.size(), 1);
    QVERIFY(tested.at(0).at(0).value<DestinationId>() == DestinationId{1});
    emit m_window->facts().destinationsChanged({demo()});
    QCOMPARE(tested.size(), 1);
}

void TestWelcome::aDemoThatIsThereIsTestedAtOnce()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    emit m_window->facts().destinationsChanged({demo()});
    child<WelcomeDesk>()->firstSteps->trigger();
    const QSignalSpy added(&m_window->requests(), &Requests::additionRequested);
    const QSignalSpy tested(&m_window->requests(), &Requests::testRequested);
    click(QStringLiteral("See one working now"));
    QCOMPARE(added.size(), 0);
    QCOMPARE(tested.size(), 1);
    QVERIFY(child<WelcomePage>()->isVisible());
}

void TestWelcome::theDemosAnswerTicksItsStep()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    Attempt answered = Testing::attempt(1, AttemptOutcome::Delivered, 200);
    emit m_window->facts().attemptsRecorded({answered});
    QCOMPARE(outcome(0), QString());
    answered.url = demo().destination.url;
    emit m_window->facts().attemptsRecorded({answered});
    QCOMPARE(outcome(0), QStringLiteral("The demo has answered 200 OK."));
}

void TestWelcome::theDemosRowsAreSeenWithoutAnotherClick()
{
    emit m_window->facts().statusChanged(Testing::listeningEngine());
    click(QStringLiteral("See one working now"));
    emit m_window->facts().destinationsChanged({demo()});
    Capture received = Testing::capture(1);
    received.delivery = DeliveryId{1};
    Capture other = Testing::capture(2);
    other.delivery = DeliveryId{2};
    emit m_window->facts().capturesRecorded({received, other});
    const Step *const step = child<WelcomePage>()->findChildren<Step *>().first();
    QVERIFY(step->rows().isEmpty());
    Attempt answered = Testing::attempt(1, AttemptOutcome::Delivered, 200);
    answered.url = demo().destination.url;
    for (int again = 0; again < 2; ++again) {
        emit m_window->facts().attemptsRecorded({answered});
        QCOMPARE(step->rows().size(), 2);
        QVERIFY2(step->rows().first().contains(QStringLiteral("200 OK")),
                 qPrintable(step->rows().first()));
        QVERIFY2(step->rows().last().contains(QStringLiteral("demo")),
                 qPrintable(step->rows().last()));
    }
    QCoreApplication::processEvents();
    for (const QLabel *const label : step->findChildren<QLabel *>())
        QVERIFY2(!label->isHidden() && label->visibleRegion().boundingRect() == label->rect(),
                 qPrintable(label->text()));
}

void TestWelcome::theClipboardsAddressIsFilledIn()
{
    QGuiApplication::clipboard()->setText(QStringLiteral(" https://example.com/hooks\n"));
    click(QStringLiteral("Add destination…"));
    auto *const dialog = child<DestinationDialog>();
    QVERIFY(dialog != nullptr);
    QStringList texts;
    for (const QLineEdit *const edit : dialog->findChildren<QLineEdit *>())
        texts.append(edit->text());
    QVERIFY(texts.contains(QStringLiteral("https://example.com/hooks")));
}

void TestWelcome::theStepsCanBeSeenAgain()
{
    emit m_window->facts().destinationsChanged({Testing::destination(1, QStringLiteral("joe"))});
    QVERIFY(!child<WelcomePage>()->isVisible());
    child<WelcomeDesk>()->firstSteps->trigger();
    QVERIFY(child<WelcomePage>()->isVisible());
    click(QStringLiteral("Show the log"));
    QVERIFY(!child<WelcomePage>()->isVisible());
}

void TestWelcome::nothingIsSaidBeforeTheLogIsRead_data()
{
    QTest::addColumn<QList<Attempt>>("rows");
    QTest::newRow("a log without rows") << QList<Attempt>();
    QTest::newRow("a log with a row") << QList<Attempt>{Testing::attempt(1)};
}

void TestWelcome::nothingIsSaidBeforeTheLogIsRead()
{
    QFETCH(QList<Attempt>, rows);
    const QTemporaryDir folder;
    MainWindow window(Testing::settingsIn(folder), m_logName);
    const auto *const steps = window.findChild<WelcomePage *>();
    const auto *const list = window.findChild<LogPanel *>();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(!steps->isVisible() && list->isVisible());
    emit window.facts().statusChanged(Testing::listeningEngine());
    emit window.facts().logOpened(); // And nobody answers yet.
    QCoreApplication::processEvents();
    QVERIFY(!steps->isVisible() && list->isVisible());
    Testing::StandInLog log;
    log.record(rows);
    log.serve(window);
    QTRY_VERIFY(window.findChild<LogModel *>()->isRead());
    QCOMPARE(steps->isVisible(), rows.isEmpty());
    QCOMPARE(list->isVisible(), !rows.isEmpty());
}

/// The log may have been read before the engine tells of them.
void TestWelcome::destinationsWithoutRowsShowNoSteps()
{
    const QTemporaryDir folder;
    MainWindow window(Testing::settingsIn(folder), m_logName);
    const auto *const steps = window.findChild<WelcomePage *>();
    window.show();
    Testing::StandInLog log;
    log.serve(window);
    QTRY_VERIFY(window.findChild<LogModel *>()->isRead());
    QVERIFY(!steps->isVisible());
    emit window.facts().destinationsChanged({joe()});
    emit window.facts().statusChanged(Testing::listeningEngine());
    QVERIFY(!steps->isVisible());
    emit window.facts().destinationsForgotten({joe().destination.id});
    QVERIFY(steps->isVisible());
}

/// For ever, were it not said.
void TestWelcome::aLogThatCannotBeReadSaysWhy()
{
    const QTemporaryDir folder;
    MainWindow window(Testing::settingsIn(folder), m_logName);
    window.show();
    const auto *const list = window.findChild<LogPanel *>();
    QVERIFY(list->isVisible());
    EngineStatus status = Testing::listeningEngine();
    status.isRunning = false;
    status.trouble = QStringLiteral("The directory /a cannot be used: Read-only file system.");
    emit window.facts().statusChanged(status);
    const auto isSaid = [&window, &status] {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&status](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("The log cannot"))
                && label->text().contains(status.trouble);
        });
    };
    QVERIFY(isSaid() && !list->isVisible());
    status.isRunning = true;
    status.trouble.clear();
    emit window.facts().statusChanged(status);
    QVERIFY(!isSaid() && list->isVisible());
}

void TestWelcome::aLogThatIsReadForLongSaysSo()
{
    const QTemporaryDir folder;
    MainWindow window(Testing::settingsIn(folder), m_logName);
    const auto *const list = window.findChild<LogPanel *>();
    const auto isSaid = [list] {
        const auto labels = list->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Reading the log…");
        });
    };
    window.show();
    list->findChild<QTimer *>(QStringLiteral("reading"))->setInterval(0);
    QTRY_VERIFY(isSaid());
    for (const char *const text : {"Send a test", "Clear filter", "Look in the bodies"}) {
        const auto buttons = list->findChildren<QPushButton *>();
        for (const QPushButton *const one : buttons)
            QVERIFY(one->text() != QString::fromUtf8(text) || !one->isVisible());
    }
    Testing::StandInLog log;
    log.record(QList<Attempt>{Testing::attempt(1)});
    log.serve(window);
    QTRY_VERIFY(window.findChild<LogModel *>()->isRead());
    QVERIFY(!isSaid());
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
