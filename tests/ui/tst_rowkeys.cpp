// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/kin.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/findbar.h"
#include "ui/detail/messageview.h"
#include "ui/detail/recorddesk.h"
#include "ui/detail/rowwindow.h"
#include "ui/detail/rowwindowdesk.h"
#include "ui/detail/textview.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logview.h"
#include "ui/statusline.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QTest>

#include <algorithm>

using namespace Core;
using Gui::LogView;
using Gui::RowWindow;
using Testing::attempt;

/// The keys by which people come to the details of rows, and leave them.
class TestRowKeys final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void enterOpensEachOfSeveral();
    void enterSaysWhyItOpensNone();
    void escapeClosesTheFindBarFirst();
    void escapeLeadsBackToTheList();
    void aKeyWithModifiersMovesTheChoice();
    void anotherTryIsChosenAlone();

private:
    void showRows(int count) const;
    void look(int row) const;
    void load() const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const;
    void startAt(int row);
    bool isChosenAlone(int row) const;
};

void TestRowKeys::showRows(int count) const
{
    QList<Attempt> attempts;
    for (int i = 1; i <= count; ++i)
        attempts.append(attempt(i));
    emit m_window->facts().attemptsRecorded(attempts);
    QTRY_COMPARE(child<LogView>()->model()->rowCount(), count);
}

void TestRowKeys::look(int row) const
{
    auto *const view = child<LogView>();
    view->setCurrentIndex(view->model()->index(row, 0));
}

void TestRowKeys::load() const
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 404);
    record.requestBody = "{\"n\":1}";
    emit m_window->facts().attemptLoaded(record);
}

void TestRowKeys::enterOpensEachOfSeveral()
{
    showRows(12);
    auto *const view = child<LogView>();
    look(1);
    view->setFocus();
    for (int more = 1; more < Gui::RowWindowDesk::MostOpened; ++more)
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(windows().size(), Gui::RowWindowDesk::MostOpened);
    QVERIFY(windows().first()->row() == LogKey::of(AttemptId{2}));
    QVERIFY(windows().last()->row() == LogKey::of(AttemptId{11}));
}

void TestRowKeys::enterSaysWhyItOpensNone()
{
    showRows(12);
    auto *const view = child<LogView>();
    const auto isSaid = [this](const QString &text) {
        const auto labels = child<Gui::StatusLine>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(isSaid(QStringLiteral("Choose a row first")));
    view->selectAll();
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(isSaid(QStringLiteral("No more than 10 rows are opened at a time")));
    QCOMPARE(windows().size(), 0);
}

void TestRowKeys::escapeClosesTheFindBarFirst()
{
    showRows(1);
    look(0);
    child<Gui::RowWindowDesk>()->open->trigger();
    const QPointer<RowWindow> window = windows().first();
    load();
    window->findChild<QAction *>(QStringLiteral("find-in-body"))->trigger();
    const Gui::BodyView &body = *window->pane().request()->body();
    const auto *const finder = body.findChild<Gui::FindBar *>();
    QVERIFY(finder->isVisible());
    auto *const text = body.findChild<Gui::TextView *>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!finder->isVisible());
    QVERIFY(window && window->isVisible());
    QTest::keyClick(text, Qt::Key_Escape);
    QTRY_VERIFY(window.isNull());
}

/// First what is found, then what is filtered.
void TestRowKeys::escapeLeadsBackToTheList()
{
    showRows(1);
    m_window->activateWindow();
    auto *const field = child<Gui::FilterField>();
    field->setFilterText(QStringLiteral("dest:orders"));
    auto *const view = child<LogView>();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    look(0);
    load();
    child<Gui::RecordDesk>()->find->trigger();
    const Gui::BodyView &body = *child<Gui::DetailPane>()->request()->body();
    const auto *const finder = body.findChild<Gui::FindBar *>();
    QVERIFY(finder->isVisible());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!finder->isVisible());
    QVERIFY2(view->hasFocus(), "who is in the list stays there");
    QCOMPARE(field->text(), QStringLiteral("dest:orders"));
    auto *const text = body.findChild<Gui::TextView *>();
    text->setFocus();
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QVERIFY(text->hasFocus());
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(view->hasFocus());
}

/// As a keyboard does it: the modifiers are down while what the key means is done.
void TestRowKeys::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_window->windowHandle(), key, modifiers);
}

void TestRowKeys::startAt(int row)
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    child<LogView>()->setFocus();
    look(row);
}

bool TestRowKeys::isChosenAlone(int row) const
{
    const auto *const view = child<LogView>();
    return view->currentIndex().row() == row && view->selectedKeys().size() == 1
        && view->selectionModel()->isRowSelected(row);
}

void TestRowKeys::aKeyWithModifiersMovesTheChoice()
{
    showRows(4);
    startAt(0);
    press(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(isChosenAlone(1));
    press(Qt::Key_Down, Qt::ControlModifier);
    QVERIFY(isChosenAlone(2));
    press(Qt::Key_Up, Qt::ControlModifier);
    QVERIFY(isChosenAlone(1));
    press(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(isChosenAlone(3));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(isChosenAlone(1));
    // With Shift a key that is the list's own still adds.
    press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(child<LogView>()->selectedKeys().size(), 2);
}

void TestRowKeys::anotherTryIsChosenAlone()
{
    showRows(3);
    const auto tellKin = [this](qint64 number) {
        Kin kin;
        kin.row = LogKey::of(AttemptId{number});
        kin.tries = {attempt(1), attempt(2), attempt(3)};
        emit m_window->facts().kinFound(kin);
    };
    startAt(0);
    tellKin(1);
    press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(isChosenAlone(1));
    tellKin(2);
    press(Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(isChosenAlone(2));
    tellKin(3);
    press(Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(isChosenAlone(1));
}

QTEST_MAIN(TestRowKeys)
#include "tst_rowkeys.moc"
