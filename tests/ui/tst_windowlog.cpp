// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/shortcutbook.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/filter/filterdesk.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/columndialog.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/log/pausenote.h"
#include "ui/requests.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Core;
using Gui::DetailPane;
using Gui::LogDesk;
using Gui::LogView;
using Gui::Requests;
using Gui::Sidebar;
using Testing::attempt;
using Testing::destination;

/// The log within the window: what is shown of it, and what is found again in the next run.
class TestWindowLog final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void choosingADestinationFiltersTheLog();
    void everythingIsShownAgain();
    void cellsBecomePartOfTheFilter();
    void detailsBecomePartOfTheFilter();
    void whatTheLogHasIsOfferedToTheFilter();
    void filtersAreKept();
    void keysOfFiltersAreKept();
    void whatWasLookedAtIsFoundAgain();
    void theFilterComesBackAsItWas();
    void whatIsSaidOfAFilterHidesNoRow();
    void whatWasLookedAtOutlivesACrash();
    void whoeverFollowedFollowsAgain();
    void whatIsForgottenIsNotChosenAgain();
    void anotherLogIsNotReadLikeThis();
    void eachHeartbeatIsShownWhenAskedFor();
    void columnsAreChosenFromAMenu();
    void theListIsSortedFromTheMenu();
    void theEventTakesWhatRoomThereIs();
    void widthsYieldAndComeBack();
    void aValueOfTheAnswerMayBeAColumn();
    void anyHeaderMayBeAColumn();
    void whatAPauseHoldsBackMayNotMatch();

private:
    void showMany(int count) const;
};

void TestWindowLog::showMany(int count) const
{
    QList<Attempt> attempts;
    for (int i = 1; i <= count; ++i)
        attempts.append(attempt(i, AttemptOutcome::Temporary, 503));
    emit m_window->facts().attemptsRecorded(attempts);
}

void TestWindowLog::choosingADestinationFiltersTheLog()
{
    showThree();
    Attempt other = attempt(2);
    other.destination = DestinationId{2};
    other.destinationName = QStringLiteral("billing");
    emit m_window->facts().attemptsRecorded({attempt(1), other, attempt(3)});
    auto *const filter = child<Gui::FilterField>();
    filter->setFilterText(QStringLiteral("invoice dest:legacy or is:new"));
    choose(2);
    QCOMPARE(filter->text(), QStringLiteral("(invoice dest:legacy or is:new) dest:billing"));
    filter->setFilterText(QStringLiteral("invoice dest:legacy"));
    QCOMPARE(child<Sidebar>()->chosen().isNull(), true);
    QCOMPARE(filter->text(), QStringLiteral("invoice dest:legacy"));
    choose(2);
    QCOMPARE(filter->text(), QStringLiteral("invoice dest:billing"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 1);
    emit m_window->facts().destinationsForgotten({DestinationId{2}});
    QCOMPARE(child<Sidebar>()->chosen().isNull(), true);
    QCOMPARE(filter->text(), QStringLiteral("invoice"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 3);
}

void TestWindowLog::everythingIsShownAgain()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1), attempt(2)});
    choose(3);
    child<Gui::FilterField>()->setFilterText(QStringLiteral("xyzzy"));
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 0);
    child<LogDesk>()->clearFilter->trigger();
    QCOMPARE(child<Sidebar>()->chosen().isNull(), true);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
}

