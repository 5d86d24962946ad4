// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/configuration.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

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

    QString keep(const QByteArray &text) const; ///< in the usual file

    std::unique_ptr<QTemporaryDir> m_home;

private slots:
    void init();
    void hasTheUsualSettingsUnlessToldOtherwise();
    void sendsToLocalNetworksUnlessToldOtherwise();
    void takesTheServerProfile();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
    void aDirectoryHasOneName();
    void explainsTheOptions();
    void whatIsKeptHoldsUnlessItIsGiven();
    void rangesThatAreGivenCountAlone();
    void whatIsGivenIsTold();
    void theLastOfSeveralCounts();
    void aKeptPortIsWaitedFor();
    void anotherFileCanBeNamed();
    void refusesWhatCannotBeKept_data();
    void refusesWhatCannotBeKept();
    void whatIsWrittenIsReadAgain();
    void nothingUnusableIsWritten();
};

void TestCommandLine::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_home->path().toLocal8Bit());
    QVERIFY(QDir(m_home->path()).mkdir(QStringLiteral("hookpost")));
}

QString TestCommandLine::keep(const QByteArray &text) const
{
    QFile file(usualConfigurationPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The options could not be written.");
    return file.fileName();
}

void TestCommandLine::hasTheUsualSettingsUnlessToldOtherwise()
{
    const auto line = read({});
    QVERIFY(line.has_value());
    QCOMPARE(line->engine.heartbeat.count(), 5'000);
    QCOMPARE(line->engine.apiPort, 8090);
    QCOMPARE(line->engine.binPort, 8091);
    QVERIFY(!line->logsJson);
    QVERIFY(!line->isMinimized);
}

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

/// However it is spelled, and before it is there as well.
void TestCommandLine::aDirectoryHasOneName()
{
    const auto nameOf = [](const QString &spelling) {
        const auto line = read({QStringLiteral("--data-dir"), spelling});
        return line ? line->engine.dataDirectory : line.error().sentence;
    };
    const QDir home(QFileInfo(m_home->path()).canonicalFilePath());
    QVERIFY(QFile::link(home.path(), home.filePath(QStringLiteral("link"))));
    const QString data = home.filePath(QStringLiteral("a/data"));
    const QStringList spellings{data, data + u'/', QDir::current().relativeFilePath(data),
                                home.filePath(QStringLiteral("link/./a/data"))};
    for (const QString &spelling : spellings)
        QCOMPARE(nameOf(spelling), data);
    QVERIFY(home.mkpath(QStringLiteral("a/data")));
    for (const QString &spelling : spellings)
        QCOMPARE(nameOf(spelling), data);
    QCOMPARE(nameOf(QStringLiteral("/")), QStringLiteral("/"));
}

void TestCommandLine::explainsTheOptions()
{
    const auto line = read({QStringLiteral("--help")});
    QVERIFY(line.has_value() && line->answer);
    for (const char *option : {"--server", "--allow-destination <range>"})
        QVERIFY2(line->answer->contains(QLatin1StringView(option)), option);
}

void TestCommandLine::whatIsKeptHoldsUnlessItIsGiven()
{
    const QString file = keep("port=8100\nheartbeat=off\nserver=true\nkeep-size=1GiB\n"
                              "allow-destination=10.0.0.0/8, fd00::/8\n");
    const auto line = read({QStringLiteral("--heartbeat=7s")});
    QVERIFY(line.has_value());
    QCOMPARE(line->kept.file, file);
    QCOMPARE(line->engine.apiPort, quint16{8100});
    QCOMPARE(line->engine.binPort, quint16{8091});
    QCOMPARE(line->engine.heartbeat, Milliseconds{7'000});
    QVERIFY(line->engine.isServer);
    QCOMPARE(line->engine.history.bytes, std::optional<qint64>(1LL << 30));
    QCOMPARE(line->engine.allowedDestinations.size(), 2);
    QCOMPARE(line->kept.values.value(QStringLiteral("heartbeat")), QStringLiteral("off"));
}

void TestCommandLine::rangesThatAreGivenCountAlone()
{
    keep("server=true\nallow-destination=10.0.0.0/8, fd00::/8\n");
    const auto line = read({QStringLiteral("--allow-destination=127.0.0.0/8")});
    QVERIFY(line.has_value());
    QCOMPARE(line->engine.allowedDestinations.size(), 1);
    QCOMPARE(line->kept.given,
             (QMap<QString, QString>{
                 {QStringLiteral("allow-destination"), QStringLiteral("127.0.0.0/8")}}));
}

void TestCommandLine::theLastOfSeveralCounts()
{
    keep("port=8100\n");
    const auto line = read({QStringLiteral("--port=8101"), QStringLiteral("--port=8102")});
    QVERIFY(line.has_value());
    QCOMPARE(line->engine.apiPort, quint16{8102});
    QCOMPARE(line->kept.given.value(QStringLiteral("port")), QStringLiteral("8102"));
}

void TestCommandLine::whatIsGivenIsTold()
{
    keep("port=8100\n");
    const auto line
        = read({QStringLiteral("--heartbeat=7s"), QStringLiteral("--server"),
                QStringLiteral("--headless"), QStringLiteral("--allow-destination=10.0.0.0/8"),
                QStringLiteral("--allow-destination=fd00::/8")});
    QVERIFY(line.has_value());
    const QMap<QString, QString> given{
        {QStringLiteral("heartbeat"), QStringLiteral("7s")},
        {QStringLiteral("server"), QStringLiteral("true")},
        {QStringLiteral("allow-destination"), QStringLiteral("10.0.0.0/8, fd00::/8")}};
    QCOMPARE(line->kept.given, given);
}

void TestCommandLine::aKeptPortIsWaitedFor()
{
    keep("port=8100\n");
    QVERIFY(read({})->engine.keepsTryingToListen);
    QVERIFY(!read({QStringLiteral("--port=8100")})->engine.keepsTryingToListen);
}

void TestCommandLine::anotherFileCanBeNamed()
{
    keep("port=8100\n");
    const QString other = m_home->filePath(QStringLiteral("other.ini"));
    const auto line = read({QStringLiteral("--config"), other});
    QVERIFY(line.has_value());
    QCOMPARE(line->engine.apiPort, quint16{8090});
    QCOMPARE(line->kept, (KeptOptions{other, {}, {}}));
}

void TestCommandLine::refusesWhatCannotBeKept_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &text, const char *field) {
        QTest::newRow(name) << text << QString::fromLatin1(field);
    };
    row("a port that is none", "port=http\n", "port");
    row("a name that is misspelt", "prot=8090\n", "prot");
    row("what is asked for once", "headless=true\n", "headless");
    row("a flag that says maybe", "server=maybe\n", "server");
    row("a bad range among good ones", "allow-destination=10.0.0.0/8, x\n", "allow-destination");
    row("a section that is not ours", "[api]\nport=8090\n", "api/port");
}

void TestCommandLine::refusesWhatCannotBeKept()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    const QString file = keep(text);
    const auto line = read({});
    QVERIFY(!line.has_value());
    QCOMPARE(line.error().field, field);
    QVERIFY2(line.error().sentence.contains(file), qPrintable(line.error().sentence));
    QVERIFY(read({QStringLiteral("--help")}).has_value());
}

void TestCommandLine::whatIsWrittenIsReadAgain()
{
    const KeptOptions options{
        m_home->filePath(QStringLiteral("new/options.ini")),
        {{QStringLiteral("port"), QStringLiteral("0")},
         {QStringLiteral("keep-days"), QStringLiteral("off")},
         {QStringLiteral("server"), QStringLiteral("true")},
         {QStringLiteral("allow-destination"), QStringLiteral("10.0.0.0/8, fd00::/8")}},
        {}};
    QVERIFY(writeConfiguration(options).has_value());
    const auto again = readConfiguration(options.file);
    QVERIFY(again.has_value());
    QCOMPARE(*again, options);
    QCOMPARE(argumentsOf(options.values),
             (QStringList{QStringLiteral("--allow-destination=10.0.0.0/8"),
                          QStringLiteral("--allow-destination=fd00::/8"),
                          QStringLiteral("--keep-days=off"), QStringLiteral("--port=0"),
                          QStringLiteral("--server")}));
}

void TestCommandLine::nothingUnusableIsWritten()
{
    const QString file = keep("port=8100\n");
    const auto bad
        = writeConfiguration({file, {{QStringLiteral("port"), QStringLiteral("x")}}, {}});
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().field, QStringLiteral("port"));
    QCOMPARE(readConfiguration(file)->values.value(QStringLiteral("port")), QStringLiteral("8100"));
    QVERIFY(QDir().mkdir(m_home->filePath(QStringLiteral("directory"))));
    const auto unwritable = writeConfiguration({m_home->filePath(QStringLiteral("directory")),
                                                {{QStringLiteral("port"), QStringLiteral("1")}},
                                                {}});
    QVERIFY(!unwritable.has_value());
    QVERIFY(unwritable.error().code == ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
