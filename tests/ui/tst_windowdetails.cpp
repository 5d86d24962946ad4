// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pausereason.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/deliveries/deliverydesk.h"
#include "ui/deliveries/keepdesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detaildesk.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/detailsplitter.h"
#include "ui/detail/diffview.h"
#include "ui/detail/findbar.h"
#include "ui/detail/messageview.h"
#include "ui/detail/overview.h"
#include "ui/detail/recorddesk.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logcolumns.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/elidedlabel.h"
#include "ui/look/fieldtable.h"
#include "ui/look/format.h"
#include "ui/requests.h"
#include "ui/statusline.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <sys/stat.h>

using namespace Core;
using Gui::DetailPane;
using Gui::LogDesk;
using Gui::LogView;
using Gui::Requests;
using Testing::attempt;
using Testing::destination;

/// What the window shows of the chosen row.
class TestWindowDetails final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void choosingARowAsksForItsRecord();
    void anotherRowsRecordIsNotShown();
    void aLateRecordLeavesNoOldOne();
    void aCancelledDeliveryIsLookedUpAgain();
    void aBodyThatComesLaterIsShown();
    void whatWaitsIsLookedUpWhenItsDestinationChanges();
    void whatTheFilterHidesIsNotShown();
    void anOlderTryTellsWhatTheNextOneBrought();
    void aFailureLeadsToItsDestination();
    void whatA410HasPausedCanBeResumed();
    void anEventsDetailsTellOfItsWorstAttempt();
    void whatIsCopiedIsTold();
    void secretsAreShownAllOverOnDemand();
    void aBodyIsSavedByteForByte();
    void allOfItsButtonOpensTheCopyMenu();
    void twoChosenRowsAreCompared();
    void oneOfTwoEndsTheComparison();
    void severalSelectedRowsAreCounted();
    void nothingIsDoneToRowsThatAreNotSelected();
    void detailsStandBelowOrBeside();
    void sizesSuitThatWereChosenUnseen();
    void whatIsCopiedOfAHeaderIsTold();
    void hiddenDetailsStayHidden();
    void whatNeedsTheDetailsShowsThem();
};

void TestWindowDetails::choosingARowAsksForItsRecord()
{
    const QSignalSpy attempts(&m_window->requests(), &Requests::attemptRecordRequested);
    const QSignalSpy captures(&m_window->requests(), &Requests::captureRecordRequested);
    emit m_window->facts().attemptsRecorded({attempt(1), attempt(2)});
    emit m_window->facts().capturesRecorded({Testing::capture(9)});
    child<Gui::LogPanel>()->step(0);
    QCOMPARE(captures.at(0).at(0).value<Core::CaptureId>().value, 9);
    child<LogDesk>()->previousRow->trigger();
    QCOMPARE(attempts.at(0).at(0).value<Core::AttemptId>().value, 2);
    child<LogDesk>()->nextRow->trigger();
    QCOMPARE(captures.size(), 2);
}

