// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/addresspolicy.h"
#include "core/dispatch/poster.h"
#include "core/dispatch/replyjudge.h"

#include <QHostAddress>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace Core {

class Lookout;
class OneShotBody;
class Witness;

/// A shipment on its way: what is known of it so far.
struct Flight
{
    Q_DISABLE_COPY_MOVE(Flight)

    using Moment = std::chrono::steady_clock::time_point;

    Flight();
    ~Flight();

    quint64 number = 0;
    Shipment shipment;
    QUrl url; ///< as checked
    QString origin; ///< whose connections are kept apart by spellings
    int spelling = 0; ///< its number among those of its origin
    QString group; ///< the destinations it shares connections with
    QString peerName; ///< by which those connections are kept apart from others
    Report report;

    QList<QHostAddress> untried; ///< addresses that are allowed, in the resolver's order
    QList<QHostAddress> left; ///< those that had not connected yet when the next one was tried
    Endpoint endpoint; ///< where it goes now
    std::shared_ptr<QNetworkAccessManager> manager; ///< the reply's
    QNetworkReply *reply = nullptr; ///< none while the name is looked up
    OneShotBody *body = nullptr; ///< belongs to the reply
    quint64 headBytes = 0; ///< of the request, before any TLS
    QString tlsTrouble; ///< what is wrong with the certificate
    std::shared_ptr<Witness> witness; ///< of its connection, or of another that is much like it
    bool isWatched = false; ///< its connection is among those that are looked at
    Milliseconds handshakeLook{0}; ///< after which it is looked for in the TLS handshake again
    Tick deadline; ///< when the answer's headers must be complete, and then its body

    Moment began;
    std::optional<Moment> connecting; ///< none when an open connection is used again
    std::optional<Moment> encrypted;
    std::optional<Moment> sent; ///< the headers and the beginning of the body
    std::optional<Moment> answered; ///< the answer's header block was complete
};

/// How far \a flight has come. Connecting and the TLS handshake cannot be told apart here, and
/// that an answer has begun only with a witness and without TLS, which sends bytes of its own.
Phase phaseOf(const Flight &flight);

/// False when it is certain that not a single byte has been sent.
bool mayHaveLeft(const Flight &flight);

/// What is known of a flight whose reply ended without a status; \a lookout has seen how.
Ending endingOf(const Flight &flight, Lookout &lookout);

/// How far a flight has come whose time is up; \a lookout knows whether it is connected. None when
/// it has been sent, and whether an answer had begun to come cannot be told.
Phase phaseOf(const Flight &flight, Lookout &lookout);

/// Qt has the headers of its answer, so that what has come is not taken for another's.
void noteAnswer(const Flight &flight, Lookout &lookout);

/// Finds the flight's connection if that is not known yet, and ends it if Qt has read too much for
/// an answer's headers, to which it sets no bound.
void lookAt(Flight &flight, Lookout &lookout, Flight::Moment now);

/// True when Qt has read far more after an answer's headers than it has handed over as a body,
/// which a chunk's extension can do, to which Qt sets no bound either.
bool isSwollen(const Flight &flight, Flight::Moment now);

/// How long before \a now the request of \a flight had left; none when it has not. What it had
/// waited for until then, such as its turn or other addresses, is not in it.
std::optional<Milliseconds> sinceSent(const Flight &flight, Flight::Moment now);

/// The time each phase took, for a flight that ends at \a end.
Timings timingsOf(const Flight &flight, Flight::Moment end);

} // namespace Core
