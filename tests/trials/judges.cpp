// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/judges.h"

#include <QProcess>

namespace Core {

namespace {

constexpr int PatienceMs = 150'000;

} // namespace

QString judgesFolder()
{
    return QStringLiteral(HOOKPOST_JUDGES);
}

bool installJudges()
{
    QProcess npm;
    npm.setWorkingDirectory(judgesFolder());
    npm.start(QStringLiteral("npm"),
              {QStringLiteral("ci"), QStringLiteral("--no-audit"), QStringLiteral("--no-fund"),
               QStringLiteral("--ignore-scripts")});
    return npm.waitForFinished(PatienceMs) && npm.exitCode() == 0;
}

QList<QByteArray> askJudge(const QString &program, const QStringList &arguments,
                           const QList<QByteArray> &lines)
{
    QProcess judge;
    judge.setWorkingDirectory(judgesFolder());
    judge.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    judge.start(program, arguments);
    judge.write(lines.join('\n') + '\n');
    judge.closeWriteChannel();
    if (!judge.waitForFinished(PatienceMs) || judge.exitStatus() != QProcess::NormalExit
        || judge.exitCode() != 0)
        return {};
    QList<QByteArray> answers = judge.readAllStandardOutput().split('\n');
    if (answers.constLast().isEmpty())
        answers.removeLast();
    return answers.size() == lines.size() ? answers : QList<QByteArray>();
}

} // namespace Core
