// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/findbar.h"
#include "ui/detail/imageview.h"
#include "ui/detail/jsontree.h"
#include "ui/detail/textview.h"
#include "ui/look/palettes.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using Gui::BodyView;
using Gui::FindBar;
using Gui::JsonTree;
using Gui::JsonTreeModel;
using Gui::ShownBody;
using Gui::TextView;

namespace {

constexpr qsizetype TenMegabytes = 10'000'000;

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

QByteArray largeJson()
{
    QByteArray json("[");
    for (int i = 0; json.size() < TenMegabytes; ++i)
        json += "{\"id\":" + QByteArray::number(i) + ",\"name\":\"customer\",\"paid\":true},";
    json.back() = ']';
    return json;
}

} // namespace

class TestBodyView final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void bodiesAreShownInTheRightWay_data();
    void bodiesAreShownInTheRightWay();
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
    void deceptiveTextIsTold();
    void moreComesAsOneScrolls();
    void wordsAreFound();
    void wordsAreFoundAcrossABrokenLine();
    void wordsAreFoundFarBelow();
    void onlyWhatStandsAroundAPlaceIsLaidOut();
    void tooManyPlacesAreNotCounted();
    void aSearchEndsWithItsBody();
    void charactersOnTheEdgeOfAStepStayWhole_data();
    void charactersOnTheEdgeOfAStepStayWhole();
    void theTreeShowsWhatStandsThere();
    void theTreeFetchesLittleByLittle();
    void valuesAndPathsAreCopied();
    void choicesAreTold();
    void imagesArePainted();
    void hugeImagesAreNot();
    void whatIsTooLargeIsBytes();
    void inksCanBeRead();
    void tenMegabytesOpenInTime_data();
    void tenMegabytesOpenInTime();

private:
    QString shown() const { return m_view->findChild<TextView *>()->toPlainText(); }
    QString note() const { return m_view->findChild<QLabel *>()->text(); }
    QString selected() const
    {
        return m_view->findChild<TextView *>()->textCursor().selectedText();
    }
    void show(const QByteArray &bytes, const QByteArray &type = {}, bool isCut = false)
    {
        m_view->showBody({bytes, type, isCut, QStringLiteral("no body")});
    }
    void look(const QString &words);

    std::unique_ptr<BodyView> m_view;
};

