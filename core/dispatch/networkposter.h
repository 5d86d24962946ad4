// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/posterworker.h"

#include <QThread>

#include <memory>
#include <vector>

namespace Core {

/// The Poster that really posts, over QNetworkAccessManager. Hosts are shared out among workers,
/// each on a thread of its own; shipments and reports travel in batches.
///
/// What it promises beyond the port: one POST on the wire per post(), at most. Qt would send again
/// by itself when a connection breaks, so the body can be read only once; a kept connection that
/// the receiver has closed meanwhile is found so before anything is sent and replaced, and where
/// the two cross on the wire the report says ClosedWithoutAnswer, since the receiver may have seen
/// the POST. Another address of the host is tried only while nothing has been sent.
///
/// Thread: the engine's; start() and stop() must run there. Owns: its workers and their threads.
/// Borrows: \a clock, which must outlive it.
class NetworkPoster final : public QObject, public Poster
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NetworkPoster)

public:
    NetworkPoster(const Clock &clock, AddressPolicy policy, PosterOptions options = {},
                  QObject *parent = nullptr);
    ~NetworkPoster() override; ///< Stops; who still flies is not reported any more.

    /// Starts the workers. Switches off every proxy of this process, the desktop's and the
    /// environment's, since a POST must reach the address that was judged.
    void start();

    /// Breaks off what is in flight, hands over all reports before it returns, ends the threads.
    void stop();

    /// Judges by \a policy from the next shipment on, such as when the API has begun to listen.
    void setPolicy(const AddressPolicy &policy);

    void setReportHandler(ReportHandler handler) override;
    void setLateBodyHandler(LateBodyHandler handler) override;
    void setDepartureHandler(DepartureHandler handler) override;
    void post(const Shipment &shipment) override; ///< While stopped, reports Failure::NotSent.
    void abortAll() override;

private:
    struct Crew
    {
        QThread thread;
        PosterWorker *worker = nullptr; ///< lives and dies on the thread
        QList<Shipment> outbox;
    };

    void startCrew(Crew &crew, int number);
    void sendOutboxes();
    void hand(const QList<Report> &reports);
    void handLate(const QList<LateBody> &bodies);
    void handOn(const Departure &departure);

    const Clock &m_clock;
    AddressPolicy m_policy;
    PosterOptions m_options;
    ReportHandler m_handler;
    LateBodyHandler m_lateBodyHandler;
    DepartureHandler m_departureHandler;
    std::vector<std::unique_ptr<Crew>> m_crews;
    bool m_isSendingSoon = false;
};

} // namespace Core
