// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/bindesk.h"

#include "core/model/destination.h"
#include "ui/facts.h"
#include "ui/filter/filterfield.h"
#include "ui/log/logpanel.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"
#include "ui/sidebar/binlist.h"
#include "ui/sidebar/binmodel.h"
#include "ui/sidebar/binoffer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

#include <utility>

namespace Gui {

BinDesk::BinDesk(BinList &bins, QObject *parent)
    : QObject(parent)
    , show(new QAction(iconOf(Glyph::Received), tr("&Show what it received"), this))
    , copyAddress(new QAction(iconOf(Glyph::Copy), tr("&Copy address"), this))
    , copyCommand(new QAction(tr("Copy c&url that sends to it"), this))
    , m_bins(bins)
{
    show->setObjectName(QStringLiteral("show-bin"));
    copyAddress->setObjectName(QStringLiteral("copy-bin-address"));
    copyCommand->setObjectName(QStringLiteral("copy-bin-command"));
    connect(show, &QAction::triggered, &m_bins, &BinList::chooseCurrent);
    connect(copyAddress, &QAction::triggered, &m_bins, &BinList::copyAddress);
    connect(&m_bins, &BinList::copied, this, &BinDesk::copied);
    connect(copyCommand, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(curlToBin(m_bins.chosenAddress()));
        emit copied();
    });
    connect(m_bins.selectionModel(), &QItemSelectionModel::currentChanged, this, &BinDesk::review);
    connect(m_bins.model(), &QAbstractItemModel::dataChanged, this, &BinDesk::review);
    m_bins.addActions(forChosen());
    review();
}

void BinDesk::join(LogPanel &panel, const Facts &facts, Requests &requests)
{
    m_panel = &panel;
    m_offer = new BinOffer(&panel);
    panel.setOffer(*m_offer);
    connect(m_offer, &BinOffer::copied, this, &BinDesk::copied);
    connect(m_offer, &BinOffer::sendingRequested, this, [this, &requests] {
        Core::Destination bin;
        bin.name = m_bins.bins().at(m_offered).name;
        bin.url = m_bins.bins().addressOf(m_offered);
        m_isSending = true;
        emit requests.trialRequested(bin);
    });
    connect(&facts, &Facts::destinationTried, this, [this] { m_isSending = false; });
    connect(&facts, &Facts::trialRefused, this, [this](const Core::Error &error) {
        if (std::exchange(m_isSending, false))
            emit refused(error);
    });
    connect(panel.filter(), &FilterField::filterChanged, this, &BinDesk::reviewOffer);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_bins.model(), signal, this, &BinDesk::reviewOffer);
    connect(m_bins.model(), &QAbstractItemModel::modelReset, this, &BinDesk::reviewOffer);
    connect(&facts, &Facts::statusChanged, this, &BinDesk::reviewOffer);
    reviewOffer();
}

void BinDesk::reviewOffer()
{
    const BinModel &bins = m_bins.bins();
    m_offered = bins.rowCount() - 1;
    while (m_offered >= 0 && filterOf(bins.at(m_offered).name) != m_panel->filter()->filterText())
        --m_offered;
    if (m_offered >= 0)
        m_offer->setBin(bins.at(m_offered).name, bins.addressOf(m_offered));
    m_panel->setOffered(m_offered >= 0);
}

void BinDesk::review()
{
    const bool isChosen = m_bins.currentIndex().isValid();
    const QString reason = isChosen ? QString() : tr("Choose a bin first");
    show->setEnabled(isChosen);
    for (QAction *const action : {copyAddress, copyCommand})
        action->setEnabled(!m_bins.chosenAddress().isEmpty());
    for (QAction *const action : forChosen())
        action->setStatusTip(reason);
}

} // namespace Gui
