// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/figure.h"

#include <QTest>

#include <limits>

using namespace Core;

/// What the trials judge their figures by.
class TestFigure final : public QObject
{
    Q_OBJECT

private slots:
    void isKept_data();
    void isKept();
    void inWords();
    void isFoundAlone_data();
    void isFoundAlone();
};

void TestFigure::isKept_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<Figure::Bound>("bound");
    QTest::addColumn<double>("promised");
    QTest::addColumn<bool>("isKept");
    constexpr double None = std::numeric_limits<double>::quiet_NaN();
    constexpr auto AtMost = Figure::Bound::AtMost;
    constexpr auto AtLeast = Figure::Bound::AtLeast;
    QTest::addRow("as much as is promised at most") << 300.0 << AtMost << 300.0 << true;
    QTest::addRow("less than that") << 12.0 << AtMost << 300.0 << true;
    QTest::addRow("a little more than that") << 300.01 << AtMost << 300.0 << false;
    QTest::addRow("as much as is promised at least") << 49.0 << AtLeast << 49.0 << true;
    QTest::addRow("more than that") << 50.0 << AtLeast << 49.0 << true;
    QTest::addRow("a little less than that") << 48.99 << AtLeast << 49.0 << false;
    QTest::addRow("nothing where something is promised") << 0.0 << AtLeast << 50.0 << false;
    QTest::addRow("no number is not at most") << None << AtMost << 300.0 << false;
    QTest::addRow("no number is not at least") << None << AtLeast << 49.0 << false;
}

void TestFigure::isKept()
{
    QFETCH(const double, value);
    QFETCH(const Figure::Bound, bound);
    QFETCH(const double, promised);
    QFETCH(const bool, isKept);
    const Figure figure{QStringLiteral("it"), value, bound, promised, QStringLiteral("s")};
    QCOMPARE(figure.isKept(), isKept);
}

void TestFigure::inWords()
{
    const QString ms = QStringLiteral("ms");
    const Figure most{QStringLiteral("delay"), 3.14, Figure::Bound::AtMost, 5, ms};
    QCOMPARE(most.inWords(), QStringLiteral("delay: 3.1 ms, promised at most 5 ms"));
    const Figure least{QStringLiteral("pace"), 51, Figure::Bound::AtLeast, 49.5, ms};
    QCOMPARE(least.inWords(), QStringLiteral("pace: 51.0 ms, promised at least 49.5 ms"));
}

void TestFigure::isFoundAlone_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<bool>("isFound");
    const QString memory = QStringLiteral("memory: 500 MiB");
    const QString pace = QStringLiteral("pace: 3");
    QTest::addRow("nothing was found") << QStringList{} << false;
    QTest::addRow("what was sought") << QStringList{memory} << true;
    QTest::addRow("what was sought, twice") << QStringList{memory, memory} << true;
    QTest::addRow("something else") << QStringList{pace} << false;
    QTest::addRow("something else as well") << QStringList{memory, pace} << false;
}

void TestFigure::isFoundAlone()
{
    QFETCH(const QStringList, faults);
    QFETCH(const bool, isFound);
    QCOMPARE(Core::isFoundAlone(QStringLiteral("memory"), faults), isFound);
}

QTEST_GUILESS_MAIN(TestFigure)
#include "tst_figure.moc"
