// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QAction>
#include <QObject>
#include <QTimer>

namespace Gui {

class DestinationModel;
class Facts;
class Requests;
class WelcomePage;

/// Decides when the first steps are shown, and carries them out.
///
/// Borrows: all that it is made with.
class WelcomeDesk final : public QObject
{
    Q_OBJECT

public:
    WelcomeDesk(WelcomePage &page, const DestinationModel &destinations, const Facts &facts,
                Requests &requests, QObject *parent = nullptr);

    void setLogEmpty(bool isEmpty); ///< whether there is nothing else to show
    bool isShown() const { return m_isLogEmpty || m_isWanted || m_tickShown.isActive(); }

    QAction *const firstSteps;

signals:
    void shownChanged();

private:
    void makeDemo(const Core::Destination &demo);
    void testDemo(const QList<Core::DestinationStatus> &destinations);
    void setWanted(bool isWanted);

    WelcomePage &m_page;
    const DestinationModel &m_destinations;
    Requests &m_requests;
    QString m_awaitedDemo; ///< its URL, until it is registered
    bool m_isLogEmpty = true;
    bool m_isWanted = false;
    QTimer m_tickShown; ///< leaves time to see that a step has been done
};

} // namespace Gui
