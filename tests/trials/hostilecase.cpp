// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/hostilecase.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

namespace Core {

HostileChoice readHostileChoice(QCommandLineParser &parser)
{
    const QCommandLineOption seed(QStringLiteral("seed"),
                                  QStringLiteral("What chance begins with."), QStringLiteral("N"),
                                  QStringLiteral("1"));
    const QCommandLineOption words(QStringLiteral("case"),
                                   QStringLiteral("Only cases whose name holds this."),
                                   QStringLiteral("WORDS"));
    parser.addOptions({seed, words});
    parser.addHelpOption();
    parser.process(*QCoreApplication::instance());
    return {parser.value(seed).toUInt(), parser.value(words)};
}

HostileCases hostileCases(const HostileChoice &choice)
{
    HostileCases cases = connectionCases() + answerCases() + temptationCases()
        + tlsCases("zoo.test.example") + addressCases() + garbageCases(choice.seed);
    cases.removeIf([&choice](const HostileCase &hostile) {
        return !hostile.name.contains(choice.words, Qt::CaseInsensitive);
    });
    return cases;
}

void setUpNames(FakeLookUp &lookUp, const HostileCase &hostile, const QString &url)
{
    QString host = QUrl(url).host();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (hostile.lookUpError)
        lookUp.fail(host, *hostile.lookUpError);
    else if (!hostile.addresses.isEmpty())
        lookUp.set(host, hostile.addresses);
}

} // namespace Core
