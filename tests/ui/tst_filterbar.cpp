// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/filtersdialog.h"
#include "ui/filter/savedfilters.h"

#include <QAbstractButton>
#include <QAction>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Core;
using Gui::FilterBar;
using Gui::FilterField;
using Gui::SavedFilters;

/// Where a filter is typed, and the buttons beside.
class TestFilterBar final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatCanBeReadIsInForce();
    void whatCannotBeReadChangesNothing();
    void faultsAreNamedAndMarked();
    void aNoticeKeepsItsRoomWhileOneTypes();
    void anAndIsHintedAt();
    void escapeClearsAndThenLeaves();
    void keysAndValuesAreChosenFromThePopup();
    void lateValuesAreNotShown();
    void recentsAreOfferedInAnEmptyField();
    void buttonsAddTheirTermsAndTakeThemAway();
    void aChoiceIsAButtonOfItsOwn();
    void filtersAreSavedAsButtons();
    void buttonsAreKept();
    void savedFiltersAreManagedByKeys();
    void theRenamedFilterStaysTheChosenOne();
    void whatIsNotThereCannotBeManaged();

private:
    FilterField &field() const { return *m_bar->field(); }
    SavedFilters &saved() const { return *m_bar->saved(); }
    QLabel &notice() const { return *m_window->findChild<QLabel *>(); }
    void type(const QString &text) const { QTest::keyClicks(m_bar->field(), text); }
    QString labels() const;

    std::unique_ptr<QWidget> m_window;
    FilterBar *m_bar = nullptr;
};

void TestFilterBar::init()
{
    Testing::failOnWarnings();
    m_window = std::make_unique<QWidget>();
    m_bar = new FilterBar(m_window.get());
    auto *const layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_bar);
    layout->addStretch(1);
    m_window->resize(900, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    field().setFocus();
}

void TestFilterBar::cleanup()
{
    m_window.reset();
}

QString TestFilterBar::labels() const
{
    QStringList labels;
    const Gui::SuggestionModel &model = field().popup()->model();
    for (int row = 0; row < model.rowCount(); ++row)
        labels.append(model.at(row).label);
    return labels.join(u' ');
}

void TestFilterBar::whatCanBeReadIsInForce()
{
    const QSignalSpy changed(&field(), &FilterField::filterChanged);
    type(QStringLiteral("status:503"));
    QTRY_COMPARE(field().filterText(), QStringLiteral("status:503"));
    QCOMPARE(changed.size(), 1); // typing is one change, however many keys it takes
    QVERIFY(changed.first().first().value<Core::Filter>()
            == parseFilter(QStringLiteral("status:503")).filter);
    field().setFilterText(QStringLiteral("is:slow"));
    QCOMPARE(changed.size(), 2);
}

void TestFilterBar::whatCannotBeReadChangesNothing()
{
    field().setFilterText(QStringLiteral("is:slow"));
    const QSignalSpy changed(&field(), &FilterField::filterChanged);
    const QSignalSpy confirmed(&field(), &FilterField::confirmed);
    for (const QString &text : {QStringLiteral("is:slow status:"), QStringLiteral("foo:bar")}) {
        field().setFilterText(text);
        QTest::keyClick(&field(), Qt::Key_Return);
    }
    QVERIFY(changed.isEmpty() && confirmed.isEmpty());
    QCOMPARE(field().filterText(), QStringLiteral("is:slow"));
    QVERIFY2(notice().text().endsWith(QStringLiteral(": is:slow")),
             "what the list shows meanwhile");
    const QAction *const save = m_window->findChild<QAction *>(QStringLiteral("filter.save"));
    QVERIFY2(!save->isEnabled(), "what would be kept is not what stands there");
    field().setFilterText(QStringLiteral("is:slow"));
    QVERIFY(save->isEnabled());
}

