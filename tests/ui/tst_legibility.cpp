// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/charts/figuretile.h"
#include "ui/deliveries/resultlist.h"
#include "ui/desk/appearancedesk.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/detail/messageview.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logview.h"
#include "ui/look/clearboxes.h"
#include "ui/look/flatheader.h"
#include "ui/look/frames.h"
#include "ui/look/palettes.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPixmapCache>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QStyleOption>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <functional>

using Gui::contrast;
using Gui::FlatHeader;
using Gui::LogView;

namespace {

/// Of lines from what they part.
constexpr double LeastLineContrast = 1.3;

/// The contrast of what stands out most in a picture from the ground at its left.
double strongestIn(const QImage &picture)
{
    const QColor ground = picture.pixelColor(0, picture.height() / 2);
    double strongest = 1;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y)
            strongest = std::max(strongest, contrast(picture.pixelColor(x, y), ground));
    }
    return strongest;
}

/// Of a text within a frame.
double inkWithin(QWidget &widget)
{
    constexpr int Frame = 8;
    widget.resize(widget.sizeHint() + QSize(4 * Frame, 4 * Frame));
    const QImage picture = widget.grab().toImage();
    return strongestIn(picture.copy(picture.rect().adjusted(Frame, Frame, -Frame, -Frame)));
}

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

/// Tests are told of 96 dots per inch otherwise, whatever the font says.
class OwnDpi final
{
    Q_DISABLE_COPY_MOVE(OwnDpi)

public:
    OwnDpi() { QCoreApplication::setAttribute(Qt::AA_Use96Dpi, false); }
    ~OwnDpi() { QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true); }
};

} // namespace

/// Whether what is painted stands out from what is around it.
class TestLegibility final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void disabledTextCanBeRead_data() { addPalettes(); }
    void disabledTextCanBeRead();
    void disabledTextCanBeReadInADesktopsColours();
    void pressedInButtonsAreSeen_data() { addPalettes(); }
    void pressedInButtonsAreSeen();
    void framesOfFieldsAreSeen_data() { addPalettes(); }
    void framesOfFieldsAreSeen();
    void handlesOfScrollBarsAreSeen_data();
    void handlesOfScrollBarsAreSeen();
    void cardsAreSeen_data() { addPalettes(); }
    void cardsAreSeen();
    void secretsAreShownByAButton_data() { addPalettes(); }
    void secretsAreShownByAButton();
    void linesBetweenGroupsAreSeen_data() { addPalettes(); }
    void linesBetweenGroupsAreSeen();
    void whatIsOnHasABoxInMenus();
    void textsHaveRoomBesideThem_data() { addSizes(); }
    void textsHaveRoomBesideThem();
    void labelsOfFieldsAreSeenWhole_data() { addSizes(); }
    void labelsOfFieldsAreSeenWhole();
    void theArrowTouchesNoTitle_data() { addSizes(); }
    void theArrowTouchesNoTitle();
    void titlesStandAboveTheirTexts();
    void tablesHaveOneHead();
    void partsGrowWithTheText();
    void arrowsGrowWithTheText();

private:
    static void addPalettes();
    static void addSizes();
};

void TestLegibility::addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << Gui::lightPalette();
    QTest::newRow("dark") << Gui::darkPalette();
}

void TestLegibility::addSizes()
{
    QTest::addColumn<int>("percent");
    QTest::newRow("usual text") << 100;
    QTest::newRow("large text") << 200;
}

/// In its own grey, which is not that of other texts.
void TestLegibility::disabledTextCanBeRead()
{
    QFETCH(QPalette, palette);
    Gui::ClearBoxes style;
    QFont font = QApplication::font();
    font.setPointSizeF(24);
    QPushButton button(QStringLiteral("HHH"));
    QLabel label(QStringLiteral("HHH"));
    QMenu menu;
    menu.addAction(QStringLiteral("HHH"));
    for (QWidget *const widget : QList<QWidget *>{&button, &label, &menu}) {
        widget->setStyle(&style);
        widget->setPalette(palette);
        widget->setFont(font);
        const double usual = inkWithin(*widget);
        widget->setEnabled(false);
        const double disabled = inkWithin(*widget);
        const QString found = QStringLiteral("%1 and %2").arg(usual).arg(disabled);
        QVERIFY2(disabled >= Gui::LeastFrameContrast, qPrintable(found));
        QVERIFY2(usual >= 1.5 * disabled, qPrintable(found));
    }
}

