// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/sidebar.h"

#include "core/model/capture.h"
#include "ui/desk/whereabouts.h"
#include "ui/destinations/destinationlist.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"
#include "ui/sidebar/binlist.h"
#include "ui/sidebar/binmodel.h"
#include "ui/sidebar/sidebarsection.h"
#include "ui/sidebar/viewlist.h"

#include <QEvent>
#include <QSettings>
#include <QVBoxLayout>

namespace Gui {

namespace {

constexpr QLatin1StringView FoldedKey{"sidebar/folded"};

} // namespace

Sidebar::Sidebar(DestinationModel &destinations, const Facts &facts, Requests &requests,
                 QWidget *parent)
    : QWidget(parent)
    , m_binModel(new BinModel(this))
    , m_viewModel(new ViewModel(this))
    , m_destinations(new DestinationList(destinations, this))
    , m_bins(new BinList(*m_binModel, this))
    , m_views(new ViewList(*m_viewModel, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_destinations);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const auto add = [&](const QString &name, const QString &title, QWidget *list, int stretch) {
        m_sections.append(new SidebarSection(title, *list, this));
        m_sections.last()->setObjectName(name);
        layout->addWidget(m_sections.last());
        layout->addWidget(list, stretch);
    };
    add(QStringLiteral("destinations"), tr("Destinations"), m_destinations, 1);
    add(QStringLiteral("bins"), tr("Bins"), m_bins, 0);
    add(QStringLiteral("views"), tr("Views"), m_views, 0);
    // Takes the room that is left while the destinations are folded away.
    layout->addStretch(0);
    connectLists();
    connectFacts(facts, requests);
    showFilter({});
}

void Sidebar::connectLists()
{
    connect(m_destinations, &DestinationList::destinationChosen, this, &Sidebar::destinationChosen);
    connect(m_destinations, &DestinationList::dashboardRequested, this,
            &Sidebar::dashboardRequested);
    for (const auto signal : {&QListView::clicked, &QListView::activated})
        connect(m_destinations, signal, this, &Sidebar::leaveBin);
    connect(m_bins, &BinList::binChosen, this, [this](const QString &bin) {
        m_binModel->markRead(bin);
        emit filterRequested(filterOf(bin));
    });
    connect(m_views, &ViewList::filterChosen, this, &Sidebar::filterRequested);
    connect(m_views, &ViewList::callsChosen, this, &Sidebar::callsRequested);
}

void Sidebar::connectFacts(const Facts &facts, Requests &requests)
{
    connect(&facts, &Facts::logOpened, &requests, &Requests::binsRequested);
    connect(&facts, &Facts::binsListed, m_binModel, &BinModel::list);
    connect(&facts, &Facts::capturesRecorded, m_binModel, &BinModel::add);
    connect(&facts, &Facts::rowsForgotten, m_binModel, &BinModel::forget);
    connect(&facts, &Facts::captureLoaded, m_binModel,
            [this](const Core::CaptureRecord &record) { m_binModel->markRead(record.capture); });
    connect(&facts, &Facts::statusChanged, m_binModel,
            [this](const Core::EngineStatus &status) { m_binModel->setReceiver(status.binUrl); });
}

void Sidebar::restore(const Whereabouts &last)
{
    m_binModel->restoreUnread(last.unread);
}

void Sidebar::save(Whereabouts &here) const
{
    here.unread = m_binModel->unread();
}

Core::DestinationId Sidebar::chosen() const
{
    return m_destinations->chosen();
}

void Sidebar::chooseAll()
{
    m_destinations->chooseAll();
}

void Sidebar::choose(Core::DestinationId destination)
{
    m_destinations->choose(destination);
}

void Sidebar::showFilter(const QString &filter)
{
    m_views->showFilter(filter);
}

/// While a bin is chosen, what stands for all destinations does not look so.
void Sidebar::showBinOf(const QString &filter)
{
    m_bins->showFilter(filter);
    m_destinations->setMarked(!m_bins->isMarked());
}

/// All destinations were the choice already, and so it would not be told.
void Sidebar::leaveBin(const QModelIndex &destination)
{
    if (destination.row() == DestinationModel::AllRow && m_bins->isMarked())
        emit filterRequested({});
}

bool Sidebar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        shareRoom();
    return QWidget::event(event);
}

/// What the destinations do not need, the other lists may have.
void Sidebar::shareRoom()
{
    int room = height();
    for (const SidebarSection *const section : std::as_const(m_sections))
        room -= section->sizeHint().height();
    if (m_destinations->isVisibleTo(this))
        room -= m_destinations->sizeHint().height();
    const QList<ShortList *> lists{m_views, m_bins};
    for (const ShortList *const list : lists)
        room -= list->isVisibleTo(this) ? list->usualHeight() : 0;
    for (ShortList *const list : lists) {
        if (list->isVisibleTo(this))
            room = list->takeSpare(room);
    }
}

void Sidebar::setKeptViews(const QList<LogViewpoint> &kept)
{
    m_viewModel->setKept(kept);
}

void Sidebar::restoreFrom(const QSettings &settings)
{
    const QStringList folded = settings.value(FoldedKey).toStringList();
    for (SidebarSection *const section : m_sections)
        section->setOpen(!folded.contains(section->objectName()));
}

void Sidebar::saveTo(QSettings &settings) const
{
    QStringList folded;
    for (const SidebarSection *const section : m_sections) {
        if (!section->isOpen())
            folded.append(section->objectName());
    }
    settings.setValue(FoldedKey, folded);
}

} // namespace Gui
