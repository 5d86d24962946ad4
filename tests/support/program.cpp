// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

namespace {

constexpr int LongestWaitMs = 20'000;
const QString ReadyBeginning = QStringLiteral("Create webhooks on ");

/// Where webhooks are created, if \a line tells that, in words or as JSON.
QString readyUrl(const QString &line)
{
    if (line.startsWith(ReadyBeginning))
        return line.mid(ReadyBeginning.size());
    const QJsonObject fact = QJsonDocument::fromJson(line.toUtf8()).object();
    return fact[u"message"].toString() == u"ready" ? fact[u"webhooks"].toString() : QString();
}

QString programPath()
{
    return qEnvironmentVariable("HOOKPOST_PROGRAM", QStringLiteral(HOOKPOST_PROGRAM));
}

} // namespace

Program::Program(QObject *parent)
    : QObject(parent)
{
    // What the person keeps whose machine this is must not change what is tested.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       m_directory.filePath(QStringLiteral("config")));
    // Nor do they need to be told of what is only tried.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    m_process.setProcessEnvironment(environment);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &Program::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errorOutput += QString::fromUtf8(m_process.readAllStandardError()); });
}

Program::~Program()
{
    kill();
}

QString Program::dataDirectory() const
{
    return m_directory.filePath(QStringLiteral("data"));
}

bool Program::start(const QStringList &arguments)
{
    return launch(QStringList{QStringLiteral("--headless")} + arguments);
}

bool Program::startWithWindow(const QStringList &arguments)
{
    return launch(arguments);
}

bool Program::launch(const QStringList &arguments)
{
    m_lines.clear();
    m_errorOutput.clear();
    m_apiUrl.clear();
    QStringList all = m_launcher + QStringList{programPath(),       QStringLiteral("--port"),
                                               QStringLiteral("0"), QStringLiteral("--bin-port"),
                                               QStringLiteral("0"), QStringLiteral("--data-dir"),
                                               dataDirectory()}
        + arguments;
    const QString command = all.takeFirst();
    m_process.start(command, all);
    return QTest::qWaitFor([this] { return !m_apiUrl.isEmpty() || !isRunning(); }, LongestWaitMs)
        && !m_apiUrl.isEmpty();
}

int Program::run(const QStringList &arguments)
{
    m_lines.clear();
    m_errorOutput.clear();
    m_process.start(programPath(), arguments);
    return exitCode();
}

int Program::exitCode()
{
    const bool hasEnded = QTest::qWaitFor(
        [this] { return m_process.state() == QProcess::NotRunning; }, LongestWaitMs);
    return hasEnded && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

int Program::terminate()
{
    m_process.terminate();
    return exitCode();
}

int Program::endByTwo(int first, int second)
{
    const auto process = static_cast<pid_t>(m_process.processId());
    ::kill(process, first);
    ::kill(process, second);
    return exitCode();
}

int Program::interrupt()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
    return exitCode();
}

void Program::readLines()
{
    while (m_process.canReadLine()) {
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        m_lines.append(line);
        if (const QString url = readyUrl(line); !url.isEmpty())
            m_apiUrl = url.chopped(QStringLiteral("/webhooks").size());
        emit lineRead(line);
    }
}
