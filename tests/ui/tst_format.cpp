// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/look/clearboxes.h"
#include "ui/look/format.h"
#include "ui/look/palettes.h"
#include "ui/look/theme.h"

#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QStyleOption>
#include <QTest>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>
#include <cstdlib>

using namespace Gui;
using Core::Microseconds;

class TestFormat final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void textIsMadePrintable_data();
    void textIsMadePrintable();
    void bytesAreReadAsUtf8OrLatin1();
    void shorteningKeepsBothEnds();
    void toolTipsShowMarkupAsText();
    void durations_data();
    void durations();
    void clocksTellTheDayUnlessItIsToday_data();
    void clocksTellTheDayUnlessItIsToday();
    void sizes_data();
    void sizes();
    void whatTheLastRunLeft_data();
    void whatTheLastRunLeft();
    void contrastIsThatOfTheStandard();
    void everyInkCanBeRead_data();
    void everyInkCanBeRead();
    void tintsOfRowsAreFaintAndApart_data();
    void tintsOfRowsAreFaintAndApart();
    void lightAndDarkAreToldApart();
    void emptyBoxesAreSeen_data();
    void emptyBoxesAreSeen();
    void disabledTextHasNoShadow();
    void boxesGrowWithTheText();
};

void TestFormat::initTestCase()
{
    QLocale::setDefault(QLocale::c());
}

void TestFormat::textIsMadePrintable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain text stays")
        << QStringLiteral("orders é 日本") << QStringLiteral("orders é 日本");
    QTest::newRow("markup stays") << QStringLiteral("<b>x</b>&lt;")
                                  << QStringLiteral("<b>x</b>&lt;");
    QTest::newRow("line ends are escaped")
        << QStringLiteral("a\r\nb\tc") << QStringLiteral("a\\r\\nb\\tc");
    QTest::newRow("a terminal's escape is escaped")
        << QStringLiteral("\x1b[31m") << QStringLiteral("\\u001b[31m");
    QTest::newRow("C1 controls are escaped") << QString(QChar(0x9b)) << QStringLiteral("\\u009b");
    QTest::newRow("a turned direction is escaped")
        << QString(QChar(0x202e)) + QStringLiteral("gnp.exe") << QStringLiteral("\\u202egnp.exe");
    QTest::newRow("an isolate is escaped") << QString(QChar(0x2066)) << QStringLiteral("\\u2066");
    QTest::newRow("a zero-width space is escaped")
        << QString(QChar(0x200b)) << QStringLiteral("\\u200b");
    QTest::newRow("a line separator is escaped")
        << QString(QChar(0x2028)) << QStringLiteral("\\u2028");
    QTest::newRow("joined emoji stay")
        << QStringLiteral("👩‍💻") << QStringLiteral("👩‍💻");
}

void TestFormat::textIsMadePrintable()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(printable(text), shown);
}

void TestFormat::bytesAreReadAsUtf8OrLatin1()
{
    QCOMPARE(printable(QByteArrayView("caf\xc3\xa9")), QStringLiteral("café"));
    QCOMPARE(printable(QByteArrayView("caf\xe9")), QStringLiteral("café"));
}

void TestFormat::shorteningKeepsBothEnds()
{
    QCOMPARE(shortened(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
    QCOMPARE(shortened(QStringLiteral("abcdefgh"), 5), QStringLiteral("ab…gh"));
    QCOMPARE(shortened(QString(5000, u'W'), 60).size(), 60);
}

void TestFormat::toolTipsShowMarkupAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        QTextDocument document;
        document.setHtml(plainToolTip(printable(text)));
        QCOMPARE(document.toPlainText(), printable(text));
    }
}

