// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// The argument that makes no greeting come between what a test sends.
inline const QString NoHeartbeat = QStringLiteral("--heartbeat=off");

/// The real program, run headless on free ports with a data directory of its own. It is the one
/// that was built along, unless HOOKPOST_PROGRAM names another in the environment.
///
/// Thread: the test's.
class Program final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Program)

public:
    explicit Program(QObject *parent = nullptr);
    ~Program() override; ///< Kills it if it still runs.

    QString dataDirectory() const;

    /// From now on start() runs it through \a launcher: a command that ends up as the program in
    /// the same process, and its arguments; empty for none.
    void setLauncher(const QStringList &launcher) { m_launcher = launcher; }

    /// Starts it with \a arguments on top of --headless, free ports and the data directory, and
    /// waits for the line that says where webhooks are created, in words or as JSON.
    bool start(const QStringList &arguments = {});

    /// The same with its window, on whatever platform QT_QPA_PLATFORM names.
    bool startWithWindow(const QStringList &arguments = {});

    /// Runs it with exactly \a arguments to its end; returns the exit code, -1 when it crashed or
    /// did not end in time.
    int run(const QStringList &arguments);

    void kill(); ///< as kill -9 does
    int terminate(); ///< SIGTERM; returns the exit code
    int endByTwo(int first, int second); ///< Signals right after each other, as some send them.
    int interrupt(); ///< SIGINT, as Ctrl+C does; returns the exit code

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    bool hasCrashed() const
    {
        return !isRunning() && m_process.exitStatus() == QProcess::CrashExit;
    }
    qint64 processId() const { return m_process.processId(); }
    QString apiUrl(const QString &path = {}) const { return m_apiUrl + path; }
    const QStringList &lines() const { return m_lines; } ///< of standard output, so far
    QString errorOutput() const { return m_errorOutput; }

signals:
    void lineRead(const QString &line);

private:
    bool launch(const QStringList &arguments);
    void readLines();
    int exitCode(); ///< when it has ended; -1 when it crashed or does not end in time

    QTemporaryDir m_directory;
    QProcess m_process;
    QStringList m_launcher;
    QStringList m_lines;
    QString m_errorOutput;
    QString m_apiUrl;
};
