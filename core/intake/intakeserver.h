// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/loopbackservers.h"
#include "core/intake/gate.h"
#include "core/intake/intakecontext.h"
#include "core/model/apicall.h"

namespace Core {

/// The HTTP interface: takes registrations and events, answers after the commit, shows the log.
///
/// Thread: the engine's.
/// Owns: its servers and the router. Borrows: what the context names.
class IntakeServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntakeServer)

public:
    IntakeServer(IntakeContext context, qsizetype maxBodyBytes, QObject *parent = nullptr);
    ~IntakeServer() override;

    /// Listens on the loopback addresses; port 0 takes a free one.
    Result<> start(quint16 port);
    void stop(); ///< Takes no more requests; answers that are due still go out.

    quint16 port() const { return m_servers.port(); } ///< 0 while nothing listens

signals:
    /// Of every call, whether taken or refused.
    void callAnswered(const Core::ApiCall &call);

private:
    void tellRefusal(const Http::Refusal &refusal, const QHostAddress &remote);

    IntakeContext m_context;
    Http::LoopbackServers m_servers;
    Http::Router m_router; ///< gone before the servers it is bound to
};

} // namespace Core
