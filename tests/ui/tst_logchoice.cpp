// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logviewsuite.h"
#include "tests/ui/makers.h"
#include "ui/filter/filterfield.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogPanel;
using Testing::attempt;

/// What is chosen in the list stays so whatever becomes of the list, and nothing else comes to be.
class TestLogChoice final : public Testing::LogViewSuite
{
    Q_OBJECT

private slots:
    void whatAFilterHidIsSelectedAgain();
    void whatIsChosenMeanwhileIsAllThatIsSelected();
    void whatALaterPartBringsIsSelectedAgain();
    void anEventThatAFilterNarrowsHasDetails();
    void oneRowOfAnOpenEventIsAllThatIsChosenAgain();
    void aRowIsNotItsEventWhenTheFilterGoes();
    void aLineOfHeartbeatsStaysWhatItIs();
    void oneHeartbeatOfAnOpenLineStaysChosen();
    void aRowThatIsShownComesOutOfItsEvent();
    void whatAnEarlierRunChoseMayBeBehindALine();
    void rowsOfAnOpenLineCountOnce();
    void closingALineChoosesIt();
    void hugeSelectionsAreLetGo();

private:
    void filter(const QString &text);
    void tellOneEvent();
    void choose(int line) { view()->setCurrentIndex(m_model->index(line, 0)); }
    static QList<LogKey> keys(const QList<qint64> &numbers);
};

QList<LogKey> TestLogChoice::keys(const QList<qint64> &numbers)
{
    QList<LogKey> keys;
    for (const qint64 number : numbers)
        keys.append(LogKey::of(AttemptId{number}));
    return keys;
}

void TestLogChoice::filter(const QString &text)
{
    m_panel->filter()->setFilterText(text);
    QTRY_VERIFY(!m_model->isSearching());
    settle();
}

/// Behind line 500: 501 has failed, 502 and 503 were delivered elsewhere.
void TestLogChoice::tellOneEvent()
{
    QList<Attempt> sent{attempt(501, AttemptOutcome::Failed, 404),
                        attempt(502, AttemptOutcome::Delivered, 201),
                        attempt(503, AttemptOutcome::Delivered, 202)};
    for (Attempt &one : sent) {
        one.event = sent.first().event;
        one.destination = DestinationId{one.id.value};
    }
    m_panel->setEventsFolded(true);
    tell(sent);
    QTRY_COMPARE(m_model->rowCount(), 501);
    QTRY_COMPARE(m_model->toldAt(500), LogKey::of(AttemptId{501}));
}

void TestLogChoice::whatAFilterHidIsSelectedAgain()
{
    tell({attempt(501, AttemptOutcome::Failed, 404)});
    view()->selectionModel()->select(m_model->index(5, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    view()->selectionModel()->setCurrentIndex(
        m_model->index(500, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    filter(QStringLiteral("xyzzy"));
    QVERIFY(m_panel->selectedKeys().isEmpty());
    filter(QStringLiteral("status:404"));
    QCOMPARE(m_panel->selectedKeys(), keys({501}));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({6, 501}));
    QCOMPARE(view()->currentIndex().row(), 500);
}

void TestLogChoice::hugeSelectionsAreLetGo()
{
    fillFromRecord(10'001);
    choose(7);
    view()->selectAll();
    QCOMPARE(m_panel->selectedKeys().size(), 10'001);
    filter(QStringLiteral("xyzzy"));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({8}));
}

void TestLogChoice::whatIsChosenMeanwhileIsAllThatIsSelected()
{
    tell({attempt(501, AttemptOutcome::Failed, 404), attempt(502, AttemptOutcome::Failed, 404)});
    choose(5);
    filter(QStringLiteral("status:404"));
    QVERIFY(m_panel->selectedKeys().isEmpty());
    choose(1);
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    choose(5);
    filter(QStringLiteral("status:404"));
    m_panel->showRow(LogKey::of(AttemptId{8}));
    QTRY_COMPARE(m_panel->selectedKeys(), keys({8}));
}

void TestLogChoice::whatALaterPartBringsIsSelectedAgain()
{
    m_log->partRows = 100;
    choose(7);
    for (const int line : {250, 499})
        view()->selectionModel()->select(m_model->index(line, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<LogKey> selected = m_panel->selectedKeys();
    QCOMPARE(selected.size(), 3);
    m_model->search();
    QTRY_VERIFY(!m_model->isSearching());
    settle();
    QCOMPARE(m_panel->selectedKeys(), selected);
    QCOMPARE(view()->currentIndex().row(), 7);
}

void TestLogChoice::anEventThatAFilterNarrowsHasDetails()
{
    tellOneEvent();
    choose(500);
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{501}));
    const QSignalSpy hidden(m_panel.get(), &LogPanel::chosenHidden);
    const QSignalSpy chosen(m_panel.get(), &LogPanel::attemptChosen);
    filter(QStringLiteral("status:202"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(view()->currentIndex().row(), 0);
    QVERIFY(hidden.isEmpty());
    QCOMPARE(chosen.last().at(0).value<AttemptId>().value, 503);
    QCOMPARE(m_panel->selectedKeys(), keys({503}));
    filter(QStringLiteral("status:201"));
    QCOMPARE(chosen.last().at(0).value<AttemptId>().value, 502);
    filter({});
    QCOMPARE(m_model->rowCount(), 501);
    QTRY_COMPARE(m_panel->chosen(), LogKey::of(AttemptId{501}));
    QCOMPARE(m_panel->selectedKeys(), keys({501, 502, 503}));
    QVERIFY(hidden.isEmpty());
}

void TestLogChoice::oneRowOfAnOpenEventIsAllThatIsChosenAgain()
{
    tellOneEvent();
    view()->toggle(500);
    choose(502);
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    filter(QStringLiteral("invoice"));
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    filter(QStringLiteral("xyzzy"));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{502}));
    QVERIFY(m_model->lineAt(view()->currentIndex().row()).isChild);
}

void TestLogChoice::aRowIsNotItsEventWhenTheFilterGoes()
{
    tellOneEvent();
    filter(QStringLiteral("status:202"));
    choose(0);
    QCOMPARE(m_panel->selectedKeys(), keys({503}));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({503}));
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{503}));
    filter(QStringLiteral("status:201 or status:202"));
    choose(0);
    QCOMPARE(m_panel->selectedKeys(), keys({502, 503}));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({502, 503}));
}

