// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bodyviewsuite.h"
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/imageview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/textview.h"
#include "ui/look/palettes.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>
#include <vector>

using Gui::BodyView;
using Gui::TextView;
using Testing::largeJson;
using Testing::TenMegabytes;

namespace {

/// How long the event loop was busy at a time, at most.
class StallWatch final
{
public:
    StallWatch()
    {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { note(); });
        m_clock.start();
        m_timer.start();
    }

    void note() { m_longest = std::max(m_longest, m_clock.restart()); }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

} // namespace

class TestBodyView final : public Testing::BodyViewSuite
{
    Q_OBJECT

private slots:
    void bodiesAreShownInTheRightWay_data();
    void bodiesAreShownInTheRightWay();
    void aChosenModeStaysWhereItIsPossible();
    void prettyKeepsEveryToken();
    void rawIsTheTextItself();
    void whatIsCopiedIsWhatCame_data();
    void whatIsCopiedIsWhatCame();
    void hexShowsOffsetsBytesAndText();
    void copyingTakesTheWholeBody();
    void theCharsetIsShown_data();
    void theCharsetIsShown();
    void aFaultIsToldWithItsPlace();
    void aLateFaultIsToldToo();
    void aTornCharacterAtTheLimitIsForgiven();
    void compressionIsTold();
    void deceptiveTextIsTold();
    void whyItIsNotTextIsTold_data();
    void whyItIsNotTextIsTold();
    void textGrowsWithAllElse();
    void moreComesAsOneScrolls();
    void imagesArePainted();
    void hugeImagesAreNot();
    void whatIsTooLargeIsBytes();
    void inksCanBeRead();
    void tenMegabytesOpenInTime_data();
    void tenMegabytesOpenInTime();
};

void TestBodyView::bodiesAreShownInTheRightWay_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<BodyView::Mode>("mode");
    QTest::newRow("JSON is spaced out") << QByteArray("{\"a\":1}") << BodyView::Mode::Pretty;
    QTest::newRow("text is shown as it is") << QByteArray("Hello joe") << BodyView::Mode::Raw;
    QTest::newRow("no body is an empty text") << QByteArray() << BodyView::Mode::Raw;
    QTest::newRow("markup is text") << QByteArray("<b>x</b>") << BodyView::Mode::Raw;
    QTest::newRow("invalid UTF-8 is bytes")
        << QByteArray("{\"a\":\"\xff\"}") << BodyView::Mode::Hex;
    QTest::newRow("an overlong form is bytes") << QByteArray("\xc0\xaf") << BodyView::Mode::Hex;
    QTest::newRow("a torn character is bytes") << QByteArray("abc\xe2\x82") << BodyView::Mode::Hex;
    QTest::newRow("a NUL is bytes") << QByteArray("a\0b", 3) << BodyView::Mode::Hex;
    QTest::newRow("a terminal's escape is bytes") << QByteArray("\x1b[31m") << BodyView::Mode::Hex;
}

void TestBodyView::bodiesAreShownInTheRightWay()
{
    QFETCH(QByteArray, body);
    QFETCH(BodyView::Mode, mode);
    show(body);
    QCOMPARE(m_view->mode(), mode);
    QVERIFY(m_view->isPossible(mode));
    QCOMPARE(m_view->isPossible(BodyView::Mode::Raw), mode != BodyView::Mode::Hex);
    QCOMPARE(m_view->isPossible(BodyView::Mode::Tree), mode == BodyView::Mode::Pretty);
}

void TestBodyView::aChosenModeStaysWhereItIsPossible()
{
    using Mode = BodyView::Mode;
    show("{\"a\":1}");
    QCOMPARE(m_view->mode(), Mode::Pretty);
    m_view->setMode(Mode::Tree);
    show("{\"a\":2}");
    QCOMPARE(m_view->mode(), Mode::Tree);
    show("no JSON");
    QCOMPARE(m_view->mode(), Mode::Raw);
    show("{\"a\":3}");
    QCOMPARE(m_view->mode(), Mode::Tree);
    // To look for words is not to choose how bodies are shown.
    m_view->finder();
    QCOMPARE(m_view->mode(), Mode::Pretty);
    show("{\"a\":4}");
    QCOMPARE(m_view->mode(), Mode::Tree);
    m_view->setMode(Mode::Hex);
    show("text");
    QCOMPARE(m_view->mode(), Mode::Hex);
    m_view->setMode(Mode::Image); // which it is not
    show("{\"a\":5}");
    QCOMPARE(m_view->mode(), Mode::Hex);
}

