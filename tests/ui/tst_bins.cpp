// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/destinations/destinationlist.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/requests.h"
#include "ui/sidebar/binlist.h"
#include "ui/sidebar/binmodel.h"
#include "ui/sidebar/binoffer.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Core;
using namespace Gui;
using Testing::attempt;

/// The bins in the sidebar, and what is new in them.
class TestBins final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void binsAreKnownByWhatTheyReceive();
    void whatIsNewInABinIsCountedUntilSomebodyLooks();
    void anOldCaptureLeavesTheNewerOnesNew();
    void whatIsGoneIsNotNewAnyMore();
    void whatNobodyLookedAtStaysNew();
    void whatIsKeptAndBrokenIsNothing();
    void aClickOnABinShowsWhatItReceived();
    void anEmptyBinOffersWhatFillsIt();
    void manyBinsLeaveRoomForDestinations();

private:
    void fill()
    {
        showThree();
        emit m_window->facts().attemptsRecorded({attempt(1, AttemptOutcome::Delivered, 200)});
    }
    QString filterText() const { return child<FilterField>()->filterText(); }
    static Capture captureOf(qint64 number, const QString &bin)
    {
        Capture capture = Testing::capture(number);
        capture.bin = bin;
        return capture;
    }
};

void TestBins::binsAreKnownByWhatTheyReceive()
{
    BinModel model;
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 1);
    model.list({QStringLiteral("stripe"), QStringLiteral("demo"), QStringLiteral("github")});
    model.add({captureOf(1, QStringLiteral("github")), captureOf(2, QStringLiteral("a b/c"))});
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.at(0).name, QStringLiteral("a b/c"));
    QCOMPARE(model.at(1).name, QStringLiteral("demo"));
    QCOMPARE(model.at(2).unread.size(), 1);
    QCOMPARE(model.at(3).name, QStringLiteral("stripe"));
    QVERIFY(model.addressOf(0).isEmpty());
    model.setReceiver(QStringLiteral("http://localhost:8091"));
    QCOMPARE(model.addressOf(0), QStringLiteral("http://localhost:8091/v1/webhooks/a%20b%2Fc"));
}

void TestBins::whatIsNewInABinIsCountedUntilSomebodyLooks()
{
    fill();
    const auto *const model = child<BinModel>();
    emit m_window->facts().capturesRecorded(
        {captureOf(2, QStringLiteral("demo")), captureOf(3, QStringLiteral("other"))});
    QCOMPARE(model->at(0).unread.size(), 1);
    QVERIFY(
        model->index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 new")));
    CaptureRecord looked;
    looked.capture = captureOf(2, QStringLiteral("demo"));
    emit m_window->facts().captureLoaded(looked);
    QCOMPARE(model->at(0).unread.size(), 0);
    QCOMPARE(model->at(1).unread.size(), 1);
}

void TestBins::anOldCaptureLeavesTheNewerOnesNew()
{
    fill();
    const auto *const model = child<BinModel>();
    QList<Capture> captures;
    for (int number = 2; number <= 5; ++number)
        captures.append(captureOf(number, QStringLiteral("demo")));
    emit m_window->facts().capturesRecorded(captures);
    CaptureRecord looked;
    const auto unreadAfter = [&](qint64 number) {
        looked.capture = captureOf(number, QStringLiteral("demo"));
        emit m_window->facts().captureLoaded(looked);
        return model->at(0).unread.size();
    };
    QCOMPARE(unreadAfter(1), 4); // of an earlier run
    QCOMPARE(unreadAfter(3), 3);
    QCOMPARE(unreadAfter(3), 3);
    QCOMPARE(unreadAfter(5), 0);
}

void TestBins::whatIsGoneIsNotNewAnyMore()
{
    fill();
    const auto *const model = child<BinModel>();
    const auto said
        = [model](int row) { return model->index(row).data(Qt::AccessibleTextRole).toString(); };
    emit m_window->facts().capturesRecorded({captureOf(2, QStringLiteral("demo")),
                                             captureOf(3, QStringLiteral("other")),
                                             captureOf(4, QStringLiteral("demo"))});
    QCOMPARE(said(0), QStringLiteral("demo, 2 new"));
    const QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    emit m_window->facts().rowsForgotten(
        {LogKey::of(CaptureId{2}), LogKey::of(AttemptId{4}), LogKey::of(CaptureId{3})});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(said(0), QStringLiteral("demo, 1 new"));
    QCOMPARE(said(1), QStringLiteral("other"));
    emit m_window->facts().rowsForgotten({LogKey::of(CaptureId{4})});
    QCOMPARE(said(0), QStringLiteral("demo"));
}

void TestBins::whatNobodyLookedAtStaysNew()
{
    fill();
    QList<Capture> captures;
    for (int number = 2; number <= 127; ++number)
        captures.append(captureOf(number, QStringLiteral("demo")));
    captures.append(captureOf(128, QStringLiteral("other")));
    captures.append(captureOf(129, QStringLiteral("seen")));
    emit m_window->facts().capturesRecorded(captures);
    child<BinModel>()->markRead(QStringLiteral("seen"));
    m_window->close();
    open();
    emit m_window->facts().capturesRecorded({captureOf(130, QStringLiteral("other"))});
    const auto *const model = child<BinModel>();
    const auto unread = [model](int row) { return model->at(row).unread; };
    QCOMPARE(unread(0).size(), 126);
    QVERIFY(unread(0).first() == CaptureId{2} && unread(0).last() == CaptureId{127});
    const QList<CaptureId> others{CaptureId{128}, CaptureId{130}};
    QVERIFY(unread(1) == others);
    for (int row = 2; row < model->rowCount(); ++row)
        QCOMPARE(unread(row).size(), 0);
    child<BinModel>()->markRead(QStringLiteral("demo"));
    m_window->close();
    open();
    QCOMPARE(child<BinModel>()->at(0).unread.size(), 0);
}

void TestBins::whatIsKeptAndBrokenIsNothing()
{
    BinModel model;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("is corrupted")));
    model.restoreUnread(QByteArray("\0\0\0\x08", 4) + "what is this");
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.at(0).unread.isEmpty());
    QVERIFY(model.unread().isEmpty());
}

