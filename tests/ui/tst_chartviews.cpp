// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filter.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/charts/activitystrip.h"
#include "ui/charts/chartdesk.h"
#include "ui/charts/dashboard.h"
#include "ui/charts/fleetpanel.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/sidebar.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/requests.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;
using Testing::attempt;

/// Charts within the window.
class TestChartViews final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void aDragOverTheStripNarrowsTheList();
    void theChosenSpanGoesWithItsFilter_data();
    void theChosenSpanGoesWithItsFilter();
    void oneViewIsSeenAtATime();
    void escapeLeadsBackToTheList();
    void aDestinationOpensItsDashboard();
    void theDashboardFollowsTheChoice();
    void theRangeIsRemembered();

private:
    static void drag(ActivityStrip &strip, int from, int to);
    QString filterText() const { return child<FilterField>()->filterText(); }
};

void TestChartViews::drag(ActivityStrip &strip, int from, int to)
{
    QTest::mousePress(&strip, Qt::LeftButton, {}, QPoint(from, 10));
    QTest::mouseMove(&strip, QPoint(to, 10));
    QTest::mouseRelease(&strip, Qt::LeftButton, {}, QPoint(to, 10));
}

void TestChartViews::aDragOverTheStripNarrowsTheList()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    child<FilterField>()->setFilterText(QStringLiteral("is:delivered since:1h"));
    auto *const strip = child<ActivityStrip>();
    drag(*strip, 20, 120);
    const FilterReading reading = parseFilter(filterText());
    QCOMPARE(reading.verdict, FilterVerdict::Valid);
    QCOMPARE(reading.places.size(), 3);
    QVERIFY(reading.places.at(0).term.word == FilterWord::Delivered);
    QVERIFY(reading.places.at(1).term.key == FilterKey::Since);
    QVERIFY(reading.places.at(2).term.key == FilterKey::Since && reading.places.at(2).isNegated);
    QVERIFY(reading.places.at(1).term.number < reading.places.at(2).term.number);
    drag(*strip, 200, 220);
    QCOMPARE(parseFilter(filterText()).places.size(), 3);
    QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(20, 10));
    QCOMPARE(filterText(), QStringLiteral("is:delivered"));
}

void TestChartViews::theChosenSpanGoesWithItsFilter_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("isChosen");
    QTest::newRow("cleared") << QString() << false;
    QTest::newRow("another one") << QStringLiteral("since:1h") << false;
    QTest::newRow("narrowed further") << QStringLiteral("%1 status:404") << true;
    QTest::newRow("one of several choices") << QStringLiteral("(%1) or status:404") << false;
}

void TestChartViews::theChosenSpanGoesWithItsFilter()
{
    QFETCH(const QString, filter);
    QFETCH(const bool, isChosen);
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    auto *const strip = child<ActivityStrip>();
    drag(*strip, 20, 120);
    const auto isBandShown
        = [strip] { return strip->accessibleDescription().startsWith(QStringLiteral("Chosen:")); };
    QVERIFY(isBandShown());
    const QString span = filterText();
    child<FilterField>()->setFilterText(QStringLiteral("dest:orders ") + span);
    QVERIFY(isBandShown());
    child<FilterField>()->setFilterText(
        filter.contains(u'%') ? QString(filter).replace(QStringLiteral("%1"), span) : filter);
    QCOMPARE(isBandShown(), isChosen);
    // Another one is held as well.
    drag(*strip, 40, 80);
    QVERIFY(isBandShown());
    child<FilterField>()->setFilterText({});
    QVERIFY(!isBandShown());
}

void TestChartViews::oneViewIsSeenAtATime()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    auto *const desk = child<ChartDesk>();
    auto *const actions = child<Actions>();
    QVERIFY(child<LogPanel>()->isVisible());
    desk->showFleet->trigger();
    QVERIFY(child<FleetPanel>()->isVisible());
    desk->showDashboard->trigger();
    QVERIFY(child<Dashboard>()->isVisible());
    QVERIFY(!desk->showFleet->isChecked());
    actions->calls->trigger();
    QVERIFY(!child<Dashboard>()->isVisible());
    actions->log->trigger();
    QVERIFY(child<LogPanel>()->isVisible());
    QVERIFY(!actions->calls->isChecked());
}

/// From wherever somebody is on such a page; a filter waits for the next one.
void TestChartViews::escapeLeadsBackToTheList()
{
    showThree();
    emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    child<Gui::FilterField>()->setFilterText(QStringLiteral("is:delivered"));
    m_window->activateWindow();
    auto *const desk = child<ChartDesk>();
    for (QAction *const page : {desk->showFleet, desk->showDashboard, child<Actions>()->calls}) {
        page->trigger();
        QVERIFY(!child<LogPanel>()->isVisible());
        QWidget *const focused = m_window->focusWidget();
        QTest::keyClick(focused == nullptr ? m_window.get() : focused, Qt::Key_Escape);
        QVERIFY2(child<LogPanel>()->isVisible(), qPrintable(page->objectName()));
        QVERIFY(!page->isChecked());
        QVERIFY(child<Gui::LogView>()->hasFocus());
        QCOMPARE(child<Gui::FilterField>()->text(), QStringLiteral("is:delivered"));
    }
    QTest::keyClick(child<Gui::LogView>(), Qt::Key_Escape);
    QCOMPARE(child<Gui::FilterField>()->text(), QString());
    desk->showFleet->trigger();
    child<FleetPanel>()->setFocus();
    QTest::keyClick(child<FleetPanel>()->focusProxy(), Qt::Key_Escape);
    QVERIFY(child<LogPanel>()->isVisible());
}

void TestChartViews::aDestinationOpensItsDashboard()
{
    showThree();
    const QSignalSpy asked(&m_window->requests(), &Requests::figuresRequested);
    choose(2);
    QTest::keyClick(child<DestinationList>(), Qt::Key_Return);
    QVERIFY(child<Dashboard>()->isVisible());
    QVERIFY(asked.last().first().value<FigureQuestion>().destination == DestinationId{2});
    child<ChartDesk>()->showFleet->trigger();
    emit child<FleetPanel>()->destinationChosen(DestinationId{3});
    QVERIFY(child<Dashboard>()->isVisible());
    QVERIFY(child<Sidebar>()->chosen() == DestinationId{3});
    QVERIFY(asked.last().first().value<FigureQuestion>().destination == DestinationId{3});
}

void TestChartViews::theDashboardFollowsTheChoice()
{
    showThree();
    const QSignalSpy asked(&m_window->requests(), &Requests::figuresRequested);
    child<ChartDesk>()->showDashboard->trigger();
    QVERIFY(asked.last().first().value<FigureQuestion>().destination.isNull());
    choose(1);
    QVERIFY(asked.last().first().value<FigureQuestion>().destination == DestinationId{1});
    emit m_window->facts().destinationsForgotten({DestinationId{1}});
    QVERIFY(asked.last().first().value<FigureQuestion>().destination.isNull());
}

void TestChartViews::theRangeIsRemembered()
{
    child<Dashboard>()->setRange(TimeRange::Week);
    child<FleetPanel>()->setRange(TimeRange::Day);
    m_window->close();
    open();
    QCOMPARE(child<Dashboard>()->range(), TimeRange::Week);
    QCOMPARE(child<FleetPanel>()->range(), TimeRange::Day);
}

QTEST_MAIN(TestChartViews)
#include "tst_chartviews.moc"