void TestLogChoice::aLineOfHeartbeatsStaysWhatItIs()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    Attempt other = beat(502);
    other.status = 204;
    tell({beat(501), other, beat(503)});
    filter(QStringLiteral("status:204"));
    QCOMPARE(m_model->rowCount(), 1);
    choose(0);
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{502}));
    filter({});
    QCOMPARE(m_model->rowCount(), 501);
    QCOMPARE(view()->currentIndex().row(), 500);
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{503}));
    QVERIFY(view()->selectionModel()->isRowSelected(500));
}

void TestLogChoice::oneHeartbeatOfAnOpenLineStaysChosen()
{
    m_panel->setHeartbeatsFolded(true);
    QTRY_VERIFY(!m_model->isSearching());
    tell({beat(501), beat(502), beat(503)});
    view()->toggle(500);
    choose(502);
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    filter(QStringLiteral("xyzzy"));
    filter({});
    QCOMPARE(m_panel->selectedKeys(), keys({502}));
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{502}));
}

void TestLogChoice::aRowThatIsShownComesOutOfItsEvent()
{
    tellOneEvent();
    filter(QStringLiteral("xyzzy"));
    m_panel->showRow(LogKey::of(AttemptId{503}));
    QTRY_COMPARE(m_panel->selectedKeys(), keys({503}));
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{503}));
}

/// The older ones come last, and no line with them.
void TestLogChoice::whatAnEarlierRunChoseMayBeBehindALine()
{
    QList<Attempt> heartbeats;
    for (qint64 number = 501; number <= 700; ++number)
        heartbeats.append(beat(number));
    m_log->record(heartbeats);
    m_log->partRows = 50;
    auto model = std::make_unique<Gui::LogModel>();
    m_log->serve(*model);
    LogPanel panel(*model);
    panel.setHeartbeatsFolded(true);
    panel.filter()->setFilterText(QStringLiteral("is:heartbeat"));
    panel.restore(LogKey::of(AttemptId{520}), false);
    const QSignalSpy chosen(&panel, &LogPanel::attemptChosen);
    model->search();
    QTRY_VERIFY(!model->isSearching());
    settle();
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(panel.view()->currentIndex().row(), 0);
    QCOMPARE(panel.selectedKeys().size(), 200);
    QVERIFY(!chosen.isEmpty());
    QVERIFY(!panel.view()->isFollowing());
}

void TestLogChoice::rowsOfAnOpenLineCountOnce()
{
    tellOneEvent();
    view()->toggle(500);
    view()->selectAll();
    QCOMPARE(m_panel->selectedKeys().size(), 503);
}

void TestLogChoice::closingALineChoosesIt()
{
    tellOneEvent();
    view()->toggle(500);
    choose(503);
    view()->toggle(500);
    QCOMPARE(view()->currentIndex().row(), 500);
    QCOMPARE(m_panel->chosen(), LogKey::of(AttemptId{501}));
    QCOMPARE(m_panel->selectedKeys().size(), 3);
}

QTEST_MAIN(TestLogChoice)
#include "tst_logchoice.moc"
