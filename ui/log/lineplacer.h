// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace Gui {

class LogModel;
class LogView;

/// Brings lines of heartbeats to where their newest row belongs, which is near the end. Those that
/// somebody looks at who does not follow stay where they are, and none come among them.
///
/// Borrows: \a model; belongs to \a view.
class LinePlacer final : public QObject
{
    Q_OBJECT

public:
    LinePlacer(LogModel &model, LogView &view);

    void placeSoon();
    bool isPlacing() const { return m_isPlacing; } ///< What comes or goes are rows that were there.
    bool isPlacingSelected() const { return m_isPlacingSelected; } ///< What comes was selected.

private:
    void place();

    LogModel &m_model;
    const LogView &m_view;
    QTimer m_placing; ///< runs when lines may not be in their places
    bool m_isPlacing = false;
    bool m_isPlacingSelected = false;
};

} // namespace Gui
