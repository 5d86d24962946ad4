// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "tests/support/runningengine.h"
#include "tests/support/testreceiver.h"
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/historydesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationlist.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/mainwindow.h"
#include "ui/noticebar.h"
#include "ui/requests.h"
#include "ui/welcome/step.h"
#include "ui/welcome/welcomepage.h"

#include <QDialogButtonBox>
#include <QJsonArray>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace Core;
using Gui::LogModel;
using Gui::LogView;
using Gui::MainWindow;

namespace {

constexpr int Patience = 20'000; // of QTRY_*, for machines that are busy

} // namespace

/// The window, joined with a real engine as the program joins them.
class TestWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whoRegistersOverHttpIsShownWithItsAnswers();
    void theFirstStepsCommandIsACallThatTicksIt();
    void whatIsAskedForInTheWindowIsDone();
    void whatIsDeletedInTheWindowIsGone();
    void nothingIsDeletedOnceTheEndHasBegun();
    void whatIsRefusedIsTold();
    void whatIsEnteredWaitsUntilItIsTaken();
    void anEditedCopyArrivesWithItsHeaders();
    void aRefusedStartIsToldInABox();

private:
    QString firstStepsCommand() const;
    Gui::Step *commandStep() const;
    void run(const QString &command) const;
    int rowsWith(const QString &status) const;

    std::optional<QTemporaryDir> m_directory;
    std::optional<RunningEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::init()
{
    m_directory.emplace();
    EngineSettings settings = settingsFor(*m_directory);
    settings.heartbeat = Milliseconds{200};
    m_window = std::make_unique<MainWindow>(Testing::settingsIn(*m_directory));
    m_window->show();
    m_engine.emplace(settings, [this](Engine &engine) { joinWindow(*m_window, engine); });
    QVERIFY(!m_engine->status.apiUrl.isEmpty());
}

void TestWindow::cleanup()
{
    m_engine.reset();
    m_window.reset();
    m_directory.reset();
}

/// How many rows of the list say so.
int TestWindow::rowsWith(const QString &status) const
{
    const QAbstractItemModel *const model = m_window->findChild<LogView *>()->model();
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, LogModel::StatusColumn).data().toString() == status)
            ++count;
    }
    return count;
}

void TestWindow::whoRegistersOverHttpIsShownWithItsAnswers()
{
    const QString bin = m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo");
    const QByteArray joe = R"({"name": "joe", "destination": ")" + bin.toUtf8() + R"("})";
    QCOMPARE(m_engine->call("POST", QStringLiteral("/webhooks"), joe).status, 201);
    // An attempt and the capture of its bin, at the least.
    QTRY_VERIFY_WITH_TIMEOUT(rowsWith(QStringLiteral("200 OK")) >= 2, Patience);
    const QAbstractItemModel *const sidebar
        = m_window->findChild<Gui::DestinationList *>()->model();
    const auto isListed = [sidebar] {
        return !sidebar
                    ->match(sidebar->index(0, 0), Qt::DisplayRole, QStringLiteral("joe"), 1,
                            Qt::MatchExactly)
                    .isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isListed(), Patience);

    const QString failing = bin + QStringLiteral("?status=503");
    const QByteArray ann = R"({"name": "ann", "destination": ")" + failing.toUtf8() + R"("})";
    QCOMPARE(m_engine->call("POST", QStringLiteral("/webhooks"), ann).status, 201);
    QTRY_VERIFY_WITH_TIMEOUT(rowsWith(QStringLiteral("503 Unavailable")) >= 1, Patience);
}

/// As it stands in the window that nothing has happened in yet.
QString TestWindow::firstStepsCommand() const
{
    const auto *const page = m_window->findChild<Gui::WelcomePage *>();
    return page->isVisible() ? page->findChild<QPlainTextEdit *>()->toPlainText() : QString();
}

Gui::Step *TestWindow::commandStep() const
{
    return m_window->findChild<Gui::WelcomePage *>()->findChildren<Gui::Step *>().value(1);
}

/// In a shell, as a person would who has pasted it there.
void TestWindow::run(const QString &command) const
{
    QProcess shell;
    shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), command});
    QTRY_COMPARE_WITH_TIMEOUT(shell.state(), QProcess::NotRunning, Patience);
    QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
    QCOMPARE(shell.exitCode(), 0);
}

