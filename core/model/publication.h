// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/delivery.h"
#include "core/model/header.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace Core {

/// Names what a person has asked for, so that its answers can be told from others. Whoever asks
/// chooses it.
using Ticket = qint64;

/// An event that a person publishes in the window: the very bytes that are delivered.
struct Publication
{
    Ticket ticket = 0;
    QString type;
    QByteArray contentType;
    QByteArray body;
    QList<DestinationId> destinations; ///< these; all whose patterns match when there are none
    bool isTest = false;
    HeaderList headers = {}; ///< of its own

    bool operator==(const Publication &) const = default;
};

/// What came of it: the event and its deliveries are on disk, or the error says why not.
struct PublicationAnswer
{
    Ticket ticket = 0;
    EventId event;
    QList<Delivery> deliveries;
    std::optional<Error> error;

    bool operator==(const PublicationAnswer &) const = default;
};

} // namespace Core
