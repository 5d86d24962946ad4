// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/filter.h"
#include "core/base/ids.h"

#include <QObject>

#include <optional>

namespace Gui {

class DestinationModel;
class FilterField;
class Sidebar;

/// What people point at becomes part of the filter here: the destination that is chosen stands in
/// its text, and one whose term is taken from there is not chosen any more.
///
/// Borrows: all.
class FilterDesk final : public QObject
{
    Q_OBJECT

public:
    FilterDesk(FilterField &field, Sidebar &sidebar, const DestinationModel &destinations,
               QObject *parent = nullptr);

private:
    void showDestination(const Core::DestinationId &id);
    void reviewDestination();

    FilterField &m_field;
    Sidebar &m_sidebar;
    const DestinationModel &m_destinations;
    std::optional<Core::FilterTerm> m_destination; ///< of the chosen one
};

} // namespace Gui
