// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonindex.h"
#include "ui/detail/textsource.h"

#include <QTest>

using namespace Gui;

namespace {

/// JSON as Pretty shows it; none where it is not JSON.
std::optional<QString> respacedJson(const QString &json, bool isCut = false)
{
    const QByteArray bytes = json.toUtf8();
    if (findJsonFault(bytes, isCut))
        return std::nullopt;
    PrettySource source(bytes, isCut);
    QString text;
    while (!source.isAtEnd()) {
        for (const TextLine &line : source.next(100))
            text += line.text + toString(line.end);
    }
    return text;
}

} // namespace

class TestJsonLexer final : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsLaidOutOnLines();
    void tokensStayAsTheyCame_data();
    void tokensStayAsTheyCame();
    void otherTextIsRefused_data();
    void otherTextIsRefused();
    void cutTextIsShownAsFarAsItGoes_data();
    void cutTextIsShownAsFarAsItGoes();
    void deepNestingIsNoTrouble();
    void faultsAreToldWithTheirPlace_data();
    void faultsAreToldWithTheirPlace();
    void longStringsComeInPieces();
    void linesAreNeverTooLong();
    void anIndexFindsEveryValue();
    void anIndexIsGivenUpWhenNobodyWantsIt();
};

void TestJsonLexer::jsonIsLaidOutOnLines()
{
    const auto spaced
        = respacedJson(QStringLiteral("{\"a\":[1, {}],\"b\" : [ ],\"c\":{\"d\":null}}"));
    QVERIFY(spaced);
    QCOMPARE(*spaced,
             QStringLiteral("{\n"
                            "  \"a\": [\n"
                            "    1,\n"
                            "    {}\n"
                            "  ],\n"
                            "  \"b\": [],\n"
                            "  \"c\": {\n"
                            "    \"d\": null\n"
                            "  }\n"
                            "}"));
}

void TestJsonLexer::tokensStayAsTheyCame_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("an integer beyond 64 bits") << QStringLiteral("123456789012345678901234567890");
    QTest::newRow("trailing zeros") << QStringLiteral("1.10");
    QTest::newRow("an exponent") << QStringLiteral("-1E+400");
    QTest::newRow("minus zero") << QStringLiteral("-0.0");
    QTest::newRow("an escaped slash") << QStringLiteral("\"a\\/b\"");
    QTest::newRow("an escaped letter") << QStringLiteral("\"\\u0041\"");
    QTest::newRow("a lone surrogate, escaped") << QStringLiteral("\"\\ud800\"");
    QTest::newRow("structure within a string") << QStringLiteral("\"{[,:]}\\\"\\\\\"");
    QTest::newRow("blanks within a string") << QStringLiteral("\"  a  b  \"");
    QTest::newRow("a word") << QStringLiteral("true");
}

void TestJsonLexer::tokensStayAsTheyCame()
{
    QFETCH(QString, token);
    QCOMPARE(respacedJson(token).value_or(QString()), token);
    const auto doubled = respacedJson(QStringLiteral("{\"x\":%1,\"x\":%1}").arg(token));
    QCOMPARE(doubled.value_or(QString()),
             QStringLiteral("{\n  \"x\": %1,\n  \"x\": %1\n}").arg(token));
}

void TestJsonLexer::otherTextIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text :
         {"",      "  ",      "Hello joe", "{",          "}",          "[1,]",  "[,1]",
          "[1 2]", "{\"a\"}", "{\"a\":}",  "{a:1}",      "{\"a\":1,}", "[1}",   "{\"a\":1]",
          "01",    "+1",      "1.",        ".5",         "1e",         "1e+",   "-",
          "NaN",   "tru",     "\"open",    "\"open\\\"", "1 1",        "{} []", "'a'",
          "[1]]",  "//x",     "<html>"})
        QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromLatin1(text);
}

void TestJsonLexer::otherTextIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!respacedJson(text));
}

void TestJsonLexer::cutTextIsShownAsFarAsItGoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spaced");
    const auto add = [](const char *name, const char *text, const char *spaced) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(spaced);
    };
    add("within an array", "[1,2", "[\n  1,\n  2");
    add("within a string", "{\"a\":\"lon", "{\n  \"a\": \"lon");
    add("within a name", "{\"lon", "{\n  \"lon");
    add("after an escape", "[\"a\\", "[\n  \"a\\");
    add("within a word", "[tru", "[\n  tru");
    add("within a number", "[1.", "[\n  1.");
    add("after a comma", "[1,", "[\n  1,\n  ");
}

void TestJsonLexer::cutTextIsShownAsFarAsItGoes()
{
    QFETCH(QString, text);
    QFETCH(QString, spaced);
    QVERIFY(!respacedJson(text));
    QCOMPARE(respacedJson(text, true).value_or(QString()), spaced);
    QVERIFY(!respacedJson(QStringLiteral("Hello joe"), true));
}