/// The window wears them as long as nobody has chosen others.
void TestLegibility::disabledTextCanBeReadInADesktopsColours()
{
    const QPalette palette = QApplication::palette();
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button}) {
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
            const double found = contrast(palette.color(QPalette::Disabled, role),
                                          palette.color(QPalette::Disabled, ground));
            QVERIFY2(found >= Gui::LeastFrameContrast, qPrintable(QString::number(found)));
        }
    }
    QPalette dark = Gui::darkPalette();
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(0x505050));
    Gui::ClearBoxes().polish(dark);
    QVERIFY(contrast(dark.color(QPalette::Disabled, QPalette::Text),
                     dark.color(QPalette::Disabled, QPalette::Base))
            >= Gui::LeastFrameContrast);
    QVERIFY2(contrast(dark.color(QPalette::Disabled, QPalette::Text),
                      dark.color(QPalette::Disabled, QPalette::Base))
                 < Gui::LeastContrast,
             "still less than other texts");
}

void TestLegibility::pressedInButtonsAreSeen()
{
    QFETCH(QPalette, palette);
    Gui::ClearBoxes style;
    QWidget bar;
    bar.setPalette(palette);
    bar.resize(60, 40);
    QToolButton button(&bar);
    button.setStyle(&style);
    button.setAutoRaise(true);
    button.setCheckable(true);
    button.setGeometry(10, 5, 40, 30);
    const QRect leftEdge(0, 18, 20, 3);
    QVERIFY(strongestIn(bar.grab(leftEdge).toImage()) < 1.1);
    button.setChecked(true);
    QVERIFY(strongestIn(bar.grab(leftEdge).toImage()) >= Gui::LeastFrameContrast);
    const QColor ground = bar.grab().toImage().pixelColor(30, 20);
    QVERIFY(contrast(palette.color(QPalette::ButtonText), ground) >= Gui::LeastContrast);
}

/// At their left edge, halfway up, from the window as well as from what they hold.
void TestLegibility::framesOfFieldsAreSeen()
{
    QFETCH(QPalette, palette);
    Gui::ClearBoxes style;
    QWidget form;
    form.setPalette(palette);
    form.resize(300, 300);
    QLineEdit line(&form);
    QPlainTextEdit text(&form);
    QSpinBox number(&form);
    QComboBox typed(&form);
    typed.setEditable(true);
    QComboBox chosen(&form);
    QPushButton button(&form);
    int top = 10;
    for (QWidget *const field : QWidgetList{&line, &text, &number, &typed, &chosen, &button}) {
        field->setStyle(&style);
        field->setGeometry(10, top, 200, 40);
        top += 45;
        const QImage edge = form.grab(QRect(5, field->y() + 20, 10, 1)).toImage();
        const bool isField = field != &chosen && field != &button;
        const double least = isField ? Gui::LeastFrameContrast : LeastLineContrast;
        const QString found = QString::fromLatin1(field->metaObject()->className())
            + QString::number(strongestIn(edge));
        QVERIFY2(strongestIn(edge) >= least, qPrintable(found));
    }
}

void TestLegibility::handlesOfScrollBarsAreSeen_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<Qt::Orientation>("orientation");
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const char *const name = orientation == Qt::Horizontal ? "horizontal" : "vertical";
        QTest::addRow("%s, light", name) << Gui::lightPalette() << orientation;
        QTest::addRow("%s, dark", name) << Gui::darkPalette() << orientation;
    }
}

/// From the groove, and from the list beside it.
void TestLegibility::handlesOfScrollBarsAreSeen()
{
    QFETCH(QPalette, palette);
    QFETCH(Qt::Orientation, orientation);
    Gui::ClearBoxes style;
    QScrollBar bar(orientation);
    bar.setStyle(&style);
    bar.setPalette(palette);
    bar.setRange(0, 100);
    bar.setPageStep(100);
    bar.resize(orientation == Qt::Horizontal ? QSize(300, 16) : QSize(16, 300));
    const QImage picture = bar.grab().toImage();
    const auto colourAt = [&](int place) {
        return orientation == Qt::Horizontal ? picture.pixelColor(place, 8)
                                             : picture.pixelColor(8, place);
    };
    const QColor handle = colourAt(80);
    QVERIFY(contrast(handle, colourAt(240)) >= Gui::LeastFrameContrast);
    QVERIFY(contrast(handle, palette.color(QPalette::Base)) >= Gui::LeastFrameContrast);
}

