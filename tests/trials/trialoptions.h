// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Core {

/// What a trial is asked to do on its command line.
struct TrialOptions
{
    QString scene; ///< of a trial that has several
    quint32 seed = 1;
    int count = 0; ///< of cycles, points or images
    bool isControl = false; ///< takes the protection away and expects to find faults
    qsizetype control = -1; ///< which of several protections, by its place among them
};

/// Reads --seed, --control and \a countName, which says how often. Where there are \a controls,
/// --control names one of them. Prints help or what is wrong and ends the process where the
/// arguments ask for that; else tells what the figures are to be read with: describeRun().
TrialOptions readOptions(const QString &description, const QString &countName, int usualCount,
                         const QStringList &controls = {});

/// One of the scenes of a trial, its usual count, and its controls.
struct TrialScene
{
    QString name;
    int usualCount = 0;
    QStringList controls;
};

/// The same for a trial of several scenes, of which --scene names one; --count says how often, and
/// --control names a control of that scene.
TrialOptions readOptions(const QString &description, const QList<TrialScene> &scenes);

/// The seed, the version of Hookpost and of Qt, and the machine, in one line.
QString describeRun(quint32 seed);

void printLine(const QString &line);

void printFaults(const QStringList &faults); ///< the first of them, and how many more there are

/// What none lost in \a count tries says: "fewer than 3 % ...".
QString ruleOfThree(int count, const QString &unit);

/// The exit code: 0 when faults were found exactly if they were asked for, and says so.
int conclude(const TrialOptions &options, bool isKept);

} // namespace Core
