// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/colourspage.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Core;
using Gui::ColourRule;
using Gui::ColoursPage;
using Gui::PreferencesDesk;
using Gui::ThemeChoice;
using Testing::button;

/// The rules that tint rows, as they are edited, kept and in force.
class TestColoursPage final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void rulesOfColourAreEdited();
    void aFilterIsTakenAfterOneThatCannotBeRead();
    void aRulesNameIsToldAfterAPause();
    void anotherLookLeavesWhatIsTyped();
    void rulesOfColourAreOrdered();
    void aRuleKeepsItsFilterUntilAnotherCanBeRead();
    void aRuleThatCannotBeReadIsKept();
    void usualRulesOfColourComeBack();
    void rulesOfColourAreKept();
    void rowsAreTintedUntilThatIsSwitchedOff();

private:
    ColoursPage *openColours() const;
    PreferencesDesk *desk() const { return child<PreferencesDesk>(); }
    QList<ColourRule> rules() const { return desk()->preferences().colourRules; }
};

ColoursPage *TestColoursPage::openColours() const
{
    desk()->open->trigger();
    auto *const pages = child<Gui::PreferencesDialog>()->findChild<QListWidget *>();
    pages->setCurrentItem(pages->findItems(QStringLiteral("Colours"), Qt::MatchExactly).first());
    return child<ColoursPage>();
}

void TestColoursPage::rulesOfColourAreEdited()
{
    const ColoursPage *const page = openColours();
    auto *const list = page->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 5);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    button(*page, QStringLiteral("Add"))->click();
    QCOMPARE(rules().size(), 6);
    QVERIFY2(!Gui::faultOf(rules().last()).isEmpty(), "it tints nothing so far");
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    QCOMPARE(page->window()->focusWidget(), name);
    QTest::keyClicks(name, QStringLiteral("Customers"));
    auto *const filter = page->findChild<Gui::FilterField *>();
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("event:customer.*"));
    QTest::keyClick(filter, Qt::Key_Return);
    auto *const colour = page->findChild<QComboBox *>(QStringLiteral("rule-colour"));
    colour->setFocus();
    QTest::keyClick(colour, Qt::Key_End);
    const ColourRule wanted{QStringLiteral("Customers"), QStringLiteral("event:customer.*"),
                            QStringLiteral("grey")};
    QCOMPARE(rules().last(), wanted);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(!rules().last().isOn);
    QCOMPARE(list->currentItem()->checkState(0), Qt::Unchecked);
    button(*page, QStringLiteral("Remove"))->click();
    QVERIFY(rules() == Gui::usualColourRules());
    for (int i = 0; i < 5; ++i)
        button(*page, QStringLiteral("Remove"))->click();
    QVERIFY(rules().isEmpty() && !name->isEnabled() && !colour->isEnabled());
    QVERIFY(!button(*page, QStringLiteral("Remove"))->isEnabled());
}

void TestColoursPage::aFilterIsTakenAfterOneThatCannotBeRead()
{
    const QString readable = QStringLiteral("status:5xx");
    Gui::Preferences preferences = desk()->preferences();
    preferences.colourRules
        = {{QStringLiteral("a"), readable, QStringLiteral("red")},
           {QStringLiteral("b"), QStringLiteral("status:x"), QStringLiteral("red")}};
    desk()->setPreferences(preferences);
    const ColoursPage *const page = openColours();
    auto *const list = page->findChild<QTreeWidget *>();
    list->setCurrentItem(list->topLevelItem(1));
    auto *const filter = page->findChild<Gui::FilterField *>();
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, readable);
    QTRY_COMPARE(rules().last().filter, readable);
}

void TestColoursPage::aRulesNameIsToldAfterAPause()
{
    const ColoursPage *const page = openColours();
    const QSignalSpy told(page, &ColoursPage::rulesChanged);
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("abc"));
    QCOMPARE(told.size(), 0);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(rules().first().name.endsWith(QStringLiteral("abc")));
    QTest::keyClicks(name, QStringLiteral("d"));
    page->window()->close();
    QVERIFY(rules().first().name.endsWith(QStringLiteral("abcd")));
}

void TestColoursPage::anotherLookLeavesWhatIsTyped()
{
    const ColoursPage *const page = openColours();
    auto *const filter = page->findChild<Gui::FilterField *>();
    const auto *const colour = page->findChild<QComboBox *>(QStringLiteral("rule-colour"));
    const auto *const list = page->findChild<QTreeWidget *>();
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, QStringLiteral("status:"));
    const QImage light = colour->itemIcon(0).pixmap(16).toImage();
    const QSize swatch = colour->iconSize();
    const int least = list->minimumHeight();
    desk()->appearance().setAppearance({ThemeChoice::Dark, 200, {}});
    QCOMPARE(filter->text(), QStringLiteral("status:"));
    QVERIFY(colour->itemIcon(0).pixmap(16).toImage() != light);
    QVERIFY(colour->iconSize().height() > swatch.height());
    QVERIFY(list->minimumHeight() > least);
}

