// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intakecontext.h"
#include "core/intake/replies.h"
#include "core/intake/requestreader.h"

namespace Core {

namespace {

void setDispatching(const IntakeContext &context, const ExchangePointer &exchange, bool isOn)
{
    if (const auto read = readNothing(exchange->request().body); !read)
        return exchange->reply(errorReply(read.error()));
    context.setDispatching(isOn);
    exchange->reply(
        jsonReply(200, {{QStringLiteral("dispatching"), context.engineStatus().isDispatching}}));
}

} // namespace

void addDispatcherRoutes(Http::Router &router, const IntakeContext &context)
{
    router.route(QStringLiteral("/dispatcher/pause"), "POST",
                 [&context](const ExchangePointer &exchange, const QString &) {
                     setDispatching(context, exchange, false);
                 });
    router.route(QStringLiteral("/dispatcher/resume"), "POST",
                 [&context](const ExchangePointer &exchange, const QString &) {
                     setDispatching(context, exchange, true);
                 });
}

} // namespace Core
