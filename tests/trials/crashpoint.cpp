// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/crashpoint.h"

#include <QMap>
#include <QProcess>

#include <algorithm>
#include <numeric>

namespace Core {

namespace {

// What changes the disk, or tells somebody outside.
const QByteArrayList &tracedCalls()
{
    static const QByteArrayList calls{"pwrite64",  "write",     "fdatasync", "fsync",
                                      "ftruncate", "unlink",    "unlinkat",  "rename",
                                      "renameat",  "renameat2", "sendto",    "sendmsg"};
    return calls;
}

// Those of which a disk may say that it has failed.
const QByteArrayList &failingCalls()
{
    static const QByteArrayList calls{"pwrite64", "fdatasync", "fsync",    "ftruncate",
                                      "unlink",   "rename",    "renameat2"};
    return calls;
}

struct Kind
{
    CrashPoint::Blow blow;
    QByteArray call;
    QByteArray error;
};

QList<Kind> kinds()
{
    using Blow = CrashPoint::Blow;
    QList<Kind> all;
    for (const QByteArray &call : tracedCalls())
        all.append({Blow::Kill, call, {}});
    for (const Blow blow : {Blow::FailOnce, Blow::FailFromThenOn}) {
        for (const QByteArray &call : failingCalls()) {
            for (const char *error : {"EIO", "ENOSPC"})
                all.append({blow, call, error});
        }
    }
    // Signals interrupt once; who is interrupted for ever may try for ever.
    for (const QByteArray &call : failingCalls() + QByteArrayList{"write", "sendto"})
        all.append({Blow::FailOnce, call, "EINTR"});
    return all;
}

/// Runs beside the program, which stays our own child, so that to kill it is to kill the program.
QStringList tracer(const QString &logFile, const QString &calls)
{
    return {QStringLiteral("strace"), QStringLiteral("-D"),
            QStringLiteral("-f"),     QStringLiteral("-qqq"),
            QStringLiteral("-o"),     logFile,
            QStringLiteral("-e"),     QStringLiteral("trace=") + calls};
}

} // namespace

QString toString(const CrashPoint &point)
{
    const QString call
        = QStringLiteral("%1 number %2").arg(QString::fromLatin1(point.call)).arg(point.number);
    const QString error = QString::fromLatin1(point.error);
    switch (point.blow) {
    case CrashPoint::Blow::Kill:
        return QStringLiteral("killed at ") + call;
    case CrashPoint::Blow::FailOnce:
        return QStringLiteral("%1 at %2").arg(error, call);
    case CrashPoint::Blow::FailFromThenOn:
        return QStringLiteral("%1 from %2 on").arg(error, call);
    }
    Q_UNREACHABLE();
}

QStringList launcherFor(const CrashPoint &point)
{
    const QString call = QString::fromLatin1(point.call);
    const QString blow = point.blow == CrashPoint::Blow::Kill
        ? QStringLiteral("signal=SIGKILL")
        : QStringLiteral("error=") + QString::fromLatin1(point.error);
    const QString lasting
        = point.blow == CrashPoint::Blow::FailFromThenOn ? QStringLiteral("+") : QString();
    return tracer(QStringLiteral("/dev/null"), call)
        + QStringList{QStringLiteral("-e"),
                      QStringLiteral("inject=%1:%2:when=%3%4")
                          .arg(call, blow)
                          .arg(point.number)
                          .arg(lasting)};
}

QStringList recordingLauncher(const QString &logFile)
{
    return tracer(logFile, QString::fromLatin1(tracedCalls().join(',')));
}

bool canTrace()
{
    QProcess strace;
    strace.start(QStringLiteral("strace"),
                 {QStringLiteral("-f"), QStringLiteral("-e"), QStringLiteral("trace=none"),
                  QStringLiteral("true")});
    return strace.waitForFinished() && strace.exitStatus() == QProcess::NormalExit
        && strace.exitCode() == 0;
}

QHash<QByteArray, int> countCalls(const QByteArray &log)
{
    QHash<QByteArray, QHash<QByteArray, int>> perThread;
    for (const QByteArray &line : log.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        const QByteArray call = line.mid(blank).trimmed();
        const qsizetype parenthesis = call.indexOf('(');
        if (blank > 0 && parenthesis > 0 && tracedCalls().contains(call.left(parenthesis)))
            ++perThread[line.left(blank)][call.left(parenthesis)];
    }
    QHash<QByteArray, int> most;
    for (const auto &counts : perThread) {
        for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
            most[it.key()] = std::max(most.value(it.key()), *it);
    }
    return most;
}

QList<CrashPoint> allPoints(const QHash<QByteArray, int> &counts, QRandomGenerator &random)
{
    QMap<int, QList<CrashPoint>> byTurn; // the i-th point of every kind
    for (const Kind &kind : kinds()) {
        QList<int> numbers(counts.value(kind.call));
        std::iota(numbers.begin(), numbers.end(), 1);
        std::shuffle(numbers.begin(), numbers.end(), random);
        for (int turn = 0; turn < numbers.size(); ++turn)
            byTurn[turn].append({kind.blow, kind.call, numbers.at(turn), kind.error});
    }
    QList<CrashPoint> points;
    for (const QList<CrashPoint> &turn : byTurn)
        points.append(turn);
    return points;
}

} // namespace Core
