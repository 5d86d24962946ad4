// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/figures.h"
#include "core/model/status.h"
#include "ui/charts/chartnumbers.h"
#include "ui/charts/chartpage.h"

#include <QTimer>

class QGridLayout;
class QLabel;
class QStackedWidget;

namespace Gui {

class ChartExport;
class DestinationModel;
class Facts;
class FigureTile;
class RankChart;
class Requests;
class TimeChart;

/// How one destination does: the share of successes, latencies, attempts over time, answers, the
/// most frequent errors, and what comes next. It has figures counted only while it is seen.
///
/// Borrows: \a destinations and \a requests.
class Dashboard final : public ChartPage
{
    Q_OBJECT

public:
    Dashboard(const DestinationModel &destinations, const Facts &facts, Requests &requests,
              QWidget *parent = nullptr);

    void setDestination(Core::DestinationId destination); ///< null for none
    ChartExport &exporter() const { return *m_exporter; }
    ChartNumbers numbers() const;

protected:
    void request() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makePage();
    QWidget *makeMessage();
    void arrangeTiles();
    void take(const Core::Figures &figures);
    void showFigures();
    void showStatus();
    void showNext(const Core::DestinationStatus &status);

    const DestinationModel &m_destinations;
    Requests &m_requests;
    Core::DestinationId m_destination;
    Core::Figures m_figures;
    QTimer m_seconds; ///< counts down to the next attempt
    QLabel *m_state;
    QStackedWidget *m_stack;
    QGridLayout *m_tiles; ///< within the page, made along with it
    int m_columns = 0; ///< of tiles
    QWidget *m_page;
    FigureTile *m_success;
    FigureTile *m_median;
    FigureTile *m_slow;
    FigureTile *m_slowest;
    FigureTile *m_streak;
    FigureTile *m_next;
    TimeChart *m_time;
    RankChart *m_answers;
    RankChart *m_errors;
    ChartExport *m_exporter;
};

} // namespace Gui
