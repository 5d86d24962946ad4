// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays hostile receivers to the poster: hostile --seed N [--case WORDS]
#include "app/process.h"
#include "core/dispatch/manager.h"
#include "core/dispatch/networkposter.h"
#include "tests/trials/carelessposter.h"
#include "tests/trials/flood.h"
#include "tests/trials/hostiletrial.h"
#include "tests/trials/trialoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

namespace {

constexpr int FloodedConnections = 8;
constexpr int Rounds = 3;
constexpr qint64 MaxGrowth = 2'097'152; ///< bytes a connection
#ifdef __SANITIZE_ADDRESS__
constexpr bool JudgesMemory = false; // the sanitizer keeps what has been freed
#else
constexpr bool JudgesMemory = true;
#endif

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void print(const Finding &finding)
{
    out() << (finding.isGood() ? "  " : "! ") << finding.name.leftJustified(58) << ' '
          << QString::number(finding.took.count()).rightJustified(5) << " ms  " << finding.told;
    if (!finding.isGood())
        out() << "  <- " << finding.complaints.join(QStringLiteral("; "));
    out() << Qt::endl;
}

/// How many cases a poster with Qt's defaults passes that it must not pass.
int playControls(HostileCases cases)
{
    cases.removeIf([](const HostileCase &hostile) { return !hostile.failsCareless; });
    CarelessPoster careless;
    FakeLookUp lookUp;
    HostileTrial trial(careless, lookUp);
    int passed = 0;
    for (const Finding &finding : trial.play(cases)) {
        passed += finding.isGood() ? 1 : 0;
        out() << (finding.isGood() ? "! a careless poster passes: " : "  a careless poster fails: ")
              << finding.name << " (" << finding.complaints.join(QStringLiteral("; ")) << ')'
              << Qt::endl;
    }
    out() << cases.size() - passed << " of " << cases.size() << " negative controls are red"
          << Qt::endl;
    return passed;
}

QList<Endless> floods()
{
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    return {
        {QStringLiteral("R4 fields"), ok, "X-More: " + QByteArray(1'000, 'a') + "\r\n"},
        {QStringLiteral("R4 one field"), ok + "X-Long: ", QByteArray(65'536, 'a')},
        {QStringLiteral("R7 interim answers"),
         {},
         QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(1'000)},
        {QStringLiteral("R5 body"), ok + "\r\n", QByteArray(65'536, 'b')},
        {QStringLiteral("R5 chunks"), ok + "Transfer-Encoding: chunked\r\n\r\n",
         "10000\r\n" + QByteArray(65'536, 'b') + "\r\n"},
        {QStringLiteral("R5 chunk extension"), ok + "Transfer-Encoding: chunked\r\n\r\n4;",
         QByteArray(65'536, 'e')},
    };
}

/// How many endless answers cost more memory than they may.
int playFloods(Poster &poster)
{
    const auto tell = [](const QString &name, qint64 growth) {
        out() << name.leftJustified(40)
              << QString::number(static_cast<double>(growth) / 1'048'576, 'f', 2)
              << " MiB a connection" << Qt::endl;
    };
    int tooLarge = 0;
    for (const Endless &endless : floods()) {
        // What one round leaves behind counts in the next: all count from before the first.
        const qint64 before = residentBytes();
        qint64 growth = 0;
        for (int round = 0; round < Rounds; ++round) {
            growth = std::max(growth,
                              growthPerConnection(poster, endless, FloodedConnections, 5s, before));
        }
        tell((growth > MaxGrowth ? QStringLiteral("! ") : QStringLiteral("  ")) + endless.name,
             growth);
        tooLarge += growth > MaxGrowth ? 1 : 0;
    }
    // It reads as fast as ours does, and nobody looks how much.
    CarelessPoster careless(makeManager());
    const qint64 growth = growthPerConnection(careless, floods().constFirst(), FloodedConnections,
                                              3s, residentBytes());
    tell(QStringLiteral("  R4 fields, nobody looks for 3 s"), growth);
    if (growth <= MaxGrowth)
        ++tooLarge;
    return JudgesMemory ? tooLarge : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess(); // memory goes back as in the program
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const HostileChoice options = readHostileChoice(parser);
    Core::printLine(describeRun(options.seed));
    QElapsedTimer timer;
    timer.start();
    trustTheTrialsAuthority();
    const SystemClock clock;
    FakeLookUp lookUp;
    NetworkPoster poster(clock, {}, {2, lookUp.function()});
    HostileTrial trial(poster, lookUp);
    AddressPolicy policy;
    policy.own = {{QHostAddress(QHostAddress::LocalHost), trial.apiPort()}};
    poster.setPolicy(policy);
    poster.start();

    const HostileCases cases = hostileCases(options);
    const QList<Finding> findings = trial.play(cases);
    for (const Finding &finding : findings)
        print(finding);
    const qsizetype good = std::count_if(findings.begin(), findings.end(),
                                         [](const Finding &finding) { return finding.isGood(); });
    const int passedControls = playControls(cases);
    const int tooLarge = options.words.isEmpty() ? playFloods(poster) : 0;
    out() << "hostile: " << good << " of " << findings.size() << " as promised, "
          << trial.strayCount() << " strays, deadlines missed by " << trial.worstDelay().count()
          << " ms at most, " << tooLarge << " floods too large, " << passedControls
          << " controls green, " << timer.elapsed() << " ms" << Qt::endl;
    const bool isGood = good == findings.size() && !findings.isEmpty() && trial.strayCount() == 0
        && passedControls == 0 && tooLarge == 0;
    return isGood ? 0 : 1;
}