void TestFilterBar::faultsAreNamedAndMarked()
{
    const QColor plain = field().palette().color(QPalette::Base);
    const auto ground = [this] { return field().palette().color(QPalette::Base); };
    field().setFilterText(QStringLiteral("is:slow foo:bar"));
    QVERIFY(notice().isVisible());
    QVERIFY(notice().text().contains(QStringLiteral("At character 9:")));
    QVERIFY(notice().text().contains(QStringLiteral("\"foo\"")));
    QVERIFY(!field().accessibleDescription().isEmpty());
    const QColor wrong = ground();
    field().setFilterText(QStringLiteral("status:5"));
    QVERIFY(!notice().isVisible()); // of what was wrong before
    QTRY_VERIFY(notice().text().contains(QStringLiteral("At character 8:")));
    const QColor incomplete = ground();
    field().setFilterText(QStringLiteral("status:5xx"));
    QVERIFY(!notice().isVisible());
    const QSet<QRgb> grounds{plain.rgb(), wrong.rgb(), incomplete.rgb(), ground().rgb()};
    QCOMPARE(grounds.size(), 4);
    field().setFilterText({});
    QCOMPARE(ground(), plain);
    QVERIFY(field().accessibleDescription().isEmpty());
}

/// What stands below does not jump with each letter.
void TestFilterBar::aNoticeKeepsItsRoomWhileOneTypes()
{
    const int plain = m_bar->sizeHint().height();
    field().setFilterText(QStringLiteral("foo:bar"));
    const int told = m_bar->sizeHint().height();
    QVERIFY(told > plain);
    field().setFilterText(QStringLiteral("status:5"));
    QVERIFY(!notice().isVisible());
    QCOMPARE(m_bar->sizeHint().height(), told);
    QTRY_VERIFY(notice().isVisible());
    field().setFilterText(QStringLiteral("status:5xx"));
    QCOMPARE(m_bar->sizeHint().height(), plain);
}

/// It is in force all the same.
void TestFilterBar::anAndIsHintedAt()
{
    type(QStringLiteral("refused and \"my shop\""));
    QTRY_VERIFY(notice().isVisible());
    QVERIFY(notice().text().startsWith(QStringLiteral("\"and\" is looked for as a word")));
    QCOMPARE(field().accessibleDescription(), notice().text());
    QTRY_COMPARE(field().filterText(), QStringLiteral("refused and \"my shop\""));
    field().setFilterText(QStringLiteral("refused \"my shop\""));
    QVERIFY(!notice().isVisible());
    QCOMPARE(field().accessibleDescription(), QString());
}

