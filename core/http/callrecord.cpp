// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/callrecord.h"

namespace Core::Http {

namespace {

QString placeOf(const QHostAddress &address, quint16 port)
{
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = isIPv6 ? u'[' + address.toString() + u']' : address.toString();
    return host + u':' + QString::number(port);
}

} // namespace

ApiCall callOf(const Request &request, const Reply &reply, Time at)
{
    ApiCall call;
    call.at = at;
    call.caller = placeOf(request.remote, request.remotePort);
    call.client = headerValue(request.headers, "User-Agent");
    call.method = request.method;
    call.target = request.target;
    call.status = reply.status;
    call.sentence = reply.problem.detail;
    call.field = reply.problem.field;
    call.hint = reply.problem.hint;
    return call;
}

ApiCall callOf(const Refusal &refusal, const QHostAddress &remote, Time at)
{
    ApiCall call;
    call.at = at;
    call.caller = remote.toString();
    call.status = refusal.status;
    call.sentence = refusal.sentence;
    return call;
}

} // namespace Core::Http
