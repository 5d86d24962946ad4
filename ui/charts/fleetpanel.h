// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/charts/chartpage.h"

class QListView;
class QPushButton;

namespace Gui {

class ChartExport;
class DestinationModel;
class Facts;
class FleetModel;
class Requests;

/// All destinations at a glance, a small chart for each. They are counted only while it is seen.
///
/// Borrows: \a destinations and \a requests.
class FleetPanel final : public ChartPage
{
    Q_OBJECT

public:
    FleetPanel(const DestinationModel &destinations, const Facts &facts, Requests &requests,
               QWidget *parent = nullptr);

    ChartExport &exporter() const { return *m_exporter; }

signals:
    void destinationChosen(const Core::DestinationId &id); ///< A person wants to know more of it.

protected:
    void request() override;
    void hideEvent(QHideEvent *event) override;

private:
    Requests &m_requests;
    FleetModel *m_model;
    QListView *m_view;
    QPushButton *m_sort;
    ChartExport *m_exporter;
};

} // namespace Gui
