// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/sidebar/sidesplitter.h"

#include <QFontMetrics>
#include <QTest>

#include <algorithm>

namespace {

/// A sidebar and what it stands beside, in a wide window.
void showTwoIn(Gui::SideSplitter &splitter)
{
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.setStretchFactor(1, 1);
    splitter.resize(1800, 600);
    splitter.show();
}

} // namespace

/// How wide the sidebar is, alone and in the window.
class TestSideSplitter final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void aWideSidebarStays();
    void whatIsWideAlreadyGivesBackWhatItTook();
    void theSidebarComesBackInTheWindow();
    void theSidebarComesBackInTheNextRun();
    void theSidebarGrowsWithTheText();
};

/// Where there is room enough, it stays as wide as it was made, and gets back what it has yielded.
void TestSideSplitter::aWideSidebarStays()
{
    Gui::SideSplitter splitter;
    showTwoIn(splitter);
    QCoreApplication::processEvents();
    splitter.setSizes({720, 1080});
    const int wide = splitter.sizes().constFirst();
    QVERIFY(wide > 540);
    splitter.resize(1900, 600);
    QCOMPARE(splitter.sizes().constFirst(), wide);
    splitter.resize(700, 600);
    QVERIFY(splitter.sizes().constFirst() <= 210);
    splitter.resize(1800, 600);
    QCOMPARE(splitter.sizes().constFirst(), wide);
}

/// A page that cannot do with less takes it from the sidebar.
void TestSideSplitter::whatIsWideAlreadyGivesBackWhatItTook()
{
    Gui::SideSplitter splitter;
    showTwoIn(splitter);
    splitter.widget(1)->setMinimumWidth(800);
    QCoreApplication::processEvents();
    splitter.setSizes({310, 1490});
    const int chosen = splitter.sizes().constFirst();
    for (const int width : {1100, 1060, 1000, 960, 1000, 1060, 1100, 1800}) {
        splitter.resize(width, 600);
        QCoreApplication::processEvents();
    }
    QCOMPARE(splitter.sizes().constFirst(), chosen);
}

void TestSideSplitter::theSidebarComesBackInTheWindow()
{
    showThree();
    showAttempt(Testing::attempt(1, Core::AttemptOutcome::Failed, 404));
    auto *const columns = child<Gui::SideSplitter>();
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    const auto resizeTo = [this](int width) {
        m_window->resize(width, 800);
        QCoreApplication::processEvents();
    };
    const int usual = columns->sizes().constFirst();
    for (int width = 1280; width >= 500; width -= 20)
        resizeTo(width);
    for (int width = 500; width <= 1280; width += 20)
        resizeTo(width);
    QCOMPARE(columns->sizes().constFirst(), usual);
    resizeTo(500);
    resizeTo(1280);
    QCOMPARE(columns->sizes().constFirst(), usual);
}

void TestSideSplitter::theSidebarComesBackInTheNextRun()
{
    showThree();
    m_window->resize(1280, 800);
    QCoreApplication::processEvents();
    child<Gui::SideSplitter>()->setSizes({380, 900});
    const int chosen = child<Gui::SideSplitter>()->sizes().constFirst();
    m_window->resize(780, 800);
    QCoreApplication::processEvents();
    QVERIFY(child<Gui::SideSplitter>()->sizes().constFirst() < chosen);
    m_window->close();
    m_window.reset();
    open();
    showThree();
    QCoreApplication::processEvents();
    QVERIFY(child<Gui::SideSplitter>()->sizes().constFirst() < chosen);
    m_window->resize(1280, 800);
    QTRY_COMPARE(child<Gui::SideSplitter>()->sizes().constFirst(), chosen);
}

void TestSideSplitter::theSidebarGrowsWithTheText()
{
    Gui::SideSplitter splitter;
    showTwoIn(splitter);
    splitter.setSizes({220, 1580});
    const int usual = splitter.sizes().constFirst();
    const QFont font = splitter.font();
    QFont large = font;
    large.setPointSizeF(font.pointSizeF() * 2);
    splitter.setFont(large);
    QVERIFY(splitter.sizes().constFirst() > usual * 3 / 2);
    splitter.resize(1280, 600);
    const int wanted = 30 * QFontMetrics(large).averageCharWidth();
    QVERIFY2(splitter.sizes().constFirst() >= std::min(wanted, 2 * usual - 8),
             qPrintable(QString::number(splitter.sizes().constFirst())));
    splitter.resize(900, 600);
    QVERIFY2(splitter.sizes().constFirst() <= 270, "three tenths of a narrow window");
    splitter.setFont(font);
    QCOMPARE(splitter.sizes().constFirst(), usual);
}

QTEST_MAIN(TestSideSplitter)
#include "tst_sidesplitter.moc"