void TestBodyView::init()
{
    Testing::failOnWarnings();
    m_view = std::make_unique<BodyView>(QStringLiteral("body"));
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestBodyView::cleanup()
{
    m_view.reset();
}

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

void TestBodyView::look(const QString &words)
{
    FindBar *const finder = m_view->finder();
    finder->open();
    finder->findChild<QLineEdit *>()->setText(words);
}

void TestBodyView::wordsAreFound()
{
    show("one two\nthree TWO\ntwo");
    look(QStringLiteral("two"));
    FindBar *const finder = m_view->finder();
    auto *const text = m_view->findChild<TextView *>();
    const auto position = [text] { return text->textCursor().selectionStart(); };
    QTRY_COMPARE(position(), 4);
    QTRY_COMPARE(selected(), QStringLiteral("two"));
    finder->findNext();
    QTRY_COMPARE(position(), 14);
    finder->findNext();
    QTRY_COMPARE(position(), 18);
    finder->findNext();
    QTRY_COMPARE(position(), 4);
    finder->findPrevious();
    QTRY_COMPARE(position(), 18);
    finder->findPrevious();
    QTRY_COMPARE(position(), 14);
    const auto message = [finder] { return finder->findChild<QLabel *>()->text(); };
    QCOMPARE(message(), QStringLiteral("2 of 3"));
    finder->findNext();
    finder->findNext();
    QCOMPARE(message(), QStringLiteral("1 of 3, having gone round"));
    look(QStringLiteral("four"));
    QTRY_COMPARE(message(), QStringLiteral("Not found"));
    QTest::keyClick(finder->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!finder->isVisible());
}

void TestBodyView::wordsAreFoundAcrossABrokenLine()
{
    show(QByteArray(Gui::TextSource::LongestLine - 3, 'x') + "needle" + QByteArray(50'000, 'y'));
    look(QStringLiteral("needle"));
    QTRY_COMPARE(selected().remove(QChar::ParagraphSeparator), QStringLiteral("needle"));
}

void TestBodyView::wordsAreFoundFarBelow()
{
    const QByteArray body = QByteArray("line\n").repeated(200'000) + "needle\nend";
    show(body);
    look(QStringLiteral("needle"));
    const auto *const message = m_view->finder()->findChild<QLabel *>();
    QCOMPARE(message->text(), QStringLiteral("Searching…"));
    QTRY_COMPARE(selected(), QStringLiteral("needle"));
    QTRY_COMPARE(message->text(), QStringLiteral("1 of 1"));
    show("other");
    show(body + " after the e");
    look(QStringLiteral("AFTER"));
    m_view->finder()->findPrevious();
    QTRY_COMPARE(selected(), QStringLiteral("after"));
}

void TestBodyView::onlyWhatStandsAroundAPlaceIsLaidOut()
{
    QByteArray body = largeJson().first(TenMegabytes / 5);
    body.replace("\"id\":30000,", "\"id\":\"needle\",");
    show(body);
    auto *const text = m_view->findChild<TextView *>();
    look(QStringLiteral("Needle"));
    QTRY_COMPARE(selected(), QStringLiteral("needle"));
    QVERIFY(text->document()->characterCount() < 100'000);
    const QString line = text->textCursor().block().text();
    QCOMPARE(line, QStringLiteral("    \"id\": \"needle\","));
    const QTextBlock block = text->textCursor().block();
    QCOMPARE(block.previous().previous().text(), QStringLiteral("  },"));
    QVERIFY(!block.layout()->formats().isEmpty());
    QVERIFY2(note().contains(QStringLiteral("more follows")), qPrintable(note()));
    // More comes above, and what was shown stays where it was.
    QScrollBar &bar = *text->verticalScrollBar();
    const int before = text->document()->blockCount();
    bar.setValue(0);
    const QString top = text->document()->firstBlock().text();
    QTRY_VERIFY(text->document()->blockCount() > before);
    QCOMPARE(text->cursorForPosition({1, 1}).block().text(), top);
    QCOMPARE(selected(), QStringLiteral("needle"));
    QTest::keyClick(text, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(text->document()->firstBlock().text(), QStringLiteral("["));
    QCOMPARE(bar.value(), 0);
}

void TestBodyView::tooManyPlacesAreNotCounted()
{
    show(QByteArray(300'000, 'x'));
    look(QStringLiteral("x"));
    const auto *const message = m_view->finder()->findChild<QLabel *>();
    QTRY_COMPARE(message->text(), QStringLiteral("1 of more than 100,000"));
    m_view->finder()->findPrevious();
    QTRY_COMPARE(message->text(),
                 QStringLiteral("100,000 of more than 100,000, having gone round"));
    look(QStringLiteral("xx"));
    QTRY_COMPARE(message->text(), QStringLiteral("50,001 of more than 100,000"));
}

void TestBodyView::aSearchEndsWithItsBody()
{
    show(largeJson());
    look(QStringLiteral("nowhere"));
    show("other, but nowhere else");
    const auto *const message = m_view->finder()->findChild<QLabel *>();
    QCOMPARE(message->text(), QString());
    m_view->finder()->findNext();
    QTRY_COMPARE(message->text(), QStringLiteral("1 of 1"));
    look(QString());
    QCOMPARE(message->text(), QString());
}

void TestBodyView::charactersOnTheEdgeOfAStepStayWhole_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const QString clefs = QString::fromUcs4(U"\U0001d11e").repeated(5000);
    for (const QStringConverter::Encoding encoding :
         {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE,
          QStringConverter::Utf32LE, QStringConverter::Utf32BE}) {
        const char *const name = QStringConverter::nameForEncoding(encoding);
        QStringEncoder encoder(encoding);
        const QString text = u'x' + clefs;
        QTest::newRow(name) << QByteArray("text/plain; charset=") + name
                            << QByteArray(encoder(text)) << text;
    }
    QStringEncoder encoder(QStringConverter::Utf16BE, QStringConverter::Flag::WriteBom);
    QTest::newRow("UTF-16 by its mark") << QByteArray("text/plain; charset=UTF-16")
                                        << QByteArray(encoder(clefs)) << QChar(0xfeff) + clefs;
}

void TestBodyView::charactersOnTheEdgeOfAStepStayWhole()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    show(body, type);
    QCOMPARE(m_view->mode(), BodyView::Mode::Raw);
    QVERIFY(m_view->findChild<TextView *>()->isWhole());
    QString joined = shown().remove(u'\n');
    QVERIFY(joined == text);
}

void TestBodyView::theTreeShowsWhatStandsThere()
{
    show(R"({"a":12345678901234567890123,"a":"x\ny","b":[1.50,{}],"<b>":null})");
    m_view->setMode(BodyView::Mode::Tree);
    auto *const model = m_view->tree()->model();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex root = model->index(0, 0);
    QStringList rows;
    for (int row = 0; row < model->rowCount(root); ++row)
        rows.append(model->index(row, 0, root).data().toString() + u'='
                    + model->index(row, 1, root).data().toString());
    QCOMPARE(
        rows,
        (QStringList{QStringLiteral("a=12345678901234567890123"), QStringLiteral("a=\"x\\ny\""),
                     QStringLiteral("b=[ 2 items ]"), QStringLiteral("<b>=null")}));
    const QModelIndex list = model->index(2, 0, root);
    model->fetchMore(list);
    QCOMPARE(model->rowCount(list), 2);
    QCOMPARE(model->index(0, 1, list).data().toString(), QStringLiteral("1.50"));
    QCOMPARE(model->parent(model->index(1, 1, list)), list);
    show("[]");
    m_view->setMode(BodyView::Mode::Tree);
    QVERIFY(!model->hasChildren(model->index(0, 0)));
}

void TestBodyView::theTreeFetchesLittleByLittle()
{
    show('[' + QByteArray("1,").repeated(1200) + "2]");
    m_view->setMode(BodyView::Mode::Tree);
    auto *const model = m_view->tree()->model();
    const QModelIndex root = model->index(0, 0);
    QList<int> counts{model->rowCount(root)};
    while (model->canFetchMore(root)) {
        model->fetchMore(root);
        counts.append(model->rowCount(root));
    }
    QVERIFY(counts.first() < 1201);
    QCOMPARE(counts.last(), 1201);
    for (qsizetype i = 1; i < counts.size(); ++i)
        QVERIFY(counts.at(i) - counts.at(i - 1) <= JsonTreeModel::RowsAtATime);
    QCOMPARE(model->index(1200, 1, root).data().toString(), QStringLiteral("2"));
    show('[' + QByteArray("[],").repeated(100'000) + "2]");
    m_view->setMode(BodyView::Mode::Tree);
    QTRY_VERIFY(model->rowCount(model->index(0, 0)) >= 500);
}

void TestBodyView::valuesAndPathsAreCopied()
{
    show(R"({"a":[0,{"odd name":"x\"y","b-c":1.0}]})");
    m_view->setMode(BodyView::Mode::Tree);
    JsonTree *const tree = m_view->tree();
    QModelIndex index = tree->model()->index(0, 0);
    for (const int row : {0, 1, 0}) {
        tree->model()->fetchMore(index);
        index = tree->model()->index(row, 0, index);
    }
    tree->setCurrentIndex(index);
    const auto copied = [tree] {
        QStringList texts;
        for (QAction *const action : tree->actions()) {
            action->trigger();
            texts.append(QGuiApplication::clipboard()->text());
        }
        return texts;
    };
    QCOMPARE(copied(),
             (QStringList{QStringLiteral("x\"y"), QStringLiteral("$.a[1][\"odd name\"]"),
                          QStringLiteral("\"x\\\"y\"")}));
    tree->setCurrentIndex(index.siblingAtRow(1));
    QCOMPARE(
        copied(),
        (QStringList{QStringLiteral("1.0"), QStringLiteral("$.a[1].b-c"), QStringLiteral("1.0")}));
}

void TestBodyView::choicesAreTold()
{
    show(R"({"a":[0,"x"]})");
    m_view->setMode(BodyView::Mode::Tree);
    JsonTree *const tree = m_view->tree();
    tree->offerChoices(true);
    const QModelIndex root = tree->model()->index(0, 0);
    const QModelIndex list = tree->model()->index(0, 0, root);
    tree->model()->fetchMore(list);
    tree->setCurrentIndex(tree->model()->index(1, 0, list));
    QList<Gui::FieldChoice> choices;
    connect(tree, &JsonTree::filterRequested, this,
            [&choices](const Gui::FieldChoice &choice) { choices.append(choice); });
    connect(tree, &JsonTree::columnRequested, this,
            [&choices](const Gui::FieldChoice &choice) { choices.append(choice); });
    for (QAction *const action : tree->actions().mid(3))
        action->trigger();
    const Gui::FieldChoice expected{
        true, false, {QStringLiteral("a"), QStringLiteral("1")}, QStringLiteral("x")};
    QVERIFY(choices == QList<Gui::FieldChoice>(4, expected));
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
