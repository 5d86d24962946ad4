// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logmodelsuite.h"
#include "tests/ui/makers.h"
#include "ui/log/logdelegate.h"
#include "ui/look/palettes.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Core;
using Gui::ColourRule;
using Gui::LogColours;
using Gui::LogModel;
using Gui::RowHue;
using Testing::attempt;
using Testing::capture;

namespace {

ColourRule rule(const char *name, const char *filter, RowHue hue, bool isOn = true)
{
    return {QString::fromLatin1(name), QString::fromLatin1(filter), Gui::hueKey(hue), isOn};
}

LogRulesQuestion lastIn(const QSignalSpy &asked)
{
    return asked.last().first().value<LogRulesQuestion>();
}

LogKey keyOfAttempt(qint64 number)
{
    return LogKey::of(AttemptId{number});
}

} // namespace

/// Which rule of colour fits which row, and how it is painted.
class TestLogColours final : public Testing::LogModelSuite
{
    Q_OBJECT

private slots:
    void theUsualRulesCanBeUsed();
    void whatCannotBeReadIsNamed();
    void theFirstRuleThatFitsCounts();
    void rowsInSightAreAskedAboutTogether();
    void withoutRulesNothingIsAsked();
    void aRowThatSettlesChangesItsRule();
    void pinsChangeRules();
    void changedRulesAreShown();
    void anotherNameAsksNothing();
    void hintsTellTheRule();
    void whatChangesMeanwhileIsAskedAgain();
    void anAnswerToOlderRulesIsNotHeard();
    void whatCouldNotBeToldIsAskedAgain();
    void whatHangsOnOthersIsRenewed();
    void rulesLapseAsTimeGoesBy();
    void whatWasScrolledPastIsForgone();
    void rowsArePaintedOnTheirTints();

private:
    QString ruleAt(int line) const
    {
        const Gui::RowRule *const rule = m_model->ruleAt(line);
        return rule == nullptr ? QString() : rule->name;
    }
    QColor paintedAt(int line, QStyle::State state = QStyle::State_Enabled) const;
};

void TestLogColours::theUsualRulesCanBeUsed()
{
    const QList<ColourRule> rules = Gui::usualColourRules();
    QCOMPARE(rules.size(), 5);
    for (const ColourRule &rule : rules)
        QVERIFY2(rule.isOn && Gui::faultOf(rule).isEmpty(), qPrintable(Gui::faultOf(rule)));
    for (int i = 0; i < Gui::RowHueCount; ++i)
        QVERIFY(Gui::hueFromKey(Gui::hueKey(RowHue{i})) == RowHue{i});
}

void TestLogColours::whatCannotBeReadIsNamed()
{
    const QString fault = Gui::faultOf(rule("odd", "dest:joe status:9999", RowHue::Red));
    QVERIFY2(fault.startsWith(QStringLiteral("At character 17: ")), qPrintable(fault));
    QVERIFY(!Gui::faultOf(rule("empty", " ", RowHue::Red)).isEmpty());
    ColourRule strange = rule("strange", "is:slow", RowHue::Red);
    strange.colour = QStringLiteral("teal");
    QCOMPARE(Gui::faultOf(strange), QStringLiteral("There is no colour “teal”."));
}

void TestLogColours::theFirstRuleThatFitsCounts()
{
    m_model->colours().setRules({rule("off", "-xyzzy", RowHue::Grey, false),
                                 rule("unreadable", "status:9999", RowHue::Grey),
                                 rule("for now", "is:temporary", RowHue::Yellow),
                                 rule("failed", "is:failed", RowHue::Red),
                                 rule("received", "dir:in", RowHue::Blue)});
    tell({attempt(1, AttemptOutcome::Temporary, 503), attempt(2, AttemptOutcome::Failed, 404),
          attempt(3, AttemptOutcome::Delivered, 200)},
         {capture(4)});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("for now"));
    QTRY_COMPARE(ruleAt(1), QStringLiteral("failed"));
    QTRY_COMPARE(ruleAt(3), QStringLiteral("received"));
    QCOMPARE(ruleAt(2), QString());
    QCOMPARE(m_model->ruleAt(1)->hue, RowHue::Red);
}

void TestLogColours::rowsInSightAreAskedAboutTogether()
{
    m_tester.reset(); // which looks at rows itself
    m_model->colours().setRules({rule("failed", "is:failed", RowHue::Red)});
    recordMany(1000);
    search();
    QVERIFY(m_log->rulesQuestions.isEmpty());
    for (int line = 100; line < 140; ++line)
        QCOMPARE(ruleAt(line), QString());
    for (int line = 100; line < 140; ++line)
        QCOMPARE(ruleAt(line), QString());
    QTRY_COMPARE(m_log->rulesQuestions.size(), 1);
    QCOMPARE(m_log->rulesQuestions.first().keys.size(), 40);
    QCoreApplication::processEvents();
    QCOMPARE(ruleAt(100), QString());
    QCOMPARE(ruleAt(140), QString());
    QTRY_COMPARE(m_log->rulesQuestions.size(), 2);
    QVERIFY2(m_log->rulesQuestions.last().keys.size() == 1, "the others are known");
}