void TestFormat::durations_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("less than a millisecond") << qint64{420} << QStringLiteral("0.42 ms");
    QTest::newRow("some milliseconds") << qint64{8'400} << QStringLiteral("8.40 ms");
    QTest::newRow("tens of milliseconds") << qint64{84'000} << QStringLiteral("84.0 ms");
    QTest::newRow("hundreds of milliseconds") << qint64{412'300} << QStringLiteral("412 ms");
    QTest::newRow("seconds") << qint64{1'210'000} << QStringLiteral("1.21 s");
    QTest::newRow("almost a minute") << qint64{59'900'000} << QStringLiteral("59.9 s");
    QTest::newRow("minutes") << qint64{125'000'000} << QStringLiteral("2 min 5 s");
    QTest::newRow("almost an hour") << qint64{3'599'900'000} << QStringLiteral("59 min 59 s");
    QTest::newRow("hours") << qint64{12'059'000'000} << QStringLiteral("3 h 20 min");
    QTest::newRow("almost a day") << qint64{86'399'000'000} << QStringLiteral("23 h 59 min");
    QTest::newRow("days") << qint64{190'000'000'000} << QStringLiteral("2 d 4 h");
}

void TestFormat::durations()
{
    QFETCH(qint64, microseconds);
    QFETCH(QString, text);
    QCOMPARE(durationText(Microseconds{microseconds}).replace(QChar::Nbsp, u' '), text);
}

void TestFormat::clocksTellTheDayUnlessItIsToday_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("clock");
    const QDateTime noon(QDate(2026, 11, 30), QTime(12, 0));
    QTest::newRow("today") << noon.addSecs(-30) << QStringLiteral("11:59:30.000");
    QTest::newRow("later today") << noon.addSecs(60) << QStringLiteral("12:01:00.000");
    QTest::newRow("yesterday, less than a day ago")
        << noon.addSecs(-13 * 3600) << QStringLiteral("Sun 23:00:00");
    QTest::newRow("tomorrow") << noon.addDays(1) << QStringLiteral("Tue 12:00:00");
    QTest::newRow("six days ago") << noon.addDays(-6) << QStringLiteral("Tue 12:00:00");
    QTest::newRow("a week ago") << noon.addDays(-7) << QStringLiteral("23 Nov 12:00");
    QTest::newRow("a year ago") << noon.addYears(-1) << QStringLiteral("2025-11-30 12:00");
}

void TestFormat::clocksTellTheDayUnlessItIsToday()
{
    QFETCH(QDateTime, moment);
    QFETCH(QString, clock);
    const auto timeOf = [](const QDateTime &time) {
        return Core::Time{Core::Milliseconds{time.toMSecsSinceEpoch()}};
    };
    const Core::Time noon = timeOf(QDateTime(QDate(2026, 11, 30), QTime(12, 0)));
    QCOMPARE(clockText(timeOf(moment), noon), clock);
    QCOMPARE(shortClockText(timeOf(moment), noon), QString(clock).remove(QStringLiteral(".000")));
    const QDateTime utcNoon(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
    moment.setTimeSpec(Qt::UTC);
    QCOMPARE(utcClockText(timeOf(moment), timeOf(utcNoon)), clock);
}

void TestFormat::sizes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("0 B");
    QTest::newRow("bytes") << qint64{999} << QStringLiteral("999 B");
    QTest::newRow("kilobytes") << qint64{1'234} << QStringLiteral("1.2 kB");
    QTest::newRow("megabytes") << qint64{1'048'576} << QStringLiteral("1.0 MB");
}

void TestFormat::sizes()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QCOMPARE(sizeText(bytes).replace(QChar::Nbsp, u' '), text);
}

void TestFormat::whatTheLastRunLeft_data()
{
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("deliveries");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0 << 0 << QString();
    QTest::newRow("one") << 1 << 1
                         << QStringLiteral("1 attempt was interrupted by the end of the last run;"
                                           " 1 delivery goes again.");
    QTest::newRow("a heartbeat, which does not go again")
        << 1 << 0
        << QStringLiteral("1 attempt was interrupted by the end of the last run;"
                          " 0 deliveries go again.");
}

void TestFormat::whatTheLastRunLeft()
{
    QFETCH(int, attempts);
    QFETCH(int, deliveries);
    QFETCH(QString, text);
    QCOMPARE(recoveryText({attempts, deliveries, {}, {}, {}}), text);
}

void TestFormat::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void TestFormat::everyInkCanBeRead_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("a light desktop") << Gui::lightPalette();
    QTest::newRow("a dark desktop") << Gui::darkPalette();
    QTest::newRow("a desktop of middling grey") << QPalette(QColor(0x808080));
    QPalette glaring = Gui::lightPalette();
    glaring.setColor(QPalette::Highlight, Qt::yellow);
    QTest::newRow("a glaring highlight") << glaring;
}

void TestFormat::everyInkCanBeRead()
{
    QFETCH(QPalette, palette);
    const Theme theme(palette);
    for (int i = 0; i < ToneCount; ++i) {
        const Tone tone{i};
        QVERIFY(contrast(theme.ink(tone), theme.base()) >= LeastContrast);
        QVERIFY(contrast(theme.inkOnSelection(tone), theme.selection()) >= LeastContrast);
        QVERIFY(contrast(theme.inkOnTint(tone), theme.tint(tone)) >= LeastContrast);
    }
    for (const auto colours : {Gui::ColourSet::Usual, Gui::ColourSet::ColourBlindSafe}) {
        Gui::setCurrentLook({colours, Gui::Density::Comfortable});
        const Gui::RowTints tints(palette);
        for (int i = 0; i < Gui::RowHueCount; ++i) {
            for (int k = 0; k < ToneCount; ++k)
                QVERIFY(contrast(tints.ink(Gui::RowHue{i}, Tone{k}), tints.ground(Gui::RowHue{i}))
                        >= LeastContrast);
        }
    }
    Gui::setCurrentLook({});
}

void TestFormat::tintsOfRowsAreFaintAndApart_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<Gui::ColourSet>("colours");
    QTest::newRow("light") << Gui::lightPalette() << Gui::ColourSet::Usual;
    QTest::newRow("dark") << Gui::darkPalette() << Gui::ColourSet::Usual;
    QTest::newRow("light, for the colour-blind")
        << Gui::lightPalette() << Gui::ColourSet::ColourBlindSafe;
    QTest::newRow("dark, for the colour-blind")
        << Gui::darkPalette() << Gui::ColourSet::ColourBlindSafe;
}

void TestFormat::tintsOfRowsAreFaintAndApart()
{
    QFETCH(QPalette, palette);
    QFETCH(Gui::ColourSet, colours);
    Gui::setCurrentLook({colours, Gui::Density::Comfortable});
    const Gui::RowTints tints(palette);
    QList<QColor> grounds{palette.color(QPalette::Base)};
    for (int i = 0; i < Gui::RowHueCount; ++i) {
        const QColor ground = tints.ground(Gui::RowHue{i});
        QVERIFY(contrast(ground, grounds.first()) < 1.5);
        for (const QColor &other : std::as_const(grounds)) {
            const int distance = std::max({std::abs(ground.red() - other.red()),
                                           std::abs(ground.green() - other.green()),
                                           std::abs(ground.blue() - other.blue())});
            QVERIFY2(distance >= 7, qPrintable(ground.name() + other.name()));
        }
        grounds.append(ground);
    }
    Gui::setCurrentLook({});
}

void TestFormat::lightAndDarkAreToldApart()
{
    QVERIFY(!isDark(Gui::lightPalette()));
    QVERIFY(isDark(Gui::darkPalette()));
}

void TestFormat::emptyBoxesAreSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<QStyle::State>("state");
    const QStyle::State usual = QStyle::State_Enabled | QStyle::State_Off;
    const QStyle::State focused
        = usual | QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    QTest::newRow("light") << Gui::lightPalette() << usual;
    QTest::newRow("dark") << Gui::darkPalette() << usual;
    QTest::newRow("light, with the focus") << Gui::lightPalette() << focused;
    QTest::newRow("dark, with the focus") << Gui::darkPalette() << focused;
}

/// On the way from the left into a box that is not ticked there is a frame that stands out from
/// what is around it, and from what is inside.
void TestFormat::emptyBoxesAreSeen()
{
    QFETCH(QPalette, palette);
    QFETCH(QStyle::State, state);
    const Gui::ClearBoxes style;
    for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
        QStyleOptionButton option;
        option.palette = palette;
        option.rect = QRect(4, 4, 14, 14);
        option.state = state;
        QImage image(22, 22, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        QPainter painter(&image);
        style.drawPrimitive(element, &option, &painter);
        painter.end();
        const QColor outside = image.pixelColor(0, 11);
        const QColor inside = image.pixelColor(11, 11);
        double best = 0;
        for (int x = 0; x < 11; ++x) {
            const QColor frame = image.pixelColor(x, 11);
            best = std::max(best, std::min(contrast(frame, outside), contrast(frame, inside)));
        }
        QVERIFY2(best >= Gui::LeastFrameContrast, qPrintable(QString::number(best)));
    }
}

void TestFormat::disabledTextHasNoShadow()
{
    const Gui::ClearBoxes style;
    QCOMPARE(style.styleHint(QStyle::SH_EtchDisabledText), 0);
}

void TestFormat::boxesGrowWithTheText()
{
    const Gui::ClearBoxes style;
    QWidget widget;
    const int usual = style.pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &widget);
    QFont large = widget.font();
    large.setPointSizeF(large.pointSizeF() * 2);
    widget.setFont(large);
    const int grown = style.pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &widget);
    QVERIFY(grown > usual && grown <= QFontMetrics(large).height());
}

QTEST_MAIN(TestFormat)
#include "tst_format.moc"
