// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/calls/callpanel.h"
#include "ui/charts/chartdesk.h"
#include "ui/destinations/destinationdelegate.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/logpanel.h"
#include "ui/requests.h"
#include "ui/sidebar/bindesk.h"
#include "ui/sidebar/binlist.h"
#include "ui/sidebar/sidebarsection.h"
#include "ui/sidebar/viewlist.h"
#include "ui/sidebar/viewmodel.h"
#include "ui/statusline.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Core;
using namespace Gui;
using Testing::attempt;
using Testing::destination;

class TestSidebar final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void oneThingLooksChosen();
    void addressesAreCopied();
    void viewsAreFilters_data();
    void viewsAreFilters();
    void theViewInForceIsMarked();
    void callsAreAViewToo();
    void theViewBroughtByAKeyIsMarked();
    void keptFiltersStandBehindTheViews();
    void whatIsSavedInTheBarIsAViewToo();
    void groupsFoldAndStaySo();
    void viewsTakeTheRoomThatIsLeft();
    void theSidebarStaysHidden();
    void aDestinationIsDuplicated();
    void onlyOneDestinationIsShown();
    void theCommandThatRegistersIsCopied();
    void secretsAreLeftOutOfTheCommand();
    void aTooltipTellsHowItDid();
    void aDestinationOpensForItsDetails();
    void whatIsOpenFitsWhatThereIsToTell();
    void aClickBeforeTheNameOpens();
    void namesHaveRoomBeforeOutcomes();

private:
    void choose(ViewList *list, int row)
    {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
    }
    void fill()
    {
        showThree();
        emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    }
    QString toldOfCopying() const;
    QString filterText() const { return child<FilterField>()->filterText(); }
};

void TestSidebar::oneThingLooksChosen()
{
    fill();
    auto *const bins = child<BinList>();
    auto *const destinations = child<DestinationList>();
    QTRY_VERIFY(bins->viewport()->width() > 150); // Its button is not hit then.
    const auto click = [](QListView *list, int row) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).topLeft()
                              + QPoint(60, 10));
    };
    const auto marked = [](const QListView *list) {
        const QModelIndexList rows = list->selectionModel()->selectedIndexes();
        return rows.isEmpty() ? -1 : rows.first().row();
    };
    click(bins, 0);
    QCOMPARE(filterText(), QStringLiteral("bin:demo"));
    QCOMPARE(marked(bins), 0);
    QCOMPARE(marked(destinations), -1);
    click(destinations, 0);
    QCOMPARE(filterText(), QString());
    QCOMPARE(marked(bins), -1);
    QCOMPARE(marked(destinations), 0);
    click(destinations, 2);
    click(bins, 0);
    QCOMPARE(marked(bins), 0);
    QCOMPARE(marked(destinations), -1);
    click(destinations, 1);
    QCOMPARE(marked(bins), -1);
    QCOMPARE(marked(destinations), 1);
    child<FilterField>()->setFilterText(QStringLiteral("bin:demo"));
    QCOMPARE(marked(bins), 0);
    QCOMPARE(marked(destinations), -1);
    child<FilterField>()->setFilterText(QStringLiteral("status:404"));
    QCOMPARE(marked(bins), -1);
    QCOMPARE(marked(destinations), 0);
}

void TestSidebar::addressesAreCopied()
{
    fill();
    auto *const desk = child<BinDesk>();
    auto *const list = child<BinList>();
    QVERIFY(!desk->copyAddress->isEnabled());
    const QRect row = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      QPoint(row.right() - 8, row.center().y()));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("http://localhost:8091/v1/webhooks/demo"));
    QVERIFY(filterText().isEmpty());
    const auto isTold = [this] {
        const auto labels = child<Gui::StatusLine>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Copied.");
        });
    };
    QVERIFY(isTold());
    child<Gui::StatusLine>()->findChild<QTimer *>()->start(1);
    QTRY_VERIFY(!isTold());
    desk->copyCommand->trigger();
    QVERIFY(isTold());
    QVERIFY(QGuiApplication::clipboard()->text().contains(
        QStringLiteral("http://localhost:8091/v1/webhooks/demo")));
    desk->copyAddress->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("http://localhost:8091/v1/webhooks/demo"));
}