void TestWindowDetails::anotherRowsRecordIsNotShown()
{
    emit m_window->facts().attemptsRecorded({attempt(1), attempt(2)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1);
    emit m_window->facts().attemptLoaded(record);
    QVERIFY(!child<Gui::DetailPane>()->isTabVisible(Gui::DetailPane::RequestTab));
    record.attempt = attempt(2);
    emit m_window->facts().attemptLoaded(record);
    QVERIFY(child<Gui::DetailPane>()->isTabVisible(Gui::DetailPane::RequestTab));
}

void TestWindowDetails::aLateRecordLeavesNoOldOne()
{
    emit m_window->facts().attemptsRecorded({attempt(1), attempt(2)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(2);
    emit m_window->facts().attemptLoaded(record);
    child<LogDesk>()->previousRow->trigger();
    QVERIFY(child<Gui::DetailPane>()->isTabVisible(Gui::DetailPane::RequestTab));
    QTRY_VERIFY(!child<Gui::DetailPane>()->isTabVisible(Gui::DetailPane::RequestTab));
}

void TestWindowDetails::aCancelledDeliveryIsLookedUpAgain()
{
    emit m_window->facts().deliveriesCancelled({}); // Nothing is shown yet.
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptsRecorded({record.attempt});
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(record);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    emit m_window->facts().deliveriesCancelled({});
    QTRY_COMPARE(asked.size(), 1);
}

void TestWindowDetails::aBodyThatComesLaterIsShown()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.attempt.responseBytes = 0;
    emit m_window->facts().attemptsRecorded({record.attempt});
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(record);
    const auto *const model = child<LogView>()->model();
    const auto size = [model] { return model->index(0, Gui::SizeColumn).data().toString(); };
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    record.attempt.responseBytes = 700;
    QVERIFY(size() != Gui::sizeText(700));
    emit m_window->facts().responsesKept({record.attempt});
    QTRY_COMPARE(size(), Gui::sizeText(700));
    QCOMPARE(model->rowCount(), 1);
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().value<AttemptId>() == record.attempt.id);
}

void TestWindowDetails::whatWaitsIsLookedUpWhenItsDestinationChanges()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    emit m_window->facts().attemptsRecorded({record.attempt});
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(record);
    auto *const refresh = child<Gui::RecordDesk>()->findChild<QTimer *>(QStringLiteral("refresh"));
    DestinationStatus own = Testing::destination(1, QStringLiteral("orders"));
    own.destination.id = record.attempt.destination;
    emit m_window->facts().destinationsChanged({own});
    QVERIFY2(!refresh->isActive(), "it waits for nothing");
    record.dueAt = record.attempt.startedAt + Milliseconds{60'000};
    emit m_window->facts().attemptLoaded(record);
    DestinationStatus other = own;
    other.destination.id.value += 1;
    emit m_window->facts().destinationsChanged({other});
    QVERIFY(!refresh->isActive());
    emit m_window->facts().destinationsChanged({own});
    QVERIFY(refresh->isActive());
}

void TestWindowDetails::whatTheFilterHidesIsNotShown()
{
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Failed, 404)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 404);
    emit m_window->facts().attemptLoaded(record);
    const QAction *const pin = child<Gui::KeepDesk>()->pin;
    const QAction *const copy = child<Gui::RecordDesk>()->copyAs;
    QVERIFY(pin->isEnabled() && copy->isEnabled());
    auto *const filter = child<Gui::FilterField>();
    filter->setFilterText(QStringLiteral("matches-nothing"));
    QTRY_VERIFY(!child<DetailPane>()->record());
    QVERIFY(!pin->isEnabled() && !copy->isEnabled());
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    filter->setFilterText({});
    QTRY_COMPARE(asked.size(), 1);
    emit m_window->facts().attemptLoaded(record);
    QVERIFY(child<DetailPane>()->record().has_value());
    QVERIFY(pin->isEnabled() && copy->isEnabled());
}

void TestWindowDetails::anOlderTryTellsWhatTheNextOneBrought()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 500);
    record.requestBody = "{}";
    emit m_window->facts().attemptsRecorded({record.attempt});
    child<Gui::LogPanel>()->step(0);
    emit m_window->facts().attemptLoaded(record);
    child<DetailPane>()->setCurrentTab(DetailPane::RequestTab);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    const QSignalSpy kinAsked(&m_window->requests(), &Requests::kinRequested);
    Attempt second = attempt(2, AttemptOutcome::Temporary, 503);
    second.delivery = record.attempt.delivery;
    second.number = 2;
    emit m_window->facts().attemptsRecorded({second});
    emit m_window->facts().attemptsRecorded({second, attempt(3)});
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(asked.at(0).at(0).value<AttemptId>() == record.attempt.id);
    record.nextStep = NextStep::Delivered;
    emit m_window->facts().attemptLoaded(record);
    QCOMPARE(kinAsked.size(), 1);
    Kin kin;
    kin.row = LogKey::of(record.attempt.id);
    kin.tries = {record.attempt, second};
    kin.nextAt = second.startedAt;
    emit m_window->facts().kinFound(kin);
    QStringList said;
    for (const QLabel *const label : child<Gui::Overview>()->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.filter(QRegularExpression(QStringLiteral("Try 2 at .*: 503 Service"))).size()
            == 1);
    QVERIFY(said.filter(QStringLiteral("ext try")).isEmpty());
}

