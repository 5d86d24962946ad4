// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/timeframes.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace Gui {

class ChartExport;

/// A page of charts in the place of the log: a bar with its title, the range of time it looks at,
/// its export and the way back. Below the bar stands what the page makes.
class ChartPage : public QWidget
{
    Q_OBJECT

public:
    void setRange(TimeRange range);
    TimeRange range() const;

signals:
    void closeRequested(); ///< A person wants to see the log again.

protected:
    explicit ChartPage(QWidget *parent);

    /// Lays the bar and \a content out below each other. \a beside stands behind the title and has
    /// the room that is left, \a tool before the range; either may be null.
    void layOut(const ChartExport &exporter, QWidget *content, QWidget *beside, QWidget *tool);
    QLabel &title() const { return *m_title; }

    /// Asks for the figures of the range, if the page is visible.
    virtual void request() = 0;

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar(const ChartExport &exporter, QWidget *beside, QWidget *tool);
    void applyFont();

    QLabel *m_title;
    QComboBox *m_range;
};

} // namespace Gui