void TestSidebar::viewsAreFilters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("sent") << QStringLiteral("Sent") << QStringLiteral("dir:out");
    QTest::newRow("received") << QStringLiteral("Received") << QStringLiteral("dir:in");
    QTest::newRow("failed") << QStringLiteral("Failed") << QStringLiteral("is:failed");
    QTest::newRow("slow") << QStringLiteral("Slow") << QStringLiteral("is:slow");
    QTest::newRow("retrying") << QStringLiteral("Retrying") << QStringLiteral("is:retrying");
    QTest::newRow("pinned") << QStringLiteral("Pinned") << QStringLiteral("is:pinned");
    QTest::newRow("all") << QStringLiteral("All") << QString();
}

void TestSidebar::viewsAreFilters()
{
    QFETCH(QString, name);
    QFETCH(QString, filter);
    fill();
    WindowSuite::choose(2);
    child<ChartDesk>()->showFleet->setChecked(true);
    auto *const list = child<ViewList>();
    const QModelIndexList found
        = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, name, 1);
    QCOMPARE(found.size(), 1);
    list->scrollTo(found.first());
    choose(list, found.first().row());
    QCOMPARE(filterText(), filter);
    QCOMPARE(parseFilter(filter).verdict, FilterVerdict::Valid);
    QVERIFY(child<Sidebar>()->chosen().isNull());
    QVERIFY(child<LogPanel>()->isVisible());
}

