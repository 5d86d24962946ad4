// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/filter/filtertext.h"
#include "ui/filter/valueterms.h"

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

QTEST_GUILESS_MAIN(TestFilterText)
#include "tst_filtertext.moc"