void TestBins::aClickOnABinShowsWhatItReceived()
{
    fill();
    emit m_window->facts().capturesRecorded({captureOf(2, QStringLiteral("my bin"))});
    auto *const list = child<BinList>();
    const QModelIndex row = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(row).topLeft() + QPoint(20, 10));
    QCOMPARE(filterText(), QStringLiteral("bin:\"my bin\""));
    QCOMPARE(child<BinModel>()->at(1).unread.size(), 0);
}

void TestBins::anEmptyBinOffersWhatFillsIt()
{
    fill();
    const auto *const offer = child<BinOffer>();
    QVERIFY(!offer->isVisible());
    auto *const list = child<BinList>();
    list->setCurrentIndex(list->model()->index(0, 0));
    list->chooseCurrent();
    QTRY_VERIFY(offer->isVisible());
    const auto says = [this](const QString &text) {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QVERIFY(says(QStringLiteral("“demo” has nothing on record")));
    QVERIFY(!says(QStringLiteral("rows match")));
    const auto address = QStringLiteral("http://localhost:8091/v1/webhooks/demo");
    QVERIFY(says(address));
    for (QPushButton *const button : offer->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Copy"))
            button->click();
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), offer->command());
    QVERIFY(offer->command().contains(address));
    const QSignalSpy sent(&m_window->requests(), &Requests::trialRequested);
    for (QPushButton *const button : offer->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Send something now"))
            button->click();
    }
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.at(0).at(0).value<Destination>().url, address);
    emit m_window->facts().trialRefused({ErrorCode::Network, QStringLiteral("no way"), {}, {}});
    QVERIFY(barThatSays(QStringLiteral("no way")) != nullptr || says(QStringLiteral("no way")));
    emit m_window->facts().capturesRecorded({captureOf(2, QStringLiteral("demo"))});
    QTRY_VERIFY(!offer->isVisible());
    child<FilterField>()->setFilterText(QStringLiteral("status:599"));
    QTRY_VERIFY(says(QStringLiteral("rows match")));
    QVERIFY(!offer->isVisible());
}

void TestBins::manyBinsLeaveRoomForDestinations()
{
    QList<DestinationStatus> destinations;
    QStringList bins;
    for (int i = 1; i <= 20; ++i) {
        destinations.append(Testing::destination(i, QStringLiteral("shop %1").arg(i)));
        bins.append(QStringLiteral("bin-%1").arg(i));
    }
    emit m_window->facts().destinationsChanged(destinations);
    emit m_window->facts().binsListed(bins);
    m_window->resize(760, 760);
    QCoreApplication::processEvents();
    const auto *const list = child<Gui::DestinationList>();
    QVERIFY(list->viewport()->height() >= 4 * list->sizeHintForRow(0));
}

QTEST_MAIN(TestBins)
#include "tst_bins.moc"
