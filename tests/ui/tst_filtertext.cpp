// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryfilter.h"
#include "tests/ui/makers.h"
#include "ui/filter/filtertext.h"
#include "ui/filter/valueterms.h"
#include "ui/log/logcolumns.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Core;
using Gui::TermSign;

namespace {

FilterTerm term(const QString &text)
{
    return parseFilter(text).filter.term;
}

} // namespace

/// How the text of a filter changes when somebody points at something.
class TestFilterText final : public QObject
{
    Q_OBJECT

private slots:
    void termsAreAdded_data();
    void termsAreAdded();
    void termsAreTakenAway_data();
    void termsAreTakenAway();
    void destinationsAreNamed_data();
    void destinationsAreNamed();
    void everyValueFindsItselfAlone_data();
    void everyValueFindsItselfAlone();
    void secretsOfAUrlAreNoPartOfATerm_data();
    void secretsOfAUrlAreNoPartOfATerm();
    void cellsBecomeTerms_data();
    void cellsBecomeTerms();
    void wordsAreLookedForInBodies_data();
    void wordsAreLookedForInBodies();
    void anAndIsNoticed_data();
    void anAndIsNoticed();
};

void TestFilterText::termsAreAdded_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("excluded");
    const auto row = [](const char *name, const char *before, const char *term, const char *wanted,
                        const char *excluded) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(term)
                            << QString::fromLatin1(wanted) << QString::fromLatin1(excluded);
    };
    row("to nothing", "", "dest:joe", "dest:joe", "-dest:joe");
    row("behind what is there", " a  \"b  c\" ", "dest:joe", "a  \"b  c\" dest:joe",
        "a  \"b  c\" -dest:joe");
    row("once only", "Dest:joe a", "dest:joe", "Dest:joe a", "a -dest:joe");
    row("the opposite goes", "a -dest:joe b", "dest:joe", "a b dest:joe", "a -dest:joe b");
    row("a choice stays together", "a or b", "c", "(a or b) c", "(a or b) -c");
    row("parentheses are enough", "(a or b)", "c", "(a or b) c", "(a or b) -c");
    row("beside an or it is not at the top", "dest:joe or a", "dest:joe",
        "(dest:joe or a) dest:joe", "(dest:joe or a) -dest:joe");
    row("within parentheses neither", "-(dest:joe a)", "dest:joe", "-(dest:joe a) dest:joe",
        "-(dest:joe a) -dest:joe");
    row("what cannot be read is not kept", "status:", "dest:joe", "dest:joe", "-dest:joe");
}

void TestFilterText::termsAreAdded()
{
    QFETCH(QString, before);
    QFETCH(QString, term);
    QTEST(Gui::withTerm(before, ::term(term)), "wanted");
    QTEST(Gui::withTerm(before, ::term(term), TermSign::Excluded), "excluded");
    QVERIFY(Gui::hasTerm(Gui::withTerm(before, ::term(term)), ::term(term)));
    QVERIFY(Gui::hasTerm(Gui::withTerm(before, ::term(term), TermSign::Excluded), ::term(term),
                         TermSign::Excluded));
}

void TestFilterText::termsAreTakenAway_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("withoutTerm");
    QTest::addColumn<QString>("withoutKey");
    const auto row = [](const char *name, const char *before, const char *withoutTerm,
                        const char *withoutKey) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(withoutTerm)
                            << QString::fromLatin1(withoutKey);
    };
    row("the only one", "dest:joe", "", "");
    row("one among others", "a dest:joe b", "a b", "a b");
    row("others of its key", "dest:zoe a -dest:joe", "dest:zoe a -dest:joe", "a");
    row("blanks within quotes stay", "dest:joe \"a  b\" dest:joe", "\"a  b\"", "\"a  b\"");
    row("between parentheses", "(a or b)dest:joe(c or d)", "(a or b)(c or d)", "(a or b)(c or d)");
    row("not beside an or", "dest:joe or a", "dest:joe or a", "dest:joe or a");
    row("not within parentheses", "a (dest:joe b)", "a (dest:joe b)", "a (dest:joe b)");
}