void TestBodyView::prettyKeepsEveryToken()
{
    const QByteArray body
        = R"({"big":12345678901234567890123,"z":1.50,"a":-0.0e+9,"a":"\u00e9\/","e":[]})";
    show(body);
    QCOMPARE(m_view->mode(), BodyView::Mode::Pretty);
    QString text = shown();
    QVERIFY(text.contains(u'\n'));
    QCOMPARE(text.remove(u' ').remove(u'\n').toUtf8(), body);
    m_view->setMode(BodyView::Mode::Raw);
    QCOMPARE(shown().toUtf8(), body);
}

void TestBodyView::rawIsTheTextItself()
{
    const QByteArray body("caf\xc3\xa9\n\ttab  blanks \xe6\x97\xa5\n");
    show(body);
    QCOMPARE(shown().toUtf8(), body);
}

void TestBodyView::whatIsCopiedIsWhatCame_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("each kind of line end") << QByteArray("a\nb\r\nc\rd\r\r\n\n");
    QTest::newRow("no line end at the end") << QByteArray("a\r\nb");
    QTest::newRow("a line that is broken to be shown") << QByteArray(9000, 'x') + "\nend";
    QTest::newRow("a pair on the edge of a step") << QByteArray(4095, 'x') + "\r\nend";
}

void TestBodyView::whatIsCopiedIsWhatCame()
{
    QFETCH(QByteArray, body);
    show(body);
    auto *const text = m_view->findChild<TextView *>();
    text->selectAll();
    text->copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), body);
}

void TestBodyView::hexShowsOffsetsBytesAndText()
{
    QByteArray bytes;
    for (int i = 0; i < 18; ++i)
        bytes.append(static_cast<char>(0x40 + i));
    bytes[1] = '\xff';
    show(bytes);
    QCOMPARE(shown(),
             QStringLiteral(
                 "00000000  40 ff 42 43 44 45 46 47  48 49 4a 4b 4c 4d 4e 4f  @.BCDEFGHIJKLMNO\n"
                 "00000010  50 51                                             PQ"));
    auto *const text = m_view->findChild<TextView *>();
    QVERIFY2(text->lineWrapMode() == QPlainTextEdit::NoWrap, "its columns stay");
    show("{}");
    QCOMPARE(text->lineWrapMode(), QPlainTextEdit::WidgetWidth);
}

void TestBodyView::copyingTakesTheWholeBody()
{
    const QByteArray body = QByteArray(1'000'500, 'a') + "\r\nend";
    show(body);
    for (QToolButton *const button : m_view->findChildren<QToolButton *>()) {
        if (button->text() == QStringLiteral("Copy body"))
            button->click();
    }
    QVERIFY(QGuiApplication::clipboard()->text().toUtf8() == body);
}

void TestBodyView::theCharsetIsShown_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("charset");
    QTest::newRow("none is UTF-8") << QByteArray("text/plain") << QByteArray("\xc3\xa9")
                                   << QStringLiteral("é") << QStringLiteral("UTF-8");
    QTest::newRow("Latin-1") << QByteArray("text/plain; charset=\"ISO-8859-1\"")
                             << QByteArray("\xe9") << QStringLiteral("é")
                             << QStringLiteral("ISO-8859-1 (declared)");
    QTest::newRow("UTF-16 by its mark")
        << QByteArray("text/plain") << QByteArray("\xff\xfe\xe9\0", 4) << QStringLiteral("\ufeffé")
        << QStringLiteral("(by its first bytes)");
    QTest::newRow("one that nobody knows")
        << QByteArray("text/plain; charset=klingon") << QByteArray("x") << QStringLiteral("x")
        << QStringLiteral("klingon (declared), shown as UTF-8");
}

void TestBodyView::theCharsetIsShown()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QFETCH(QString, charset);
    show(body, type);
    QVERIFY2(note().contains(charset), qPrintable(note()));
    QCOMPARE(m_view->mode(), BodyView::Mode::Raw);
    QVERIFY(shown().endsWith(text.back()));
}

