// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intakeserver.h"

#include "core/base/log.h"
#include "core/http/callrecord.h"

namespace Core {

namespace {

Http::ServerSettings serverSettings(qsizetype maxBodyBytes)
{
    Http::ServerSettings settings;
    settings.limits.maxBodyBytes = maxBodyBytes;
    settings.defaultHeaders = {
        {"X-Content-Type-Options", "nosniff"},
        {"Cache-Control", "no-store"},
        {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    };
    return settings;
}

} // namespace

IntakeServer::IntakeServer(IntakeContext context, qsizetype maxBodyBytes, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_servers(m_context.clock, serverSettings(maxBodyBytes))
{
    addDestinationRoutes(m_router, m_context);
    addEventRoutes(m_router, m_context);
    addDispatcherRoutes(m_router, m_context);
    addDeliveryRoutes(m_router, m_context);
    addLogRoutes(m_router, m_context);
}

IntakeServer::~IntakeServer() = default;

Result<> IntakeServer::start(quint16 port)
{
    return m_servers.start(port, [this](Http::GuardedServer &server) {
        m_router.setGate([gate = Gate(loopbackHosts(), server.serverPort())](
                             const Http::Request &request) { return gate.judge(request); });
        connect(&server, &Http::GuardedServer::answered, this,
                [this](const Http::Request &request, const Http::Reply &reply) {
                    emit callAnswered(Http::callOf(request, reply, m_context.clock.now()));
                });
        connect(&server, &Http::GuardedServer::refused, this, &IntakeServer::tellRefusal);
        return m_router.bindTo(&server);
    });
}

void IntakeServer::stop()
{
    m_servers.stop();
}

void IntakeServer::tellRefusal(const Http::Refusal &refusal, const QHostAddress &remote)
{
    qCInfo(lcIntake).noquote().nospace()
        << "refused status=" << refusal.status << " remote=" << remote.toString()
        << " reason=" << refusal.sentence;
    emit callAnswered(Http::callOf(refusal, remote, m_context.clock.now()));
}

} // namespace Core
