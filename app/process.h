// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <string_view>
#include <vector>

/// What must be set before anything else runs: private files, plenty of descriptors, memory that
/// goes back when it is free, event loops of Qt's own in all threads but the main one.
void prepareProcess();

/// How many POSTs may be under way at a time, as the limit of descriptors allows.
int usualMaxInFlight();

/// True unless an argument or the lack of a display asks for a run without a window.
bool wantsWindow(const std::vector<std::string_view> &arguments);

/// Prints the error for people; returns the exit code for wrong usage.
int refuseCommandLine(const Core::Error &error);

/// Prints help or version; returns the exit code.
int answerCommandLine(const QString &answer);

/// Prints \a error to standard error, with its hint.
void printError(const Core::Error &error);

/// Prints \a line and a line end to standard output, without waiting for who reads it.
///
/// Thread: any.
void printLine(const QString &line);

/// From now on lines that nobody read are told as JSON.
void printJson();

/// Has the log go to standard error without waiting for who reads it. Fatal messages do wait.
void logWithoutWaiting();

/// Prints what still waits, for a second at most for each of the two. Nothing is printed after it.
void finishPrinting();

/// Ends the process with \a code, whatever its threads wait for, and destroys nothing.
[[noreturn]] void endAtOnce(int code);

/// Turns SIGINT and SIGTERM into a signal of Qt's. A second one ends the process at once.
///
/// Thread: that of its maker. One at a time.
class SignalWatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignalWatcher)

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

signals:
    void terminationRequested();

private:
    void watchHangUp();
    void read();

    std::unique_ptr<QSocketNotifier> m_notifier;
    void (*m_hangUpBefore)(int) = nullptr;
    bool m_isRequested = false;
};