void TestLegibility::cardsAreSeen()
{
    QFETCH(QPalette, palette);
    Gui::FigureTile tile(QStringLiteral("Delivered"));
    tile.setPalette(palette);
    tile.resize(200, 120);
    const QColor frame = tile.grab().toImage().pixelColor(0, 60);
    for (const auto ground : {QPalette::Base, QPalette::Window})
        QVERIFY(contrast(frame, palette.color(ground)) >= Gui::LeastCardContrast);
}

/// And not by what looks like a mere text.
void TestLegibility::secretsAreShownByAButton()
{
    QFETCH(QPalette, palette);
    Gui::ClearBoxes style;
    QWidget bar;
    bar.setPalette(palette);
    QAction showSecrets(QStringLiteral("Show secrets"));
    showSecrets.setCheckable(true);
    auto *const button = Gui::makeSecretsButton(showSecrets, &bar);
    button->setStyle(&style);
    button->setGeometry(10, 10, 120, 30);
    const QImage edge = bar.grab(QRect(5, 25, 10, 1)).toImage();
    QVERIFY2(strongestIn(edge) >= LeastLineContrast,
             qPrintable(QString::number(strongestIn(edge))));
}

void TestLegibility::linesBetweenGroupsAreSeen()
{
    QFETCH(QPalette, palette);
    Gui::ClearBoxes style;
    QToolBar bar;
    bar.addSeparator();
    QMenu menu;
    menu.addAction(QStringLiteral("One"));
    QAction *const line = menu.addSeparator();
    menu.addAction(QStringLiteral("Other"));
    for (QWidget *const widget : QWidgetList{&bar, &menu}) {
        widget->setStyle(&style);
        widget->setPalette(palette);
        widget->resize(widget->sizeHint().expandedTo({40, 8}));
    }
    QVERIFY(strongestIn(bar.grab(bar.rect().adjusted(2, 2, -2, -2)).toImage())
            >= LeastLineContrast);
    const QRect place = menu.actionGeometry(line).adjusted(2, 0, -2, 0);
    QVERIFY(!place.isEmpty());
    // Turned, lest the line itself be taken for the ground.
    const QImage turned = menu.grab(place).toImage().transformed(QTransform().rotate(90));
    QVERIFY(strongestIn(turned) >= LeastLineContrast);
}

/// An icon would stand in its place.
void TestLegibility::whatIsOnHasABoxInMenus()
{
    int count = 0;
    for (const QMenu *const menu : m_window->findChildren<QMenu *>()) {
        for (const QAction *const action : menu->actions()) {
            if (!action->isCheckable())
                continue;
            QVERIFY2(action->icon().isNull() || !action->isIconVisibleInMenu(),
                     qPrintable(action->text()));
            ++count;
        }
    }
    QVERIFY(count > 10);
}

void TestLegibility::textsHaveRoomBesideThem()
{
    QFETCH(int, percent);
    Gui::ClearBoxes style;
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    const QString text = QStringLiteral("Back to what was there before");
    const int width = QFontMetrics(font).horizontalAdvance(text);
    const int letter = QFontMetrics(font).averageCharWidth();
    QPushButton button(text);
    QMenu menu;
    menu.addAction(text)->setShortcut(Qt::CTRL | Qt::Key_Slash);
    for (QWidget *const widget : QList<QWidget *>{&button, &menu}) {
        widget->setStyle(&style);
        widget->setFont(font);
    }
    QVERIFY(button.sizeHint().width() >= width + 2 * letter);
    const int keys = QFontMetrics(font).horizontalAdvance(QStringLiteral("Ctrl+/"));
    QVERIFY(menu.sizeHint().width() >= width + keys + 4 * letter);
}

/// Also where the underlined letter is one that others are drawn closer to.
void TestLegibility::labelsOfFieldsAreSeenWhole()
{
    QFETCH(int, percent);
    Gui::ClearBoxes style;
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    QLabel label(QStringLiteral("&Type"));
    QWidget field;
    label.setBuddy(&field);
    label.setStyle(&style);
    label.setFont(font);
    label.resize(label.sizeHint());
    const Extent usual = writingIn(label.grab().toImage());
    label.resize(label.width() + 20, label.height());
    QCOMPARE(usual.last, writingIn(label.grab().toImage()).last);
}

