// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/world.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cstdio>

namespace {

struct Control
{
    QLatin1StringView name;
    Deceit deceit;
};

constexpr std::array Controls{
    Control{QLatin1StringView("late-claims"), Deceit::LateClaims},
    Control{QLatin1StringView("forgetting"), Deceit::Forgetting},
    Control{QLatin1StringView("haste"), Deceit::Haste},
    Control{QLatin1StringView("repetition"), Deceit::Repetition},
};

struct Options
{
    quint64 firstSeed = 1;
    quint64 seeds = 0;
    Deceit deceit = Deceit::None;
};

Options readOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Lives through simulated worlds and tells the first promise that breaks."));
    parser.addHelpOption();
    parser.addOptions({
        {QStringLiteral("seeds"), QStringLiteral("How many worlds."), QStringLiteral("count"),
         QStringLiteral("1000")},
        {QStringLiteral("seed"), QStringLiteral("The first world's seed."),
         QStringLiteral("number"), QStringLiteral("1")},
        {QStringLiteral("control"),
         QStringLiteral("Takes a protection away and expects to be found out: late-claims, "
                        "forgetting, haste or repetition."),
         QStringLiteral("name")},
    });
    parser.process(application);
    Options options;
    options.firstSeed = parser.value(QStringLiteral("seed")).toULongLong();
    options.seeds = parser.value(QStringLiteral("seeds")).toULongLong();
    for (const Control &control : Controls) {
        if (parser.value(QStringLiteral("control")) == control.name)
            options.deceit = control.deceit;
    }
    if (options.seeds == 0
        || (parser.isSet(QStringLiteral("control")) && options.deceit == Deceit::None))
        parser.showHelp(2);
    return options;
}

void printLine(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

/// Returns the first seed whose world broke a promise; none when all kept them.
std::optional<quint64> live(const Options &options)
{
    QElapsedTimer timer;
    timer.start();
    Core::Milliseconds lived{0};
    qint64 posts = 0;
    std::optional<quint64> broken;
    for (quint64 seed = options.firstSeed; !broken && seed < options.firstSeed + options.seeds;
         ++seed) {
        World world(seed, options.deceit);
        const QString fault = world.run();
        lived += world.lived();
        posts += world.postCount();
        if (fault.isEmpty())
            continue;
        printLine(QStringLiteral("seed %1: broken: %2").arg(QString::number(seed), fault));
        broken = seed;
    }
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    const double days = std::chrono::duration<double, std::ratio<86'400>>(lived).count();
    printLine(QStringLiteral("%1 simulated days with %2 POSTs in %3 s: %4 days a second")
                  .arg(days, 0, 'f', 0)
                  .arg(posts)
                  .arg(seconds, 0, 'f', 1)
                  .arg(days / seconds, 0, 'f', 0));
    return broken;
}

} // namespace

/// Deterministic simulation (T5): many small worlds, each told by its seed alone.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*=false"));
    const Options options = readOptions(application);
    const bool isBroken = live(options).has_value();
    const bool isControl = options.deceit != Deceit::None;
    if (isControl)
        printLine(isBroken ? QStringLiteral("the control was found out, as it should be")
                           : QStringLiteral("the control was NOT found out"));
    return isBroken == isControl ? 0 : 1;
}
