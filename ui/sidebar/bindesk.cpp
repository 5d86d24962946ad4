// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/bindesk.h"

#include "ui/detail/shellquoting.h"
#include "ui/look/glyph.h"
#include "ui/sidebar/binlist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

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
        QGuiApplication::clipboard()->setText(
            QStringLiteral("curl --request POST --url %1 \\\n"
                           "     --header 'content-type: application/json' \\\n"
                           "     --data '{\"hello\": \"bin\"}'")
                .arg(shellWord(m_bins.chosenAddress().toUtf8())));
        emit copied();
    });
    connect(m_bins.selectionModel(), &QItemSelectionModel::currentChanged, this, &BinDesk::review);
    connect(m_bins.model(), &QAbstractItemModel::dataChanged, this, &BinDesk::review);
    m_bins.addActions(forChosen());
    review();
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
