// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// The real program, run headless on free ports with a data directory of its own.
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

    /// Starts it with \a arguments on top of --headless, free ports and the data directory, and
    /// waits for the line that says where webhooks are created.
    bool start(const QStringList &arguments = {});

    /// Runs it with exactly \a arguments to its end; returns the exit code, -1 when it crashed or
    /// did not end in time.
    int run(const QStringList &arguments);

    void kill(); ///< as kill -9 does
    int terminate(); ///< SIGTERM; returns the exit code

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    QString apiUrl(const QString &path = {}) const { return m_apiUrl + path; }
    const QStringList &lines() const { return m_lines; } ///< of standard output, so far
    QString errorOutput() const { return m_errorOutput; }

signals:
    void lineRead(const QString &line);

private:
    void readLines();
    bool waitForEnd();

    QTemporaryDir m_directory;
    QProcess m_process;
    QStringList m_lines;
    QString m_errorOutput;
    QString m_apiUrl;
};
