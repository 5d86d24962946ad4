// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/trialoptions.h"

#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QSysInfo>
#include <QThread>
#include <QVersionNumber>

#include <cstdio>
#include <limits>

namespace Core {

namespace {

constexpr int MostFaultsPrinted = 20;
constexpr int WrongUsage = 2;
const QString SeedName = QStringLiteral("seed");
const QString ControlName = QStringLiteral("control");

template<typename Number>
Number readNumber(QCommandLineParser &parser, const QString &name)
{
    bool isNumber = false;
    const uint number = parser.value(name).toUInt(&isNumber);
    if (isNumber && number <= std::numeric_limits<int>::max())
        return static_cast<Number>(number);
    std::fprintf(stderr, "--%s is not a number\n", qPrintable(name));
    parser.showHelp(WrongUsage);
}

void describe(QCommandLineParser &parser, const QString &description, const QString &countName,
              const QString &usualCount, const QStringList &controls = {})
{
    parser.setApplicationDescription(description);
    parser.addHelpOption();
    parser.addOptions({
        {countName, QStringLiteral("how many"), QStringLiteral("n"), usualCount},
        {SeedName, QStringLiteral("of the random numbers"), QStringLiteral("n"),
         QStringLiteral("1")},
        {ControlName, QStringLiteral("take the protection away; faults must show"),
         controls.join(u'|')},
    });
}

TrialOptions readParsed(QCommandLineParser &parser, const QString &countName, int usualCount,
                        const QStringList &controls = {})
{
    TrialOptions options;
    options.seed = readNumber<quint32>(parser, SeedName);
    options.count = parser.isSet(countName) ? readNumber<int>(parser, countName) : usualCount;
    options.isControl = parser.isSet(ControlName);
    if (options.isControl && !controls.isEmpty()) {
        options.control = controls.indexOf(parser.value(ControlName));
        if (options.control < 0) {
            std::fprintf(stderr, "there is no such control\n");
            parser.showHelp(WrongUsage);
        }
    }
    printLine(describeRun(options.seed));
    return options;
}

} // namespace

TrialOptions readOptions(const QString &description, const QString &countName, int usualCount,
                         const QStringList &controls)
{
    QCommandLineParser parser;
    describe(parser, description, countName, QString::number(usualCount), controls);
    parser.process(*QCoreApplication::instance());
    return readParsed(parser, countName, usualCount, controls);
}

TrialOptions readOptions(const QString &description, const QList<TrialScene> &scenes)
{
    const QString scene = QStringLiteral("scene");
    const QString count = QStringLiteral("count");
    QStringList names;
    QStringList controls;
    for (const TrialScene &one : scenes) {
        names.append(one.name);
        controls.append(one.controls);
    }
    QCommandLineParser parser;
    describe(parser, description, count, {}, controls);
    parser.addOption({scene, names.join(QStringLiteral(", ")), QStringLiteral("name")});
    parser.process(*QCoreApplication::instance());
    const qsizetype chosen = names.indexOf(parser.value(scene));
    if (chosen < 0)
        parser.showHelp(WrongUsage);
    TrialOptions options
        = readParsed(parser, count, scenes[chosen].usualCount, scenes[chosen].controls);
    options.scene = names[chosen];
    return options;
}

QString describeRun(quint32 seed)
{
    return QStringLiteral("seed %1; Hookpost %2 (%3), Qt %4, %5 on %6, %7 cores")
        .arg(QString::number(seed), QStringLiteral(HOOKPOST_VERSION),
             QStringLiteral(HOOKPOST_BUILD), QLibraryInfo::version().toString(),
             QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
        .arg(QThread::idealThreadCount());
}

void printLine(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

void printFaults(const QStringList &faults)
{
    for (const QString &fault : faults.mid(0, MostFaultsPrinted))
        printLine(QStringLiteral("  ") + fault);
    if (faults.size() > MostFaultsPrinted)
        printLine(QStringLiteral("  and %1 more").arg(faults.size() - MostFaultsPrinted));
}

QString ruleOfThree(int count, const QString &unit)
{
    return QStringLiteral("None lost in %1 %2: at 95 % confidence fewer than %3 % of them lose any "
                          "(rule of three).")
        .arg(QString::number(count), unit, QString::number(300.0 / qMax(count, 1), 'g', 3));
}

int conclude(const TrialOptions &options, bool isKept)
{
    if (options.isControl)
        printLine(isKept ? QStringLiteral("CONTROL FAILED: nothing was found without protection")
                         : QStringLiteral("control passed: the faults were found"));
    else
        printLine(isKept ? QStringLiteral("passed") : QStringLiteral("FAILED"));
    return isKept == options.isControl ? 1 : 0;
}

} // namespace Core