void TestLogColours::withoutRulesNothingIsAsked()
{
    tell({attempt(1)});
    QCOMPARE(ruleAt(0), QString());
    m_model->colours().setRules({rule("off", "is:failed", RowHue::Red, false),
                                 rule("unreadable", "status:9999", RowHue::Red)});
    QCOMPARE(ruleAt(0), QString());
    m_model->colours().setRules({rule("flying", "is:inflight", RowHue::Red)});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("flying"));
    QCOMPARE(m_log->rulesQuestions.size(), 1);
    m_model->colours().setRules({});
    QCOMPARE(ruleAt(0), QString());
    QCOMPARE(m_log->rulesQuestions.size(), 1);
}

void TestLogColours::aRowThatSettlesChangesItsRule()
{
    m_model->colours().setRules(
        {rule("failed", "is:failed", RowHue::Red), rule("flying", "is:inflight", RowHue::Blue)});
    tell({attempt(1), attempt(2)});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("flying"));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    tell({attempt(1, AttemptOutcome::Failed, 404)});
    QCOMPARE(ruleAt(0), QStringLiteral("flying"));
    QTRY_COMPARE(ruleAt(0), QStringLiteral("failed"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_log->rulesQuestions.last().keys, QList<LogKey>{keyOfAttempt(1)});
}

void TestLogColours::pinsChangeRules()
{
    m_model->colours().setRules({rule("pinned", "is:pinned", RowHue::Green)});
    Attempt sent = attempt(1, AttemptOutcome::Delivered, 200);
    tell({sent});
    QCOMPARE(ruleAt(0), QString());
    QTRY_COMPARE(m_log->rulesQuestions.size(), 1);
    sent.isPinned = true;
    m_log->record({sent});
    m_model->changePins({{keyOfAttempt(1), true, {}}});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("pinned"));
}

void TestLogColours::changedRulesAreShown()
{
    m_model->colours().setRules({rule("failed", "is:failed", RowHue::Red)});
    tell({attempt(1, AttemptOutcome::Failed, 404), attempt(2, AttemptOutcome::Failed, 404)});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("failed"));
    const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->colours().setRules({rule("sent", "dir:out", RowHue::Green)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 0);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
    QTRY_COMPARE(ruleAt(1), QStringLiteral("sent"));
    m_model->colours().setRules({});
    QCOMPARE(ruleAt(1), QString());
}

void TestLogColours::anotherNameAsksNothing()
{
    m_model->colours().setRules({rule("failed", "is:failed", RowHue::Red)});
    tell({attempt(1, AttemptOutcome::Failed, 404)});
    QTRY_COMPARE(ruleAt(0), QStringLiteral("failed"));
    m_model->colours().setRules({rule("lost", "is:failed", RowHue::Purple)});
    QCOMPARE(ruleAt(0), QStringLiteral("lost"));
    QCOMPARE(m_model->ruleAt(0)->hue, RowHue::Purple);
    QCOMPARE(m_log->rulesQuestions.size(), 1);
}

void TestLogColours::hintsTellTheRule()
{
    m_model->colours().setRules({rule("<b>lost</b>", "is:failed", RowHue::Red)});
    tell({attempt(1, AttemptOutcome::Failed, 404)});
    const QModelIndex index = m_model->index(0, LogModel::EventColumn);
    const QString before = index.data(Qt::AccessibleDescriptionRole).toString();
    QTRY_COMPARE(ruleAt(0), QStringLiteral("<b>lost</b>"));
    QVERIFY(index.data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("invoice.paid\nColoured: &lt;b&gt;lost")));
    QCOMPARE(index.data(Qt::AccessibleDescriptionRole).toString(),
             before + QStringLiteral(", coloured: <b>lost</b>"));
    QCOMPARE(index.data().toString(), QStringLiteral("invoice.paid"));
}

/// What was found may be of the row as it was.
void TestLogColours::whatChangesMeanwhileIsAskedAgain()
{
    LogColours colours;
    colours.setRules({rule("failed", "is:failed", RowHue::Red)});
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    const QSignalSpy changed(&colours, &LogColours::changed);
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    colours.outdate(keyOfAttempt(1));
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {}});
    QCOMPARE(changed.size(), 1);
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 2);
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {{keyOfAttempt(1), 0}}});
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) != nullptr);
    QCOMPARE(changed.size(), 2);
}

void TestLogColours::anAnswerToOlderRulesIsNotHeard()
{
    LogColours colours;
    colours.setRules({rule("failed", "is:failed", RowHue::Red)});
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    const LogRulesQuestion older = lastIn(asked);
    colours.setRules({rule("slow", "is:slow", RowHue::Red)});
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 2);
    colours.take({older.ticket, older.keys, {{keyOfAttempt(1), 0}}});
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {{keyOfAttempt(1), 0}}});
    QCOMPARE(colours.ruleOf(keyOfAttempt(1))->name, QStringLiteral("slow"));
}