void TestWindow::theFirstStepsCommandIsACallThatTicksIt()
{
    const QString place = m_engine->status.apiUrl + QStringLiteral("/webhooks ");
    QTRY_VERIFY_WITH_TIMEOUT(firstStepsCommand().contains(place), Patience);
    const QString command = firstStepsCommand();
    QVERIFY(commandStep()->shape() == Gui::Glyph::InFlight);
    QString incomplete = command;
    incomplete.remove(QRegularExpression(QStringLiteral(",\\s*\"destination\": \"[^\"]*\"")));
    QVERIFY(incomplete != command);
    run(incomplete);
    QTRY_VERIFY_WITH_TIMEOUT(commandStep()->shape() == Gui::Glyph::Warning, Patience);
    QVERIFY2(commandStep()->outcome().contains(QStringLiteral("destination")),
             qPrintable(commandStep()->outcome()));
    QCOMPARE(firstStepsCommand(), command);
    run(command);
    QTRY_VERIFY_WITH_TIMEOUT(commandStep()->shape() == Gui::Glyph::Delivered, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        commandStep()->outcome().startsWith(QStringLiteral("joe is registered; 200 OK after ")),
        Patience);
}

void TestWindow::whatIsAskedForInTheWindowIsDone()
{
    Destination joe = Testing::destination(0, QStringLiteral("joe")).destination;
    joe.id = {};
    joe.url = m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo");
    emit m_window->requests().additionRequested(joe);
    const auto listed = [this] {
        return m_engine->call("GET", QStringLiteral("/webhooks"))
            .json()
            .value(QStringLiteral("data"))
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(listed().size(), 1, Patience);
    QCOMPARE(listed().at(0)[u"name"].toString(), QStringLiteral("joe"));
    const auto id = idFromString<DestinationKind>(listed().at(0)[u"id"].toString());
    QVERIFY(id);
    emit m_window->requests().pauseRequested(*id);
    QTRY_COMPARE_WITH_TIMEOUT(listed().at(0)[u"state"].toString(), QStringLiteral("paused"),
                              Patience);
}

void TestWindow::whatIsDeletedInTheWindowIsGone()
{
    const DestinationId joe
        = m_engine->add(m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo")).id;
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->captures.size() >= 2, Patience);
    emit m_window->requests().pauseRequested(joe);
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->latest.first().destination.state == DestinationState::Paused
                                 && m_engine->latest.first().inFlight == 0,
                             Patience);
    const auto attempts = [this] {
        return m_engine->call("GET", QStringLiteral("/attempts"))
            .json()
            .value(QStringLiteral("data"))
            .toArray()
            .size();
    };
    const LogModel &log = *m_window->findChild<LogModel *>();
    // One that was claimed along with the pause has not been sent.
    QTRY_COMPARE_WITH_TIMEOUT(log.foundCount(), attempts() + m_engine->captures.size(), Patience);
    m_window->findChild<LogView *>()->selectAll();
    m_window->findChild<Gui::HistoryDesk *>()->deleteRows->trigger();
    const QString name = QStringLiteral("deletion");
    QVERIFY(!m_window->findChild<Gui::NoticeBar *>(name)->notice().isEmpty());
    QVERIFY(attempts() > 0);
    m_window->findChild<QTimer *>(name)->start(0);
    QTRY_COMPARE_WITH_TIMEOUT(log.foundCount(), 0, Patience);
    QCOMPARE(log.totalCount(), 0);
    QCOMPARE(attempts(), 0);
}

/// What is still in flight then may take its time.
void TestWindow::nothingIsDeletedOnceTheEndHasBegun()
{
    m_engine->add(m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_engine->captures.isEmpty(), Patience);
    QList<ForgetAnswer> told;
    connect(&m_window->facts(), &Gui::Facts::historyForgotten, this,
            [&told](const ForgetAnswer &answer) { told.append(answer); });
    m_engine->get()->stop();
    const Time now = SystemClock().now();
    emit m_window->requests().forgettingRequested(
        {1, {LogKey::of(m_engine->captures.first().id)}, now});
    emit m_window->requests().clearingRequested(now);
    QCOMPARE(told.size(), 2);
    QVERIFY(told.at(0).error && told.at(1).error);
}

void TestWindow::whatIsRefusedIsTold()
{
    std::optional<Error> told;
    connect(&m_window->facts(), &Gui::Facts::refused, this,
            [&told](const Error &error) { told = error; });
    Destination metadata;
    metadata.name = QStringLiteral("metadata");
    metadata.url = QStringLiteral("http://169.254.169.254/");
    emit m_window->requests().additionRequested(metadata);
    QTRY_VERIFY_WITH_TIMEOUT(told.has_value(), Patience);
    QCOMPARE(told->code, ErrorCode::InvalidInput);
    QCOMPARE(told->field, QStringLiteral("destination"));
}

