// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QStringList>

namespace Core {

/// What happens at the n-th call of a kind: the program is killed, or the call fails. Calls are
/// counted in each thread for itself; the first thread to come so far meets the point.
struct CrashPoint
{
    enum class Blow {
        Kill, ///< before the call is made
        FailOnce,
        FailFromThenOn,
    };

    Blow blow = Blow::Kill;
    QByteArray call;
    int number = 1; ///< of the call
    QByteArray error; ///< such as EIO; empty for a kill
};

QString toString(const CrashPoint &point);

/// The command that runs a program up to \a point.
QStringList launcherFor(const CrashPoint &point);

/// The command that runs a program and writes its calls to \a logFile.
QStringList recordingLauncher(const QString &logFile);

/// Whether this machine lets us trace programs at all.
bool canTrace();

/// How often the thread that makes most of them makes each of the calls in \a log, which a run
/// under recordingLauncher() has written.
QHash<QByteArray, int> countCalls(const QByteArray &log);

/// Every point of a run that makes so many calls, in an order in which each kind of call and blow
/// comes early; chance decides among points of one kind.
QList<CrashPoint> allPoints(const QHash<QByteArray, int> &counts, QRandomGenerator &random);

} // namespace Core
