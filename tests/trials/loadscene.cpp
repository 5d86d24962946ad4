// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/loadscene.h"

#include "tests/support/apicalls.h"
#include "tests/trials/processmemory.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace Core {

namespace {

const QByteArray IdBeginning = "load-";
constexpr std::size_t LargestFill = 1'000;

} // namespace

quint16 portOf(const Program &program)
{
    return static_cast<quint16>(QUrl(program.apiUrl()).port());
}

double residentMiB(const Program &program)
{
    return static_cast<double>(memoryOf(QString::number(program.processId()), "VmRSS:"))
        / (1024 * 1024);
}

Call registrationCall(const QString &name, const QString &url, const QByteArray &more)
{
    return {"/webhooks", registration(name, url, more)};
}

Call eventCall(const QByteArray &type, qsizetype number, quint32 seed)
{
    const auto fill = static_cast<qsizetype>(qHashMulti(seed, number) % LargestFill);
    return {"/events",
            R"({"id":")" + IdBeginning + QByteArray::number(number) + R"(","type":")" + type
                + R"(","data":")" + QByteArray(fill, 'x') + R"("})"};
}

qsizetype numberOf(const QByteArray &event)
{
    bool isNumber = false;
    const qsizetype number
        = event.startsWith(IdBeginning) ? event.mid(IdBeginning.size()).toLongLong(&isNumber) : -1;
    return isNumber ? number : -1;
}

QString idIn(const CallAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body)[QStringLiteral("id")].toString();
}

QStringList judgeAnswers(const QList<CallAnswer> &answers, int status, const QString &what)
{
    if (answers.isEmpty())
        return {QStringLiteral("the program takes no calls")};
    const auto other = std::find_if(answers.begin(), answers.end(), [status](const auto &answer) {
        return answer.status != status;
    });
    if (other == answers.end())
        return {};
    return {QStringLiteral("%1 was answered %2: %3")
                .arg(what)
                .arg(other->status)
                .arg(QString::fromUtf8(other->body.left(200)))};
}

QStringList judgeFigure(const Figure &figure, bool isPromised)
{
    const bool isKept = figure.isKept();
    printLine(figure.inWords() + (isKept ? QString() : QStringLiteral(": MISSED")));
    return isKept || !isPromised ? QStringList() : QStringList{figure.inWords()};
}

double inMilliseconds(Nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace Core