void TestFilterText::termsAreTakenAway()
{
    QFETCH(QString, before);
    QTEST(Gui::withoutTerm(before, term(QStringLiteral("dest:joe"))), "withoutTerm");
    QTEST(Gui::withoutKey(before, FilterKey::DestinationName), "withoutKey");
}

void TestFilterText::destinationsAreNamed_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("text");
    QTest::newRow("by the name") << QStringList{QStringLiteral("joe"), QStringLiteral("zoe")}
                                 << QStringLiteral("dest:joe");
    QTest::newRow("by the id where others are called the same")
        << QStringList{QStringLiteral("joe"), QStringLiteral("JOE")}
        << QStringLiteral("dest:dst_1");
    QTest::newRow("in quotes") << QStringList{QStringLiteral("a \"b\"")}
                               << QStringLiteral("dest:\"a \\\"b\\\"\"");
    QTest::newRow("not to be taken for an id")
        << QStringList{QStringLiteral("dst_7")} << QStringLiteral("dest:/^dst_7$/");
}

void TestFilterText::destinationsAreNamed()
{
    QFETCH(QStringList, names);
    QList<Destination> all;
    for (const QString &name : names)
        all.append(Testing::destination(all.size() + 1, name).destination);
    QTEST(toText(Gui::termOf(all.first(), all)), "text");
}

namespace {

/// What may be taken for something else: by the language, by a regular expression, by a reader.
QStringList values()
{
    QStringList values = Testing::naughtyStrings();
    for (const char *const text : {"a",
                                   "a b",
                                   "or",
                                   "-x",
                                   "(y)",
                                   "\"",
                                   "\\",
                                   "\\\"",
                                   "/p/",
                                   "x:y",
                                   "status:5xx",
                                   "<5",
                                   "=",
                                   ">=1",
                                   "a.*",
                                   "*",
                                   "7",
                                   "-1e3",
                                   "true",
                                   "dst_7",
                                   "att_7",
                                   "\xc3\xa4\xe2\x82\xac",
                                   "\xf0\x9f\x98\x80",
                                   " lead",
                                   "trail ",
                                   "$",
                                   "^",
                                   "a|b",
                                   "[a]",
                                   "a{2}",
                                   "\\d",
                                   "'",
                                   "#",
                                   "\r\n",
                                   "x\n",
                                   "x"})
        values.append(QString::fromUtf8(text));
    return values;
}

QString oneLine(QString value)
{
    return value.replace(u'\n', u' ');
}

MemoryTables::AttemptRow rowWith(const QString &value, qint64 number)
{
    MemoryTables::AttemptRow row{Testing::attempt(number, AttemptOutcome::Delivered, 200), {}};
    row.attempt.destination = DestinationId{number};
    row.attempt.destinationName = value;
    row.attempt.eventType = value;
    // Neither of these can hold a line feed.
    row.attempt.url = oneLine(value);
    row.transcript.requestHeaders = {{"X-Value", oneLine(value).toUtf8()}};
    return row;
}

/// A log with a row of each kind for each value.
MemoryTables::Rows logOf(const QStringList &values)
{
    MemoryTables::Rows rows;
    for (const QString &value : values) {
        const qint64 number = static_cast<qint64>(rows.attempts.size()) + 1;
        const MemoryTables::AttemptRow row = rowWith(value, number);
        rows.destinations[row.attempt.destination].registration.destination.name = value;
        Event &event = rows.events[row.attempt.event.text].event;
        event.id = row.attempt.event;
        event.type = value;
        event.body = QJsonDocument(QJsonObject{{QStringLiteral("a.b \""), value}}).toJson();
        Delivery &delivery = rows.deliveries[row.attempt.delivery].delivery;
        delivery.id = row.attempt.delivery;
        delivery.event = row.attempt.event;
        delivery.destination = row.attempt.destination;
        rows.attempts[row.attempt.id] = row;
        CaptureRecord &received = rows.captures[CaptureId{number}];
        received.capture = Testing::capture(number);
        received.capture.bin = value;
        received.capture.target = oneLine(value).toUtf8();
    }
    return rows;
}

QList<qint64> found(const MemoryTables::Rows &rows, const QString &text, bool isCapture)
{
    const FilterReading reading = parseFilter(text);
    const MemoryFilter filter(rows, reading.filter, Time{});
    QList<qint64> numbers;
    if (reading.verdict != FilterVerdict::Valid)
        return numbers;
    for (const auto &[id, row] : rows.attempts) {
        if (!isCapture && filter.wants(row))
            numbers.append(id.value);
    }
    for (const auto &[id, row] : rows.captures) {
        if (isCapture && filter.wants(row))
            numbers.append(id.value);
    }
    return numbers;
}

} // namespace