void TestLogColours::whatCouldNotBeToldIsAskedAgain()
{
    LogColours colours;
    colours.setRules({rule("failed", "is:failed", RowHue::Red)});
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    colours.take({lastIn(asked).ticket, {}, {}});
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 2);
    QCOMPARE(lastIn(asked).keys, QList<LogKey>{keyOfAttempt(1)});
}

/// Another attempt of a delivery ends its waiting, and tells nothing of the ones before.
void TestLogColours::whatHangsOnOthersIsRenewed()
{
    LogColours colours;
    colours.setRules({rule("waiting", "-(is:test or -is:retrying)", RowHue::Yellow)});
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    const QSignalSpy renewed(&colours, &LogColours::allChanged);
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {{keyOfAttempt(1), 0}}});
    colours.outdate(keyOfAttempt(2));
    colours.outdate(keyOfAttempt(3));
    QTRY_COMPARE(renewed.size(), 1);
    QVERIFY2(colours.ruleOf(keyOfAttempt(1)) != nullptr, "it keeps what it had");
    QTRY_COMPARE(asked.size(), 2);
    QCOMPARE(lastIn(asked).keys, QList<LogKey>{keyOfAttempt(1)});
}

/// Also where nothing happens.
void TestLogColours::rulesLapseAsTimeGoesBy()
{
    LogColours colours;
    auto *const lapse = colours.findChild<QTimer *>(QStringLiteral("lapse"));
    const QSignalSpy renewed(&colours, &LogColours::allChanged);
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    colours.setRules({rule("fresh", "dir:out (since:10m or is:test)", RowHue::Green)});
    QVERIFY(colours.ruleOf(keyOfAttempt(1)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {{keyOfAttempt(1), 0}}});
    QVERIFY(lapse->isActive() && renewed.size() == 1);
    lapse->setInterval(1);
    QTRY_VERIFY(renewed.size() > 1);
    QVERIFY2(colours.ruleOf(keyOfAttempt(1)) != nullptr, "it keeps what it had");
    QTRY_COMPARE(asked.size(), 2);
    colours.setRules({rule("fixed", "since:2026-01-01", RowHue::Green)});
    QVERIFY(!lapse->isActive());
}

void TestLogColours::whatWasScrolledPastIsForgone()
{
    LogColours colours;
    colours.setRules({rule("failed", "is:failed", RowHue::Red)});
    const QSignalSpy asked(&colours, &LogColours::judgementRequested);
    for (qint64 number = 1; number <= 50'000; ++number)
        QVERIFY(colours.ruleOf(keyOfAttempt(number)) == nullptr);
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(lastIn(asked).keys.size() <= 1000);
    QCOMPARE(lastIn(asked).keys.last(), keyOfAttempt(50'000));
    colours.take({lastIn(asked).ticket, lastIn(asked).keys, {}});
    QVERIFY(colours.ruleOf(keyOfAttempt(49'000)) == nullptr);
    QTRY_COMPARE(asked.size(), 2);
    QCOMPARE(lastIn(asked).keys, QList<LogKey>{keyOfAttempt(49'000)});
}

QColor TestLogColours::paintedAt(int line, QStyle::State state) const
{
    const Gui::LogDelegate delegate(*m_model);
    QImage image(120, 30, QImage::Format_RGB32);
    image.fill(Gui::lightPalette().color(QPalette::Base));
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.palette = Gui::lightPalette();
    option.rect = image.rect();
    option.state = state;
    delegate.paint(&painter, option, m_model->index(line, LogModel::SizeColumn));
    painter.end();
    return image.pixelColor(1, 1);
}

void TestLogColours::rowsArePaintedOnTheirTints()
{
    tell({attempt(1, AttemptOutcome::Failed, 404), attempt(2, AttemptOutcome::Delivered, 200)});
    const Gui::Theme theme(Gui::lightPalette());
    const Gui::RowTints tints(Gui::lightPalette());
    QCOMPARE(paintedAt(0), theme.base());
    m_model->colours().setRules({rule("failed", "is:failed", RowHue::Purple)});
    QTRY_COMPARE(paintedAt(0).rgb(), tints.ground(RowHue::Purple).rgb());
    QCOMPARE(paintedAt(1), theme.base());
    QCOMPARE(paintedAt(0, QStyle::State_Enabled | QStyle::State_Selected).rgb(),
             theme.selection().rgb());
    m_model->colours().setRules({rule("failed", "is:failed", RowHue::Blue)});
    QCOMPARE(paintedAt(0).rgb(), tints.ground(RowHue::Blue).rgb());
}

QTEST_MAIN(TestLogColours)
#include "tst_logcolours.moc"
