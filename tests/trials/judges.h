// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Core {

/// What a trial ends with when it cannot be held here.
inline constexpr int Skipped = 77;

/// Where the judges lie and are installed: programs of others, written down in package.json.
QString judgesFolder();

/// Installs the judges from the versions that are written down; false where there is no npm or
/// nothing to fetch them from.
bool installJudges();

/// Gives \a lines to a judge and returns what it answers, a line each; none where it fails.
QList<QByteArray> askJudge(const QString &program, const QStringList &arguments,
                           const QList<QByteArray> &lines);

} // namespace Core
