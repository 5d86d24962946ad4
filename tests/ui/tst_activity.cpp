// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/charts/activitystrip.h"
#include "ui/charts/bars.h"
#include "ui/charts/chartexport.h"
#include "ui/facts.h"
#include "ui/look/palettes.h"
#include "ui/requests.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;

namespace {

Time today()
{
    return Time{Milliseconds{QDateTime::currentMSecsSinceEpoch()}};
}

} // namespace

class TestActivity final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void figuresAreAskedForWhenTheLogOpens();
    void draggingAsksForASpan();
    void aClickAsksForAllAgain();
    void theKeyboardDoesTheSame();
    void theStripIsDescribedInWords();
    void whatIsChosenCanBeTakenElsewhere();
    void eachEndingHasAPatternOfItsOwn();
    void everythingThereIsIsSeen();
    void theShareIsNeverRoundedUpToAll();

private:
    void show(const Tally &tally, Time moment);

    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<Requests> m_requests;
    std::unique_ptr<ActivityStrip> m_strip;
};

void TestActivity::init()
{
    Testing::failOnWarnings();
    m_strip.reset();
    m_facts = std::make_unique<Facts>();
    m_requests = std::make_unique<Requests>();
    m_strip = std::make_unique<ActivityStrip>(*m_facts, *m_requests);
    m_strip->resize(600, 28);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void TestActivity::show(const Tally &tally, Time moment)
{
    Activity activity(TimeFrame{}, moment);
    *activity.find(moment) = tally;
    emit m_facts->activityCounted(activity);
}

void TestActivity::figuresAreAskedForWhenTheLogOpens()
{
    const QSignalSpy asked(m_requests.get(), &Requests::activityRequested);
    emit m_facts->logOpened();
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.at(0).at(0).value<TimeFrame>().length() == std::chrono::minutes{5});
}

void TestActivity::draggingAsksForASpan()
{
    const QSignalSpy chosen(m_strip.get(), &ActivityStrip::spanChosen);
    const Time before = today();
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(202, 10));
    QTest::mouseMove(m_strip.get(), QPoint(122, 10));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(122, 10));
    QCOMPARE(chosen.size(), 1);
    const auto from = chosen.at(0).at(0).value<Time>();
    const auto to = chosen.at(0).at(1).value<Time>();
    QVERIFY(to - from == 21 * TimeFrame().step);
    QVERIFY(to < before);
    QVERIFY(m_strip->accessibleDescription().startsWith(QStringLiteral("Chosen:")));
}

void TestActivity::aClickAsksForAllAgain()
{
    const QSignalSpy cleared(m_strip.get(), &ActivityStrip::spanCleared);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(200, 10));
    QVERIFY(cleared.isEmpty());
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(202, 10));
    QTest::mouseMove(m_strip.get(), QPoint(122, 10));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(122, 10));
    QVERIFY(cleared.isEmpty());
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(200, 10));
    QCOMPARE(cleared.size(), 1);
}

void TestActivity::theKeyboardDoesTheSame()
{
    const QSignalSpy chosen(m_strip.get(), &ActivityStrip::spanChosen);
    const QSignalSpy cleared(m_strip.get(), &ActivityStrip::spanCleared);
    m_strip->setFocus();
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_strip.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_strip.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.at(0).at(1).value<Time>() - chosen.at(0).at(0).value<Time>()
            == 5 * TimeFrame().step);
    QTest::keyClick(m_strip.get(), Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
}

void TestActivity::theStripIsDescribedInWords()
{
    QVERIFY(m_strip->accessibleDescription().contains(QStringLiteral("0 delivered")));
    show({12, 3, 1}, today());
    QVERIFY2(m_strip->accessibleDescription().endsWith(
                 QStringLiteral("12 delivered, 3 temporarily failed, 1 failed")),
             qPrintable(m_strip->accessibleDescription()));
    show({12, 3, 1}, today() - std::chrono::minutes{6});
    QVERIFY(m_strip->accessibleDescription().contains(QStringLiteral("0 delivered")));
}

void TestActivity::whatIsChosenCanBeTakenElsewhere()
{
    show({12, 3, 1}, today());
    QCOMPARE(m_strip->numbers().rows.size(), 150);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(559, 10));
    QTest::mouseMove(m_strip.get(), QPoint(599, 10));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(599, 10));
    m_strip->exporter().copyNumbers->trigger();
    const QStringList lines
        = QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.first(), QStringLiteral("from,delivered,temporary,failed"));
    QCOMPARE(lines.size(), 12);
    QCOMPARE(lines.filter(QStringLiteral(",12,3,1")).size(), 1);
    QVERIFY(!m_strip->exporter().picture().isEmpty());
    for (const QAction *const action : m_strip->exporter().actions())
        QVERIFY(m_strip->actions().contains(action));
}

void TestActivity::eachEndingHasAPatternOfItsOwn()
{
    // In grey no colour is left to tell them apart.
    QList<QImage> pictures;
    for (const Ending ending : {Ending::Failed, Ending::Temporary, Ending::Delivered}) {
        QImage picture(8, 8, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        fillBar(painter, QRectF(0, 0, 8, 8), ending, Theme(Gui::lightPalette()));
        painter.end();
        QVERIFY(!pictures.contains(picture));
        pictures.append(picture);
    }
    const auto shades = [](const QImage &picture) {
        QSet<int> found;
        for (int y = 2; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                found.insert(qGray(picture.pixel(x, y)));
        }
        return found;
    };
    QCOMPARE(shades(pictures.at(0)).size(), 1);
    QCOMPARE(shades(pictures.at(1)).size(), 2);
    QVERIFY(*shades(pictures.at(2)).begin() > *shades(pictures.at(0)).begin() + 40);
}

void TestActivity::everythingThereIsIsSeen()
{
    Activity activity(TimeFrame{}, today());
    *activity.find(today()) = Tally{100'000, 0, 1};
    const Theme theme(Gui::lightPalette());
    QImage picture(600, 28, QImage::Format_RGB32);
    picture.fill(theme.base());
    QPainter painter(&picture);
    paintBars(painter, picture.rect(), activity, highestOf(activity), theme);
    painter.end();
    QCOMPARE(picture.pixelColor(597, 27), theme.ink(Tone::Bad));
}

void TestActivity::theShareIsNeverRoundedUpToAll()
{
    QCOMPARE(successText({}), QStringLiteral("–"));
    QVERIFY(successText({10, 0, 0}).startsWith(QStringLiteral("100")));
    QVERIFY(successText({100'000, 0, 1}).startsWith(QStringLiteral("99")));
    QVERIFY(successText({0, 1, 1}).startsWith(u'0'));
}

QTEST_MAIN(TestActivity)
#include "tst_activity.moc"
