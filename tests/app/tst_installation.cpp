// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Ending
{
    int exitCode = -1; ///< -1 when it could not be run or crashed
    QString output; ///< both streams
};

Ending run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QString resource(const QString &name)
{
    return QStringLiteral(HOOKPOST_RESOURCES "/") + name;
}

/// The long options that \a text names, each once.
QSet<QString> optionsIn(const QString &text)
{
    static const QRegularExpression Option(QStringLiteral("(?<![\\w-])--([a-z][a-z-]*[a-z])"));
    QSet<QString> options;
    for (const QRegularExpressionMatch &match : Option.globalMatch(text))
        options.insert(match.captured(1));
    return options;
}

} // namespace

/// What a machine gets from us: the installed files, and what other programs read of them.
class TestInstallation final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theInstalledProgramRuns();
    void everythingHasItsPlace();
    void theManualNamesTheProgramsOptions();
    void theServiceStartsTheInstalledProgram();
    void theServiceIsValid();
#ifdef HOOKPOST_GUI
    void whatDesktopsReadIsValid_data();
    void whatDesktopsReadIsValid();
#endif

private:
    QString installed(const QString &path) const
    {
        return m_prefix.filePath(path);
    }

    QTemporaryDir m_prefix;
};

void TestInstallation::initTestCase()
{
    const Ending ending = run(QStringLiteral(HOOKPOST_CMAKE),
                              {QStringLiteral("--install"), QStringLiteral(HOOKPOST_BUILD),
                               QStringLiteral("--prefix"), m_prefix.path()});
    QVERIFY2(ending.exitCode == 0, qPrintable(ending.output));
}

void TestInstallation::theInstalledProgramRuns()
{
    const Ending ending
        = run(installed(QStringLiteral("bin/hookpost")), {QStringLiteral("--version")});
    QCOMPARE(ending.exitCode, 0);
    QCOMPARE(ending.output, QStringLiteral("hookpost " HOOKPOST_VERSION "\n"));
}

void TestInstallation::everythingHasItsPlace()
{
    QStringList files{QStringLiteral("share/man/man1/hookpost.1"),
                      QStringLiteral("share/doc/hookpost/LICENSE"),
                      QStringLiteral("lib/systemd/user/hookpost.service")};
#ifdef HOOKPOST_GUI
    files += {QStringLiteral("share/applications/hookpost.desktop"),
              QStringLiteral("share/metainfo/io.hookpost.Hookpost.metainfo.xml"),
              QStringLiteral("share/icons/hicolor/16x16/apps/hookpost.png"),
              QStringLiteral("share/icons/hicolor/512x512/apps/hookpost.png"),
              QStringLiteral("share/icons/hicolor/scalable/apps/hookpost.svg")};
#endif
    for (const QString &file : std::as_const(files))
        QVERIFY2(QFileInfo(installed(file)).size() > 0, qPrintable(file));
}

void TestInstallation::theManualNamesTheProgramsOptions()
{
    const Ending help = run(installed(QStringLiteral("bin/hookpost")), {QStringLiteral("--help")});
    QCOMPARE(help.exitCode, 0);
    QFile manual(installed(QStringLiteral("share/man/man1/hookpost.1")));
    QVERIFY(manual.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(manual.readAll());
    // What the examples run is not ours.
    text.truncate(text.indexOf(QStringLiteral(".SH EXAMPLES")));
    text.replace(QStringLiteral("\\-"), QStringLiteral("-"));
    QVERIFY(optionsIn(help.output).size() > 10);
    QCOMPARE(optionsIn(text), optionsIn(help.output));
}

void TestInstallation::theServiceStartsTheInstalledProgram()
{
    QFile service(installed(QStringLiteral("lib/systemd/user/hookpost.service")));
    QVERIFY(service.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(service.readAll()).split(u'\n');
    for (const char *section : {"[Unit]", "[Service]", "[Install]"})
        QVERIFY2(lines.contains(QLatin1StringView(section)), section);
    QVERIFY(lines.contains(QStringLiteral("ExecStart=\"%1\" --headless")
                               .arg(installed(QStringLiteral("bin/hookpost")))));
    QVERIFY(lines.contains(QStringLiteral("Restart=on-failure")));
}

void TestInstallation::theServiceIsValid()
{
    const QString judge = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze"));
    if (judge.isEmpty())
        QSKIP("There is no systemd-analyze.");
    // It wants a place for a session, which a build machine may not have.
    const QTemporaryDir session;
    qputenv("XDG_RUNTIME_DIR", session.path().toUtf8());
    const QString file = installed(QStringLiteral("lib/systemd/user/hookpost.service"));
    const auto verify = [&](const QString &one) {
        return run(
            judge,
            {QStringLiteral("--user"), QStringLiteral("--man=no"), QStringLiteral("verify"), one});
    };
    const Ending good = verify(file);
    QVERIFY2(good.exitCode == 0 && good.output.isEmpty(), qPrintable(good.output));

    // The same tool must find a fault where there is one.
    QFile original(file);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray text = original.readAll();
    text.replace("ExecStart=\"", "ExecStart=\"/nowhere");
    QFile copy(m_prefix.filePath(QStringLiteral("broken.service")));
    QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(text) == text.size());
    copy.close();
    QVERIFY(verify(copy.fileName()).exitCode > 0);
}

#ifdef HOOKPOST_GUI
void TestInstallation::whatDesktopsReadIsValid_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("file");
    QTest::newRow("the desktop entry")
        << QStringLiteral("desktop-file-validate") << QStringList{QStringLiteral("--no-hints")}
        << QStringLiteral("hookpost.desktop");
    QTest::newRow("the metainfo") << QStringLiteral(
        "appstreamcli") << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net")}
                                  << QStringLiteral("io.hookpost.Hookpost.metainfo.xml");
}

void TestInstallation::whatDesktopsReadIsValid()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(QString, file);
    QFile original(resource(file));
    QVERIFY(original.open(QIODevice::ReadOnly));
    QByteArray text = original.readAll();
    // AppStream 1.0 misses a home page, of which there is none.
    text.replace("<developer_name>",
                 "<url type=\"homepage\">https://hookpost.example/</url><developer_name>");
    const auto judge = [&](const QByteArray &judged) {
        QFile copy(m_prefix.filePath(file));
        if (!copy.open(QIODevice::WriteOnly) || copy.write(judged) != judged.size())
            return Ending{-1, copy.errorString()};
        copy.close();
        return run(program, arguments + QStringList{copy.fileName()});
    };
    const Ending good = judge(text);
    QVERIFY2(good.exitCode == 0, qPrintable(good.output));

    // The same tool must find a fault where there is one.
    text.replace("<id>", "<di>").replace("Type=", "Tpye=");
    QVERIFY(judge(text + '<').exitCode > 0);
}
#endif

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_installation.moc"
