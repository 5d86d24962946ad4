// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bodyviewsuite.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/findbar.h"
#include "ui/detail/textview.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>

using Gui::BodyView;
using Gui::FindBar;
using Gui::TextView;
using Testing::largeJson;
using Testing::TenMegabytes;

/// Looking for words in a body.
class TestBodySearch final : public Testing::BodyViewSuite
{
    Q_OBJECT

private slots:
    void wordsAreFound();
    void wordsAreFoundAcrossABrokenLine();
    void wordsAreFoundFarBelow();
    void onlyWhatStandsAroundAPlaceIsLaidOut();
    void tooManyPlacesAreNotCounted();
    void aSearchEndsWithItsBody();
    void charactersOnTheEdgeOfAStepStayWhole_data();
    void charactersOnTheEdgeOfAStepStayWhole();

private:
    void look(const QString &words);
};

void TestBodySearch::look(const QString &words)
{
    FindBar *const finder = m_view->finder();
    finder->open();
    finder->findChild<QLineEdit *>()->setText(words);
}

void TestBodySearch::wordsAreFound()
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

void TestBodySearch::wordsAreFoundAcrossABrokenLine()
{
    show(QByteArray(Gui::TextSource::LongestLine - 3, 'x') + "needle" + QByteArray(50'000, 'y'));
    look(QStringLiteral("needle"));
    QTRY_COMPARE(selected().remove(QChar::ParagraphSeparator), QStringLiteral("needle"));
}

void TestBodySearch::wordsAreFoundFarBelow()
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

void TestBodySearch::onlyWhatStandsAroundAPlaceIsLaidOut()
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

void TestBodySearch::tooManyPlacesAreNotCounted()
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

void TestBodySearch::aSearchEndsWithItsBody()
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

void TestBodySearch::charactersOnTheEdgeOfAStepStayWhole_data()
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

void TestBodySearch::charactersOnTheEdgeOfAStepStayWhole()
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

QTEST_MAIN(TestBodySearch)
#include "tst_bodysearch.moc"
