// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dispatch/poster.h"

#include <QNetworkRequest>
#include <QUrl>

#include <chrono>

class QHostAddress;

namespace Core {

/// How long a connection stays open without a use: shorter than the idle time-out of common
/// receivers (Node's is 5 s), so that it is seldom closed by them in the moment we use it again,
/// and few idle ones are open at a time.
constexpr std::chrono::seconds IdleConnectionTime{3};

/// Refuses what must not reach the wire: names and values that would break the header block, and
/// the names that belong to the framing.
Result<> checkHeaders(const HeaderList &headers);

/// Which flights of one worker would share connections if nothing kept them apart. A connection
/// whose certificate is not checked is never shared with one whose is.
QString originOf(const Shipment &shipment, const QUrl &url);

/// The request for \a shipment, made to \a address and to nothing else: the address stands in the
/// URL, \a url's host in the Host header. Over https \a peerName is a way to write that host, which
/// the certificate is checked against; Qt keeps connections apart by it, over plain http as well.
QNetworkRequest makeRequest(const Shipment &shipment, const QUrl &url, const QHostAddress &address,
                            const QString &peerName);

/// All headers of \a request in the order in which Qt sends them; those that it adds by itself
/// follow the others. \a request is a copy, since they are set in it to find out how Qt spells
/// them.
HeaderList wireHeaders(QNetworkRequest request, qsizetype bodyBytes);

/// The bytes of a request to \a url with all \a headers, as far as its body.
quint64 headSize(const QUrl &url, const HeaderList &headers);

} // namespace Core
