// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/overview.h"
#include "ui/detail/triesview.h"
#include "ui/look/fieldtable.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Core;
using Gui::DetailPane;
using Gui::Field;
using Testing::attempt;

namespace {

/// Of a delivery's second try of three, which a bin has received.
Kin kinOfSecondTry(const Attempt &second)
{
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Temporary, 503), second,
                 attempt(3, AttemptOutcome::Delivered, 200)};
    for (Attempt &one : kin.tries)
        one.delivery = second.delivery;
    kin.counterpart = LogKey::of(CaptureId{9});
    return kin;
}

} // namespace

class TestOverview final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void linksLeadToWhatBelongsToARow();
    void linksHaveRoomInANarrowPane();
    void theOverviewScrollsAsOne();
    void resendsAreToldFromTries();
    void kinOfAnotherRowIsPassedOver();
    void theSummaryGoesWithItsRow();
    void theTabsTellWhichOfSeveralTheyShow();
};

void TestOverview::init()
{
    Testing::failOnWarnings();
}

void TestOverview::linksHaveRoomInANarrowPane()
{
    Gui::Overview overview;
    overview.offerEdits([](const DestinationId &) { return true; });
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Temporary, 503);
    overview.showRecord(record);
    Kin kin = kinOfSecondTry(record.attempt);
    kin.sentAgain = LogKey::of(AttemptId{4});
    overview.showKin(kin);
    overview.show();
    for (const int width : {900, 320, 170}) {
        overview.resize(width, 400);
        QCoreApplication::processEvents();
        QCOMPARE(overview.width(), width);
        QRegion taken;
        for (const QToolButton *const link : overview.findChildren<QToolButton *>()) {
            if (!link->isVisible())
                continue;
            QVERIFY2(link->width() >= link->sizeHint().width(), qPrintable(link->text()));
            QVERIFY2(overview.rect().contains(link->geometry()), qPrintable(link->text()));
            QVERIFY2(!taken.intersects(link->geometry()), qPrintable(link->text()));
            taken += link->geometry();
        }
    }
}

void TestOverview::linksLeadToWhatBelongsToARow()
{
    DetailPane pane;
    pane.show();
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    const auto links = [&pane] {
        QHash<QString, QToolButton *> found;
        for (QToolButton *const button : pane.findChildren<QToolButton *>()) {
            if (button->isVisible() && button->parentWidget()->inherits("Gui::Overview"))
                found.insert(button->text(), button);
        }
        return found;
    };
    QVERIFY(links().isEmpty());
    Kin kin = kinOfSecondTry(record.attempt);
    pane.showKin(kin);
    QSignalSpy asked(&pane, &DetailPane::rowRequested);
    const auto target = [&](const QString &text) {
        links().value(text)->click();
        return asked.takeLast().first().value<LogKey>();
    };
    QVERIFY(target(QStringLiteral("Previous try")) == LogKey::of(AttemptId{1}));
    QVERIFY(target(QStringLiteral("Next try")) == LogKey::of(AttemptId{3}));
    QVERIFY(target(QStringLiteral("What the bin received")) == kin.counterpart);
    links().value(QStringLiteral("All 3 tries"))->click();
    QCOMPARE(pane.currentTab(), DetailPane::TriesTab);
    pane.setCurrentTab(DetailPane::OverviewTab);
    CaptureRecord capture;
    capture.capture = Testing::capture(9);
    pane.showRecord(capture);
    QVERIFY(links().isEmpty());
    Kin back;
    back.row = LogKey::of(CaptureId{9});
    back.counterpart = LogKey::of(AttemptId{2});
    pane.showKin(back);
    QVERIFY(target(QStringLiteral("What was sent")) == back.counterpart);
}

void TestOverview::theOverviewScrollsAsOne()
{
    DetailPane pane;
    pane.resize(700, 150);
    pane.show();
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Temporary, 503);
    pane.showRecord(record);
    QCoreApplication::processEvents();
    auto *const facts = pane.findChild<Gui::Overview *>()->findChild<Gui::FieldTable *>();
    QVERIFY(facts->verticalScrollBar()->maximum() == 0);
    const int last = facts->model()->rowCount() - 1;
    QVERIFY(facts->viewport()->rect().contains(facts->visualRect(facts->model()->index(last, 0))));
    const auto *const area = pane.findChild<QScrollArea *>();
    const int before = area->verticalScrollBar()->value();
    facts->setCurrentIndex(facts->model()->index(last, 0));
    QVERIFY2(area->verticalScrollBar()->value() > before, "what is gone to is in sight");
}

