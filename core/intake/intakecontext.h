// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/router.h"
#include "core/model/directory.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"

#include <functional>

namespace Core {

/// What the routes of the HTTP interface work with.
///
/// Borrows: everything, from the engine, which outlives the routes.
struct IntakeContext
{
    Ledger &ledger;
    Archive &archive;
    const Directory &directory;
    const Clock &clock;
    std::function<Result<>(const QString &url)> judgeUrl; ///< as far as it can be told at once
    std::function<DestinationStatus(const Directory::Entry &)> statusOf;
    std::function<EngineStatus()> engineStatus;
    std::function<void(bool isOn)> setDispatching; ///< of all destinations
    QObject *lifetime; ///< answers that come after its end are dropped
};

using ExchangePointer = std::shared_ptr<Http::Exchange>;

/// /webhooks and what lies below it.
void addDestinationRoutes(Http::Router &router, const IntakeContext &context);

/// /events and what lies below it.
void addEventRoutes(Http::Router &router, const IntakeContext &context);

/// Pausing and resuming all of it.
void addDispatcherRoutes(Http::Router &router, const IntakeContext &context);

/// What is done with single deliveries.
void addDeliveryRoutes(Http::Router &router, const IntakeContext &context);

/// Reading /deliveries, /attempts, /healthz and the page of text at /.
void addLogRoutes(Http::Router &router, const IntakeContext &context);

} // namespace Core