void TestBodyView::aFaultIsToldWithItsPlace()
{
    show("{\n \"a\": 01}");
    QCOMPARE(m_view->mode(), BodyView::Mode::Raw);
    QVERIFY2(note().contains(QStringLiteral("line 2, column 7")), qPrintable(note()));
    show("Hello joe", "application/json");
    QVERIFY2(note().contains(QStringLiteral("line 1, column 1")), qPrintable(note()));
    show("Hello joe");
    QVERIFY2(!note().contains(QStringLiteral("line 1")), qPrintable(note()));
}

void TestBodyView::aLateFaultIsToldToo()
{
    show('[' + QByteArray(100'000, '1') + ",\n x]");
    QCOMPARE(m_view->mode(), BodyView::Mode::Pretty);
    QTRY_VERIFY2(note().contains(QStringLiteral("line 2, column 2")), qPrintable(note()));
    QVERIFY(!m_view->isPossible(BodyView::Mode::Tree));
}

void TestBodyView::aTornCharacterAtTheLimitIsForgiven()
{
    show("caf\xc3", {}, true);
    QCOMPARE(m_view->mode(), BodyView::Mode::Raw);
    QCOMPARE(shown(), QStringLiteral("caf"));
    QVERIFY2(note().contains(QStringLiteral("more came")), qPrintable(note()));
}

void TestBodyView::compressionIsTold()
{
    const QByteArray packed("\x1f\x8b\x08\x00\x00", 5);
    const auto noteOf = [this](const QByteArray &bytes, const QByteArray &encoding) {
        m_view->showBody({bytes, "application/json", false, {}, encoding});
        return note();
    };
    QVERIFY2(noteOf(packed, "gzip")
                 .endsWith(QStringLiteral(" · compressed with gzip; shown as it came")),
             qPrintable(note()));
    QCOMPARE(m_view->mode(), BodyView::Mode::Hex);
    QCOMPARE(m_view->bytes(), packed);
    QVERIFY(noteOf(packed, "deflate, BR").contains(QStringLiteral("with deflate, br;")));
    QVERIFY(noteOf(packed, "Identity").contains(QStringLiteral("not text")));
    QVERIFY(noteOf(packed, {}).contains(QStringLiteral("not text")));
    // Somebody has said so of what is text.
    QVERIFY(!noteOf("{}", "gzip").contains(QStringLiteral("compressed")));
}

void TestBodyView::deceptiveTextIsTold()
{
    show("user = " + QString(QChar(0x202e)).toUtf8() + " nimda");
    QVERIFY2(note().contains(QStringLiteral("see Hex")), qPrintable(note()));
    for (const QString &text : Testing::naughtyStrings()) {
        show("[\"" + text.toUtf8() + "\"]");
        QVERIFY(!m_view->findChild<QLabel *>()->text().contains(QChar(0x202e)));
        QCOMPARE(m_view->findChild<QLabel *>()->textFormat(), Qt::PlainText);
    }
}

void TestBodyView::whyItIsNotTextIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("JSON with a byte that is none of UTF-8")
        << QByteArray("{\"a\":\"\xff\"}") << QStringLiteral("bytes that are not UTF-8");
    QTest::newRow("text with a NUL")
        << QByteArray("one\0two", 7) << QStringLiteral("control characters");
}

void TestBodyView::whyItIsNotTextIsTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    show(bytes, "application/json");
    QCOMPARE(m_view->mode(), BodyView::Mode::Hex);
    for (const char *const name : {"Pretty", "Tree", "Raw"}) {
        const auto buttons = m_view->findChildren<QToolButton *>();
        const auto button = std::find_if(buttons.begin(), buttons.end(), [name](const auto *one) {
            return one->text() == QLatin1StringView(name);
        });
        QVERIFY(button != buttons.end() && !(*button)->isEnabled());
        QVERIFY2((*button)->toolTip().contains(reason), qPrintable((*button)->toolTip()));
    }
    QVERIFY2(note().contains(reason), qPrintable(note()));
}

/// Qt tells nothing to what has a size of its own.
void TestBodyView::textGrowsWithAllElse()
{
    constexpr int Enough = 20;
    const QFont before = QApplication::font();
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    std::vector<std::unique_ptr<BodyView>> views;
    for (int i = 0; i < Enough; ++i)
        views.push_back(std::make_unique<BodyView>(QStringLiteral("body")));
    for (const double times : {2.0, 1.5, 1.0}) {
        QFont other = before;
        other.setPointSizeF(before.pointSizeF() * times);
        QApplication::setFont(other);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::ApplicationFontChange);
        for (const auto &view : views) {
            QCOMPARE(view->findChild<TextView *>()->font().pointSizeF(), other.pointSizeF());
            QCOMPARE(view->findChild<Gui::JsonTree *>()->font().pointSizeF(), other.pointSizeF());
        }
    }
}