void TestWindowLog::cellsBecomePartOfTheFilter()
{
    emit m_window->facts().attemptsRecorded(
        {attempt(1, AttemptOutcome::Failed, 404), attempt(2, AttemptOutcome::Delivered, 200)});
    auto *const view = child<LogView>();
    auto *const desk = child<Gui::FilterDesk>();
    auto *const filter = child<Gui::FilterField>();
    QVERIFY(!desk->onlyThis->isEnabled());
    view->setCurrentIndex(view->model()->index(0, Gui::StatusColumn));
    QVERIFY(view->actions().contains(desk->onlyThis));
    QCOMPARE(desk->onlyThis->text(), QStringLiteral("&Only status:404"));
    filter->setFilterText(QStringLiteral("orders"));
    QTRY_VERIFY(!child<Gui::LogModel>()->isSearching());
    desk->addThis->trigger();
    QCOMPARE(filter->text(), QStringLiteral("orders status:404"));
    QTRY_COMPARE(view->model()->rowCount(), 1);
    view->setCurrentIndex(view->model()->index(0, Gui::PlaceColumn));
    desk->excludeThis->trigger();
    QCOMPARE(filter->text(), QStringLiteral("orders status:404 -dest:orders"));
    filter->setFilterText({});
    QTRY_COMPARE(view->model()->rowCount(), 2);
    view->setCurrentIndex(view->model()->index(1, Gui::EventColumn));
    desk->onlyThis->trigger();
    QCOMPARE(filter->text(), QStringLiteral("event:invoice.paid"));
    view->setCurrentIndex(view->model()->index(1, Gui::RequestSizeColumn));
    QVERIFY(!desk->onlyThis->isEnabled());
}

void TestWindowLog::detailsBecomePartOfTheFilter()
{
    auto *const detail = child<Gui::DetailPane>();
    const Gui::FieldChoice json{
        true, false, {QStringLiteral("data"), QStringLiteral("id")}, QStringLiteral("7")};
    const Gui::FieldChoice header{false, true, {QStringLiteral("Server")}, QStringLiteral("nginx")};
    emit detail->filterRequested(json, Gui::FilterUse::Only);
    emit detail->filterRequested(header, Gui::FilterUse::Exclude);
    QCOMPARE(child<Gui::FilterField>()->text(),
             QStringLiteral("json.data.id:7 -header.Server:/^nginx$/"));
    emit detail->columnRequested(json);
    emit detail->columnRequested(header);
    Gui::FieldChoice answered = json;
    answered.isOfResponse = true;
    emit detail->columnRequested(answered);
    QCOMPARE(child<Gui::LogPanel>()->fields(),
             (QList<LogField>{{LogField::Source::RequestJson, QStringLiteral("data.id")},
                              {LogField::Source::ResponseHeader, QStringLiteral("Server")},
                              {LogField::Source::ResponseJson, QStringLiteral("data.id")}}));
}

void TestWindowLog::whatTheLogHasIsOfferedToTheFilter()
{
    showThree();
    const QSignalSpy asked(&m_window->requests(), &Requests::filterValuesRequested);
    auto *const filter = child<Gui::FilterField>();
    QTest::keyClicks(filter, QStringLiteral("event:"));
    QVERIFY(!asked.isEmpty());
    const auto question = asked.last().first().value<Core::FilterValuesQuestion>();
    emit m_window->facts().filterValuesFound({question, {{QStringLiteral("invoice.paid"), 7}}});
    QCOMPARE(filter->popup()->model().rowCount(), 1);
    filter->popup()->takeChosen();
    QCOMPARE(filter->text(), QStringLiteral("event:invoice.paid "));
}

void TestWindowLog::filtersAreKept()
{
    auto *const filter = child<Gui::FilterField>();
    child<Gui::SavedFilters>()->add(QStringLiteral("Mine"), QStringLiteral("dest:mine"));
    filter->setFilterText(QStringLiteral("status:5xx"));
    QTest::keyClick(filter, Qt::Key_Return);
    m_window->close();
    open();
    QCOMPARE(child<Gui::FilterField>()->text(), QStringLiteral("status:5xx"));
    QCOMPARE(child<Gui::SavedFilters>()->actions().size(), 3);
    child<Gui::FilterField>()->popup()->open();
    QCOMPARE(child<Gui::FilterField>()->popup()->model().at(0).term, QStringLiteral("status:5xx"));
}

void TestWindowLog::keysOfFiltersAreKept()
{
    const auto filter = [this](int number) -> QAction & {
        return *child<Gui::SavedFilters>()->actions().at(number);
    };
    const QKeySequence usual(Qt::ALT | Qt::Key_F9);
    const QKeySequence own(Qt::ALT | Qt::Key_F8);
    child<Gui::SavedFilters>()->add(QStringLiteral("Mine"), QStringLiteral("dest:mine"));
    child<Gui::PreferencesDesk>()->shortcuts().assign(filter(0), usual);
    m_window->close();
    open();
    QCOMPARE(filter(0).shortcut(), usual);
    child<Gui::PreferencesDesk>()->shortcuts().assign(filter(2), own);
    m_window->close();
    open();
    QCOMPARE(filter(0).shortcut(), usual);
    QCOMPARE(filter(2).shortcut(), own);
}