void TestLegibility::theArrowTouchesNoTitle()
{
    constexpr int Gap = 2;
    QFETCH(int, percent);
    child<Gui::PreferencesDesk>()->appearance().setAppearance(
        {Gui::ThemeChoice::Light, percent, {}});
    // What has no rows is not laid out, and what has little room cuts titles off.
    emit m_window->facts().attemptsRecorded({Testing::attempt(1)});
    m_window->resize(2400, 600);
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

void TestLegibility::titlesStandAboveTheirTexts()
{
    Gui::ResultList list;
    list.add({Core::Delivery{}}, {});
    list.item(0, 0)->setText(list.horizontalHeaderItem(0)->text());
    list.resize(800, 200);
    list.show();
    const QRect cell = list.visualRect(list.model()->index(0, 0)).adjusted(0, 2, -1, -2);
    const Extent text = writingIn(list.viewport()->grab(cell).toImage());
    const Extent title = writingIn(sectionOf(*list.horizontalHeader(), 0));
    QVERIFY(!text.isEmpty());
    QCOMPARE(title.first, text.first);
}

void TestLegibility::tablesHaveOneHead()
{
    child<Gui::PreferencesDesk>()->open->trigger();
    child<Gui::PreferencesDesk>()->findAction->trigger();
    const Gui::ResultList list;
    QList<QHeaderView *> headers = m_window->findChildren<QHeaderView *>();
    headers += list.findChildren<QHeaderView *>();
    headers.removeIf([](const QHeaderView *header) {
        return header->orientation() == Qt::Vertical || header->isHidden();
    });
    QVERIFY(headers.size() >= 5);
    for (const QHeaderView *const header : headers)
        QVERIFY2(qobject_cast<const FlatHeader *>(header) != nullptr,
                 qPrintable(header->parentWidget()->accessibleName()));
}

/// What is clicked or dragged is large enough to be hit where the text is large.
void TestLegibility::partsGrowWithTheText()
{
    const OwnDpi dpi;
    Gui::ClearBoxes style;
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * 2);
    QScrollBar bar;
    QSpinBox number;
    QComboBox choice;
    choice.addItem(QStringLiteral("Some text"));
    QSplitter halves;
    halves.addWidget(new QWidget);
    halves.addWidget(new QWidget);
    const auto sizes = [&] {
        QStyleOptionSpinBox numberOption;
        numberOption.initFrom(&number);
        QStyleOptionComboBox choiceOption;
        choiceOption.initFrom(&choice);
        return QList<int>{
            bar.sizeHint().width(),
            style.subControlRect(QStyle::CC_SpinBox, &numberOption, QStyle::SC_SpinBoxUp, &number)
                .width(),
            style
                .subControlRect(QStyle::CC_ComboBox, &choiceOption, QStyle::SC_ComboBoxArrow,
                                &choice)
                .width(),
            halves.handleWidth()};
    };
    const QWidgetList widgets{&bar, &number, &choice, &halves};
    for (QWidget *const widget : widgets)
        widget->setStyle(&style);
    const QList<int> usual = sizes();
    QVERIFY(usual.at(1) >= Gui::LeastTarget);
    for (QWidget *const widget : widgets)
        widget->setFont(large);
    const QList<int> grown = sizes();
    for (qsizetype i = 0; i < grown.size(); ++i) {
        QVERIFY2(grown.at(i) > usual.at(i) || (i == 1 && grown.at(i) >= Gui::LeastTarget),
                 qPrintable(QString::number(i)));
        QVERIFY2(i == 3 || grown.at(i) >= Gui::LeastTarget, qPrintable(QString::number(i)));
    }
}

/// Of a box with choices, at its right.
void TestLegibility::arrowsGrowWithTheText()
{
    const OwnDpi dpi;
    Gui::ClearBoxes style;
    const auto arrowWidth = [&style](int percent) {
        QPixmapCache::clear(); // which Fusion looks up by the size alone
        QComboBox choice;
        choice.setStyle(&style);
        QFont font = choice.font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        choice.setFont(font);
        choice.resize(200, 60);
        const QImage picture = choice.grab(QRect(150, 10, 46, 40)).toImage();
        const QColor ground = picture.pixelColor(0, 20);
        return extentOf(picture.size(),
                        [&](int x, int y) {
                            return contrast(picture.pixelColor(x, y), ground)
                                > Gui::LeastFrameContrast;
                        })
            .width();
    };
    QVERIFY2(arrowWidth(200) > arrowWidth(100), qPrintable(QString::number(arrowWidth(200))));
}

QTEST_MAIN(TestLegibility)
#include "tst_legibility.moc"
