// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/filter.h"
#include "tests/support/randomfilters.h"

#include <QTest>

using namespace Core;

Q_DECLARE_METATYPE(Core::Filter)

namespace {

using K = FilterKey;
using M = FilterMatch;

QString utf(const char *text)
{
    return QString::fromUtf8(text);
}

Filter text(K key, const char *value, M match = M::Is)
{
    FilterTerm term;
    term.key = key;
    term.match = match;
    term.text = utf(value);
    return filterOf(term);
}

Filter word(const char *value)
{
    return text(K::Word, value);
}

Filter number(K key, M match, qint64 value)
{
    FilterTerm term;
    term.key = key;
    term.match = match;
    term.number = value;
    return filterOf(term);
}

Filter is(FilterWord word, K key = K::Is)
{
    FilterTerm term;
    term.key = key;
    term.word = word;
    return filterOf(term);
}

Filter at(K key, const QStringList &path, M match, const char *value = "")
{
    FilterTerm term;
    term.key = key;
    term.path = path;
    term.match = match;
    term.text = utf(value);
    return filterOf(term);
}

QString describe(const FilterReading &reading)
{
    return reading.sentence + u' ' + reading.hint;
}

} // namespace

/// The filter language: what it says, and what it says of a text that says nothing.
class TestFilter final : public QObject
{
    Q_OBJECT

private slots:
    void filtersAreRead_data();
    void filtersAreRead();
    void faultsAreToldWithTheirPlace_data();
    void faultsAreToldWithTheirPlace();
    void boundsAreKept();
    void everyBeginningOfAValidFilterCanBeTyped_data();
    void everyBeginningOfAValidFilterCanBeTyped();
    void placesOfTermsAreKnown();
    void textsOfFiltersAreReadBack();
    void randomTextIsJudged();
    void naughtyStringsAreWordsInQuotes_data();
    void naughtyStringsAreWordsInQuotes();
    void everyKeyAndWordIsNamed();
};

