// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/loadscene.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <sys/resource.h>

using namespace Core;

// Measures what users are promised under load, on the real program and with receivers on loopback.

namespace {

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

struct LoadScene
{
    QString name;
    int usualCount = 0;
    QStringList (*play)(const TrialOptions &);
    QList<LoadControl> controls;
};

QList<LoadScene> allScenes()
{
    return {{QStringLiteral("hanging"), 300, playHanging, hangingControls()},
            {QStringLiteral("outage"), 2'000, playOutage, outageControls()},
            {QStringLiteral("rate"), 5, playRate, rateControls()},
            {QStringLiteral("backlog"), 20'000, playBacklog, backlogControls()},
            {QStringLiteral("window"), 20'000, playWindow, windowControls()}};
}

/// The scenes as the command line names them.
QList<TrialScene> namesOf(const QList<LoadScene> &scenes)
{
    QList<TrialScene> names;
    for (const LoadScene &scene : scenes) {
        QStringList controls;
        for (const LoadControl &control : scene.controls)
            controls.append(control.name);
        names.append({scene.name, scene.usualCount, controls});
    }
    return names;
}

/// What a control takes away must be missed, and nothing else.
bool isKept(const QStringList &faults, const LoadScene &scene, const TrialOptions &options)
{
    return options.isControl ? !isFoundAlone(scene.controls[options.control].sought, faults)
                             : faults.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QList<LoadScene> scenes = allScenes();
    const TrialOptions options = readOptions(
        QStringLiteral("Measures under load. The count is that of destinations that hang, of "
                       "events during an outage, of seconds at a rate, of waiting deliveries, of "
                       "events behind a window. A control makes one figure of its scene bad, and "
                       "that one alone must be missed."),
        namesOf(scenes));
    const LoadScene &scene = *std::find_if(scenes.begin(), scenes.end(), [&](const LoadScene &one) {
        return one.name == options.scene;
    });
    raiseDescriptorLimit();
    printLine(QStringLiteral("load: %1, count %2, load average %3")
                  .arg(options.scene)
                  .arg(options.count)
                  .arg(loadAverage()));
    QElapsedTimer timer;
    timer.start();
    const QStringList faults = scene.play(options);
    printFaults(faults);
    printLine(
        QStringLiteral("%1 s, load average %2").arg(timer.elapsed() / 1000).arg(loadAverage()));
    return conclude(options, isKept(faults, scene, options));
}
