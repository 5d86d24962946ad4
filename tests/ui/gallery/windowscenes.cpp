// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/apicall.h"
#include "tests/ui/gallery/samples.h"
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/stage.h"
#include "tests/ui/makers.h"
#include "ui/actions.h"
#include "ui/calls/callpanel.h"
#include "ui/charts/chartdesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/detailpane.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/requests.h"
#include "ui/welcome/registercommand.h"
#include "ui/welcome/welcomepage.h"

#include <QCheckBox>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Core;

namespace Gallery {

namespace {

void paintStates(const Camera &camera)
{
    Stage empty(camera);
    empty.save(QStringLiteral("empty"));
    // The demo has been clicked, and has answered.
    auto *const page = empty.child<Gui::WelcomePage>();
    DestinationStatus demo = Testing::destination(1, QStringLiteral("demo"));
    demo.destination.url = Gui::demoBinUrl(Testing::listeningEngine().binUrl);
    Attempt answered = Testing::attempt(1, AttemptOutcome::Delivered, 200);
    answered.url = demo.destination.url;
    answered.destinationName = demo.destination.name;
    Capture received = Testing::capture(1);
    received.delivery = answered.delivery;
    page->findChildren<QPushButton *>().first()->click();
    page->showDestinations({demo});
    page->showCaptures({received});
    page->showAttempts({answered});
    empty.save(QStringLiteral("demo"));
    Stage busy(camera);
    busy.answerRecords();
    busy.fill();
    busy.save(QStringLiteral("busy"));
    busy.chooseFailure();
    busy.save(QStringLiteral("failing"));
    auto *const detail = busy.child<Gui::DetailPane>();
    detail->setCurrentTab(Gui::DetailPane::RequestTab);
    EngineStatus trouble = makeStatus();
    trouble.trouble = QStringLiteral("The disk is full: events are refused until there is room.");
    emit busy.window().facts().statusChanged(trouble);
    emit busy.window().facts().refused(
        {ErrorCode::Conflict, QStringLiteral("That name is taken."), {}, {}});
    busy.child<Gui::LogView>()->verticalScrollBar()->setValue(1000);
    emit busy.window().facts().attemptsRecorded({makeAttempt(Rows + 1), makeAttempt(Rows + 2)});
    busy.save(QStringLiteral("request"));
}

void paintKeeping(const Camera &camera)
{
    Stage stage(camera);
    stage.answerRecords();
    stage.fill();
    stage.chooseFailure();
    const QList<LogKey> chosen = stage.child<Gui::LogPanel>()->selectedKeys();
    emit stage.window().facts().pinsChanged(
        {{chosen.value(0), true, QStringLiteral("The invoice that was paid twice")},
         {LogKey::of(AttemptId{Rows - 4}), true, {}},
         {LogKey::of(AttemptId{Rows - 7}), true, {}}});
    stage.save(QStringLiteral("pinned"));
}

/// Three events, each sent to several destinations.
QList<Attempt> makeFans()
{
    QList<Attempt> fans;
    for (int i = 1; i <= 15; ++i) {
        fans.append(makeAttempt(Rows - 12 + i));
        fans.last().id = AttemptId{Rows + 50 + i};
        fans.last().startedAt = nowMinus(1'000 - 10 * i);
        fans.last().kind = EventKind::Published;
        fans.last().eventType = QStringLiteral("order.created");
        fans.last().event = EventId{QStringLiteral("evt_fan_%1").arg(i % 3)};
    }
    return fans;
}

/// Events behind one line each, more columns.
void paintList(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    emit stage.window().facts().attemptsRecorded(makeFans());
    auto *const desk = stage.child<Gui::LogDesk>();
    desk->group->setChecked(true);
    desk->columnMenu().actions().at(Gui::LogModel::TargetColumn)->setChecked(true);
    desk->showField({LogField::Source::RequestHeader, QStringLiteral("User-Agent")});
    stage.settle();
    auto *const model = stage.child<Gui::LogModel>();
    model->toggle(model->rowCount() - 4);
    desk->pause->setChecked(true);
    emit stage.window().facts().attemptsRecorded({makeAttempt(Rows + 20)});
    stage.save(QStringLiteral("list"));
}

void paintFilter(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    auto *const panel = stage.child<Gui::LogPanel>();
    auto *const field = panel->filter();
    field->setFilterText(QStringLiteral("status:5xx foo:bar is:failed"));
    stage.save(QStringLiteral("filter-wrong"));
    field->setFilterText(QStringLiteral("is:failed status:"));
    stage.save(QStringLiteral("filter-begun"));
    field->setFilterText(QStringLiteral("status:5xx and dest:billing"));
    QTest::keyClick(field, Qt::Key_Return);
    stage.save(QStringLiteral("filter-hint"));
    QObject::connect(
        &stage.window().requests(), &Gui::Requests::filterValuesRequested, field,
        [&stage](const FilterValuesQuestion &question) {
            emit stage.window().facts().filterValuesFound(
                {question, {{QStringLiteral("orders"), 1204}, {QStringLiteral("my shop"), 37}}});
        });
    field->clear();
    QTest::keyClicks(field, QStringLiteral("dest:"));
    stage.save(QStringLiteral("filter-values"), field->popup()->view());
    field->popup()->close();
    field->setFilterText({});
    field->popup()->open();
    stage.save(QStringLiteral("filter-keys"), field->popup()->view());
    field->popup()->close();
    panel->filterBar()->saved()->add(QStringLiteral("Refused by shop"),
                                     QStringLiteral("dest:billing"));
    field->setFilterText(QStringLiteral("dest:billing is:failed"));
    stage.save(QStringLiteral("filter"));
}

/// The newest of a million rows, some in their midst, and those that a filter leaves.
void paintMillion(const Camera &camera)
{
    Stage stage(camera);
    stage.fillWithHistory();
    stage.save(QStringLiteral("million"));
    QScrollBar *const bar = stage.child<Gui::LogView>()->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    stage.save(QStringLiteral("million-midst"));
    stage.child<Gui::FilterField>()->setFilterText(QStringLiteral("status:503"));
    stage.save(QStringLiteral("million-filter"));
}

void paintNoMatch(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    stage.child<Gui::FilterField>()->setFilterText(QStringLiteral("nothing like this"));
    stage.child<Gui::Sidebar>()->choose(DestinationId{2});
    stage.child<Gui::DestinationDesk>()->remove->trigger();
    stage.save(QStringLiteral("nomatch"));
}

/// The calls of the HTTP interface: none yet, some, none that was refused.
void paintCalls(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    stage.child<Gui::Actions>()->calls->setChecked(true);
    stage.save(QStringLiteral("calls-none"));
    ApiCall taken;
    taken.method = "POST";
    taken.target = "/webhooks";
    taken.status = 201;
    taken.client = "curl/7.88.1";
    taken.at = nowMinus(4200);
    emit stage.window().facts().callsAnswered({taken});
    stage.child<Gui::CallPanel>()->findChild<QCheckBox *>()->setChecked(true);
    stage.save(QStringLiteral("calls-none-refused"));
    ApiCall refused = taken;
    refused.status = 415;
    refused.sentence = QStringLiteral("The body is not JSON.");
    refused.hint = QStringLiteral("Add --header 'content-type: application/json'.");
    emit stage.window().facts().callsAnswered({refused, refused});
    stage.child<Gui::CallPanel>()->findChild<QCheckBox *>()->setChecked(false);
    stage.save(QStringLiteral("calls"));
}

void paintCharts(const Camera &camera)
{
    Stage stage(camera);
    stage.answerFigures();
    stage.fill();
    auto *const desk = stage.child<Gui::ChartDesk>();
    desk->showFleet->setChecked(true);
    stage.save(QStringLiteral("fleet"));
    auto *const sidebar = stage.child<Gui::Sidebar>();
    sidebar->choose(DestinationId{2});
    desk->showDashboard->setChecked(true);
    stage.save(QStringLiteral("dashboard"));
}

void paintMenus(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    stage.chooseFailure();
    stage.settle();
    for (const QAction *const action : stage.window().menuBar()->actions()) {
        QMenu *const menu = action->menu();
        menu->popup(stage.window().mapToGlobal(QPoint()));
        stage.save(QStringLiteral("menu-") + QString(action->text()).remove(u'&'), menu);
        menu->close();
    }
}

} // namespace

void paintWindow(const Camera &camera)
{
    paintStates(camera);
    paintKeeping(camera);
    paintList(camera);
    paintFilter(camera);
    paintMillion(camera);
    paintNoMatch(camera);
    paintCalls(camera);
    paintCharts(camera);
    paintMenus(camera);
}

} // namespace Gallery
