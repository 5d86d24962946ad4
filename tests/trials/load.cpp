// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/loadscene.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <array>
#include <cstdlib>
#include <map>
#include <sys/resource.h>

using namespace Core;

// Measures what users are promised under load, on the real program and with receivers on loopback.

namespace {

const QString Hanging = QStringLiteral("hanging");
const QString Outage = QStringLiteral("outage");
const QString Rate = QStringLiteral("rate");
const QString Backlog = QStringLiteral("backlog");
const QString Window = QStringLiteral("window");

void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// How busy the machine has been for the last minute.
QString loadAverage()
{
    std::array<double, 1> averages{};
    ::getloadavg(averages.data(), averages.size());
    return QString::number(averages[0], 'f', 2);
}

QStringList play(const TrialOptions &options)
{
    const std::map<QString, QStringList (*)(const TrialOptions &)> scenes{{Hanging, playHanging},
                                                                          {Outage, playOutage},
                                                                          {Rate, playRate},
                                                                          {Backlog, playBacklog},
                                                                          {Window, playWindow}};
    return scenes.at(options.scene)(options);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Measures under load. The count is that of destinations that hang, of "
                       "events during an outage, of seconds at a rate, of waiting deliveries, of "
                       "events behind a window."),
        {{Hanging, 300}, {Outage, 2'000}, {Rate, 5}, {Backlog, 20'000}, {Window, 20'000}});
    raiseDescriptorLimit();
    printLine(QStringLiteral("load: %1, count %2, load average %3")
                  .arg(options.scene)
                  .arg(options.count)
                  .arg(loadAverage()));
    QElapsedTimer timer;
    timer.start();
    const QStringList faults = play(options);
    printFaults(faults);
    printLine(
        QStringLiteral("%1 s, load average %2").arg(timer.elapsed() / 1000).arg(loadAverage()));
    return conclude(options, faults.isEmpty());
}