void TestColoursPage::rulesOfColourAreOrdered()
{
    const ColoursPage *const page = openColours();
    const auto *const list = page->findChild<QTreeWidget *>();
    QPushButton *const up = button(*page, QStringLiteral("Move up"));
    QPushButton *const down = button(*page, QStringLiteral("Move down"));
    QVERIFY(!up->isEnabled());
    down->click();
    const QList<ColourRule> usual = Gui::usualColourRules();
    QCOMPARE(rules().at(0), usual.at(1));
    QCOMPARE(rules().at(1), usual.at(0));
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 1);
    up->click();
    QVERIFY(rules() == usual);
    for (int i = 0; i < 4; ++i)
        down->click();
    QCOMPARE(rules().last(), usual.first());
    QVERIFY(!down->isEnabled());
}

void TestColoursPage::aRuleKeepsItsFilterUntilAnotherCanBeRead()
{
    const ColoursPage *const page = openColours();
    auto *const filter = page->findChild<Gui::FilterField *>();
    const QString before = rules().first().filter;
    const auto says = [page](const QString &words) {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    filter->setFocus();
    filter->selectAll();
    QTest::keyClicks(filter, QStringLiteral("joe status:9999"));
    QVERIFY(says(QStringLiteral("At character 12: ")));
    QVERIFY(says(QStringLiteral("Until then the rule is for: ") + before));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(rules().first().filter, before);
    filter->setFocus();
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), before);
    QVERIFY(!says(QStringLiteral("Until then")));
    QVERIFY(page->window()->isVisible());
    auto *const name = page->findChild<QLineEdit *>(QStringLiteral("rule-name"));
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Delete);
    QVERIFY(says(QStringLiteral("Say what the rule is called.")));
    QVERIFY(!rules().first().name.isEmpty());
}

void TestColoursPage::aRuleThatCannotBeReadIsKept()
{
    Gui::Preferences preferences;
    preferences.colourRules
        = {{QStringLiteral("Odd"), QStringLiteral("status:9999"), QStringLiteral("red"), true},
           {QStringLiteral("Teal"), QStringLiteral("is:slow"), QStringLiteral("teal"), true}};
    desk()->setPreferences(preferences);
    m_window.reset();
    open();
    QVERIFY(rules() == preferences.colourRules);
    const ColoursPage *const page = openColours();
    const auto *const list = page->findChild<QTreeWidget *>();
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(list->topLevelItem(i)->text(2), QStringLiteral("cannot be read"));
        QVERIFY(!list->topLevelItem(i)->icon(2).isNull());
        QCOMPARE(list->topLevelItem(i)->background(0), QBrush());
    }
    button(*page, QStringLiteral("Move down"))->click();
    QCOMPARE(rules().first(), preferences.colourRules.last());
}

void TestColoursPage::usualRulesOfColourComeBack()
{
    const ColoursPage *const page = openColours();
    QPushButton *const restore = page->findChild<QPushButton *>(QStringLiteral("rules-restore"));
    QVERIFY(!restore->isEnabled());
    button(*page, QStringLiteral("Remove"))->click();
    const QList<ColourRule> changed = rules();
    restore->click();
    QVERIFY(rules() == Gui::usualColourRules());
    QCOMPARE(restore->text(), QStringLiteral("Tak&e back"));
    restore->click();
    QVERIFY(rules() == changed);
    QCOMPARE(restore->text(), QStringLiteral("R&estore defaults"));
}

void TestColoursPage::rulesOfColourAreKept()
{
    Gui::Preferences preferences;
    QVERIFY(preferences.tintsRows);
    preferences.tintsRows = false;
    preferences.colourRules = {{QStringLiteral("A, \"b\""), QStringLiteral("/a;b/ \"c, d\""),
                                QStringLiteral("blue"), false}};
    for (int round = 0; round < 2; ++round) {
        desk()->setPreferences(preferences);
        m_window.reset();
        open();
        QCOMPARE(desk()->preferences(), preferences);
        preferences.colourRules.clear();
    }
}

void TestColoursPage::rowsAreTintedUntilThatIsSwitchedOff()
{
    emit m_window->facts().attemptsRecorded({Testing::attempt(1, AttemptOutcome::Failed, 404)});
    const auto *const model = child<Gui::LogModel>();
    QTRY_VERIFY(model->ruleAt(0) != nullptr);
    QCOMPARE(model->ruleAt(0)->name, QStringLiteral("Failed for good"));
    const ColoursPage *const page = openColours();
    page->findChild<QCheckBox *>(QStringLiteral("tints-rows"))->click();
    QVERIFY(!desk()->preferences().tintsRows);
    QVERIFY(model->ruleAt(0) == nullptr);
}

QTEST_MAIN(TestColoursPage)
#include "tst_colourspage.moc"
