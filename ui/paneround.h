// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace Gui {

/// The panes of a window, as keys go round them: those that are shown, one after the other; from
/// elsewhere to the first or the last.
///
/// Borrows: all that it is made with.
class PaneRound final : public QObject
{
    Q_OBJECT

public:
    struct Pane
    {
        QWidget *whole;
        QWidget *entrance; ///< within it, or itself
    };

    PaneRound(const QList<Pane> &panes, QWidget &window);

    void goOn() { step(1); }
    void goBack() { step(-1); }

private:
    void step(int by);
    static void enter(QWidget *entrance);

    const QList<Pane> m_panes;
    const QWidget &m_window;
};

} // namespace Gui
