// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/actions.h"
#include "ui/calls/callmodel.h"
#include "ui/calls/callpanel.h"
#include "ui/detail/recorddesk.h"
#include "ui/facts.h"
#include "ui/welcome/registercommand.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Core;
using namespace Gui;

namespace {

ApiCall call(int status, const QByteArray &target = "/webhooks")
{
    ApiCall made;
    made.method = "POST";
    made.target = target;
    made.status = status;
    made.client = "curl/7.88.1";
    return made;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestCalls final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void aCallIsShownInWords();
    void aRefusalSaysWhy();
    void theOldestMakeRoom();
    void aFloodIsBounded();
    void refusedOnesCanBeShownAlone();
    void naughtyTargetsAreShownAsText();
    void valuesOfQueriesAreMasked();
    void thePanelIsAPageOfTheWindow();
    void nobodyHasCalledYet();
    void whatWasWrongHasRoomInLargeLetters();
    void aWideCommandLeavesTheWindowNarrow();
};

void TestCalls::aCallIsShownInWords()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add({call(201)});
    QCOMPARE(cell(model, 0, CallModel::StatusColumn), QStringLiteral("201 Created"));
    QCOMPARE(cell(model, 0, CallModel::CallColumn), QStringLiteral("POST /webhooks"));
    QCOMPARE(cell(model, 0, CallModel::ClientColumn), QStringLiteral("curl/7.88.1"));
    QCOMPARE(cell(model, 0, CallModel::RemarkColumn), QString());
    ApiCall stray;
    stray.status = 400;
    stray.sentence = QStringLiteral("No request line.");
    model.add({stray});
    QCOMPARE(cell(model, 1, CallModel::CallColumn), QStringLiteral("not a request"));
}

void TestCalls::aRefusalSaysWhy()
{
    CallModel model;
    ApiCall refused = call(415);
    refused.sentence = QStringLiteral("The body is not JSON.");
    model.add({refused});
    QCOMPARE(cell(model, 0, CallModel::RemarkColumn), refused.sentence);
    refused.hint = QStringLiteral("Add a header.");
    model.add({refused});
    QCOMPARE(cell(model, 1, CallModel::RemarkColumn),
             QStringLiteral("The body is not JSON. Add a header."));
}

void TestCalls::theOldestMakeRoom()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QList<ApiCall> calls;
    for (int i = 0; i < CallModel::Capacity; ++i)
        calls.append(call(200, QByteArray::number(i)));
    model.add(calls);
    model.add(calls.first(5));
    QCOMPARE(model.rowCount(), CallModel::Capacity);
    QCOMPARE(cell(model, 0, CallModel::CallColumn), QStringLiteral("POST 5"));
}

void TestCalls::aFloodIsBounded()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add({call(200, "old")});
    QList<ApiCall> flood;
    for (int i = 0; i < 2 * CallModel::Capacity; ++i)
        flood.append(call(200, QByteArray::number(i)));
    model.add(flood);
    QCOMPARE(model.rowCount(), CallModel::Capacity);
    QCOMPARE(cell(model, 0, CallModel::CallColumn), QStringLiteral("POST 1000"));
}

void TestCalls::refusedOnesCanBeShownAlone()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add({call(200), call(404), call(202)});
    model.setRefusedOnly(true);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.totalCount(), 3);
    model.add({call(201), call(415)});
    QCOMPARE(model.rowCount(), 2);
    model.setRefusedOnly(false);
    QCOMPARE(model.rowCount(), 5);
}

void TestCalls::naughtyTargetsAreShownAsText()
{
    CallModel model;
    for (const QString &naughty : Testing::naughtyStrings())
        model.add({call(404, naughty.toUtf8())});
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString tip
            = model.index(row, CallModel::CallColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
        QVERIFY(!cell(model, row, CallModel::CallColumn).contains(u'\n'));
    }
}