void TestFilterBar::escapeClearsAndThenLeaves()
{
    const QSignalSpy left(&field(), &FilterField::leaveRequested);
    field().setFilterText(QStringLiteral("foo"));
    QTest::keyClick(&field(), Qt::Key_Escape);
    QCOMPARE(field().filterText(), QString());
    QVERIFY(left.isEmpty());
    QTest::keyClick(&field(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestFilterBar::keysAndValuesAreChosenFromThePopup()
{
    Gui::FilterPopup &popup = *field().popup();
    const QSignalSpy asked(&popup, &Gui::FilterPopup::valuesRequested);
    type(QStringLiteral("is:slow des"));
    QVERIFY(popup.isOpen());
    QCOMPARE(labels(), QStringLiteral("dest:"));
    QTest::keyClick(&field(), Qt::Key_Tab);
    QCOMPARE(field().text(), QStringLiteral("is:slow dest:"));
    QVERIFY(!asked.isEmpty());
    const auto question = asked.last().first().value<Core::FilterValuesQuestion>();
    QVERIFY(question.key == FilterKey::DestinationName && !question.asksNames);
    popup.takeValues({question, {{QStringLiteral("my shop"), 3}, {QStringLiteral("joe"), 1}}});
    QVERIFY(popup.isOpen());
    QCOMPARE(labels(), QStringLiteral("my shop joe"));
    QTest::keyClick(&field(), Qt::Key_Tab);
    QCOMPARE(field().text(), QStringLiteral("is:slow dest:\"my shop\" "));
    QVERIFY(!popup.isOpen());
}

void TestFilterBar::lateValuesAreNotShown()
{
    Gui::FilterPopup &popup = *field().popup();
    const QSignalSpy asked(&popup, &Gui::FilterPopup::valuesRequested);
    type(QStringLiteral("bin:"));
    const auto older = asked.last().first().value<Core::FilterValuesQuestion>();
    type(QStringLiteral("a"));
    popup.takeValues({older, {{QStringLiteral("cab"), 3}}});
    QVERIFY(!popup.isOpen());
    const auto newest = asked.last().first().value<Core::FilterValuesQuestion>();
    popup.takeValues({newest, {{QStringLiteral("cab"), 3}}});
    QVERIFY(popup.isOpen());
    popup.close();
    popup.takeValues({newest, {{QStringLiteral("cab"), 3}}});
    QVERIFY(!popup.isOpen());
}

void TestFilterBar::recentsAreOfferedInAnEmptyField()
{
    Gui::FilterPopup &popup = *field().popup();
    popup.setRecents({QStringLiteral("status:5xx or slow")});
    QTest::keyClick(&field(), Qt::Key_Down);
    QVERIFY(popup.isOpen());
    QVERIFY(labels().startsWith(QStringLiteral("status:5xx or slow status:")));
    QTest::keyClick(&field(), Qt::Key_Tab);
    QCOMPARE(field().text(), QStringLiteral("status:5xx or slow "));
}

void TestFilterBar::buttonsAddTheirTermsAndTakeThemAway()
{
    QAction *const failed = saved().actions().at(0);
    QAction *const slow = saved().actions().at(1);
    QCOMPARE(failed->text(), QStringLiteral("Failed"));
    QCOMPARE(failed->objectName(), QStringLiteral("filter.saved.Failed"));
    QCOMPARE(slow->text(), QStringLiteral("Slow"));
    field().setFilterText(QStringLiteral("dest:joe"));
    failed->trigger();
    slow->trigger();
    QCOMPARE(field().filterText(), QStringLiteral("dest:joe is:failed is:slow"));
    failed->trigger();
    QCOMPARE(field().filterText(), QStringLiteral("dest:joe is:slow"));
    QVERIFY(!failed->isChecked() && slow->isChecked());
    field().setFilterText(QStringLiteral("is:failed"));
    QVERIFY(failed->isChecked() && !slow->isChecked());
}

void TestFilterBar::aChoiceIsAButtonOfItsOwn()
{
    saved().add(QStringLiteral("Bad"), QStringLiteral("is:failed or status:3xx"));
    saved().add(QStringLiteral("Quiet"), QStringLiteral("-is:heartbeat -is:test"));
    QAction *const bad = saved().actions().at(2);
    QAction *const quiet = saved().actions().at(3);
    field().setFilterText(QStringLiteral("joe"));
    quiet->trigger();
    QCOMPARE(field().filterText(), QStringLiteral("joe -is:heartbeat -is:test"));
    quiet->trigger();
    QCOMPARE(field().filterText(), QStringLiteral("joe"));
    bad->trigger();
    QCOMPARE(field().filterText(), QStringLiteral("is:failed or status:3xx"));
    QVERIFY(bad->isChecked());
    bad->trigger();
    QCOMPARE(field().filterText(), QString());
}

void TestFilterBar::filtersAreSavedAsButtons()
{
    QVERIFY(!m_bar->save->isEnabled() && !m_bar->save->toolTip().isEmpty());
    field().setFilterText(QStringLiteral("status:503"));
    QVERIFY(m_bar->save->isEnabled());
    m_bar->save->trigger();
    auto *const dialog = m_bar->findChild<QInputDialog *>();
    const QFontMetrics metrics = dialog->fontMetrics();
    QVERIFY(dialog->width() > 2 * metrics.horizontalAdvance(dialog->windowTitle()));
    for (const QAbstractButton *const button : dialog->findChildren<QAbstractButton *>())
        QVERIFY(button->icon().isNull());
    dialog->setTextValue(QStringLiteral(" R&D "));
    dialog->accept();
    QCOMPARE(saved().actions().size(), 3);
    QAction *const action = saved().actions().last();
    QCOMPARE(action->text(), QStringLiteral("R&&D"));
    QVERIFY(action->isChecked());
    const QString usual = saved().actions().at(1)->objectName();
    saved().rename(action, QStringLiteral("Slow"));
    QVERIFY2(action->objectName() != usual, "whose keys are another's");
    QCOMPARE(saved().actions().size(), 2); // the name was another's
    QCOMPARE(m_bar->findChild<QToolBar *>()->actions().size(), 3);
    saved().remove(action);
    QCOMPARE(saved().actions().size(), 1);
}

void TestFilterBar::buttonsAreKept()
{
    const QTemporaryDir folder;
    const auto settings = Testing::settingsIn(folder);
    saved().remove(saved().actions().first());
    for (const QString &name : Testing::naughtyStrings())
        saved().add(name, QStringLiteral("a \"b,c\""));
    saved().saveTo(*settings);
    FilterBar other(m_window.get());
    other.saved()->restoreFrom(*settings);
    QCOMPARE(other.saved()->actions().size(), saved().actions().size());
    for (qsizetype i = 0; i < saved().actions().size(); ++i) {
        const QAction *const action = saved().actions().at(i);
        const QAction *const restored = other.saved()->actions().at(i);
        QCOMPARE(SavedFilters::nameOf(restored), SavedFilters::nameOf(action));
        QCOMPARE(SavedFilters::textOf(restored), SavedFilters::textOf(action));
    }
}

/// The menu leads there, and with it the list of keys and the search for actions.
void TestFilterBar::savedFiltersAreManagedByKeys()
{
    QVERIFY(m_bar->menu->actions().contains(m_bar->manage));
    m_bar->manage->trigger();
    auto *const dialog = m_bar->findChild<Gui::FiltersDialog *>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *const list = dialog->findChild<QTreeWidget *>();
    QVERIFY(list->hasFocus() || QTest::qWaitForWindowActive(dialog));
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("Failed"));
    QCOMPARE(list->currentItem()->text(1), QStringLiteral("is:failed"));
    QCOMPARE(list->header()->length(), list->viewport()->width());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_F2);
    auto *const name = dialog->findChild<QInputDialog *>();
    QCOMPARE(name->textValue(), QStringLiteral("Slow"));
    name->setTextValue(QStringLiteral("<b>Late</b>"));
    name->accept();
    QCOMPARE(SavedFilters::nameOf(saved().actions().at(1)), QStringLiteral("<b>Late</b>"));
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("<b>Late</b>"));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(list, Qt::Key_Return);
    auto *const again = dialog->findChildren<QInputDialog *>().last();
    QVERIFY2(dialog->isVisible(), "Enter presses nothing else");
    QCOMPARE(again->textValue(), QStringLiteral("<b>Late</b>"));
    again->reject();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(saved().actions().size(), 1);
    QCOMPARE(list->currentItem()->text(0), QStringLiteral("Failed"));
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestFilterBar::theRenamedFilterStaysTheChosenOne()
{
    saved().add(QStringLiteral("Third"), QStringLiteral("is:waiting"));
    saved().add(QStringLiteral("Fourth"), QStringLiteral("is:final"));
    m_bar->manage->trigger();
    auto *const dialog = m_bar->findChild<Gui::FiltersDialog *>();
    auto *const list = dialog->findChild<QTreeWidget *>();
    list->setCurrentItem(list->topLevelItem(2));
    // The one that has the name already goes.
    saved().rename(saved().actions().at(2), SavedFilters::nameOf(saved().actions().at(1)));
    QCOMPARE(list->topLevelItemCount(), 3);
    QCOMPARE(list->currentItem()->text(1), QStringLiteral("is:waiting"));
}

void TestFilterBar::whatIsNotThereCannotBeManaged()
{
    while (!saved().actions().isEmpty())
        saved().remove(saved().actions().first());
    m_bar->manage->trigger();
    const auto *const dialog = m_bar->findChild<Gui::FiltersDialog *>();
    int refused = 0;
    for (const QPushButton *const button : dialog->findChildren<QPushButton *>())
        refused += !button->isEnabled() && !button->toolTip().isEmpty() ? 1 : 0;
    QCOMPARE(refused, 2);
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