void TestWindowDetails::whatA410HasPausedCanBeResumed()
{
    showThree();
    const auto resume = [this]() -> QToolButton * {
        const auto links = child<Gui::Overview>()->findChildren<QToolButton *>();
        const auto found = std::find_if(links.begin(), links.end(), [](const QToolButton *link) {
            return !link->isHidden() && link->text() == QStringLiteral("Resume destination");
        });
        return found == links.end() ? nullptr : *found;
    };
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 410);
    record.attempt.destination = DestinationId{2};
    emit m_window->facts().attemptsRecorded({record.attempt});
    child<Gui::DetailDesk>()->goTo(LogKey::of(AttemptId{1}));
    emit m_window->facts().attemptLoaded(record);
    QVERIFY(resume() == nullptr);
    DestinationStatus paused = Testing::destination(2, QStringLiteral("billing"));
    paused.destination.state = DestinationState::Paused;
    paused.destination.pauseReason = GoneReason;
    emit m_window->facts().destinationsChanged({paused});
    QVERIFY(resume() != nullptr);
    const QSignalSpy resumed(&m_window->requests(), &Gui::Requests::resumeRequested);
    resume()->click();
    QCOMPARE(resumed.size(), 1);
    QVERIFY(resumed.first().first().value<DestinationId>() == DestinationId{2});
    paused.destination.state = DestinationState::Active;
    paused.destination.pauseReason.clear();
    emit m_window->facts().destinationsChanged({paused});
    QVERIFY(resume() == nullptr);
    paused.destination.state = DestinationState::Paused;
    emit m_window->facts().destinationsChanged({paused});
    QVERIFY2(resume() == nullptr, "a person has paused it");
}

void TestWindowDetails::aFailureLeadsToItsDestination()
{
    showThree();
    const auto edit = [this](const Attempt &attempt) {
        emit m_window->facts().attemptsRecorded({attempt});
        child<Gui::DetailDesk>()->goTo(LogKey::of(attempt.id));
        AttemptRecord record;
        record.attempt = attempt;
        emit m_window->facts().attemptLoaded(record);
        const auto links = child<Gui::Overview>()->findChildren<QToolButton *>();
        const auto found = std::find_if(links.begin(), links.end(), [](const QToolButton *link) {
            return !link->isHidden() && link->text() == QStringLiteral("Edit destination…");
        });
        return found == links.end() ? nullptr : *found;
    };
    QVERIFY(edit(attempt(1, AttemptOutcome::Delivered, 200)) == nullptr);
    Attempt removed = attempt(2, AttemptOutcome::Failed, 404);
    removed.destination = DestinationId{99};
    QVERIFY(edit(removed) == nullptr);
    Attempt failed = attempt(3, AttemptOutcome::Temporary);
    failed.destination = DestinationId{2};
    QToolButton *const link = edit(failed);
    QVERIFY(link != nullptr);
    link->click();
    const auto *const dialog = child<Gui::DestinationDialog>();
    QVERIFY(dialog != nullptr);
    const auto fields = dialog->findChildren<QLineEdit *>();
    QVERIFY(std::any_of(fields.begin(), fields.end(), [](const QLineEdit *field) {
        return field->text() == QStringLiteral("billing");
    }));
}

