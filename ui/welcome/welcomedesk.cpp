// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcomedesk.h"

#include "ui/destinations/destinationmodel.h"
#include "ui/facts.h"
#include "ui/requests.h"
#include "ui/welcome/welcomepage.h"

#include <algorithm>

namespace Gui {

WelcomeDesk::WelcomeDesk(WelcomePage &page, const DestinationModel &destinations,
                         const Facts &facts, Requests &requests, QObject *parent)
    : QObject(parent)
    , firstSteps(new QAction(tr("&First steps"), this))
    , m_page(page)
    , m_destinations(destinations)
    , m_requests(requests)
{
    firstSteps->setObjectName(QStringLiteral("first-steps"));
    m_page.setLogOffered(!m_isLogEmpty);
    connect(firstSteps, &QAction::triggered, this, [this] { setWanted(true); });
    connect(&m_page, &WelcomePage::logRequested, this, &WelcomeDesk::leave);
    connect(&m_page, &WelcomePage::demoRequested, this, &WelcomeDesk::makeDemo);
    connect(&m_page, &WelcomePage::additionRequested, this, &WelcomeDesk::stay);
    connect(&m_page, &WelcomePage::callTaken, this, &WelcomeDesk::stay);
    connect(&m_destinations, &DestinationModel::addedThroughApi, &m_page,
            &WelcomePage::showRegistered);
    connect(&facts, &Facts::callsAnswered, &m_page, &WelcomePage::showCalls);
    connect(&facts, &Facts::attemptsRecorded, &m_page, &WelcomePage::showAttempts);
    connect(&facts, &Facts::capturesRecorded, &m_page, &WelcomePage::showCaptures);
    connect(&facts, &Facts::destinationsChanged, &m_page, &WelcomePage::showDestinations);
    connect(&facts, &Facts::destinationsChanged, this, &WelcomeDesk::testDemo);
}

void WelcomeDesk::setLogEmpty(bool isEmpty)
{
    if (std::exchange(m_isLogEmpty, isEmpty) == isEmpty)
        return;
    m_page.setLogOffered(!isEmpty);
    emit shownChanged();
}

void WelcomeDesk::leave()
{
    if (m_isWanted)
        setWanted(false);
}

void WelcomeDesk::stay()
{
    if (isShown())
        setWanted(true);
}

void WelcomeDesk::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    emit shownChanged();
}

/// Registers the demo, or takes the one that is there, and lets it show at once what it is for.
void WelcomeDesk::makeDemo(const Core::Destination &demo)
{
    stay();
    const QList<Core::Destination> known = m_destinations.destinations();
    const auto twin
        = std::find_if(known.begin(), known.end(), [&demo](const Core::Destination &one) {
              return one.name == demo.name && one.url == demo.url;
          });
    if (twin != known.end()) {
        emit m_requests.testRequested(twin->id);
        return;
    }
    m_awaitedDemo = demo.url;
    emit m_requests.additionRequested(demo);
}

void WelcomeDesk::testDemo(const QList<Core::DestinationStatus> &destinations)
{
    for (const Core::DestinationStatus &status : destinations) {
        if (m_awaitedDemo.isEmpty() || status.destination.url != m_awaitedDemo)
            continue;
        m_awaitedDemo.clear();
        emit m_requests.testRequested(status.destination.id);
    }
}

} // namespace Gui