void TestFilterText::everyValueFindsItselfAlone_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value : values())
        QTest::newRow(value.left(40).toUtf8().toPercentEncoding().constData()) << value;
}

void TestFilterText::everyValueFindsItselfAlone()
{
    static const MemoryTables::Rows rows = logOf(values());
    QFETCH(QString, value);
    const QList<qint64> itself{values().indexOf(value) + 1};
    const MemoryTables::AttemptRow row = rowWith(value, itself.first());
    const LinkedCapture capture{
        rows.captures.at(CaptureId{itself.first()}).capture, {}, {}, {}, false};
    const QStringList path{QStringLiteral("a.b \"")};
    const QList<std::optional<FilterTerm>> sent{
        Gui::termOf(Gui::PlaceColumn, row.attempt),
        Gui::termOf(Gui::EventColumn, row.attempt),
        Gui::termOf(Gui::TargetColumn, row.attempt),
        Gui::termOf({LogField::Source::RequestHeader, QStringLiteral("x-value")},
                    oneLine(value).toUtf8()),
        Gui::termOf({false, false, {QStringLiteral("X-Value")}, oneLine(value)}),
        Gui::termOf({true, false, path, value}),
    };
    for (const std::optional<FilterTerm> &term : sent) {
        QVERIFY(parseFilter(toText(*term)).filter == filterOf(*term));
        QVERIFY2(found(rows, toText(*term), false) == itself, qPrintable(toText(*term)));
    }
    for (const int column : {Gui::PlaceColumn, Gui::EventColumn, Gui::TargetColumn}) {
        const QString text = toText(*Gui::termOf(column, capture));
        QVERIFY2(found(rows, text, true) == itself, qPrintable(text));
    }
}

void TestFilterText::secretsOfAUrlAreNoPartOfATerm_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &url, const QByteArray &text) {
        QTest::newRow(name) << QString::fromLatin1(url) << QString::fromLatin1(text);
    };
    row("a value", "http://a/b?token=s3cret", "url:/^http:\\/\\/a\\/b\\?token=/");
    row("the second value", "/b?x&token=s3cret", "url:/^\\/b\\?/");
    row("no name", "/b?s3cret", "url:/^\\/b\\?/");
    row("no query", "/b", "url:/^\\/b$/");
    row("an empty query", "/b?", "url:/^\\/b\\?$/");
    const QByteArray path(300, 'p');
    row("far behind", "/" + path + "?token=s3cret", "url:/^\\/" + path + "\\?token=/");
}

void TestFilterText::secretsOfAUrlAreNoPartOfATerm()
{
    QFETCH(QString, url);
    Attempt sent = Testing::attempt(1);
    sent.url = url;
    LinkedCapture received{Testing::capture(2), {}, {}, {}, false};
    received.capture.target = url.toLatin1();
    QTEST(toText(*Gui::termOf(Gui::TargetColumn, sent)), "text");
    QTEST(toText(*Gui::termOf(Gui::TargetColumn, received)), "text");
    QTEST(toText(*Gui::termOf(Gui::EventColumn, received)), "text");
}

