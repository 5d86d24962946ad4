// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figures.h"
#include "ui/charts/chartnumbers.h"
#include "ui/look/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace Gui {

class ChartExport;
class Facts;
class Requests;

/// The last five minutes as a strip of bars, stacked by how attempts ended. A drag chooses a span
/// of time, a click or Esc none; the arrow keys do the same, with Shift as the drag. Its menu takes
/// the picture, or the numbers of what is chosen, elsewhere.
///
/// Borrows: \a requests.
class ActivityStrip final : public QWidget
{
    Q_OBJECT

public:
    ActivityStrip(const Facts &facts, Requests &requests, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    ChartExport &exporter() const { return *m_exporter; }
    void chooseNone(); ///< The span is not looked at any more; nothing is told.
    ChartNumbers numbers() const; ///< of the chosen span while it is in sight, or of all

signals:
    void spanChosen(const Core::Time &from, const Core::Time &to); ///< \a to is excluded
    void spanCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Span
    {
        Core::Time anchor; ///< where each of the two steps begins
        Core::Time tip;
    };

    void advance();
    void refresh();
    int stepAt(double x) const;
    double edgeOf(int step) const;
    QRectF areaOf(int first, int last) const;
    QString textOf(int first, int last) const;
    std::pair<int, int> stepsOf(const Span &span) const; ///< -1 for what has moved out
    void moveCursor(int steps, bool isExtending);
    void choose();
    void clear();

    Core::Activity m_activity;
    ChartExport *m_exporter;
    QTimer m_clock; ///< moves the strip on
    ThemeCache m_themes;
    std::optional<Span> m_span; ///< that is chosen, or being chosen
    std::optional<Core::Time> m_cursor; ///< the step that is looked at
    int m_pressed = -1; ///< the step where a drag began
    bool m_isDragging = false;
};

} // namespace Gui
