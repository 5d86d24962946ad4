// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Core {

/// Something that was measured, and what is promised of it.
struct Figure
{
    enum class Bound { AtMost, AtLeast };

    QString name;
    double value = 0;
    Bound bound = Bound::AtMost;
    double promised = 0;
    QString unit;

    bool isKept() const; ///< False for what is no number, too.
    QString inWords() const; ///< "delay: 3.1 ms, promised at most 5 ms"
};

/// Whether a control found what it takes away, and that alone: there are \a faults, and each of
/// them speaks of \a sought.
bool isFoundAlone(const QString &sought, const QStringList &faults);

} // namespace Core