void TestWindowLog::theFilterComesBackAsItWas()
{
    const QString text = QStringLiteral("dest:orders status:5xx -dest:x*");
    showThree();
    choose(1);
    child<Gui::FilterField>()->setFilterText(text);
    QCOMPARE(child<Sidebar>()->chosen().value, 1);
    m_window->close();
    open();
    showThree();
    QCOMPARE(child<Sidebar>()->chosen().value, 1);
    QCOMPARE(child<Gui::FilterField>()->text(), text);
    choose(2);
    QCOMPARE(child<Gui::FilterField>()->text(), QStringLiteral("status:5xx dest:billing"));
}

void TestWindowLog::whatWasLookedAtIsFoundAgain()
{
    showThree();
    showMany(100);
    choose(1);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 100);
    child<LogView>()->setCurrentIndex(child<LogView>()->model()->index(19, 0));
    m_window->close();
    open();
    const QSignalSpy asked(&m_window->requests(), &Requests::attemptRecordRequested);
    QCOMPARE(child<Gui::FilterField>()->filterText(), QStringLiteral("dest:orders"));
    showThree();
    QCOMPARE(child<Sidebar>()->chosen().value, 1);
    QTRY_COMPARE(child<LogView>()->currentIndex().row(), 19);
    QVERIFY(!child<LogView>()->isFollowing());
    const QRect place = child<LogView>()->visualRect(child<LogView>()->currentIndex());
    QTRY_VERIFY(child<LogView>()->viewport()->rect().contains(place));
    QTRY_VERIFY(!asked.isEmpty());
    QCOMPARE(asked.last().at(0).value<AttemptId>().value, 20);
}

void TestWindowLog::whatIsSaidOfAFilterHidesNoRow()
{
    showMany(40);
    child<Gui::FilterField>()->setFilterText(QStringLiteral("foo:bar"));
    QCoreApplication::processEvents();
    const auto placeOf = [this](const QWidget *widget) {
        return QRect(widget->mapTo(m_window.get(), QPoint()), widget->size());
    };
    int count = 0;
    for (const QLabel *const label : m_window->findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->text().startsWith(QStringLiteral("At character")))
            continue;
        ++count;
        QVERIFY(!placeOf(label).intersects(placeOf(child<LogView>())));
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
    }
    QCOMPARE(count, 1);
}

void TestWindowLog::whatWasLookedAtOutlivesACrash()
{
    showMany(3);
    child<Gui::FilterField>()->setFilterText(QStringLiteral("status:503"));
    auto *const keeping = m_window->findChild<QTimer *>(QStringLiteral("keeping"));
    const QSignalSpy kept(keeping, &QTimer::timeout);
    keeping->setInterval(0);
    QTRY_VERIFY(!kept.isEmpty());
    open(); // The last one is not closed.
    QCOMPARE(child<Gui::FilterField>()->text(), QStringLiteral("status:503"));
}

void TestWindowLog::whoeverFollowedFollowsAgain()
{
    showMany(100);
    auto *const view = child<LogView>();
    view->setCurrentIndex(view->model()->index(19, 0));
    view->setFollowing(true);
    m_window->close();
    open();
    QTRY_COMPARE(child<LogView>()->currentIndex().row(), 19);
    QVERIFY(child<LogView>()->isFollowing());
}

void TestWindowLog::whatIsForgottenIsNotChosenAgain()
{
    showMany(3);
    child<LogView>()->setCurrentIndex(child<LogView>()->model()->index(1, 0));
    m_window->close();
    forget(LogKey::of(AttemptId{2}));
    open();
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
    QVERIFY(!child<LogView>()->currentIndex().isValid());
    QVERIFY(child<LogView>()->isFollowing());
    QVERIFY(!child<DetailPane>()->record());
}