void TestOverview::resendsAreToldFromTries()
{
    Gui::Overview overview;
    overview.show();
    AttemptRecord record;
    record.attempt = attempt(2, AttemptOutcome::Failed, 404);
    overview.showRecord(record);
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Failed, 404), record.attempt,
                 attempt(3, AttemptOutcome::Failed, 404)}; // each of a delivery of its own
    kin.resendOf = DeliveryId{1};
    kin.sentAgain = LogKey::of(AttemptId{3});
    overview.showKin(kin);
    QHash<QString, QToolButton *> links;
    for (QToolButton *const button : overview.findChildren<QToolButton *>()) {
        if (button->isVisible())
            links.insert(button->text(), button);
    }
    QVERIFY(!links.contains(QStringLiteral("Next try")));
    QVERIFY(!links.contains(QStringLiteral("Previous try")));
    const QSignalSpy asked(&overview, &Gui::Overview::rowRequested);
    links.value(QStringLiteral("What it repeats"))->click();
    QVERIFY(asked.last().first().value<LogKey>() == LogKey::of(AttemptId{1}));
    links.value(QStringLiteral("Sent again"))->click();
    QVERIFY(asked.last().first().value<LogKey>() == LogKey::of(AttemptId{3}));
    const QList<Field> facts = overview.findChild<Gui::FieldTable *>()->fields();
    QVERIFY(facts.contains(Field{QStringLiteral("Resend of"), QStringLiteral("dlv_1")}));
}

void TestOverview::kinOfAnotherRowIsPassedOver()
{
    DetailPane pane;
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    pane.showKin(kin);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    pane.showKin(kin);
    QCOMPARE(pane.findChild<Gui::TriesView *>()->model()->rowCount(), 1);
}

void TestOverview::theSummaryGoesWithItsRow()
{
    DetailPane pane;
    const auto recordOf = [](qint64 number) {
        AttemptRecord record;
        record.attempt = attempt(number, AttemptOutcome::Delivered, 200);
        return record;
    };
    const auto said = [&pane](const QString &text) {
        const auto labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&pane, &text](const QLabel *label) {
            return label->text() == text && label->isVisibleTo(&pane);
        });
    };
    const QString summary = QStringLiteral("2 destinations: 1 failed (<b>), 1 delivered.");
    const QString other = QStringLiteral("2 destinations: 2 delivered.");
    pane.showSummary(LogKey::of(AttemptId{1}), summary);
    QVERIFY(!said(summary));
    pane.showRecord(recordOf(1));
    QVERIFY(said(summary));
    pane.showSummary(LogKey::of(AttemptId{2}), other);
    QVERIFY2(said(summary), "what is shown is still the first one");
    pane.showRecord(recordOf(2));
    QVERIFY(said(other) && !said(summary));
    pane.showSummary(LogKey::of(AttemptId{2}), {});
    QVERIFY(!said(other));
    pane.showSummary(LogKey::of(AttemptId{2}), other);
    pane.clearRecord();
    QVERIFY(!said(other));
}

void TestOverview::theTabsTellWhichOfSeveralTheyShow()
{
    DetailPane pane;
    pane.show();
    const auto *const member = pane.findChild<QLabel *>(QStringLiteral("member"));
    QVERIFY(!member->isVisible());
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Failed, 404);
    record.attempt.number = 2;
    pane.showRecord(record);
    QVERIFY(!member->isVisible());
    pane.showSummary(LogKey::of(AttemptId{1}), QStringLiteral("2 destinations: 2 failed."));
    QVERIFY(member->isVisible());
    QVERIFY2(member->text().contains(QStringLiteral("“orders”, try 2")),
             qPrintable(member->text()));
    // One of them, chosen by itself.
    pane.showSummary(LogKey::of(AttemptId{1}), {});
    QVERIFY(!member->isVisible());
    pane.showSummary(LogKey::of(AttemptId{7}), QStringLiteral("2 destinations: 2 failed."));
    QVERIFY(!member->isVisible());
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