void TestWindowDetails::anEventsDetailsTellOfItsWorstAttempt()
{
    showThree();
    AttemptRecord failed;
    failed.attempt = attempt(1, AttemptOutcome::Failed, 404);
    failed.attempt.destinationName = QStringLiteral("billing");
    Attempt other = attempt(2, AttemptOutcome::Delivered, 200);
    other.event = failed.attempt.event;
    other.destination = DestinationId{3};
    other.url = QStringLiteral("https://elsewhere.example/");
    child<LogDesk>()->group->trigger();
    emit m_window->facts().attemptsRecorded({failed.attempt, other});
    const auto *const model = child<Gui::LogModel>();
    QTRY_COMPARE(model->rowCount(), 1);
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    child<Gui::LogPanel>()->step(0);
    QTRY_VERIFY(!asked.isEmpty());
    QTRY_VERIFY(asked.last().first().value<AttemptId>() == failed.attempt.id);
    emit m_window->facts().attemptLoaded(failed);
    QStringList said;
    for (const QLabel *const label : child<Gui::Overview>()->findChildren<QLabel *>())
        said.append(label->text());
    QCOMPARE(said.filter(QStringLiteral("2 destinations: 1 failed (billing)")).size(), 1);
    QCOMPARE(said.filter(QStringLiteral("“billing” answered 404")).size(), 1);
    child<Gui::RecordDesk>()->copyCurl->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(failed.attempt.url));
    const auto *const fact = std::get_if<Attempt>(model->factAt(0));
    QVERIFY(fact != nullptr && fact->url == model->index(0, Gui::TargetColumn).data().toString());
}

void TestWindowDetails::whatIsCopiedIsTold()
{
    emit m_window->facts().destinationsChanged({destination(1, QStringLiteral("orders"))});
    emit m_window->facts().attemptsRecorded({attempt(1)});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = attempt(1);
    emit m_window->facts().attemptLoaded(record);
    auto *const line = child<Gui::StatusLine>();
    const auto isTold = [line] {
        const auto labels = line->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Copied.");
        });
    };
    const auto *const desk = child<Gui::RecordDesk>();
    for (QAction *const copy :
         {desk->copyCurl, desk->copyJson, desk->copyMarkdown,
          child<Gui::DestinationDesk>()->copyUrl, child<Gui::DestinationDesk>()->copyCommand}) {
        QVERIFY(!isTold());
        copy->trigger();
        QVERIFY2(isTold(), qPrintable(copy->text()));
        line->findChild<QTimer *>()->start(0);
        QTRY_VERIFY(!isTold());
    }
}

void TestWindowDetails::secretsAreShownAllOverOnDemand()
{
    Attempt sent = attempt(1);
    sent.url = QStringLiteral("https://shop.example/in?token=abc");
    emit m_window->facts().attemptsRecorded({sent});
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record;
    record.attempt = sent;
    record.transcript.requestHeaders = {{"Authorization", "Bearer abc"}};
    emit m_window->facts().attemptLoaded(record);
    auto *const desk = child<Gui::RecordDesk>();
    QVERIFY(!desk->showSecrets->isChecked());
    const auto isTold = [this](const QString &text) {
        const auto labels = child<Gui::StatusLine>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    const auto copied = [desk] {
        desk->copyCurl->trigger();
        return QGuiApplication::clipboard()->text();
    };
    const auto target = [this] {
        const QAbstractItemModel &model = *child<Gui::LogPanel>()->view()->model();
        return model.index(0, Gui::TargetColumn).data().toString();
    };
    QVERIFY(!copied().contains(QStringLiteral("abc")));
    QVERIFY(isTold(QStringLiteral("Copied, with secrets masked.")));
    QVERIFY(!target().contains(QStringLiteral("abc")));
    desk->showSecrets->trigger();
    QVERIFY(copied().contains(QStringLiteral("Bearer abc")));
    QVERIFY(isTold(QStringLiteral("Copied.")));
    QVERIFY(target().contains(QStringLiteral("abc")));
    open();
    QVERIFY(!child<Gui::RecordDesk>()->showSecrets->isChecked());
}

void TestWindowDetails::aBodyIsSavedByteForByte()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.requestBody = QByteArray("one\r\ntwo\0\xff\xc3(\r\xef\xbb\xbf\n", 17);
    record.transcript.responseBody = QByteArray("\0\r\n\xfe", 4);
    showAttempt(record.attempt);
    emit m_window->facts().attemptLoaded(record);
    const QTemporaryDir folder;
    auto *const pane = child<DetailPane>();
    const auto save = [&](DetailPane::Tab tab, const QString &path) {
        pane->setCurrentTab(tab);
        child<Gui::RecordDesk>()->saveBody->trigger();
        auto *const dialog = pane->findChild<QFileDialog *>();
        // Another row in the meantime is not what was to be saved.
        pane->clearRecord();
        emit dialog->fileSelected(path);
        delete dialog;
        pane->showRecord(record);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    };
    const auto modeOf = [](const QString &path) {
        struct stat facts
        {
        };
        return ::stat(QFile::encodeName(path).constData(), &facts) == 0
            ? static_cast<int>(facts.st_mode & 07777U)
            : -1;
    };
    const QString path = folder.filePath(QStringLiteral("body.bin"));
    QCOMPARE(save(DetailPane::RequestTab, path), record.requestBody);
    QCOMPARE(modeOf(path), 0600);
    // What was there with other rights is replaced.
    QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::ReadOther));
    QCOMPARE(save(DetailPane::ResponseTab, path), record.transcript.responseBody);
    QCOMPARE(modeOf(path), 0600);
}

