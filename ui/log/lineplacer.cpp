// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/lineplacer.h"

#include "ui/log/logmodel.h"
#include "ui/log/logview.h"

#include <QItemSelectionModel>
#include <QScopedValueRollback>

namespace Gui {

namespace {

// Each line costs a header of a million some milliseconds.
constexpr int PlacingMilliseconds = 100;
constexpr int MostPlaced = 10;

} // namespace

LinePlacer::LinePlacer(LogModel &model, LogView &view)
    : QObject(&view)
    , m_model(model)
    , m_view(view)
{
    m_placing.setSingleShot(true);
    m_placing.setInterval(PlacingMilliseconds);
    connect(&m_placing, &QTimer::timeout, this, &LinePlacer::place);
}

/// Not within a signal of the model, whose other receivers would look at lines that are others by
/// then.
void LinePlacer::placeSoon()
{
    if (!m_placing.isActive())
        m_placing.start();
}

void LinePlacer::place()
{
    if (!m_view.isFollowing() && m_view.endInSight() >= m_model.rowCount())
        return;
    const QScopedValueRollback placing(m_isPlacing, true);
    int count = 0;
    for (const Core::LogKey key : m_model.displaced()) {
        const int line = m_model.lineOf(key);
        const auto [first, end] = m_view.linesInSight();
        if (!m_view.isFollowing() && line >= first && line < end)
            continue;
        if (++count > MostPlaced)
            return placeSoon();
        const QScopedValueRollback selecting(m_isPlacingSelected,
                                             m_view.selectionModel()->isRowSelected(line));
        m_model.putInPlace(key);
    }
}

} // namespace Gui