void TestSidebar::theViewInForceIsMarked()
{
    fill();
    auto *const list = child<ViewList>();
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("All"));
    child<FilterField>()->setFilterText(QStringLiteral("is:slow"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Slow"));
    child<FilterField>()->setFilterText(QStringLiteral("is:slow status:200"));
    QVERIFY(!list->currentIndex().isValid());
}

void TestSidebar::callsAreAViewToo()
{
    fill();
    auto *const list = child<ViewList>();
    const int last = list->model()->rowCount() - 1;
    list->scrollTo(list->model()->index(last, 0));
    choose(list, last);
    QVERIFY(child<CallPanel>()->isVisible());
    QVERIFY(child<Actions>()->calls->isChecked());
}

void TestSidebar::theViewBroughtByAKeyIsMarked()
{
    fill();
    const auto *const list = child<ViewList>();
    const auto marked = [list] {
        const QModelIndexList rows = list->selectionModel()->selectedIndexes();
        return rows.isEmpty() ? QString() : rows.first().data().toString();
    };
    const auto press
        = [this](Qt::Key key) { QTest::keyClick(m_window.get(), key, Qt::ControlModifier); };
    child<FilterField>()->setFilterText(QStringLiteral("is:failed"));
    QCOMPARE(marked(), QStringLiteral("Failed"));
    press(Qt::Key_4);
    QCOMPARE(marked(), QStringLiteral("API calls"));
    press(Qt::Key_2);
    QCOMPARE(marked(), QString());
    press(Qt::Key_4);
    QCOMPARE(marked(), QStringLiteral("API calls"));
    press(Qt::Key_3);
    QCOMPARE(marked(), QString());
    press(Qt::Key_1);
    QCOMPARE(marked(), QStringLiteral("Failed"));
    press(Qt::Key_4);
    press(Qt::Key_4);
    QCOMPARE(marked(), QStringLiteral("Failed"));
}

void TestSidebar::keptFiltersStandBehindTheViews()
{
    ViewModel model;
    const QAbstractItemModelTester tester(&model);
    const int before = model.rowCount();
    model.setKept({{QStringLiteral("Refunds"), QStringLiteral("body:refund"), Glyph::Search,
                    Tone::Muted, false}});
    QCOMPARE(model.rowCount(), before + 1);
    QCOMPARE(model.rowOfFilter(QStringLiteral("body:refund ")), before);
    QCOMPARE(model.rowOfFilter(QStringLiteral("nothing")), -1);
    QCOMPARE(model.rowOfFilter({}), 0);
    model.setKept({{QStringLiteral("Bad ones"), QStringLiteral("is:failed")}});
    QVERIFY2(model.rowCount() == before, "there is a view of that already");
    model.setKept({});
    QCOMPARE(model.rowCount(), before);
}

void TestSidebar::whatIsSavedInTheBarIsAViewToo()
{
    fill();
    const ViewModel *const model = child<ViewModel>();
    const int before = model->rowCount();
    SavedFilters *const saved = child<LogPanel>()->filterBar()->saved();
    saved->add(QStringLiteral("Refunds"), QStringLiteral("body:refund"));
    QCOMPARE(model->rowCount(), before + 1);
    QCOMPARE(model->index(before, 0).data().toString(), QStringLiteral("Refunds"));
    QVERIFY2(child<ViewList>()->currentIndex().row() == 0, "what is shown is still marked");
    saved->remove(saved->actions().last());
    QCOMPARE(model->rowCount(), before);
}

void TestSidebar::groupsFoldAndStaySo()
{
    fill();
    auto *const bins = m_window->findChild<SidebarSection *>(QStringLiteral("bins"));
    QVERIFY(child<BinList>()->isVisible());
    bins->click();
    QVERIFY(!child<BinList>()->isVisible());
    m_window->close();
    open();
    fill();
    QVERIFY(!child<BinList>()->isVisible());
    QVERIFY(child<DestinationList>()->isVisible());
    m_window->findChild<SidebarSection *>(QStringLiteral("bins"))->click();
    QVERIFY(child<BinList>()->isVisible());
}

void TestSidebar::viewsTakeTheRoomThatIsLeft()
{
    fill();
    SavedFilters *const saved = child<FilterBar>()->saved();
    for (int i = 1; i <= 4; ++i)
        saved->add(QStringLiteral("mine %1").arg(i), QStringLiteral("status:%1").arg(500 + i));
    auto *const views = child<ViewList>();
    const auto areAllSeen = [views] {
        const int last = views->model()->rowCount() - 1;
        return views->viewport()->height()
            >= views->visualRect(views->model()->index(last, 0)).bottom()
            && views->visualRect(views->model()->index(0, 0)).top() >= 0;
    };
    m_window->resize(1000, 800);
    QTRY_VERIFY(areAllSeen());
    const auto *const list = child<DestinationList>();
    QVERIFY(list->viewport()->height() >= 4 * list->sizeHintForRow(0));
    m_window->resize(1000, 560);
    QTRY_VERIFY(!areAllSeen());
    QVERIFY(list->viewport()->height() >= 3 * list->sizeHintForRow(0));
}

void TestSidebar::theSidebarStaysHidden()
{
    fill();
    child<Actions>()->sidebar->trigger();
    QVERIFY(!child<Sidebar>()->isVisible());
    m_window->close();
    open();
    fill();
    QVERIFY(!child<Sidebar>()->isVisible());
}

void TestSidebar::aDestinationIsDuplicated()
{
    fill();
    WindowSuite::choose(1);
    const QSignalSpy added(&m_window->requests(), &Requests::additionRequested);
    child<DestinationDesk>()->duplicate->trigger();
    auto *const dialog = child<DestinationDialog>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(added.size(), 1);
    const auto copy = added.first().first().value<Destination>();
    QVERIFY(copy.id.isNull());
    QCOMPARE(copy.name, QStringLiteral("orders copy"));
    QCOMPARE(copy.url, QStringLiteral("https://shop.example/hooks/orders"));
}

void TestSidebar::onlyOneDestinationIsShown()
{
    fill();
    WindowSuite::choose(2);
    child<FilterField>()->setFilterText(filterText() + QStringLiteral(" is:failed"));
    child<DestinationDesk>()->showOnly->trigger();
    QCOMPARE(filterText(), QStringLiteral("dest:billing"));
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{2});
}