void TestFilterText::cellsBecomeTerms_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("received");
    const auto row = [](const char *name, int column, const char *sent, const char *received) {
        QTest::newRow(name) << column << QString::fromLatin1(sent) << QString::fromLatin1(received);
    };
    row("time", Gui::TimeColumn, "since:2026-11-22T02:00:00.003Z",
        "since:2026-11-22T02:00:00.004Z");
    row("direction", Gui::DirectionColumn, "dir:out", "dir:in");
    row("status", Gui::StatusColumn, "status:404", "status:200");
    row("place", Gui::PlaceColumn, "dest:orders", "bin:demo");
    row("event", Gui::EventColumn, "event:invoice.paid", "url:/^\\/v1\\/webhooks\\/demo$/");
    row("try", Gui::TryColumn, "try:1", "");
    row("duration", Gui::DurationColumn, "time:>=84ms", "");
    row("size", Gui::SizeColumn, "size:>=2b", "size:>=57b");
    row("method", Gui::MethodColumn, "method:POST", "method:POST");
    row("URL", Gui::TargetColumn, "url:/^https:\\/\\/shop\\.example\\/hooks\\/orders$/",
        "url:/^\\/v1\\/webhooks\\/demo$/");
    row("request size", Gui::RequestSizeColumn, "", "");
    row("event id", Gui::EventIdColumn, "id:evt_3", "");
    row("id", Gui::AttemptIdColumn, "id:att_3", "id:cap_4");
    row("reason", Gui::ReasonColumn, "\"it said no\"", "");
    row("note", Gui::NoteColumn, "mine", "");
}

void TestFilterText::cellsBecomeTerms()
{
    QFETCH(int, column);
    Attempt attempt = Testing::attempt(3, AttemptOutcome::Failed, 404);
    attempt.error = QStringLiteral("it said no");
    attempt.note = QStringLiteral("mine");
    const LinkedCapture capture{Testing::capture(4), {}, {}, {}, false};
    const auto text
        = [](const std::optional<FilterTerm> &term) { return term ? toText(*term) : QString(); };
    QTEST(text(Gui::termOf(column, attempt)), "sent");
    QTEST(text(Gui::termOf(column, capture)), "received");
    attempt.status = 0;
    QCOMPARE(text(Gui::termOf(Gui::StatusColumn, attempt)), QStringLiteral("\"it said no\""));
    QCOMPARE(text(Gui::termOf(Gui::SizeColumn, attempt)), QString());
    attempt.outcome = AttemptOutcome::InFlight;
    QCOMPARE(text(Gui::termOf(Gui::StatusColumn, attempt)), QStringLiteral("is:inflight"));
    QCOMPARE(text(Gui::termOf(Gui::DurationColumn, attempt)), QString());
}

void TestFilterText::wordsAreLookedForInBodies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("inBodies");
    const auto row = [](const char *text, const char *inBodies) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(inBodies);
    };
    row("refund", "body:refund");
    row("  refund  4711", "  body:refund  body:4711");
    row("\"not found\" /^a b$/", "body:\"not found\" body:/^a b$/");
    row("dest:joe refund -test", "dest:joe body:refund -test");
    row("(refund or is:failed) body:x", "(body:refund or is:failed) body:x");
    row("", "");
    row("dest:joe", "");
    row("-refund", "");
    row("body:refund", "");
    row("refund (", "");
}

void TestFilterText::wordsAreLookedForInBodies()
{
    QFETCH(QString, text);
    const QString inBodies = Gui::wordsInBodies(text);
    QTEST(inBodies, "inBodies");
    QCOMPARE(parseFilter(inBodies).verdict, FilterVerdict::Valid);
}

void TestFilterText::anAndIsNoticed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *text, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(word);
    };
    row("between two terms", "status:5xx and dest:billing", "and");
    row("in capitals", "a AND b", "AND");
    row("as a sign", "a && b", "&&");
    row("in parentheses", "x (a and b)", "and");
    row("before the second term is there", "a and", "and");
    row("not where nothing is before it", "and", "");
    row("not in quotes", "salt \"and\" pepper", "");
    row("not within a word", "a android", "");
    row("not as a value", "a event:and", "");
    row("not with a minus", "a -and", "");
}

void TestFilterText::anAndIsNoticed()
{
    QFETCH(QString, text);
    QTEST(Gui::needlessAnd(text), "word");
}

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