void TestWindow::whatIsEnteredWaitsUntilItIsTaken()
{
    m_window->findChild<Gui::DestinationDesk *>()->add->trigger();
    const QPointer<Gui::DestinationDialog> dialog = m_window->findChild<Gui::DestinationDialog *>();
    auto *const ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    dialog->setUrl(QStringLiteral("curl http://169.254.169.254/"));
    ok->click();
    QTRY_VERIFY_WITH_TIMEOUT(ok->isEnabled(), Patience);
    QVERIFY(dialog->isVisible());
    dialog->setUrl(m_engine->status.binUrl + QStringLiteral("/v1/webhooks/demo"));
    ok->click();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->latest.size(), 1, Patience);
}

void TestWindow::anEditedCopyArrivesWithItsHeaders()
{
    TestReceiver receiver;
    QVERIFY(receiver.start());
    const QByteArray joe = R"({"name": "joe", "heartbeat": "off", "destination": ")"
        + receiver.url().toUtf8() + R"(", "headers": {"X-Team": "blue", "X-Env": "test"}})";
    QCOMPARE(m_engine->call("POST", QStringLiteral("/webhooks"), joe).status, 201);
    m_engine->call("POST", QStringLiteral("/events"), R"({"type": "a.b", "data": 1})");
    const auto latest = [this] {
        Attempt found;
        for (const Attempt &attempt : m_engine->attempts) {
            if (attempt.outcome == AttemptOutcome::Delivered)
                found = attempt;
        }
        return found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!latest().id.isNull(), Patience);
    const Attempt original = latest();
    m_window->findChild<Gui::DeliveryDesk *>()->askForOriginal(original.id, *m_window);
    const auto dialog = [this] { return m_window->findChild<Gui::PublishDialog *>(); };
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), Patience);
    for (QPlainTextEdit *const edit : dialog()->findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == QStringLiteral("Headers"))
            edit->setPlainText(QStringLiteral("x-team: red\nX-Try: 2"));
    }
    Testing::button(*dialog(), QStringLiteral("Send"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 2, Patience);
    const auto wanted = [&receiver](qsizetype number) {
        const HeaderList headers = receiver.requests().at(number).headers;
        return QByteArrayList{headerValue(headers, "X-Team"), headerValue(headers, "X-Env"),
                              headerValue(headers, "X-Try")};
    };
    QCOMPARE(wanted(0), (QByteArrayList{"blue", "test", {}}));
    QCOMPARE(wanted(1), (QByteArrayList{"red", "test", "2"}));
    QCOMPARE(receiver.requests().at(1).body, receiver.requests().at(0).body);

    // Sent again it is the same, and whoever asks is told.
    QTRY_VERIFY_WITH_TIMEOUT(latest().event != original.event, Patience);
    const Attempt copy = latest();
    m_engine->call("POST", QStringLiteral("/deliveries/%1/resend").arg(toString(copy.delivery)),
                   R"({"force": true})");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.requests().size(), 3, Patience);
    QCOMPARE(wanted(2), wanted(1));
    const auto told = [this](const EventId &event) {
        return m_engine->call("GET", QStringLiteral("/events/") + event.text)
            .json()
            .value(QStringLiteral("headers"));
    };
    QCOMPARE(told(copy.event).toObject(),
             (QJsonObject{{QStringLiteral("x-team"), QStringLiteral("red")},
                          {QStringLiteral("X-Try"), QStringLiteral("2")}}));
    QVERIFY(told(original.event).isUndefined());
}

/// Somebody who clicks an icon sees no standard error.
void TestWindow::aRefusedStartIsToldInABox()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_directory->path());
    CommandLine line;
    line.engine = settingsFor(*m_directory);
    QString told;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [&told] {
        for (QWidget *const widget : QApplication::topLevelWidgets()) {
            auto *const box = qobject_cast<QMessageBox *>(widget);
            if (!box || box->objectName() != u"start-refused")
                continue;
            told = box->text();
            box->close();
        }
    });
    look.start(10);
    QCOMPARE(runDesktop(line), static_cast<int>(ExitCode::DataDirectoryInUse));
    for (const QString &part :
         {QString::number(QCoreApplication::applicationPid()), line.engine.dataDirectory,
          QStringLiteral("--data-dir"), m_engine->status.apiUrl})
        QVERIFY2(told.contains(part), qPrintable(told));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
