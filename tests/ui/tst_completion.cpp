// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/completion.h"
#include "ui/filter/filterpopup.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Core;
using Gui::CompletionSpot;
using Gui::Suggestion;

namespace {

CompletionSpot spotIn(const QString &text)
{
    return Gui::completionSpot(text, text.size()).value_or(CompletionSpot());
}

QStringList termsAt(const CompletionSpot &spot, const QList<FilterValue> &values = {})
{
    QStringList terms;
    for (const Suggestion &suggestion : Gui::suggestionsAt(spot, values))
        terms.append(suggestion.term);
    return terms;
}

} // namespace

/// What is offered to somebody who types a filter.
class TestCompletion final : public QObject
{
    Q_OBJECT

private slots:
    void theSpotIsFound_data();
    void theSpotIsFound();
    void nothingIsOfferedWithinSomething_data();
    void nothingIsOfferedWithinSomething();
    void keysAndWordsAreOffered();
    void valuesAreQuoted();
    void failuresAreOfferedByTheWordsOfTheWindow();
    void everySuggestionCanBeRead();
    void theListOfSuggestionsIsAModel();
};

void TestCompletion::theSpotIsFound_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<QString>("begun");
    QTest::addColumn<bool>("isKey");
    QTest::addColumn<FilterKey>("key");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("asksNames");
    const auto row
        = [](const char *text, int begin, const char *begun, bool isKey = true,
             FilterKey key = FilterKey::Word, const char *path = "", bool asksNames = false) {
              QTest::newRow(text) << begin << QString::fromUtf8(begun) << isKey << key
                                  << QString::fromUtf8(path) << asksNames;
          };
    row("", 0, "");
    row("st", 0, "st");
    row("a (b or -st", 9, "st");
    row("\"a b\" ", 6, "");
    row("status:", 0, "", false, FilterKey::Status);
    row("a -Dest:jo", 3, "jo", false, FilterKey::DestinationName);
    row("dest:\"my shop", 0, "my shop", false, FilterKey::DestinationName);
    row("url:http://a", 0, "http://a", false, FilterKey::Url);
    row("/a b/ is:f", 6, "f", false, FilterKey::Is);
    row("header.", 0, "", false, FilterKey::HeaderField, "", true);
    row("header.X-", 0, "X-", false, FilterKey::HeaderField, "", true);
    row("header.X-Id:7", 0, "7", false, FilterKey::HeaderField, "X-Id");
    row("json.am", 0, "am", false, FilterKey::JsonValue, "", true);
    row("json.data.lines.0.", 0, "", false, FilterKey::JsonValue, "data lines 0", true);
    row("json.data.amount:4", 0, "4", false, FilterKey::JsonValue, "data amount");
}

void TestCompletion::theSpotIsFound()
{
    QFETCH(int, begin);
    QFETCH(QString, begun);
    QFETCH(bool, isKey);
    QFETCH(FilterKey, key);
    QFETCH(QString, path);
    QFETCH(bool, asksNames);
    const QString text = QString::fromUtf8(QTest::currentDataTag());
    const auto spot = Gui::completionSpot(text, text.size());
    QVERIFY(spot.has_value());
    QCOMPARE(spot->begin, begin);
    QCOMPARE(spot->begun, begun);
    QCOMPARE(spot->isKey, isKey);
    QVERIFY(spot->question.key == key);
    QCOMPARE(spot->question.path, path.split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(spot->question.asksNames, asksNames);
}

void TestCompletion::nothingIsOfferedWithinSomething_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::newRow("a term") << QStringLiteral("dest:joe") << 3;
    QTest::newRow("a regular expression") << QStringLiteral("body:/a b") << 9;
    QTest::newRow("a word with a colon") << QStringLiteral("foo:ba") << 6;
    QTest::newRow("a name in quotes") << QStringLiteral("json.\"a b\":") << 11;
}

void TestCompletion::nothingIsOfferedWithinSomething()
{
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QVERIFY(!Gui::completionSpot(text, cursor).has_value());
}

