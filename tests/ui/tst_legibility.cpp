// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/windowsuite.h"
#include "ui/desk/appearancedesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"

#include <QApplication>
#include <QHeaderView>
#include <QImage>
#include <QTest>

#include <functional>

using Gui::LogView;

namespace {

struct Extent
{
    int first = 0;
    int last = -1;

    bool isEmpty() const { return last < first; }
    int width() const { return last - first + 1; }
};

/// From the first column that has a pixel like that to the last one.
Extent extentOf(const QSize &size, const std::function<bool(int, int)> &isMeant)
{
    Extent extent;
    for (int x = 0; x < size.width(); ++x) {
        bool isThere = false;
        for (int y = 0; y < size.height() && !isThere; ++y)
            isThere = isMeant(x, y);
        if (!isThere)
            continue;
        extent.first = extent.isEmpty() ? x : extent.first;
        extent.last = x;
    }
    return extent;
}

/// Of what is written there.
Extent writingIn(const QImage &picture)
{
    const QColor ground = picture.pixelColor(0, picture.height() / 2);
    return extentOf(picture.size(),
                    [&](int x, int y) { return picture.pixelColor(x, y) != ground; });
}

Extent differenceOf(const QImage &one, const QImage &other)
{
    return extentOf(one.size(), [&](int x, int y) { return one.pixel(x, y) != other.pixel(x, y); });
}

/// A section without the lines at its edges.
QImage sectionOf(QHeaderView &header, int column)
{
    const QRect place(header.sectionViewportPosition(column), 2, header.sectionSize(column) - 1,
                      header.height() - 5);
    return header.grab(place).toImage();
}

} // namespace

/// Whether what is painted stands out from what is around it.
class TestLegibility final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void theArrowTouchesNoTitle_data() { addSizes(); }
    void theArrowTouchesNoTitle();

private:
    static void addSizes();
};

void TestLegibility::addSizes()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual text") << 100;
    QTest::newRow("large text") << 200;
}

void TestLegibility::theArrowTouchesNoTitle()
{
    constexpr int Gap = 2;
    QFETCH(int, percent);
    child<Gui::PreferencesDesk>()->appearance().setAppearance(
        {Gui::ThemeChoice::Light, percent, {}});
    QHeaderView &header = *child<LogView>()->horizontalHeader();
    for (int column = 0; column < Gui::ColumnCount; ++column)
        header.showSection(column);
    QCoreApplication::processEvents();
    for (int column = 0; column < Gui::ColumnCount; ++column) {
        header.setOffset(header.sectionPosition(column));
        header.setSortIndicatorShown(false);
        const QImage plain = sectionOf(header, column);
        header.setSortIndicatorShown(true);
        header.setSortIndicator(column, Qt::DescendingOrder);
        const Extent arrow = differenceOf(plain, sectionOf(header, column));
        const Extent title = writingIn(plain);
        const QString name
            = header.model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QVERIFY2(!arrow.isEmpty() && arrow.width() <= header.fontMetrics().height(),
                 qPrintable(name));
        QVERIFY2(arrow.first - title.last > Gap || title.first - arrow.last > Gap,
                 qPrintable(name));
        QVERIFY2(arrow.first > 0 && arrow.last < plain.width() - 1, qPrintable(name));
    }
}

QTEST_MAIN(TestLegibility)
#include "tst_legibility.moc"