void TestBodyView::moreComesAsOneScrolls()
{
    QByteArray body;
    for (int i = 0; i < 40'000; ++i)
        body += "line " + QByteArray::number(i) + '\n';
    show(body);
    QVERIFY2(note().contains(QStringLiteral("more follows")), qPrintable(note()));
    QVERIFY(shown().size() < 100'000);
    QScrollBar &bar = *m_view->findChild<TextView *>()->verticalScrollBar();
    QTRY_VERIFY((bar.setValue(bar.maximum()), !note().contains(QStringLiteral("more follows"))));
    QVERIFY(shown().toUtf8() == body);
}

void TestBodyView::imagesArePainted()
{
    QImage image(30, 20, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(image.save(&buffer, "PNG"));
    show(bytes, "image/png");
    QCOMPARE(m_view->mode(), BodyView::Mode::Image);
    auto *const view = m_view->findChild<Gui::ImageView *>();
    QTRY_COMPARE(view->image().size(), QSize(30, 20));
    QVERIFY(view->accessibleDescription().contains(QStringLiteral("30 by 20")));
    show(bytes.left(40), "image/png");
    QTRY_VERIFY(view->image().isNull());
    // Neither another content type nor a drawing that may name files is one.
    show(bytes, "text/plain");
    QCOMPARE(m_view->mode(), BodyView::Mode::Hex);
    show("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "image/svg+xml");
    QCOMPARE(m_view->mode(), BodyView::Mode::Raw);
}

void TestBodyView::hugeImagesAreNot()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(QImage(10'000, 5'000, QImage::Format_Mono).save(&buffer, "PNG"));
    show(bytes, "image/png");
    auto *const view = m_view->findChild<Gui::ImageView *>();
    m_view->grab();
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QVERIFY(view->image().isNull());
}

void TestBodyView::whatIsTooLargeIsBytes()
{
    show(QByteArray(Gui::LargestReadBody + 1, 'x'));
    QCOMPARE(m_view->mode(), BodyView::Mode::Hex);
    for (const auto mode : {BodyView::Mode::Pretty, BodyView::Mode::Tree, BodyView::Mode::Raw})
        QVERIFY(!m_view->isPossible(mode));
    QVERIFY2(note().contains(QStringLiteral("too large")), qPrintable(note()));
}

void TestBodyView::inksCanBeRead()
{
    for (const QPalette &palette : {Gui::lightPalette(), Gui::darkPalette()}) {
        m_view->setPalette(palette);
        show("{}");
        show(R"({"a":[1,"x",true]})");
        auto *const text = m_view->findChild<TextView *>();
        text->setPalette(palette);
        QSet<QRgb> inks;
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (const auto &range : block.layout()->formats()) {
                const QColor ink = range.format.foreground().color();
                QVERIFY(Gui::contrast(ink, palette.color(QPalette::Base)) >= Gui::LeastContrast);
                inks.insert(ink.rgb());
            }
        }
        QVERIFY(inks.size() >= 4);
    }
}

void TestBodyView::tenMegabytesOpenInTime_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("many small values") << largeJson();
    QTest::newRow("one string") << '"' + QByteArray(TenMegabytes, 'x') + '"';
    QTest::newRow("deep nesting") << QByteArray(TenMegabytes / 2, '[')
            + QByteArray(TenMegabytes / 2, ']');
    QTest::newRow("one line of text") << QByteArray(TenMegabytes, 'x');
}

void TestBodyView::tenMegabytesOpenInTime()
{
    QFETCH(QByteArray, body);
    StallWatch watch;
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    show(body);
    m_view->grab();
    const qint64 firstScreen = timer.elapsed();
    watch.note();
    QVERIFY(!shown().isEmpty());
    if (m_view->isPossible(BodyView::Mode::Tree))
        m_view->setMode(BodyView::Mode::Tree);
    QTRY_VERIFY_WITH_TIMEOUT(!note().contains(QStringLiteral("reading")), 60'000);
    qInfo("first screen after %lld ms, longest stall %lld ms", firstScreen, watch.longest());
}

QTEST_MAIN(TestBodyView)
#include "tst_bodyview.moc"
