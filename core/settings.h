// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/historylimits.h"
#include "core/model/subnet.h"

#include <QList>
#include <QString>

namespace Core {

/// What the engine is started with, as one value.
struct EngineSettings
{
    QString dataDirectory;
    quint16 apiPort = 8090; ///< 0 takes a free one
    quint16 binPort = 8091; ///< 0 takes a free one
    Milliseconds heartbeat{5'000}; ///< 0 is off
    qint64 maxBodyBytes = qint64{1024} * 1024; ///< of a request to the HTTP interface
    HistoryLimits history;
    int maxInFlight = 10'000; ///< POSTs under way at a time, each with a descriptor
    bool isServer = false; ///< POSTs go only to what is globally reachable
    QList<Subnet> allowedDestinations; ///< and to these, of what is local or private
    bool keepsTryingToListen = false; ///< a taken port is trouble, not the end
    bool keepsTryingToOpen = false; ///< likewise a database that cannot be used
    Milliseconds pauseBetweenTries{2'000}; ///< of either

    bool operator==(const EngineSettings &) const = default;
};

} // namespace Core