/// And this one is found again afterwards.
void TestWindowLog::anotherLogIsNotReadLikeThis()
{
    showMany(3);
    child<Gui::FilterField>()->setFilterText(QStringLiteral("dest:orders"));
    child<LogView>()->setCurrentIndex(child<LogView>()->model()->index(1, 0));
    m_window->close();
    const QString first = std::exchange(m_logName, QStringLiteral("/elsewhere"));
    open();
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 3);
    QCOMPARE(child<Gui::FilterField>()->filterText(), QString());
    QVERIFY(!child<LogView>()->currentIndex().isValid());
    m_window->close();
    m_logName = first;
    open();
    QCOMPARE(child<Gui::FilterField>()->filterText(), QStringLiteral("dest:orders"));
    QTRY_COMPARE(child<LogView>()->currentIndex().row(), 1);
}

void TestWindowLog::eachHeartbeatIsShownWhenAskedFor()
{
    Attempt first = attempt(1, AttemptOutcome::Delivered, 200);
    Attempt second = attempt(2, AttemptOutcome::Delivered, 200);
    first.kind = EventKind::Heartbeat;
    second.kind = EventKind::Heartbeat;
    emit m_window->facts().attemptsRecorded({first, second});
    QCOMPARE(child<LogView>()->model()->rowCount(), 1);
    child<LogDesk>()->heartbeats->setChecked(true);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), 2);
}

void TestWindowLog::columnsAreChosenFromAMenu()
{
    auto *const view = child<LogView>();
    QVERIFY(view->isColumnHidden(Gui::LogModel::TargetColumn));
    const QList<QAction *> columns = child<LogDesk>()->columnMenu().actions();
    columns.at(Gui::LogModel::TargetColumn)->trigger();
    columns.at(Gui::LogModel::SizeColumn)->trigger();
    QVERIFY(!view->isColumnHidden(Gui::LogModel::TargetColumn));
    m_window->close();
    open();
    QVERIFY(!child<LogView>()->isColumnHidden(Gui::LogModel::TargetColumn));
    QVERIFY(child<LogView>()->isColumnHidden(Gui::LogModel::SizeColumn));
    QVERIFY(!child<LogDesk>()->columnMenu().actions().at(Gui::LogModel::SizeColumn)->isChecked());
}

void TestWindowLog::theListIsSortedFromTheMenu()
{
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200),
                                             attempt(2, AttemptOutcome::Failed, 404),
                                             attempt(3, AttemptOutcome::Delivered, 200)});
    const auto isSaid = [this](const QString &text) {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    const auto sorting
        = [this](int column) { return child<LogDesk>()->sortMenu().actions().at(column); };
    sorting(Gui::LogModel::StatusColumn)->trigger();
    QVERIFY(isSaid(QStringLiteral("Sorting…")));
    child<LogDesk>()->descending->trigger();
    const auto *const model = child<Gui::LogModel>();
    QTRY_VERIFY(!model->isSearching());
    QCOMPARE(model->lineOf(LogKey::of(AttemptId{2})), 0);
    QVERIFY(isSaid(QStringLiteral("3 rows")) && !isSaid(QStringLiteral("Sorting…")));
    m_window->close();
    open();
    QVERIFY(child<Gui::LogModel>()->scope().order == (LogOrder{LogSorting::ByStatus, true}));
    QVERIFY(sorting(Gui::LogModel::StatusColumn)->isChecked());
    QVERIFY(!child<LogDesk>()->follow->isChecked());
}

void TestWindowLog::theEventTakesWhatRoomThereIs()
{
    const auto spare = [this] {
        const auto *const view = child<LogView>();
        return view->viewport()->width() - view->horizontalHeader()->length();
    };
    emit m_window->facts().attemptsRecorded({attempt(1)});
    for (int width = 1400; width >= 800; width -= 30) {
        m_window->resize(width, 600);
        QCoreApplication::processEvents();
    }
    QVERIFY(spare() < 0);
    m_window->resize(1400, 600);
    QTRY_COMPARE(spare(), 0);
    m_window->resize(800, 600);
    QTRY_VERIFY(spare() < 0);
    child<LogView>()->setColumnWidth(Gui::EventColumn, 200);
    m_window->close();
    open();
    emit m_window->facts().attemptsRecorded({attempt(1)});
    QCOMPARE(child<LogView>()->columnWidth(Gui::EventColumn), 200);
    m_window->resize(1400, 600);
    QTRY_COMPARE(spare(), 0);
}

