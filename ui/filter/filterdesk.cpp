// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterdesk.h"

#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/sidebar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filtertext.h"
#include "ui/filter/valueterms.h"

namespace Gui {

FilterDesk::FilterDesk(FilterField &field, Sidebar &sidebar, const DestinationModel &destinations,
                       QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_sidebar(sidebar)
    , m_destinations(destinations)
{
    connect(&m_sidebar, &Sidebar::destinationChosen, this, &FilterDesk::showDestination);
    connect(&m_field, &FilterField::filterChanged, this, &FilterDesk::reviewDestination);
}

void FilterDesk::showDestination(const Core::DestinationId &id)
{
    QString text = m_field.filterText();
    if (m_destination)
        text = withoutTerm(text, *m_destination);
    m_destination.reset();
    if (const Core::DestinationStatus *const status = m_destinations.find(id)) {
        m_destination = termOf(status->destination, m_destinations.destinations());
        text = withTerm(withoutKey(text, Core::FilterKey::DestinationName), *m_destination);
    }
    // Else what is being typed would be lost.
    if (text != m_field.filterText())
        m_field.setFilterText(text);
}

void FilterDesk::reviewDestination()
{
    if (!m_destination || hasTerm(m_field.filterText(), *m_destination))
        return;
    m_destination.reset();
    m_sidebar.chooseAll();
}

} // namespace Gui