void TestCompletion::keysAndWordsAreOffered()
{
    QCOMPARE(termsAt(spotIn({})).size(), filterKeys().size());
    QCOMPARE(termsAt(spotIn(QStringLiteral("a DE"))),
             (QStringList{QStringLiteral("dest:"), QStringLiteral("delivery:")}));
    QCOMPARE(termsAt(spotIn(QStringLiteral("is:pin"))), QStringList{QStringLiteral("is:pinned")});
    QVERIFY(termsAt(spotIn(QStringLiteral("since:"))).contains(QStringLiteral("since:10m")));
    QVERIFY(termsAt(spotIn(QStringLiteral("is:pinned"))).isEmpty());
}

void TestCompletion::valuesAreQuoted()
{
    const QList<FilterValue> names{{QStringLiteral("my shop"), 7}, {QStringLiteral("dst_4"), 1}};
    QCOMPARE(termsAt(spotIn(QStringLiteral("dest:s")), names),
             (QStringList{QStringLiteral("dest:\"my shop\""), QStringLiteral("dest:/^dst_4$/")}));
    QCOMPARE(termsAt(spotIn(QStringLiteral("json.a.")), {{QStringLiteral("b c"), 3}}),
             QStringList{QStringLiteral("json.a.\"b c\":")});
    QCOMPARE(termsAt(spotIn(QStringLiteral("header.")), {{QStringLiteral("x-id"), 3}}),
             QStringList{QStringLiteral("header.x-id:")});
    QCOMPARE(Gui::suggestionsAt(spotIn(QStringLiteral("dest:")), names).first().hint,
             QStringLiteral("7"));
}

void TestCompletion::failuresAreOfferedByTheWordsOfTheWindow()
{
    const QString notFound = QStringLiteral("\"name not found\"");
    QVERIFY(termsAt(spotIn(QStringLiteral("dns"))).contains(notFound));
    QVERIFY(termsAt(spotIn(QStringLiteral("status:D"))).contains(notFound));
    QVERIFY(!termsAt(spotIn(QStringLiteral("d"))).contains(notFound));
    QCOMPARE(termsAt(spotIn(QStringLiteral("a (refu"))),
             QStringList{QStringLiteral("\"connection refused\"")});
    QCOMPARE(termsAt(spotIn(QStringLiteral("status:expi"))),
             QStringList{QStringLiteral("/TLS failed.*(expired)/")});
    QVERIFY(termsAt(spotIn(QStringLiteral("status:"))).contains(QStringLiteral("\"timed out\"")));
    QCOMPARE(Gui::suggestionsAt(spotIn(QStringLiteral("dns"))).first().hint,
             QStringLiteral("DNS: not found"));
    QCOMPARE(Gui::suggestionsAt(spotIn(QStringLiteral("status:timed"))).first().hint,
             QStringLiteral("timed out …"));
}

void TestCompletion::everySuggestionCanBeRead()
{
    const QList<FilterValue> values{{QStringLiteral("404"), 2}};
    for (const FilterKey key : filterKeys()) {
        const CompletionSpot spot = spotIn(keyText(key));
        for (const Suggestion &suggestion :
             Gui::suggestionsAt(spot, Gui::needsValues(spot) ? values : QList<FilterValue>())) {
            QVERIFY(!suggestion.label.isEmpty());
            QCOMPARE(parseFilter(suggestion.term).verdict,
                     suggestion.isWhole ? FilterVerdict::Valid : FilterVerdict::Incomplete);
        }
        QVERIFY(!Gui::keyHint(key).isEmpty());
    }
}

void TestCompletion::theListOfSuggestionsIsAModel()
{
    Gui::SuggestionModel model;
    const QAbstractItemModelTester tester(&model);
    const QList<Suggestion> keys = Gui::suggestionsAt(spotIn(QString()));
    const QList<Suggestion> words = Gui::suggestionsAt(spotIn(QStringLiteral("st")));
    for (const QList<Suggestion> &shown : {keys, words, QList<Suggestion>()}) {
        model.show(shown);
        QCOMPARE(model.rowCount(), shown.size());
        QVERIFY(!model.index(model.rowCount()).isValid());
    }
    model.show(words);
    QCOMPARE(model.index(0).data().toString(), words.first().label);
    QCOMPARE(model.index(0).data(Gui::SuggestionModel::HintRole).toString(), words.first().hint);
}

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