/// Those that a person has made do not yield.
void TestWindowLog::widthsYieldAndComeBack()
{
    const auto width = [this](int column) { return child<LogView>()->columnWidth(column); };
    emit m_window->facts().attemptsRecorded({attempt(1)});
    m_window->resize(1400, 600);
    QCoreApplication::processEvents();
    const int usual = width(Gui::StatusColumn);
    child<LogView>()->setColumnWidth(Gui::PlaceColumn, 140);
    m_window->resize(800, 600);
    QTRY_VERIFY(width(Gui::StatusColumn) < usual);
    QCOMPARE(width(Gui::PlaceColumn), 140);
    m_window->close();
    open();
    emit m_window->facts().attemptsRecorded({attempt(1)});
    QTRY_VERIFY(width(Gui::StatusColumn) < usual);
    m_window->resize(1400, 600);
    QTRY_COMPARE(width(Gui::StatusColumn), usual);
    QCOMPARE(width(Gui::PlaceColumn), 140);
}

void TestWindowLog::aValueOfTheAnswerMayBeAColumn()
{
    child<LogDesk>()->addColumn->trigger();
    auto *const dialog = child<Gui::ColumnDialog>();
    auto *const what = dialog->findChild<QComboBox *>();
    what->setCurrentIndex(what->findText(QStringLiteral("JSON value of the response")));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("data.id"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    const LogField field{LogField::Source::ResponseJson, QStringLiteral("data.id")};
    QCOMPARE(child<Gui::LogPanel>()->fields(), QList<LogField>{field});
    m_window->close();
    open();
    QCOMPARE(child<Gui::LogPanel>()->fields(), QList<LogField>{field});
}

void TestWindowLog::anyHeaderMayBeAColumn()
{
    child<LogDesk>()->addColumn->trigger();
    auto *const dialog = child<Gui::ColumnDialog>();
    auto *const ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled() && !ok->toolTip().isEmpty());
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral(" X-Team "));
    QTest::mouseClick(ok, Qt::LeftButton);
    const LogField field{LogField::Source::RequestHeader, QStringLiteral("X-Team")};
    QCOMPARE(child<Gui::LogPanel>()->fields(), QList<LogField>{field});
    m_window->close();
    open();
    QCOMPARE(child<Gui::LogPanel>()->fields(), QList<LogField>{field});
    for (QAction *const action : child<LogDesk>()->columnMenu().actions()) {
        if (action->text() == QStringLiteral("X-Team"))
            action->trigger();
    }
    QVERIFY(child<Gui::LogPanel>()->fields().isEmpty());
}

void TestWindowLog::whatAPauseHoldsBackMayNotMatch()
{
    showMany(1);
    child<LogDesk>()->pause->trigger();
    const auto *const note = child<Gui::PauseNote>();
    QVERIFY(note->isVisible());
    QVERIFY(!note->text().contains(QStringLiteral("new")));
    emit m_window->facts().attemptsRecorded({attempt(2), attempt(3)});
    QTRY_VERIFY(note->text().endsWith(QStringLiteral(" 2 new.")));
    QCOMPARE(note->toolTip(), QString());
    child<Gui::FilterField>()->setFilterText(QStringLiteral("status:404"));
    QVERIFY2(note->text().endsWith(QStringLiteral(" Up to 2 new.")), qPrintable(note->text()));
    QVERIFY(!note->toolTip().isEmpty());
    child<Gui::FilterField>()->setFilterText({});
    QVERIFY(note->text().endsWith(QStringLiteral(" 2 new.")));
    QVERIFY(!note->text().contains(QStringLiteral("Up to")));
}

QTEST_MAIN(TestWindowLog)
#include "tst_windowlog.moc"
