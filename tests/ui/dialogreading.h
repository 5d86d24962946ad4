// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QSignalSpy>

class QPushButton;

namespace Testing {

/// The only argument of what \a spy has seen last.
template<typename T>
T last(const QSignalSpy &spy)
{
    return spy.isEmpty() ? T{} : spy.last().first().template value<T>();
}

/// All that a person reads on its labels.
QString textOf(const QDialog &dialog);

/// The first one whose words begin so, its mark aside; null where there is none.
QPushButton *button(const QWidget &parent, const QString &beginning);

} // namespace Testing
