// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays hostile receivers to all that writes the log: hostilelog --seed N [--case WORDS]
#include "core/dispatch/networkposter.h"
#include "tests/trials/doublingposter.h"
#include "tests/trials/hostilerows.h"
#include "tests/trials/trialoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <algorithm>

using namespace Core;

namespace {

struct Options
{
    HostileChoice choice;
    bool isControl = false;
};

Options readArguments()
{
    QCommandLineParser parser;
    const QCommandLineOption control(
        QStringLiteral("control"),
        QStringLiteral("Sends each POST twice, for one row, and expects to be found out."));
    parser.addOption(control);
    const HostileChoice choice = readHostileChoice(parser);
    return {choice, parser.isSet(control)};
}

/// In a control only those can be found out who see POSTs at all.
HostileCases playedCases(const Options &options)
{
    HostileCases cases = hostileCases(options.choice);
    if (options.isControl)
        cases.removeIf([](const HostileCase &hostile) { return hostile.expected.posts == 0; });
    return cases;
}

bool isFoundOut(const Finding &finding)
{
    return std::any_of(
        finding.complaints.begin(), finding.complaints.end(),
        [](const QString &complaint) { return complaint.contains(QStringLiteral("POSTs for")); });
}

void print(const Finding &finding, bool isAsWanted)
{
    const QString told = finding.name.leftJustified(58) + u' ' + finding.told;
    const QString why = finding.isGood()
        ? QString()
        : QStringLiteral("  <- ") + finding.complaints.join(QStringLiteral("; "));
    printLine((isAsWanted ? QStringLiteral("  ") : QStringLiteral("! ")) + told + why);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const Options options = readArguments();
    printLine(describeRun(options.choice.seed));
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*.info=false"));
    QElapsedTimer timer;
    timer.start();
    trustTheTrialsAuthority();
    const SystemClock clock;
    FakeLookUp lookUp;
    NetworkPoster poster(clock, {}, {2, lookUp.function()});
    DoublingPoster doubling(poster);
    HostileRows trial(options.isControl ? static_cast<Poster &>(doubling) : poster, lookUp);
    if (!trial.start()) {
        printLine(QStringLiteral("the trial did not start"));
        return 1;
    }
    AddressPolicy policy;
    policy.own = {{QHostAddress(QHostAddress::LocalHost), trial.apiPort()}};
    poster.setPolicy(policy);
    poster.start();

    const QList<Finding> findings = trial.play(playedCases(options));
    poster.stop();
    int good = 0;
    for (const Finding &finding : findings) {
        const bool isAsWanted = options.isControl ? isFoundOut(finding) : finding.isGood();
        good += isAsWanted ? 1 : 0;
        print(finding, isAsWanted);
    }
    printLine(QStringLiteral("hostilelog: %1 of %2 %3, %4 rows, %5 POSTs, %6 strays, %7 ms")
                  .arg(good)
                  .arg(findings.size())
                  .arg(options.isControl ? QStringLiteral("negative controls are red")
                                         : QStringLiteral("as promised"))
                  .arg(trial.rowCount())
                  .arg(trial.postCount())
                  .arg(trial.strayCount())
                  .arg(timer.elapsed()));
    const bool isGood = good == findings.size() && !findings.isEmpty() && trial.strayCount() == 0;
    return isGood ? 0 : 1;
}
