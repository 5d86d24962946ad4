// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace Gui {

class BinList;

/// What a person can do with the chosen bin.
///
/// Borrows: \a bins.
class BinDesk final : public QObject
{
    Q_OBJECT

public:
    explicit BinDesk(BinList &bins, QObject *parent = nullptr);

    QList<QAction *> forChosen() const { return {show, copyAddress, copyCommand}; }

    QAction *const show; ///< what it has received
    QAction *const copyAddress;
    QAction *const copyCommand; ///< that sends something there

signals:
    void copied();

private:
    void review();

    BinList &m_bins;
};

} // namespace Gui
