// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QAction>
#include <QObject>

namespace Gui {

class BinList;
class BinOffer;
class Facts;
class LogPanel;
class Requests;

/// What a person can do with the chosen bin, and with one that the log lists and that is empty.
///
/// Borrows: \a bins, and all that it joins.
class BinDesk final : public QObject
{
    Q_OBJECT

public:
    explicit BinDesk(BinList &bins, QObject *parent = nullptr);

    /// Offers something to do where \a panel lists a bin that has received nothing.
    void join(LogPanel &panel, const Facts &facts, Requests &requests);

    QList<QAction *> forChosen() const { return {show, copyAddress, copyCommand}; }

    QAction *const show; ///< what it has received
    QAction *const copyAddress;
    QAction *const copyCommand; ///< that sends something there

signals:
    void copied();
    void refused(const Core::Error &error);

private:
    void review();
    void reviewOffer();

    BinList &m_bins;
    LogPanel *m_panel = nullptr;
    BinOffer *m_offer = nullptr;
    int m_offered = -1; ///< which bin
    bool m_isSending = false;
};

} // namespace Gui