void TestWindowDetails::allOfItsButtonOpensTheCopyMenu()
{
    QMenu *const menu = child<Gui::RecordDesk>()->copyMenu();
    child<Gui::RecordDesk>()->copyAs->setEnabled(true);
    for (QToolButton *const button : child<DetailPane>()->findChildren<QToolButton *>()) {
        if (button->menu() != menu)
            continue;
        QCOMPARE(button->popupMode(), QToolButton::MenuButtonPopup);
        bool wasOpen = false;
        QTimer::singleShot(0, menu, [menu, &wasOpen] {
            wasOpen = menu->isVisible();
            menu->close();
        });
        button->click();
        QVERIFY(wasOpen);
        return;
    }
    QFAIL("No button opens it.");
}

/// None of them is the current one.
void TestWindowDetails::severalSelectedRowsAreCounted()
{
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Failed, 404),
                                             attempt(2, AttemptOutcome::Failed, 404),
                                             attempt(3, AttemptOutcome::Delivered, 200)});
    auto *const view = child<LogView>();
    QTRY_COMPARE(view->model()->rowCount(), 3);
    const auto isTold = [this](const QString &text) {
        const auto labels = child<Gui::DetailPane>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text().startsWith(text); });
    };
    QVERIFY(isTold(QStringLiteral("Choose a row")));
    view->selectAll();
    QVERIFY(isTold(QStringLiteral("3 rows are selected.")));
    child<Gui::FilterField>()->setFilterText(QStringLiteral("status:404"));
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QTRY_VERIFY(isTold(QStringLiteral("2 rows are selected.")));
    QVERIFY(child<Gui::DeliveryDesk>()->resend->isEnabled());
    view->clearSelection();
    QVERIFY(isTold(QStringLiteral("Choose a row")));
}

