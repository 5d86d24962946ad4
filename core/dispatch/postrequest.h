// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/dispatch/poster.h"

#include <QNetworkRequest>
#include <QUrl>

class QHostAddress;

namespace Core {

/// Refuses what must not reach the wire: names and values that would break the header block, and
/// the names that belong to the framing.
Result<> checkHeaders(const HeaderList &headers);

/// Which destinations share connections with this one. Over plain http none does. Over https all
/// of one host do, since the name that Qt keeps connections apart by is the one that the
/// certificate is checked against; but a connection whose certificate is not checked is never
/// shared with one whose is.
QString connectionGroup(const Shipment &shipment, const QUrl &url);

/// The request for \a shipment, made to \a address and to nothing else: the address stands in the
/// URL, \a url's host in the Host header and in the check of the certificate.
QNetworkRequest makeRequest(const Shipment &shipment, const QUrl &url, const QHostAddress &address);

/// All headers of \a request in the order in which Qt sends them; those that it adds by itself
/// follow the others.
HeaderList wireHeaders(const QNetworkRequest &request, qsizetype bodyBytes);

} // namespace Core
