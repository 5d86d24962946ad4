// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QAction>
#include <QObject>

namespace Gui {

class DestinationModel;
class Facts;
class Requests;
class WelcomePage;

/// Decides when the first steps are shown, and carries them out. Once one of them was done they
/// stay, so that it is seen, until a person turns to something else.
///
/// Borrows: all that it is made with.
class WelcomeDesk final : public QObject
{
    Q_OBJECT

public:
    WelcomeDesk(WelcomePage &page, const DestinationModel &destinations, const Facts &facts,
                Requests &requests, QObject *parent = nullptr);

    void setLogEmpty(bool isEmpty); ///< whether it is known that there is nothing else to show
    bool isShown() const { return m_isLogEmpty || m_isWanted; }
    void leave(); ///< A person wants to see something else, as far as there is any.

    QAction *const firstSteps;

signals:
    void shownChanged();

private:
    void makeDemo(const Core::Destination &demo);
    void testDemo(const QList<Core::DestinationStatus> &destinations);
    void stay();
    void setWanted(bool isWanted);

    WelcomePage &m_page;
    const DestinationModel &m_destinations;
    Requests &m_requests;
    QString m_awaitedDemo; ///< its URL, until it is registered
    bool m_isLogEmpty = false; ///< and that is known
    bool m_isWanted = false; ///< even when there is something else to show
};

} // namespace Gui
