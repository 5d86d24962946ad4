// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/addresspolicy.h"
#include "core/dispatch/deadlines.h"
#include "core/dispatch/fairqueue.h"
#include "core/dispatch/flight.h"
#include "core/dispatch/lookout.h"
#include "core/dispatch/replyjudge.h"
#include "core/dispatch/resolver.h"
#include "core/dispatch/spellings.h"
#include "core/model/responselimit.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace Core {

/// What a NetworkPoster is made with; the defaults are what the program uses.
struct PosterOptions
{
    int workerCount = 0; ///< 0 for one per processor core, up to four
    Resolver::LookUp lookUp = Resolver::system();
    Milliseconds bodyTime{2'000}; ///< how long an answer's body is read after its headers
    /// How long a verdict waits for the body, so that what most receivers answer is written in one
    /// go; few would see that their next POST came so much sooner.
    Milliseconds bodyGrace{50};
};

/// Makes the POSTs for its share of the hosts: looks the name up, judges the addresses, sends to
/// one that is allowed, and watches the deadline.
///
/// Thread: its own; start() must run there, and it must be deleted there.
/// Owns: its network managers, its resolver, all flights. Borrows: \a clock.
class PosterWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PosterWorker)

public:
    static constexpr qint64 MaxBodyBytes = MostResponseBytes;

    PosterWorker(const Clock &clock, AddressPolicy policy, PosterOptions options);
    ~PosterWorker() override;

    void start();
    void setPolicy(const AddressPolicy &policy);
    void post(const QList<Shipment> &shipments);
    void abortAll(); ///< Ends all flights; their reports have been told when it returns.

signals:
    void reported(const QList<Core::Report> &reports);
    void bodiesEnded(const QList<Core::LateBody> &bodies); ///< of what was reported before
    void departed(const Core::Departure &departure); ///< of a shipment that tells it

private:
    void accept(const Shipment &shipment);
    void join(Flight &flight);
    void leave(const Flight &flight);
    void serve(const QString &group);
    void launch(Flight &flight);
    void takeResolution(Flight &flight, const Resolution &resolution);
    void send(Flight &flight);
    void watch(Flight &flight);
    void noteTlsTrouble(const Flight &flight, const QString &words);
    std::shared_ptr<QNetworkAccessManager> &managerFor(const Flight &flight);
    void retireManager(const Flight &flight); ///< New flights get another one.

    void takeConnection(Flight &flight); ///< It is there, and nothing has been sent on it yet.
    void takeDeparture(Flight &flight);
    void takeHeaders(Flight &flight);
    void takeBody(Flight &flight);
    void takeEnd(Flight &flight);

    void cutOff(Flight &flight);
    void giveUp(Flight &flight);
    void leaveConnection(const Flight &flight);
    Tick patienceEnd(const Flight &flight, qsizetype addressCount) const;
    void leaveAddress(Flight &flight);
    void lookAtAnswers();

    void tellVerdict(Flight &flight);
    void conclude(Flight &flight, bool isCut);
    void fail(Flight &flight, const Silence &silence);
    void breakOff(Flight &flight);
    void dropReply(Flight &flight);
    void noteTimes(Flight &flight) const;
    void finish(Flight &flight);
    void tell(const Report &report);
    void tell(const LateBody &body);
    void flushSoon();
    void flush();

    using Flights = std::unordered_map<quint64, std::unique_ptr<Flight>>;

    const Clock &m_clock;
    AddressPolicy m_policy;
    PosterOptions m_options;
    std::unique_ptr<Resolver> m_resolver;
    std::shared_ptr<QNetworkAccessManager> m_verifying; ///< made when first needed, as is:
    std::shared_ptr<QNetworkAccessManager> m_unverifying; ///< for who asks for no check
    std::unique_ptr<Deadlines> m_deadlines;
    std::unique_ptr<Lookout> m_lookout;
    std::unique_ptr<QTimer> m_lookTimer; ///< runs while a connection is watched
    bool m_isAnyAwaited = false; ///< an answer, so that it looks often

    quint64 m_lastNumber = 0;
    Flights m_flights; ///< those that wait for a place as well
    Spellings m_spellings;
    FairQueue m_queue;
    QStringList m_toServe; ///< groups in which a place may be free
    bool m_isServing = false;
    QList<Report> m_reports; ///< told at the end of this turn of the event loop
    QList<LateBody> m_lateBodies; ///< as well, after them
};

} // namespace Core
