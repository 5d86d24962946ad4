// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/charts/timeframes.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace Gui {

class ChartExport;
class DestinationModel;
class Facts;
class FleetModel;
class Requests;

/// All destinations at a glance, a small chart for each. They are counted only while it is seen.
///
/// Borrows: \a destinations and \a requests.
class FleetPanel final : public QWidget
{
    Q_OBJECT

public:
    FleetPanel(const DestinationModel &destinations, const Facts &facts, Requests &requests,
               QWidget *parent = nullptr);

    void setRange(TimeRange range);
    TimeRange range() const;
    ChartExport &exporter() const { return *m_exporter; }

signals:
    void destinationChosen(const Core::DestinationId &id); ///< A person wants to know more of it.
    void closeRequested(); ///< A person wants to see the log again.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void applyFont();
    void request();

    Requests &m_requests;
    FleetModel *m_model;
    QListView *m_view;
    QLabel *m_title;
    QPushButton *m_sort;
    QComboBox *m_range;
    ChartExport *m_exporter;
};

} // namespace Gui