void TestSidebar::theCommandThatRegistersIsCopied()
{
    fill();
    WindowSuite::choose(1);
    child<DestinationDesk>()->copyCommand->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith(QStringLiteral("curl --request POST --url http")));
    QVERIFY(command.contains(QStringLiteral("localhost:8090/webhooks")));
    QVERIFY(command.contains(QStringLiteral("\"name\":\"orders\"")));
    QVERIFY(
        command.contains(QStringLiteral("\"destination\":\"https://shop.example/hooks/orders\"")));
    QVERIFY(!command.contains(QStringLiteral("timeout")));
}

void TestSidebar::secretsAreLeftOutOfTheCommand()
{
    DestinationStatus secretive = destination(1, QStringLiteral("it's"));
    secretive.destination.headers
        = {{"Authorization", "Bearer hunter2"}, {"X-Team", "payments"}, {"User-Agent", "shop"}};
    secretive.destination.timeout = Milliseconds{3'000};
    emit m_window->facts().destinationsChanged({secretive});
    WindowSuite::choose(1);
    child<DestinationDesk>()->copyCommand->trigger();
    const QString command = QGuiApplication::clipboard()->text();
    for (const char *const secret : {"hunter2", "Authorization", "payments", "***"})
        QVERIFY2(!command.contains(QString::fromLatin1(secret)), secret);
    QVERIFY(command.contains(QStringLiteral("\"User-Agent\"")));
    QVERIFY(command.contains(QStringLiteral("\"timeout\":\"3s\"")));
    QCOMPARE(toldOfCopying(), QStringLiteral("Copied, without the values of 2 headers."));
    secretive.destination.headers = {{"X-Team", "payments"}};
    emit m_window->facts().destinationsChanged({secretive});
    child<DestinationDesk>()->copyCommand->trigger();
    QCOMPARE(toldOfCopying(), QStringLiteral("Copied, without the value of 1 header."));
    secretive.destination.headers.clear();
    emit m_window->facts().destinationsChanged({secretive});
    child<DestinationDesk>()->copyCommand->trigger();
    QCOMPARE(toldOfCopying(), QStringLiteral("Copied."));
}

QString TestSidebar::toldOfCopying() const
{
    QStringList texts;
    for (const QLabel *const label : child<Gui::StatusLine>()->findChildren<QLabel *>()) {
        if (label->text().startsWith(QStringLiteral("Copied")))
            texts.append(label->text());
    }
    return texts.join(u'|');
}

void TestSidebar::aTooltipTellsHowItDid()
{
    DestinationStatus status = destination(1, QStringLiteral("orders"));
    status.recent = {AttemptOutcome::Delivered, AttemptOutcome::Failed, AttemptOutcome::Failed};
    status.failuresInARow = 2;
    status.destination.origin = Origin::Import;
    DestinationModel model(Time{});
    model.show({status});
    const QString text = model.index(1).data(Qt::ToolTipRole).toString();
    QVERIFY(text.contains(QStringLiteral("1 of the last 3 attempts were delivered")));
    QVERIFY(text.contains(QStringLiteral("2 failures since the last success")));
    QVERIFY(text.contains(QStringLiteral("imported")));
    status.recent.removeFirst();
    model.show({status});
    const QString without = model.index(1).data(Qt::ToolTipRole).toString();
    QVERIFY2(without.contains(QStringLiteral("2 failures in a row")), qPrintable(without));
    QVERIFY2(!without.contains(QStringLiteral("success")), qPrintable(without));
}

void TestSidebar::aDestinationOpensForItsDetails()
{
    fill();
    DestinationStatus orders = destination(1, QStringLiteral("orders"));
    orders.destination.state = DestinationState::Paused;
    orders.destination.pauseReason = QStringLiteral("tidying up");
    orders.failuresInARow = 3;
    orders.waiting = 12;
    emit m_window->facts().destinationsChanged({orders});
    auto *const list = child<DestinationList>();
    const auto *const model = child<DestinationModel>();
    const QModelIndex row = model->index(1);
    const QStringList details = Gui::detailsOf(orders, true);
    const auto missing = [&row, &details] {
        const QString spoken = row.data(Qt::AccessibleTextRole).toString();
        return std::count_if(details.begin(), details.end(),
                             [&spoken](const QString &line) { return !spoken.contains(line); });
    };
    QCOMPARE(details.first(), orders.destination.url);
    for (const char *const part :
         {"paused", "3 failures since", "tidying up", "12 waiting", "registered through the API"})
        QVERIFY2(details.join(u'\n').contains(QString::fromLatin1(part)), part);
    const int closed = list->visualRect(row).height();
    list->setFocus();
    list->setCurrentIndex(model->index(1));
    QVERIFY(missing() > 0);
    QTest::keyClick(list, Qt::Key_Right);
    QVERIFY(model->isOpen(1));
    QCOMPARE(missing(), 0);
    const int lines = static_cast<int>(details.size());
    QCOMPARE(list->visualRect(row).height(), closed + lines * list->fontMetrics().height());
    QCOMPARE(list->visualRect(model->index(2)).height(), closed);
    QVERIFY(!m_window->grab().isNull());
    QTest::keyClick(list, Qt::Key_Left);
    QVERIFY(!model->isOpen(1));
    QCOMPARE(list->visualRect(row).height(), closed);
    list->setCurrentIndex(model->index(0));
    QTest::keyClick(list, Qt::Key_Right);
    QVERIFY2(!model->isOpen(0), "all have no details");
}

void TestSidebar::whatIsOpenFitsWhatThereIsToTell()
{
    fill();
    auto *const list = child<DestinationList>();
    auto *const model = child<DestinationModel>();
    model->setOpen(1, true);
    const int before = list->visualRect(model->index(1)).height();
    DestinationStatus orders = *model->statusAt(1);
    orders.failuresInARow = 2;
    emit m_window->facts().destinationsChanged({orders});
    QTRY_COMPARE(list->visualRect(model->index(1)).height(), before + list->fontMetrics().height());
    emit m_window->facts().destinationsForgotten({orders.destination.id});
    QVERIFY2(!model->isOpen(1), "it is another");
    emit m_window->facts().destinationsChanged({orders});
    QVERIFY(model->isOpen(model->rowOf(orders.destination.id)));
}

void TestSidebar::aClickBeforeTheNameOpens()
{
    fill();
    auto *const list = child<DestinationList>();
    const auto *const model = child<DestinationModel>();
    const auto click = [list, model](int x) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(model->index(2)).topLeft() + QPoint(x, 12));
    };
    click(10);
    QVERIFY(model->isOpen(2));
    QVERIFY(list->chosen() == model->statusAt(2)->destination.id);
    click(80);
    QVERIFY(model->isOpen(2));
    click(10);
    QVERIFY(!model->isOpen(2));
}

void TestSidebar::namesHaveRoomBeforeOutcomes()
{
    QCOMPARE(Gui::outcomesIn(230, 14, 40), 30);
    QVERIFY(Gui::outcomesIn(130, 14, 40) > 0);
    QCOMPARE(Gui::outcomesIn(84, 14, 40), 0);
    QCOMPARE(Gui::outcomesIn(0, 14, 40), 0);
    QCOMPARE(Gui::outcomesIn(130, 28, 40), 0);
    const int beside = Gui::outcomesIn(230, 14, 180);
    QVERIFY2(beside >= 10 && beside < 30, "a long name has more room, but not all of it");
    QCOMPARE(Gui::outcomesIn(230, 14, 1000), 10);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
