// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figures.h"
#include "ui/look/theme.h"

#include <QBrush>

class QPainter;
class QRectF;

namespace Gui {

/// How attempts can have ended, as charts tell them apart.
enum class Ending {
    Failed,
    Temporary,
    Delivered,
};

Ending endingOf(Core::AttemptOutcome outcome); ///< of one that has ended
int countOf(const Core::Tally &tally, Ending ending);
Tone toneOf(Ending ending);
QString toWords(Ending ending);

/// Fills \a bar. Each ending has a pattern of its own: solid, hatched, pale with an edge.
void fillBar(QPainter &painter, const QRectF &bar, Ending ending, const Theme &theme);

/// Paints \a activity over \a area as one bar a step, stacked by how attempts ended, as high as the
/// area where the total is \a highest. The failures stand at the foot, where all bars compare.
void paintBars(QPainter &painter, const QRectF &area, const Core::Activity &activity, int highest,
               const Theme &theme);

/// "12 delivered, 3 temporarily failed, 1 failed".
QString tallyText(const Core::Tally &tally);

/// The share of what was delivered, "98.2%"; a dash where nothing has ended.
QString successText(const Core::Tally &tally);

} // namespace Gui