void TestCalls::valuesOfQueriesAreMasked()
{
    showThree();
    emit m_window->facts().callsAnswered({call(404, "/webhooks?token=abc&x")});
    const auto *const model = child<CallModel>();
    const QModelIndex shown = model->index(0, CallModel::CallColumn);
    const auto saidBy = [&shown](int role) { return shown.data(role).toString(); };
    QCOMPARE(saidBy(Qt::DisplayRole), QStringLiteral("POST /webhooks?token=***&***"));
    for (const int role : {Qt::ToolTipRole, Qt::AccessibleDescriptionRole})
        QVERIFY2(!saidBy(role).contains(QStringLiteral("abc")), qPrintable(saidBy(role)));
    auto *const showSecrets = child<RecordDesk>()->showSecrets;
    showSecrets->trigger();
    QCOMPARE(saidBy(Qt::DisplayRole), QStringLiteral("POST /webhooks?token=abc&x"));
    showSecrets->trigger();
    QCOMPARE(saidBy(Qt::DisplayRole), QStringLiteral("POST /webhooks?token=***&***"));
}

void TestCalls::thePanelIsAPageOfTheWindow()
{
    showThree();
    auto *const panel = child<CallPanel>();
    QVERIFY(!panel->isVisible());
    child<Actions>()->calls->trigger();
    QVERIFY(panel->isVisible());
    QVERIFY(!panel->findChild<QTableView *>()->isVisible());
    emit m_window->facts().callsAnswered({call(201)});
    QVERIFY(panel->findChild<QTableView *>()->isVisible());
    panel->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(!panel->findChild<QTableView *>()->isVisible());
    const QList<QLabel *> labels = panel->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == QStringLiteral("No call was refused.");
    }));
    emit panel->closeRequested();
    QVERIFY(!panel->isVisible());
}

void TestCalls::nobodyHasCalledYet()
{
    showThree();
    child<Actions>()->calls->trigger();
    const auto buttons = child<CallPanel>()->findChildren<QPushButton *>();
    const auto shown = [&buttons](const QString &text) -> QPushButton * {
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const auto *button) {
            return button->text() == text && button->isVisible();
        });
        return found == buttons.end() ? nullptr : *found;
    };
    const QString copy = QStringLiteral("Copy the command");
    const QString showAll = QStringLiteral("Show all calls");
    shown(copy)->click();
    const EngineStatus status = Testing::listeningEngine();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             commandToRegister(CallTool::Curl, status.apiUrl, status.binUrl));
    emit m_window->facts().statusChanged({});
    QVERIFY2(shown(copy) == nullptr, "nothing listens");
    emit m_window->facts().callsAnswered({call(201)});
    child<CallPanel>()->findChild<QCheckBox *>()->setChecked(true);
    shown(showAll)->click();
    QVERIFY(child<CallPanel>()->findChild<QTableView *>()->isVisible());
}

void TestCalls::whatWasWrongHasRoomInLargeLetters()
{
    Facts facts;
    CallPanel panel(facts);
    QFont large = panel.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    panel.setFont(large);
    panel.resize(1054, 600);
    panel.show();
    ApiCall refused = call(415);
    refused.sentence = QStringLiteral("The body is not JSON.");
    emit facts.callsAnswered({refused});
    QCoreApplication::processEvents();
    auto *const view = panel.findChild<QTableView *>();
    QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
    QVERIFY(view->columnWidth(CallModel::RemarkColumn)
            >= 12 * view->fontMetrics().averageCharWidth());
    QVERIFY(view->columnWidth(CallModel::CallColumn)
            >= view->fontMetrics().horizontalAdvance(QStringLiteral("POST /webhooks")));
    view->setColumnWidth(CallModel::CallColumn, 77);
    emit facts.callsAnswered({refused});
    QVERIFY2(view->columnWidth(CallModel::CallColumn) == 77, "as a person has made it");
}

void TestCalls::aWideCommandLeavesTheWindowNarrow()
{
    Facts facts;
    CallPanel panel(facts);
    const int before = panel.minimumSizeHint().width();
    EngineStatus status = Testing::listeningEngine();
    status.binUrl += QStringLiteral("/and/so/on").repeated(20);
    emit facts.statusChanged(status);
    QVERIFY(panel.minimumSizeHint().width() <= before);
}

QTEST_MAIN(TestCalls)
#include "tst_calls.moc"
