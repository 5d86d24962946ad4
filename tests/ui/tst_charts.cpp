// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/charts/chartbar.h"
#include "ui/charts/chartexport.h"
#include "ui/charts/dashboard.h"
#include "ui/charts/figuretile.h"
#include "ui/charts/fleetmodel.h"
#include "ui/charts/fleetpanel.h"
#include "ui/charts/rankchart.h"
#include "ui/charts/timechart.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;

namespace {

Time today()
{
    return Time{Milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

Activity activityOf(const TimeFrame &frame, const Tally &tally)
{
    Activity activity(frame, today());
    *activity.find(activity.beginOf(frame.count - 1)) = tally;
    return activity;
}

Figures makeFigures(DestinationId destination, TimeRange range)
{
    Figures figures;
    figures.destination = destination;
    figures.activity = activityOf(fineFrameOf(range), {97, 2, 1});
    figures.answers
        = {{{AttemptOutcome::Delivered, 200, Failure::None, Phase::None}, 97},
           {{AttemptOutcome::Temporary, 0, Failure::ConnectionRefused, Phase::Connect}, 2},
           {{AttemptOutcome::Failed, 404, Failure::None, Phase::None}, 1}};
    figures.answered = 98;
    figures.p50 = Microseconds{84'000};
    figures.p95 = Microseconds{310'000};
    figures.p99 = Microseconds{1'200'000};
    figures.streak = {12, true};
    figures.isComplete = true;
    return figures;
}

} // namespace

class TestCharts final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theBarTakesSeveralLinesBesideASidebar();
    void figuresAreShownInWords();
    void figuresAreCountedWhileTheyAreSeen();
    void olderAnswersAreOfNoUse();
    void answersAreShownByClass();
    void whatComesNextIsTold_data();
    void whatComesNextIsTold();
    void nothingComesWhileDispatchingIsOff();
    void withoutADestinationThereIsAMessage();
    void numbersGoIntoAFileForSpreadsheets();
    void aChartIsSavedAsAPicture();
    void fieldsOfAFileAreQuoted();
    void thoseThatFailMostComeFirst();
    void cardsKeepTheirPlacesWhileSomebodyLooks();
    void destinationsComeAndGo();
    void aCardLeadsToItsDashboard();
    void cardsFillTheirRows();
    void tenThousandDestinations();

private:
    void know(int count);
    template<typename T>
    T *named(QWidget &widget, const QString &name)
    {
        for (T *const child : widget.findChildren<T *>()) {
            if (child->accessibleName() == name)
                return child;
        }
        return nullptr;
    }

    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<Requests> m_requests;
    std::unique_ptr<DestinationModel> m_destinations;
};

void TestCharts::theBarTakesSeveralLinesBesideASidebar()
{
    FleetPanel fleet(*m_destinations, *m_facts, *m_requests);
    QFont large = fleet.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    fleet.setFont(large);
    fleet.resize(2000, 600);
    fleet.show();
    const auto *const bar = fleet.findChild<Gui::ChartBar *>();
    const int line = bar->height();
    int widths = 0;
    for (const auto *const button : bar->findChildren<QPushButton *>())
        widths += button->width();
    fleet.resize(fleet.minimumSizeHint().width(), 600);
    QTRY_VERIFY(bar->height() > 2 * line);
    QVERIFY(bar->width() < widths);
    for (const auto *const button : bar->findChildren<QPushButton *>())
        QVERIFY2(bar->rect().contains(button->geometry()), qPrintable(button->text()));
    fleet.resize(2000, 600);
    QTRY_COMPARE(bar->height(), line);
}

void TestCharts::init()
{
    Testing::failOnWarnings();
    m_facts = std::make_unique<Facts>();
    m_requests = std::make_unique<Requests>();
    m_destinations = std::make_unique<DestinationModel>(today());
}

void TestCharts::cleanup()
{
    m_destinations.reset();
    m_requests.reset();
    m_facts.reset();
}

void TestCharts::know(int count)
{
    QList<DestinationStatus> statuses;
    for (int i = 1; i <= count; ++i)
        statuses.append(Testing::destination(i, QStringLiteral("hook%1").arg(i)));
    m_destinations->show(statuses);
}

void TestCharts::figuresAreShownInWords()
{
    know(1);
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    dashboard.show();
    emit m_facts->destinationCounted(makeFigures(DestinationId{1}, TimeRange::Hour));
    auto *const success = named<FigureTile>(dashboard, QStringLiteral("Success"));
    QCOMPARE(success->figure(), QStringLiteral("97.0%"));
    QVERIFY(success->accessibleDescription().endsWith(QStringLiteral("of 100 attempts")));
    QCOMPARE(named<FigureTile>(dashboard, QStringLiteral("Duration p99"))->figure(),
             QStringLiteral("1.20\u00a0s"));
    QCOMPARE(named<FigureTile>(dashboard, QStringLiteral("In a row"))->accessibleDescription(),
             QStringLiteral("12, went well"));
    QVERIFY(named<TimeChart>(dashboard, QStringLiteral("Attempts over time"))
                ->accessibleDescription()
                .startsWith(QStringLiteral("97 delivered, 2 temporarily failed, 1 failed")));
    QCOMPARE(named<RankChart>(dashboard, QStringLiteral("Most frequent errors"))
                 ->accessibleDescription(),
             QStringLiteral("connection refused: 2; 404 Not Found: 1"));
}

void TestCharts::figuresAreCountedWhileTheyAreSeen()
{
    know(2);
    const QSignalSpy asked(m_requests.get(), &Requests::figuresRequested);
    const auto last = [&asked] { return asked.last().first().value<FigureQuestion>(); };
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    QVERIFY(asked.isEmpty());
    dashboard.show();
    QVERIFY(last().destination == DestinationId{1});
    QVERIFY(last().frame == fineFrameOf(TimeRange::Hour));
    dashboard.setRange(TimeRange::Week);
    QVERIFY(last().frame == fineFrameOf(TimeRange::Week));
    dashboard.setDestination(DestinationId{2});
    QVERIFY(last().destination == DestinationId{2});
    dashboard.hide();
    QVERIFY(last().destination.isNull());
}

void TestCharts::olderAnswersAreOfNoUse()
{
    know(2);
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    dashboard.show();
    emit m_facts->destinationCounted(makeFigures(DestinationId{2}, TimeRange::Hour));
    emit m_facts->destinationCounted(makeFigures(DestinationId{1}, TimeRange::Day));
    QCOMPARE(named<FigureTile>(dashboard, QStringLiteral("Success"))->figure(),
             QStringLiteral("–"));
}

void TestCharts::answersAreShownByClass()
{
    know(1);
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    dashboard.show();
    emit m_facts->destinationCounted(makeFigures(DestinationId{1}, TimeRange::Hour));
    const QList<RankedCount> counts
        = named<RankChart>(dashboard, QStringLiteral("Answers"))->counts();
    QCOMPARE(counts.size(), 5);
    QVERIFY(counts.at(0) == (RankedCount{QStringLiteral("2xx"), 97, Ending::Delivered}));
    QVERIFY(counts.at(2) == (RankedCount{QStringLiteral("4xx"), 1, Ending::Failed}));
    QVERIFY(counts.at(3) == (RankedCount{QStringLiteral("5xx"), 0, Ending::Temporary}));
    QVERIFY(counts.at(4) == (RankedCount{QStringLiteral("no answer"), 2, Ending::Temporary}));
}

void TestCharts::whatComesNextIsTold_data()
{
    QTest::addColumn<DestinationStatus>("status");
    QTest::addColumn<QString>("told");
    const DestinationStatus plain = Testing::destination(1, QStringLiteral("joe"));
    QTest::newRow("nothing waits") << plain << QStringLiteral("–, nothing waits");
    DestinationStatus busy = plain;
    busy.inFlight = 1;
    busy.waiting = 3;
    QTest::newRow("in flight") << busy << QStringLiteral("under way, 3 waiting");
    DestinationStatus due = plain;
    due.nextAt = today() - Milliseconds{5};
    due.waiting = 2;
    QTest::newRow("due") << due << QStringLiteral("now, 2 waiting");
    due.nextAt = today() + std::chrono::minutes{5} + Milliseconds{900};
    QTest::newRow("in five minutes") << due << QStringLiteral("in\u00a05\u00a0min, 2 waiting");
    DestinationStatus held = due;
    held.heldUntil = today() + std::chrono::hours{2} + std::chrono::minutes{1};
    QTest::newRow("held") << held
                          << QStringLiteral("in\u00a02\u00a0h, the receiver asked us to wait");
    DestinationStatus paused = plain;
    paused.destination.state = DestinationState::Paused;
    paused.destination.pauseReason = QStringLiteral("410 Gone");
    QTest::newRow("paused") << paused << QStringLiteral("paused, 410 Gone");
}

void TestCharts::whatComesNextIsTold()
{
    QFETCH(DestinationStatus, status);
    QFETCH(QString, told);
    m_destinations->show({status});
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    QCOMPARE(named<FigureTile>(dashboard, QStringLiteral("Next send"))->accessibleDescription(),
             told);
}

void TestCharts::nothingComesWhileDispatchingIsOff()
{
    DestinationStatus due = Testing::destination(1, QStringLiteral("joe"));
    due.nextAt = today() - Milliseconds{5};
    m_destinations->show({due});
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    const auto *const next = named<FigureTile>(dashboard, QStringLiteral("Next send"));
    EngineStatus engine;
    engine.isDispatching = false;
    m_destinations->takeStatus(engine);
    QCOMPARE(next->accessibleDescription(), QStringLiteral("–, dispatching is off"));
    engine.isDispatching = true;
    m_destinations->takeStatus(engine);
    QVERIFY(next->accessibleDescription().startsWith(QStringLiteral("now, ")));
}

void TestCharts::withoutADestinationThereIsAMessage()
{
    know(1);
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.show();
    auto *const success = named<FigureTile>(dashboard, QStringLiteral("Success"));
    QVERIFY(!success->isVisible());
    dashboard.setDestination(DestinationId{1});
    QVERIFY(success->isVisible());
    m_destinations->forget({DestinationId{1}});
    emit m_facts->destinationsForgotten({DestinationId{1}});
    QVERIFY(!success->isVisible());
}

void TestCharts::numbersGoIntoAFileForSpreadsheets()
{
    know(1);
    Dashboard dashboard(*m_destinations, *m_facts, *m_requests);
    dashboard.setDestination(DestinationId{1});
    dashboard.show();
    emit m_facts->destinationCounted(makeFigures(DestinationId{1}, TimeRange::Hour));
    dashboard.exporter().copyNumbers->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith(QStringLiteral("figure,item,value")));
    QVERIFY(text.contains(QStringLiteral("attempts,delivered,97")));
    QVERIFY(text.contains(QStringLiteral("latency in microseconds,p95,310000")));
    QVERIFY(text.contains(QStringLiteral("answer,404 Not Found,1")));
    QCOMPARE(text.count(QStringLiteral("\ndelivered from,")), 60);
}

void TestCharts::aChartIsSavedAsAPicture()
{
    know(3);
    FleetPanel fleet(*m_destinations, *m_facts, *m_requests);
    fleet.resize(800, 600);
    fleet.show();
    const QByteArray bytes = fleet.exporter().picture();
    QVERIFY(bytes.startsWith("\x89PNG"));
    QVERIFY(QImage::fromData(bytes).width() > 400);
}

void TestCharts::fieldsOfAFileAreQuoted()
{
    const ChartNumbers numbers{{QStringLiteral("name"), QStringLiteral("count")},
                               {{QStringLiteral("a,b"), QStringLiteral("-1")},
                                {QStringLiteral("say \"hi\"\n"), QStringLiteral("2.5")},
                                {QStringLiteral("=1+1"), QString()}}};
    QCOMPARE(csvOf(numbers),
             QByteArray("name,count\r\n\"a,b\",-1\r\n\"say \"\"hi\"\"\n\",2.5\r\n'=1+1,\r\n"));
}

void TestCharts::thoseThatFailMostComeFirst()
{
    know(4);
    FleetModel model(*m_destinations);
    const QAbstractItemModelTester tester(&model);
    const TimeFrame frame = coarseFrameOf(TimeRange::Hour);
    model.begin(frame);
    QCOMPARE(model.rowCount(), 4);
    FleetFigures figures;
    figures.frame = frame;
    figures.isComplete = true;
    figures.destinations = {{DestinationId{1}, activityOf(frame, {99, 0, 1})},
                            {DestinationId{3}, activityOf(frame, {10, 0, 0})},
                            {DestinationId{4}, activityOf(frame, {1, 1, 0})}};
    model.take(figures);
    QCOMPARE(model.nameAt(0), QStringLiteral("hook4"));
    QCOMPARE(model.nameAt(1), QStringLiteral("hook1"));
    QCOMPARE(model.nameAt(2), QStringLiteral("hook3"));
    QCOMPARE(model.nameAt(3), QStringLiteral("hook2"));
    QVERIFY(
        model.index(0)
            .data(Qt::AccessibleTextRole)
            .toString()
            .startsWith(QStringLiteral("hook4: success 50.0%; 1 delivered, 1 temporarily failed")));
    const QByteArray csv = csvOf(model.numbers());
    QVERIFY(csv.contains("dst_4,hook4,https://shop.example/hooks/hook4,1,1,0\r\n"));
    DestinationStatus secretive = Testing::destination(4, QStringLiteral("hook4"));
    secretive.destination.url += QStringLiteral("?key=s3cret");
    m_destinations->show({secretive});
    QVERIFY(csvOf(model.numbers()).contains("hooks/hook4?key=***,"));
}

void TestCharts::cardsKeepTheirPlacesWhileSomebodyLooks()
{
    know(2);
    FleetModel model(*m_destinations);
    const QAbstractItemModelTester tester(&model);
    const TimeFrame frame = coarseFrameOf(TimeRange::Hour);
    model.begin(frame);
    model.take({frame, {}, true});
    const QPersistentModelIndex first(model.index(0));
    model.take({frame, {{DestinationId{2}, activityOf(frame, {0, 0, 1})}}, true});
    QCOMPARE(model.nameAt(0), QStringLiteral("hook1"));
    QVERIFY(!model.isSorted());
    model.sortAgain();
    QCOMPARE(model.nameAt(0), QStringLiteral("hook2"));
    QVERIFY(model.isSorted());
    QCOMPARE(first.row(), 1);
    // What was counted for another frame does not fit.
    model.take({coarseFrameOf(TimeRange::Day), {{DestinationId{2}, Activity()}}, true});
    QCOMPARE(model.activityAt(0).sum().failed, 1);
}

void TestCharts::destinationsComeAndGo()
{
    FleetModel model(*m_destinations);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 0);
    know(3);
    QCOMPARE(model.rowCount(), 3);
    m_destinations->forget({DestinationId{2}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.nameAt(1), QStringLiteral("hook3"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    m_destinations->show({Testing::destination(3, QStringLiteral("renamed"))});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("renamed"));
}

void TestCharts::aCardLeadsToItsDashboard()
{
    know(2);
    FleetPanel fleet(*m_destinations, *m_facts, *m_requests);
    const QSignalSpy asked(m_requests.get(), &Requests::fleetRequested);
    const QSignalSpy chosen(&fleet, &FleetPanel::destinationChosen);
    fleet.resize(800, 600);
    fleet.show();
    QCOMPARE(asked.last().first().value<TimeFrame>().count, 24);
    auto *const view = fleet.findChild<QListView *>();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().value<DestinationId>() == DestinationId{2});
    fleet.hide();
    QCOMPARE(asked.last().first().value<TimeFrame>().count, 0);
}

void TestCharts::cardsFillTheirRows()
{
    know(8);
    FleetPanel fleet(*m_destinations, *m_facts, *m_requests);
    fleet.show();
    auto *const view = fleet.findChild<QListView *>();
    for (const int width : {560, 970, 1500}) {
        fleet.resize(width, 300);
        QCoreApplication::processEvents();
        const QRect first = view->visualRect(view->model()->index(0, 0));
        int right = 0;
        for (int row = 0; row < 8; ++row)
            right = std::max(right, view->visualRect(view->model()->index(row, 0)).right());
        QVERIFY(view->visualRect(view->model()->index(1, 0)).left() > first.left());
        QVERIFY2(view->viewport()->width() - right < 32, qPrintable(QString::number(right)));
    }
}

void TestCharts::tenThousandDestinations()
{
    constexpr int Count = 10'000;
    know(Count);
    FleetPanel fleet(*m_destinations, *m_facts, *m_requests);
    fleet.resize(1000, 700);
    fleet.show();
    QVERIFY(QTest::qWaitForWindowExposed(&fleet));
    const TimeFrame frame = coarseFrameOf(TimeRange::Hour);
    FleetFigures figures{frame, {}, false};
    for (int i = 1; i <= Count; ++i)
        figures.destinations.append({DestinationId{i}, activityOf(frame, {i, 0, i % 7})});
    const auto timed = [](const char *what, const auto &act) {
        QElapsedTimer timer;
        timer.start();
        act();
        QCoreApplication::processEvents();
        qInfo("%s took the screen %lld ms", what, timer.elapsed());
    };
    timed("10,000 destinations", [&] { emit m_facts->fleetCounted(figures); });
    timed("the last of them, and sorting", [&] { emit m_facts->fleetCounted({frame, {}, true}); });
    timed("one that has changed", [&] {
        emit m_facts->fleetCounted({frame, {figures.destinations.first()}, true});
    });
    auto *const view = fleet.findChild<QListView *>();
    QCOMPARE(view->model()->rowCount(), Count);
    QVERIFY(view->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("6 failed")));
}

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
