// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/activity.h"
#include "ui/look/theme.h"

#include <QTimer>
#include <QWidget>

namespace Gui {

class Facts;

/// The last five minutes as a strip of bars, stacked by outcome. Dragging over it chooses a span,
/// a click beside the drag or Esc none.
class ActivityStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityStrip(const Facts &facts, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void spanChosen(const Core::Time &from, const Core::Time &to); ///< \a to is excluded
    void spanCleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void advance();
    void refresh();
    int stepAt(double x) const;
    double edgeOf(int step) const;
    void paintBar(QPainter &painter, const Theme &theme, int step, int highest) const;
    QString textOf(int first, int last) const;
    void clearSpan();

    Activity m_activity;
    QTimer m_clock; ///< moves the strip on while it is visible
    ThemeCache m_themes;
    int m_pressed = -1; ///< the step where a drag began
    Core::Time m_from; ///< the chosen span; empty while both are the same
    Core::Time m_to;
    bool m_isDragging = false;
};

} // namespace Gui
