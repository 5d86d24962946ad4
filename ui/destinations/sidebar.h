// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/sidebar/viewmodel.h"

#include <QWidget>

class QSettings;

namespace Gui {

class BinList;
class BinModel;
class DestinationList;
class DestinationModel;
class Facts;
class Requests;
class SidebarSection;
class ViewList;
struct Whereabouts;

/// What there is to look at, in three groups that fold: destinations, bins and views.
///
/// Borrows: \a destinations and \a requests, which must outlive it.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    Sidebar(DestinationModel &destinations, const Facts &facts, Requests &requests,
            QWidget *parent = nullptr);

    DestinationList &destinations() const { return *m_destinations; }
    BinList &bins() const { return *m_bins; }
    ViewList &views() const { return *m_views; }

    /// The destination; null while all are chosen.
    Core::DestinationId chosen() const;
    void chooseAll();
    void choose(Core::DestinationId destination); ///< All, where it is not known.

    void showFilter(const QString &filter); ///< that is in force, among the views
    void showBinOf(const QString &filter); ///< The same, among the bins.
    void setKeptViews(const QList<LogViewpoint> &kept);

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;
    void restore(const Whereabouts &last); ///< What nobody has looked at of the bins.
    void save(Whereabouts &here) const;

protected:
    bool event(QEvent *event) override;

signals:
    void destinationChosen(const Core::DestinationId &id);
    void dashboardRequested(); ///< of the chosen destination
    void filterRequested(const QString &filter); ///< instead of what is in force
    void callsRequested(); ///< A person wants to see those of the HTTP interface.

private:
    void connectLists();
    void leaveBin(const QModelIndex &destination);
    void shareRoom();
    void connectFacts(const Facts &facts, Requests &requests);

    BinModel *m_binModel;
    ViewModel *m_viewModel;
    DestinationList *m_destinations;
    BinList *m_bins;
    ViewList *m_views;
    QList<SidebarSection *> m_sections;
};

} // namespace Gui
