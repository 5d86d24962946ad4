// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bin/binserver.h"

#include "core/bin/binaddress.h"
#include "core/http/callrecord.h"
#include "core/http/problem.h"

namespace Core {

namespace {

constexpr qsizetype LargestBody = 10 * Http::MiB;

Http::ServerSettings serverSettings()
{
    Http::ServerSettings settings;
    settings.limits.maxBodyBytes = LargestBody;
    return settings;
}

CaptureRecord captureOf(const Http::Request &request, const BinAddress &address, Time now)
{
    CaptureRecord record;
    record.capture.bin = address.bin;
    record.capture.receivedAt = now;
    record.capture.method = request.method;
    record.capture.target = request.target;
    record.capture.status = address.status;
    record.capture.bodyBytes = request.body.size();
    record.capture.remoteAddress = request.remote.toString();
    const QByteArray delivery = headerValue(request.headers, "Hookpost-Delivery");
    if (const auto id = idFromString<DeliveryKind>(QString::fromLatin1(delivery))) {
        record.capture.delivery = *id;
        record.capture.attemptNumber = headerValue(request.headers, "Hookpost-Attempt").toInt();
    }
    record.headers = request.headers;
    record.body = request.body;
    return record;
}

Http::Reply receipt(int status)
{
    Http::Reply reply;
    reply.status = status;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = "received\n";
    return reply;
}

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::StorageFull:
        return 507;
    case ErrorCode::Conflict:
    case ErrorCode::Storage:
    case ErrorCode::Network:
        break;
    }
    return 503;
}

Http::Reply refusal(const Error &error)
{
    return Http::problemReply(statusOf(error.code), error.sentence, error.field, error.hint);
}

} // namespace

BinServer::BinServer(Ledger &ledger, const Clock &clock, UrlOf interfaceUrl, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_interfaceUrl(std::move(interfaceUrl))
    , m_servers(clock, serverSettings())
{
}

BinServer::~BinServer() = default;

Result<> BinServer::start(quint16 port)
{
    return m_servers.start(port, [this](Http::GuardedServer &server) -> Result<> {
        connect(&server, &Http::GuardedServer::requestReceived, this, &BinServer::receive);
        return {};
    });
}

void BinServer::stop()
{
    m_servers.stop();
}

void BinServer::receive(const std::shared_ptr<Http::Exchange> &exchange)
{
    const auto address = readBinAddress(exchange->request(), m_interfaceUrl());
    if (!address) {
        Http::Reply reply = refusal(address.error());
        reply.closes = address.error().field == u"Host";
        exchange->reply(reply);
        emit callRefused(Http::callOf(exchange->request(), reply, m_clock.now()));
        return;
    }
    m_ledger.submit(AddCapture{captureOf(exchange->request(), *address, m_clock.now())}, this,
                    [exchange, status = address->status](const Result<Outcome> &outcome) {
                        exchange->reply(outcome ? receipt(status) : refusal(outcome.error()));
                    });
}

} // namespace Core