void TestWindowDetails::nothingIsDoneToRowsThatAreNotSelected()
{
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Failed, 404), attempt(2, AttemptOutcome::Delivered, 200)});
    auto *const view = child<LogView>();
    QTRY_COMPARE(view->model()->rowCount(), 2);
    QItemSelectionModel *const selection = view->selectionModel();
    selection->select(view->model()->index(0, 0),
                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(!view->currentIndex().isValid());
    const QAction *const resend = child<Gui::DeliveryDesk>()->resend;
    const QAction *const pin = child<Gui::KeepDesk>()->pin;
    QVERIFY(resend->isEnabled() && pin->isEnabled());
    child<Gui::FilterField>()->setFilterText(QStringLiteral("status:200"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QTRY_VERIFY(!selection->hasSelection());
    QTRY_VERIFY(!resend->isEnabled() && !pin->isEnabled());
    // It is selected again as soon as it is listed.
    child<Gui::FilterField>()->setFilterText({});
    QTRY_VERIFY(resend->isEnabled() && pin->isEnabled());
}

void TestWindowDetails::twoChosenRowsAreCompared()
{
    showThree();
    emit m_window->facts().attemptsRecorded({Testing::attempt(1, AttemptOutcome::Failed, 404),
                                             Testing::attempt(2, AttemptOutcome::Failed, 404),
                                             Testing::attempt(3, AttemptOutcome::Failed, 404)});
    QCoreApplication::processEvents();
    const QAction *const compare = child<Gui::DetailDesk>()->compare;
    auto *const view = child<LogView>();
    view->selectAll();
    QVERIFY(!compare->isEnabled());
    QCOMPARE(compare->toolTip(), QStringLiteral("Choose exactly two rows first"));
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(!compare->isEnabled());
    view->selectionModel()->select(view->model()->index(2, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QVERIFY(compare->isEnabled());
    QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(child<DetailPane>()->currentTab(), DetailPane::DiffTab);
    QSet<qint64> rows;
    for (const QList<QVariant> &arguments : asked)
        rows.insert(arguments.first().value<AttemptId>().value);
    QCOMPARE(rows, (QSet<qint64>{1, 3}));
}

/// Whoever chooses one of the two alone is shown that one, and what it differs in from before it.
void TestWindowDetails::oneOfTwoEndsTheComparison()
{
    showThree();
    QList<Attempt> attempts;
    for (const qint64 number : {1, 2, 3})
        attempts.append(Testing::attempt(number, AttemptOutcome::Failed, 404));
    emit m_window->facts().attemptsRecorded(attempts);
    QCoreApplication::processEvents();
    auto *const view = child<LogView>();
    const auto click = [view](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers,
                          view->visualRect(view->model()->index(row, 1)).center());
    };
    click(1, Qt::NoModifier);
    click(2, Qt::ControlModifier);
    emit m_window->facts().attemptLoaded(Testing::recordOf(attempts.at(2)));
    child<Gui::DetailDesk>()->compare->trigger();
    for (const Attempt &attempt : std::as_const(attempts))
        emit m_window->facts().attemptLoaded(Testing::recordOf(attempt));
    Kin kin;
    kin.row = LogKey::of(AttemptId{3});
    kin.previousRequest = LogKey::of(AttemptId{1});
    emit m_window->facts().kinFound(kin);
    const auto title
        = [this] { return child<Gui::DiffView>()->findChild<Gui::ElidedLabel *>()->toolTip(); };
    const auto names = [&title](const Attempt &attempt) {
        return title().contains(Gui::momentText(attempt.startedAt));
    };
    QTRY_VERIFY2(names(attempts.at(1)) && names(attempts.at(2)), qPrintable(title()));
    click(2, Qt::NoModifier);
    QCOMPARE(view->selectedKeys().size(), 1);
    emit m_window->facts().attemptLoaded(Testing::recordOf(attempts.at(0)));
    QTRY_VERIFY2(names(attempts.at(0)) && names(attempts.at(2)), qPrintable(title()));
    QVERIFY2(!names(attempts.at(1)), qPrintable(title()));
}

/// The list has the larger part, whatever the two want at least.
void TestWindowDetails::sizesSuitThatWereChosenUnseen()
{
    QWidget room;
    auto *const layout = new QVBoxLayout(&room);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *const halves = new Gui::DetailSplitter;
    layout->addWidget(halves);
    for (const int least : {300, 450}) {
        auto *const half = new QWidget;
        half->setMinimumWidth(least);
        halves->addWidget(half);
    }
    halves->setBeside(true);
    room.resize(1200, 600);
    room.show();
    QCoreApplication::processEvents();
    QVERIFY(halves->sizes().constFirst() > halves->sizes().constLast());
}

void TestWindowDetails::detailsStandBelowOrBeside()
{
    m_window->resize(1280, 800);
    showAttempt(attempt(1));
    QAction *const beside = child<Gui::Actions>()->detailsBeside;
    const auto *const details = child<DetailPane>();
    const auto *const list = child<Gui::LogPanel>();
    auto *rows = child<Gui::DetailSplitter>();
    const auto isBeside
        = [details, list] { return details->geometry().left() > list->geometry().right(); };
    QVERIFY(!isBeside());
    rows->setSizes({300, 250});
    const QList<int> below = rows->sizes();
    beside->trigger();
    QVERIFY(isBeside());
    QVERIFY(list->width() >= 400 && details->width() >= 300);
    QCOMPARE(m_window->width(), 1280);
    rows->setSizes({rows->width() - 380, 380});
    const QList<int> wide = rows->sizes();
    beside->trigger();
    QVERIFY(!isBeside());
    QCOMPARE(rows->sizes(), below);
    beside->trigger();
    QCOMPARE(rows->sizes(), wide);
    m_window->close();
    open();
    showAttempt(attempt(1));
    rows = child<Gui::DetailSplitter>();
    QVERIFY(child<Gui::Actions>()->detailsBeside->isChecked());
    QCOMPARE(rows->sizes(), wide);
    child<Gui::Actions>()->detailsBeside->trigger();
    QCOMPARE(rows->sizes(), below);
}

void TestWindowDetails::whatIsCopiedOfAHeaderIsTold()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1)});
    QCoreApplication::processEvents();
    child<Gui::LogPanel>()->step(0);
    AttemptRecord record = Testing::recordOf(attempt(1));
    record.transcript.requestHeaders = {{"X-Key", "s3cret"}, {"Host", "shop.example"}};
    emit m_window->facts().attemptLoaded(record);
    auto *const pane = child<DetailPane>();
    Gui::FieldTable &headers = *pane->request()->headers();
    const auto toldOf = [&](int row) {
        headers.setCurrentIndex(headers.model()->index(row, 0));
        headers.actions().constFirst()->trigger();
        QStringList texts;
        for (const QLabel *const label : child<Gui::StatusLine>()->findChildren<QLabel *>()) {
            if (label->text().startsWith(QStringLiteral("Copied")))
                texts.append(label->text());
        }
        return texts.join(u'|');
    };
    QCOMPARE(toldOf(0), QStringLiteral("Copied, with secrets masked."));
    QCOMPARE(toldOf(1), QStringLiteral("Copied."));
}

