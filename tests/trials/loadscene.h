// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/program.h"
#include "tests/trials/callers.h"
#include "tests/trials/figure.h"
#include "tests/trials/trialoptions.h"

namespace Core {

// The scenes of the trial of load. Each prints its figures and returns the promises that were not
// kept, one a line.

QStringList playHanging(const TrialOptions &options);
QStringList playOutage(const TrialOptions &options);
QStringList playRate(const TrialOptions &options);
QStringList playBacklog(const TrialOptions &options);
QStringList playWindow(const TrialOptions &options);

/// A control of a scene, and what every fault that is found in it must speak of.
struct LoadControl
{
    QString name;
    QString sought;
};

// The controls, by their places.

QList<LoadControl> hangingControls();
QList<LoadControl> outageControls();
QList<LoadControl> rateControls();
QList<LoadControl> backlogControls();
QList<LoadControl> windowControls();

// What they share.

quint16 portOf(const Program &program);
double residentMiB(const Program &program); ///< its memory

/// Registers \a url under \a name; \a more is further members, led by a comma.
Call registrationCall(const QString &name, const QString &url, const QByteArray &more);

/// Publishes an event whose id tells its number, with data of a length that \a seed decides.
Call eventCall(const QByteArray &type, qsizetype number, quint32 seed);
qsizetype numberOf(const QByteArray &event); ///< -1 for an id of another kind

/// The id that the interface gave to what a call has made.
QString idIn(const CallAnswer &answer);

/// A fault unless each of \a answers has \a status.
QStringList judgeAnswers(const QList<CallAnswer> &answers, int status, const QString &what);

/// Prints a figure beside what is promised of it; missing it is a fault where \a isPromised, that
/// is in a run as large as the promise speaks of, and in a control of that figure.
QStringList judgeFigure(const Figure &figure, bool isPromised);

double inMilliseconds(Nanoseconds time);

} // namespace Core