void TestJsonLexer::deepNestingIsNoTrouble()
{
    constexpr int Depth = 20'000;
    const QString deep = QString(Depth, u'[') + QString(Depth, u']');
    QVERIFY(respacedJson(deep).value_or(QString()).remove(u' ').remove(u'\n') == deep);
}

void TestJsonLexer::faultsAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<qsizetype>("column");
    QTest::newRow("at the beginning") << QByteArray("x") << qsizetype{1} << qsizetype{1};
    QTest::newRow("on a later line")
        << QByteArray("{\n\"a\": 1,\n }") << qsizetype{3} << qsizetype{2};
    QTest::newRow("columns are characters")
        << QByteArray("[\"\xc3\xa9\xc3\xa9\" 1]") << qsizetype{1} << qsizetype{7};
    QTest::newRow("where the text ends") << QByteArray("[1") << qsizetype{1} << qsizetype{3};
    QTest::newRow("a bare line end in a string")
        << QByteArray("[\"a\nb\"]") << qsizetype{1} << qsizetype{4};
    QTest::newRow("an unknown escape") << QByteArray("[\"\\x\"]") << qsizetype{1} << qsizetype{3};
    QTest::newRow("an escape too short")
        << QByteArray("[\"\\u12\"]") << qsizetype{1} << qsizetype{3};
}

void TestJsonLexer::faultsAreToldWithTheirPlace()
{
    QFETCH(QByteArray, text);
    const auto fault = findJsonFault(text, false);
    QVERIFY(fault);
    QVERIFY(!fault->reason.isEmpty());
    const TextPlace place = placeOf(text, fault->offset);
    QTEST(place.line, "line");
    QTEST(place.column, "column");
}

void TestJsonLexer::longStringsComeInPieces()
{
    // Two bytes a character, so that a piece could end within one.
    const QByteArray json = "[\"x" + QString(50'000, u'\u00e9').toUtf8() + "\\n\"]";
    JsonLexer lexer(json);
    QCOMPARE(lexer.next().kind, JsonToken::Kind::OpenArray);
    QByteArray joined;
    int pieces = 0;
    JsonToken token;
    do {
        token = lexer.next();
        QCOMPARE(token.kind, JsonToken::Kind::String);
        QVERIFY(token.length <= JsonLexer::LongestPiece + 4);
        const QByteArray piece = json.mid(token.offset, token.length);
        QVERIFY(QString::fromUtf8(piece).toUtf8() == piece);
        joined += piece;
        ++pieces;
    } while (token.isTorn);
    QVERIFY(pieces > 5);
    QVERIFY(joined == json.sliced(1, json.size() - 2));
    QCOMPARE(lexer.next().kind, JsonToken::Kind::CloseArray);
    QCOMPARE(lexer.next().kind, JsonToken::Kind::End);
    QVERIFY(respacedJson(QString::fromUtf8(json))->contains(QString(50'000, u'\u00e9')));
}

void TestJsonLexer::linesAreNeverTooLong()
{
    const QString astral = QString::fromUcs4(U"\U0001f600").repeated(3000);
    RawSource source((u'x' + astral).toUtf8(), QStringConverter::Utf8);
    QString joined;
    QList<TextLine> lines;
    while (!source.isAtEnd())
        lines += source.next(1000);
    for (const TextLine &line : lines) {
        QVERIFY(line.text.size() <= TextSource::LongestLine);
        QVERIFY(!line.text.back().isHighSurrogate());
        joined += line.text;
    }
    QCOMPARE(joined, u'x' + astral);
    QVERIFY(lines.size() > 3 && lines.first().end == LineEnd::Soft);
}

void TestJsonLexer::anIndexFindsEveryValue()
{
    const QByteArray json = R"({"a":[1.50,"x\"y"],"a":{},"b":null})";
    const auto index = JsonIndex::read(json, false, [] { return false; });
    QVERIFY(index);
    QByteArrayList found;
    for (JsonIndex::Number number = 0; number < index->size(); ++number)
        found.append(index->name(number).toByteArray() + '=' + index->value(number).toByteArray());
    QCOMPARE(found,
             (QByteArrayList{'=' + json, R"("a"=[1.50,"x\"y"])", "=1.50", R"(="x\"y")", R"("a"={})",
                             R"("b"=null)"}));
    QCOMPARE(index->at(0).count, 3U);
    QCOMPARE(index->at(1).next, 4U);
    QCOMPARE(decodedString(R"("x\"y\u00e9")"), QStringLiteral("x\"yé"));
    QVERIFY(!JsonIndex::read("[1,]", false, [] { return false; }));
    QVERIFY(JsonIndex::read("[1,", true, [] { return false; }));
}

void TestJsonLexer::anIndexIsGivenUpWhenNobodyWantsIt()
{
    QVERIFY(!JsonIndex::read("[1]", false, [] { return true; }));
}

QTEST_GUILESS_MAIN(TestJsonLexer)
#include "tst_jsonlexer.moc"
