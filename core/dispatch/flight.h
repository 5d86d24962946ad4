// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

#include <QHostAddress>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace Core {

class OneShotBody;

/// A shipment on its way: what is known of it so far.
struct Flight
{
    using Moment = std::chrono::steady_clock::time_point;

    quint64 number = 0;
    Shipment shipment;
    QUrl url; ///< as checked
    QString group; ///< the destinations it shares connections with
    Report report;

    QList<QHostAddress> untried; ///< addresses that are allowed, in the resolver's order
    std::shared_ptr<QNetworkAccessManager> manager; ///< the reply's
    QNetworkReply *reply = nullptr; ///< none while the name is looked up
    OneShotBody *body = nullptr; ///< belongs to the reply
    QString tlsTrouble; ///< what is wrong with the certificate
    Tick due; ///< when it is cut off

    Moment began;
    std::optional<Moment> connecting; ///< none when an open connection is used again
    std::optional<Moment> encrypted;
    std::optional<Moment> sent; ///< the headers and the beginning of the body
    std::optional<Moment> answered; ///< the answer's header block was complete
};

/// How far \a flight has come. Connecting and the TLS handshake cannot be told apart here.
Phase phaseOf(const Flight &flight);

/// False when it is certain that not a single byte has been sent.
bool mayHaveLeft(const Flight &flight);

/// The time each phase took, for a flight that ends at \a end.
Timings timingsOf(const Flight &flight, Flight::Moment end);

} // namespace Core