void TestWindowDetails::hiddenDetailsStayHidden()
{
    showAttempt(attempt(1));
    child<DetailPane>()->setFocus();
    const QList<int> sizes = child<Gui::DetailSplitter>()->sizes();
    QTest::keyClick(m_window.get(), Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!child<DetailPane>()->isVisible());
    QCOMPARE(m_window->focusWidget(), child<LogView>());
    for (int i = 0; i < 4; ++i) {
        child<Gui::Actions>()->nextPane->trigger();
        QVERIFY(!child<DetailPane>()->isAncestorOf(m_window->focusWidget()));
    }
    m_window->close();
    open();
    showAttempt(attempt(1));
    QVERIFY(!child<DetailPane>()->isVisible());
    QVERIFY(!child<Gui::Actions>()->details->isChecked());
    child<Gui::Actions>()->details->trigger();
    QVERIFY(child<DetailPane>()->isVisible());
    QCOMPARE(child<Gui::DetailSplitter>()->sizes(), sizes);
}

void TestWindowDetails::whatNeedsTheDetailsShowsThem()
{
    showAttempt(attempt(1));
    const auto *const details = child<DetailPane>();
    QAction *const shown = child<Gui::Actions>()->details;
    shown->setChecked(false);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
    QVERIFY(details->isVisible());
    QCOMPARE(details->currentTab(), DetailPane::RequestTab);
    shown->setChecked(false);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(details->isVisible());
    const Gui::FindBar *const finder = child<DetailPane>()->bodyInFront()->finder();
    QVERIFY(finder->isVisible() && finder->isAncestorOf(m_window->focusWidget()));
}

QTEST_MAIN(TestWindowDetails)
#include "tst_windowdetails.moc"
