// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figures.h"
#include "ui/charts/bars.h"

#include <QWidget>

namespace Gui {

/// Attempts over time, as bars stacked by how they ended, with what the patterns mean above.
class TimeChart final : public QWidget
{
    Q_OBJECT

public:
    explicit TimeChart(QWidget *parent = nullptr);

    void show(const Core::Activity &activity);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect barArea() const;
    QString textOf(int step) const;
    void paintKey(QPainter &painter, const Theme &theme) const;
    void paintAxes(QPainter &painter, const Theme &theme, int highest) const;

    Core::Activity m_activity;
    ThemeCache m_themes;
};

} // namespace Gui
