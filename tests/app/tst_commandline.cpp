// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QTest>

using namespace Core;

namespace {

Result<CommandLine> read(const QStringList &arguments)
{
    return readCommandLine(QStringList{QStringLiteral("hookpost")} + arguments);
}

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT

private slots:
    void sendsToLocalNetworksUnlessToldOtherwise();
    void takesTheServerProfile();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void explainsTheOptions();
};

void TestCommandLine::sendsToLocalNetworksUnlessToldOtherwise()
{
    const auto line = read({});
    QVERIFY(line.has_value());
    QVERIFY(!line->engine.isServer);
    QVERIFY(line->engine.allowedDestinations.isEmpty());
}

void TestCommandLine::takesTheServerProfile()
{
    const auto line
        = read({QStringLiteral("--server"), QStringLiteral("--allow-destination=127.0.0.0/8"),
                QStringLiteral("--allow-destination"), QStringLiteral("fd12::/16"),
                QStringLiteral("--allow-destination=10.0.0.7")});
    QVERIFY(line.has_value());
    QVERIFY(line->engine.isServer);
    const QList<Subnet> ranges{{QHostAddress(QStringLiteral("127.0.0.0")), 8},
                               {QHostAddress(QStringLiteral("fd12::")), 16},
                               {QHostAddress(QStringLiteral("10.0.0.7")), 32}};
    QCOMPARE(line->engine.allowedDestinations, ranges);
}

void TestCommandLine::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QStringList>("ranges");
    const auto row = [](const char *name, const QByteArrayList &texts) {
        QStringList ranges;
        for (const QByteArray &text : texts)
            ranges.append(QStringLiteral("--allow-destination=") + QString::fromLatin1(text));
        QTest::newRow(name) << ranges;
    };
    row("nothing", {""});
    row("a name", {"localhost"});
    row("a length of 33", {"10.0.0.0/33"});
    row("more than the range's first address", {"10.1.2.3/8"});
    row("a good one and a bad one", {"10.0.0.0/8", "10.0.0.0/x"});
    row("two in one", {"10.0.0.0/8,192.168.0.0/16"});
}

void TestCommandLine::refusesWhatIsNoRange()
{
    QFETCH(QStringList, ranges);
    const auto line = read(ranges);
    QVERIFY(!line.has_value());
    QCOMPARE(line.error().field, QStringLiteral("allow-destination"));
    QVERIFY(line.error().sentence.contains(QStringLiteral("--allow-destination")));
    QVERIFY(!line.error().hint.isEmpty());
    QVERIFY(exitCodeOf(line.error()) == ExitCode::WrongUsage);
}

void TestCommandLine::explainsTheOptions()
{
    const auto line = read({QStringLiteral("--help")});
    QVERIFY(line.has_value() && line->answer);
    for (const char *option : {"--server", "--allow-destination <range>"})
        QVERIFY2(line->answer->contains(QLatin1StringView(option)), option);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
