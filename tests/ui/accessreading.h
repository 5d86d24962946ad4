// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace Testing {

/// The controls below \a widget that a screen reader could not name.
QStringList namelessIn(QWidget &widget);

/// The labels below \a widget that would read markup in what they show. Those of form rows show
/// words of ours alone.
QStringList guessingLabelsIn(const QWidget &widget);

/// What is wrong with the round that the Tab key makes of \a window: what it does not come to, and
/// that it does not come back to where it began.
QStringList missedByTabIn(QWidget &window);

} // namespace Testing