void TestFilter::filtersAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Filter>("filter");
    const auto row = [](const char *name, const char *text, const Filter &filter) {
        QTest::newRow(name) << utf(text) << filter;
    };
    row("nothing is everything", "", {});
    row("blanks are nothing", " \t\n ", {});
    row("a word", "orders", word("orders"));
    row("two words both hold", " a  b ", allOf({word("a"), word("b")}));
    row("a quoted phrase is one word", "\"a  b\"", word("a  b"));
    row("quotes may stand within a word", "a\" b\"c", word("a bc"));
    row("a backslash keeps a quote", R"("a\"b\\c\d")", word("a\"b\\c\\d"));
    row("a quoted colon makes no key", "\"dest:joe\"", word("dest:joe"));
    row("a word of or in quotes", "\"or\"", word("or"));
    row("or", "a or b OR c", anyOf({word("a"), word("b"), word("c")}));
    row("or binds looser than and", "a b or c", anyOf({allOf({word("a"), word("b")}), word("c")}));
    row("a word that begins with or", "order", word("order"));
    row("parentheses", "a (b or c)", allOf({word("a"), anyOf({word("b"), word("c")})}));
    row("parentheses without need", "((a)) (b c)", allOf({word("a"), word("b"), word("c")}));
    row("or right before a parenthesis", "a or(b)", anyOf({word("a"), word("b")}));
    row("a minus", "-a", negated(word("a")));
    row("a minus before parentheses", "-(a b)", negated(allOf({word("a"), word("b")})));
    row("a minus of a minus", "-(-a)", word("a"));
    row("a minus within a word", "a-b", word("a-b"));
    row("a regular expression", "/^a b(c)$/", text(K::Word, "^a b(c)$", M::Pattern));
    row("a slash in a regular expression", R"(/a\/b\.c/)", text(K::Word, R"(a/b\.c)", M::Pattern));
    row("a status", "status:503", number(K::Status, M::Is, 503));
    row("a class of statuses", "status:5XX", number(K::Status, M::HundredOf, 5));
    row("statuses from", "status:>=400", number(K::Status, M::AtLeast, 400));
    row("statuses above", "status:>400", number(K::Status, M::More, 400));
    row("statuses up to", "status:<=299", number(K::Status, M::AtMost, 299));
    row("statuses below", "status:<300", number(K::Status, M::Less, 300));
    row("a key without regard to case", "Status:503", number(K::Status, M::Is, 503));
    row("a destination", "dest:joe", text(K::DestinationName, "joe"));
    row("a quoted destination", "dest:\"joe (2)\"", text(K::DestinationName, "joe (2)"));
    row("a destination by a pattern", "dest:/^j/", text(K::DestinationName, "^j", M::Pattern));
    row("a bin", "bin:demo", text(K::Bin, "demo"));
    row("an event type", "event:a.b", text(K::EventType, "a.b"));
    row("a pattern of event types", "event:a.*", text(K::EventType, "a.*"));
    row("every event type", "event:*", text(K::EventType, "*"));
    row("out", "dir:out", is(FilterWord::Out, K::Direction));
    row("in", "dir:IN", is(FilterWord::In, K::Direction));
    row("a method", "method:post", text(K::Method, "post"));
    row("a URL with colons", "url:http://a:1/x", text(K::Url, "http://a:1/x"));
    row("a quoted path", "url:\"/v1/x\"", text(K::Url, "/v1/x"));
    row("a header", "header.X-Id:7", at(K::HeaderField, {utf("X-Id")}, M::Is, "7"));
    row("a header that is there", "header.x:*", at(K::HeaderField, {utf("x")}, M::Present));
    row("an asterisk in a header", "header.x:\"*\"", at(K::HeaderField, {utf("x")}, M::Is, "*"));
    row("a header by a pattern", "header.x:/a/", at(K::HeaderField, {utf("x")}, M::Pattern, "a"));
    row("a body", "body:\"a b\"", text(K::Body, "a b"));
    row("a JSON value", "json.a.0.b_c:x",
        at(K::JsonValue, {utf("a"), utf("0"), utf("b_c")}, M::Is, "x"));
    row("a quoted name in a JSON path", R"(json."a.b:".c:1)",
        at(K::JsonValue, {utf("a.b:"), utf("c")}, M::Is, "1"));
    row("a JSON number above", "json.n:>-12.50e3",
        at(K::JsonValue, {utf("n")}, M::More, "-12.50e3"));
    row("a JSON number up to", "json.n:<=12345678901234567890",
        at(K::JsonValue, {utf("n")}, M::AtMost, "12345678901234567890"));
    row("a sign in a JSON string", "json.n:\">5\"", at(K::JsonValue, {utf("n")}, M::Is, ">5"));
    row("an empty JSON string", "json.n:\"\"", at(K::JsonValue, {utf("n")}, M::Is, ""));
    row("a JSON value that is there", "json.n:*", at(K::JsonValue, {utf("n")}, M::Present));
    row("a JSON value by a pattern", "json.n:/^x/", at(K::JsonValue, {utf("n")}, M::Pattern, "^x"));
    row("a time", "time:>500ms", number(K::Duration, M::More, 500'000));
    row("a time with a point", "time:<=1.5s", number(K::Duration, M::AtMost, 1'500'000));
    row("a time finer than a millisecond", "time:0.25ms", number(K::Duration, M::Is, 250));
    row("minutes", "time:>=2m", number(K::Duration, M::AtLeast, 120'000'000));
    row("a size", "size:>1MB", number(K::Size, M::More, 1'000'000));
    row("a size in binary units", "size:<2GiB", number(K::Size, M::Less, 2'147'483'648));
    row("a size without a unit", "size:1000", number(K::Size, M::Is, 1000));
    row("a try", "try:>1", number(K::Try, M::More, 1));
    row("failed", "is:failed", is(FilterWord::Failed));
    row("no heartbeats", "-is:heartbeat", negated(is(FilterWord::Heartbeat)));
    row("so long ago", "since:10m", number(K::Since, M::Ago, 600'000));
    row("since a day", "since:2024-04-24", number(K::Since, M::Is, 1'713'916'800'000));
    row("since a minute", "since:2024-04-24T10:00", number(K::Since, M::Is, 1'713'952'800'000));
    row("since a second in quotes", "since:\"2024-04-24 10:00:01\"",
        number(K::Since, M::Is, 1'713'952'801'000));
    row("since a moment with an offset", "since:2024-04-24T12:00:00+02:00",
        number(K::Since, M::Is, 1'713'952'800'000));
    row("an attempt's id", "id:att_7", text(K::AnyId, "att_7"));
    row("an event's own id", "id:order-7", text(K::AnyId, "order-7"));
    row("a delivery", "delivery:dlv_42", text(K::OfDelivery, "dlv_42"));
}

void TestFilter::filtersAreRead()
{
    QFETCH(QString, text);
    QFETCH(Filter, filter);
    const FilterReading reading = parseFilter(text);
    QVERIFY2(reading.verdict == FilterVerdict::Valid, qPrintable(describe(reading)));
    QVERIFY2(reading.filter == filter, qPrintable(toText(reading.filter)));
    QVERIFY(reading.sentence.isEmpty());
    const FilterReading again = parseFilter(toText(filter));
    QVERIFY2(again.filter == filter, qPrintable(toText(filter)));
}

void TestFilter::faultsAreToldWithTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterVerdict>("verdict");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("words");
    const auto incomplete
        = [](const char *name, const char *text, int position, int length, const char *words) {
              QTest::newRow(name) << utf(text) << FilterVerdict::Incomplete << position << length
                                  << utf(words);
          };
    const auto invalid
        = [](const char *name, const char *text, int position, int length, const char *words) {
              QTest::newRow(name) << utf(text) << FilterVerdict::Invalid << position << length
                                  << utf(words);
          };
    incomplete("an open quote", "a \"b c", 2, 4, "quote is not closed");
    incomplete("an open quote behind a key", "dest:\"b", 5, 2, "quote is not closed");
    incomplete("an open regular expression", "x /b c", 2, 4, "expression is not closed");
    incomplete("a regular expression that ends in a backslash", "/a\\", 0, 3, "not closed");
    incomplete("an open parenthesis", "a (b", 2, 1, "parenthesis is not closed");
    incomplete("just a parenthesis", "(", 1, 0, "term is missing");
    incomplete("just a minus", "a -", 3, 0, "minus stands right before");
    incomplete("nothing behind or", "a or", 4, 0, "term is missing");
    incomplete("nothing behind or in parentheses", "(a or ", 6, 0, "term is missing");
    incomplete("no value", "status:", 7, 0, "value is missing");
    incomplete("a status that has begun", "status:5", 7, 1, "not an HTTP status");
    incomplete("a class that has begun", "status:5x", 7, 2, "not an HTTP status");
    incomplete("a comparison without a status", "status:>=", 7, 2, "not an HTTP status");
    incomplete("a time without a unit", "time:>500", 5, 4, "unit is missing");
    incomplete("a time that ends in a point", "time:1.", 5, 2, "unit is missing");
    incomplete("a comparison without a time", "time:>", 5, 1, "not a length of time");
    incomplete("a size with half a unit", "size:1m", 5, 2, "unit is missing");
    incomplete("a comparison without a try", "try:>", 4, 1, "not the number of a try");
    incomplete("half a word of is", "is:fai", 3, 3, "does not take");
    incomplete("half a word of dir", "dir:i", 4, 1, "does not take");
    incomplete("a duration without a unit", "since:10", 6, 2, "neither");
    incomplete("half a moment", "since:2024-04", 6, 7, "neither");
    incomplete("half a time of day", "since:2024-04-24T1", 6, 12, "neither");
    incomplete("half a delivery", "delivery:dlv", 9, 3, "not a delivery's id");
    incomplete("a header without a name", "header.", 7, 0, "name is missing");
    incomplete("a header without a colon", "header.x", 8, 0, "colon is missing");
    incomplete("a path without a name", "json.", 5, 0, "name on the way");
    incomplete("a path that goes on", "json.a.", 7, 0, "name on the way");
    incomplete("a path without a colon", "json.a", 6, 0, "colon is missing");
    incomplete("an open quote in a path", "json.\"a", 5, 2, "quote is not closed");
    incomplete("a comparison without a JSON number", "json.a:>", 7, 1, "not a number");
    incomplete("a minus of a JSON number", "json.a:>-", 7, 2, "not a number");
    incomplete("half a JSON number", "json.a:>1.", 7, 3, "not a number");
    incomplete("an equals sign alone", "json.a:=", 7, 1, "not a number");

    invalid("an unknown key", "a colour:red", 2, 7, "no key \"colour\"");
    invalid("a colon alone", ":", 0, 1, "no key \"\"");
    invalid("a closing parenthesis", "a ) b", 2, 1, "closes what was never opened");
    invalid("empty parentheses", "a ()", 3, 1, "term is missing");
    invalid("or at the beginning", "or a", 0, 1, "term is missing");
    invalid("or twice", "a or or b", 5, 1, "term is missing");
    invalid("a minus on its own", "a - b", 3, 1, "minus stands right before");
    invalid("two minuses", "--a", 1, 1, "minus stands right before");
    invalid("a minus before or", "-(or a)", 2, 1, "term is missing");
    invalid("a key without a value before another", "dest: joe", 5, 0, "value is missing");
    invalid("an empty word", "a \"\"", 2, 2, "value is missing");
    invalid("an empty quoted value", "dest:\"\"", 5, 2, "value is missing");
    invalid("a status that has begun before another term", "status:5 a", 7, 1,
            "not an HTTP status");
    invalid("a status that is a word", "status:bad", 7, 3, "not an HTTP status");
    invalid("a status of 1000", "status:1000", 7, 4, "not an HTTP status");
    invalid("a status of 000", "status:000", 7, 3, "not an HTTP status");
    invalid("a class of 0xx", "status:0xx", 7, 3, "not an HTTP status");
    invalid("a status with a sign", "status:+503", 7, 4, "not an HTTP status");
    invalid("a status by a pattern", "status:/5../", 7, 5, "takes no regular expression");
    invalid("a time that is a word", "time:>long", 5, 5, "not a length of time");
    invalid("a time with a foreign unit", "time:5y", 5, 2, "not a length of time");
    invalid("a time beyond all times", "time:>999999999999999d", 5, 17, "not a length of time");
    invalid("a negative size", "size:-5", 5, 2, "not a size");
    invalid("a try that is a word", "try:first", 4, 5, "not the number of a try");
    invalid("a negative try", "try:>-1", 4, 3, "not the number of a try");
    invalid("an unknown state", "is:sad x", 3, 3, "does not take \"sad\"");
    invalid("an unknown direction", "dir:up", 4, 2, "does not take \"up\"");
    invalid("a moment that is none", "since:2024-13-45T00:00:00Z", 6, 20, "neither");
    invalid("a since that is a word", "since:monday", 6, 6, "neither");
    invalid("an event's id for a delivery", "delivery:evt_1", 9, 5, "not a delivery's id");
    invalid("an id with a full stop", "id:a.b", 3, 3, "not an id");
    invalid("an asterisk amid an event type", "event:a*b", 6, 3, "not a pattern of event types");
    invalid("an asterisk without a full stop", "event:a*", 6, 2, "not a pattern of event types");
    invalid("a blank in a header's name", "header.a b:c", 8, 1, "colon is missing");
    invalid("a dot before a path", "json..a:1", 5, 1, "name on the way");
    invalid("a comparison with a word", "json.a:>b", 7, 2, "\"b\" is not a number");
    invalid("an empty regular expression", "url://", 4, 2, "expression is empty");
    invalid("a wrong regular expression", "url:/(/", 4, 3, "expression is not right");
    invalid("a path without quotes", "url:/v1/x", 4, 4, "follows right behind");
}

void TestFilter::faultsAreToldWithTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    QFETCH(QString, words);
    const FilterReading reading = parseFilter(text);
    QVERIFY2(reading.sentence.contains(words), qPrintable(describe(reading)));
    QTEST(reading.verdict, "verdict");
    QCOMPARE(reading.position, position);
    QCOMPARE(reading.length, length);
    QVERIFY(!reading.hint.isEmpty());
    QVERIFY(reading.filter.isEmpty());
}

void TestFilter::boundsAreKept()
{
    QVERIFY(parseFilter(QString(LongestFilter, u'a')).verdict == FilterVerdict::Valid);
    const FilterReading tooLong = parseFilter(QString(LongestFilter + 5, u'a'));
    QVERIFY(tooLong.verdict == FilterVerdict::Invalid);
    QCOMPARE(tooLong.position, LongestFilter);
    QCOMPARE(tooLong.length, 5);

    const QString many = QStringLiteral("a ").repeated(MostFilterTerms);
    QVERIFY(parseFilter(many).verdict == FilterVerdict::Valid);
    const FilterReading tooMany = parseFilter(many + u'b');
    QVERIFY(tooMany.verdict == FilterVerdict::Invalid);
    QCOMPARE(tooMany.position, many.size());

    const auto nested = [](int depth) {
        return QStringLiteral("(a or b ").repeated(depth) + QString(depth, u')');
    };
    QVERIFY(parseFilter(nested(DeepestFilter)).verdict == FilterVerdict::Valid);
    const FilterReading tooDeep = parseFilter(nested(DeepestFilter + 1));
    QVERIFY(tooDeep.verdict == FilterVerdict::Invalid);
    QCOMPARE(tooDeep.position, 8 * DeepestFilter);
}

void TestFilter::everyBeginningOfAValidFilterCanBeTyped_data()
{
    QTest::addColumn<QString>("text");
    const QList<const char *> texts{
        "status:5xx -is:heartbeat", "(dest:\"joe smith\" or bin:demo) time:>1.5s",
        "json.\"a b\".0:>=-1.5e3",  "header.x-id:/^a\\/b/ since:2024-04-24T10:00:00Z",
        "delivery:dlv_42 try:>1",   "is:inflight or is:retrying size:>1mb",
        "event:invoice.* url:x",    "since:10m dir:in"};
    for (const char *text : texts)
        QTest::newRow(text) << utf(text);
}

/// A field that turns red while a right filter is typed would be a nuisance.
void TestFilter::everyBeginningOfAValidFilterCanBeTyped()
{
    QFETCH(QString, text);
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const QString begun = text.left(length);
        const FilterReading reading = parseFilter(begun);
        const bool isKeyBegun = reading.sentence.contains(QStringLiteral("no key"));
        QVERIFY2(reading.verdict != FilterVerdict::Invalid || isKeyBegun,
                 qPrintable(begun + u'|' + describe(reading)));
    }
}

void TestFilter::placesOfTermsAreKnown()
{
    const FilterReading reading = parseFilter(utf("a -dest:\"b c\" (status:5xx) -(x or y)"));
    QCOMPARE(reading.places.size(), 5);
    const FilterPlace &destination = reading.places.at(1);
    QCOMPARE(destination.position, 2);
    QCOMPARE(destination.length, 11);
    QCOMPARE(destination.valuePosition, 8);
    QVERIFY(destination.isNegated);
    QVERIFY(destination.isAtTop);
    QCOMPARE(destination.term.text, utf("b c"));
    const FilterPlace &status = reading.places.at(2);
    QCOMPARE(status.position, 15);
    QCOMPARE(status.length, 10);
    QVERIFY(!status.isNegated);
    QVERIFY(!status.isAtTop);
    QVERIFY(!reading.places.at(3).isAtTop);

    const FilterReading either = parseFilter(utf("a or b"));
    QVERIFY(!either.places.at(0).isAtTop);
    QVERIFY(!either.places.at(1).isAtTop);
    QCOMPARE(parseFilter(utf("a b:c d")).places.size(), 1);
}

void TestFilter::textsOfFiltersAreReadBack()
{
    const FilterPool pool{
        {utf("a"), utf("a b"), utf("or"), utf("-x"), utf("a:b"), utf("\"\\"), utf("/v1/"),
         utf("(x)"), utf("ü"), utf("\\\\\""), utf("x\ny")},
        {utf("a"), utf("^a b$"), utf(R"(a/b)"), utf(R"(\.\\)"), utf("(x|y)")},
        {utf("x-id"), utf("Content-Type")},
        {{utf("a")}, {utf("a"), utf("0")}, {utf("a.b"), utf("c d"), utf("")}, {utf("ü\"")}},
        {utf("0"), utf("-1.5e3"), utf("12345678901234567890")},
        {utf("att_1"), utf("evt_x"), utf("cap_3")},
        {utf("dlv_7")},
        {0, 1'713'952'800'123}};
    RandomFilters filters(20'261'128, pool);
    for (int i = 0; i < 5'000; ++i) {
        const Filter filter = filters.next();
        const QString text = toText(filter);
        const FilterReading reading = parseFilter(text);
        QVERIFY2(reading.verdict == FilterVerdict::Valid,
                 qPrintable(text + u'|' + describe(reading)));
        QVERIFY2(reading.filter == filter, qPrintable(text + u'|' + toText(reading.filter)));
        QCOMPARE(toText(reading.filter), text);
    }
}

void TestFilter::randomTextIsJudged()
{
    QRandomGenerator random(4711);
    const QStringList pieces{utf("status:"),
                             utf("json."),
                             utf("header."),
                             utf("is:"),
                             utf("since:"),
                             utf("or"),
                             utf(" "),
                             utf("-"),
                             utf("("),
                             utf(")"),
                             utf("\""),
                             utf("/"),
                             utf("\\"),
                             utf(":"),
                             utf(">"),
                             utf("5xx"),
                             utf("a"),
                             utf("."),
                             utf("1"),
                             utf("ms"),
                             utf("*"),
                             utf("\xc3"),
                             utf("😀"),
                             QString(QChar(0)),
                             QString(QChar(0xd800)),
                             utf("failed"),
                             utf("\n"),
                             utf("time:"),
                             utf("delivery:dlv_")};
    for (int i = 0; i < 10'000; ++i) {
        QString text;
        const int count = static_cast<int>(random.bounded(30));
        for (int piece = 0; piece < count; ++piece)
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        const FilterReading reading = parseFilter(text);
        const bool isValid = reading.verdict == FilterVerdict::Valid;
        QCOMPARE(reading.sentence.isEmpty(), isValid);
        QVERIFY(reading.position >= 0 && reading.length >= 0);
        QVERIFY(reading.position + reading.length <= text.size());
        if (isValid)
            QVERIFY2(parseFilter(toText(reading.filter)).filter == reading.filter,
                     qPrintable(text));
    }
}

void TestFilter::naughtyStringsAreWordsInQuotes_data()
{
    QTest::addColumn<QString>("naughty");
    QTest::newRow("SQL") << utf("'; DROP TABLE attempts; --");
    QTest::newRow("a percent sign") << utf("100%_");
    QTest::newRow("markup") << utf("<img src=http://127.0.0.1/x onerror=alert(1)>");
    QTest::newRow("a NUL") << QString(u'a') + QChar(0) + u'b';
    QTest::newRow("right to left") << QString(QChar(0x202e)) + utf("abc");
    QTest::newRow("a lone surrogate") << QString(QChar(0xd83d));
    QTest::newRow("line ends") << utf("a\r\nb");
    QTest::newRow("backslashes and quotes") << utf(R"(\\"\"\)");
    QTest::newRow("a filter") << utf("-(status:5xx or dest:\"x\")");
    QTest::newRow("a no-break space") << QString(QChar(0xa0));
}

void TestFilter::naughtyStringsAreWordsInQuotes()
{
    QFETCH(QString, naughty);
    for (const K key : {K::Word, K::DestinationName, K::Url, K::Body}) {
        FilterTerm term;
        term.key = key;
        term.text = naughty;
        const FilterReading reading = parseFilter(toText(term));
        QVERIFY2(reading.filter == filterOf(term), qPrintable(describe(reading)));
    }
}

void TestFilter::everyKeyAndWordIsNamed()
{
    QCOMPARE(filterKeys().size(), static_cast<qsizetype>(K::OfDelivery));
    QCOMPARE(filterWords(K::Direction).size() + filterWords(K::Is).size(),
             static_cast<qsizetype>(FilterWord::Cancelled) + 1);
    QVERIFY(filterWords(K::Status).isEmpty());
    QVERIFY(keyText(K::Word).isEmpty());
    QCOMPARE(keyText(K::HeaderField), utf("header."));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
