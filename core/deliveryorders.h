// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/publication.h"
#include "core/model/resending.h"
#include "core/store/changes.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Core {

class Archive;
class Clock;
class Directory;
class Ledger;
class Resending;

/// Takes what people ask for in the window about events and deliveries, by the rules of the HTTP
/// interface: publish, send again, cancel.
///
/// Thread: the engine's.
/// Owns: the resendings that are under way.
/// Borrows: directory and clock for its life; ledger and archive from open() to close().
/// Errors: each answer bears its own.
class DeliveryOrders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryOrders)

public:
    DeliveryOrders(const Directory &directory, const Clock &clock, qint64 maxBodyBytes,
                   QObject *parent = nullptr);
    ~DeliveryOrders() override;

    void open(Ledger &ledger, Archive &archive);
    void close(); ///< Ends what is under way. What is asked from now on is refused.

    void publish(const Core::Publication &publication);
    void previewResend(const Core::ResendOrder &order);
    void resend(const Core::ResendOrder &order);
    void stopResend(Core::Ticket ticket);
    void cancel(const QList<Core::AttemptId> &attempts); ///< the deliveries they belong to
    /// All that wait now, in steps; what begins to wait meanwhile may be among them.
    void cancelWaiting(const Core::DestinationId &destination);

signals:
    void published(const Core::PublicationAnswer &answer);
    void resendPreviewed(const Core::ResendPreview &preview);
    void resendAdvanced(const Core::ResendProgress &progress);
    void deliveriesCancelled(const Core::Cancellation &cancellation);

private:
    struct Cancelling;

    Result<NewEvent> judgedEvent(const Publication &publication) const;
    void carryOut(const ResendOrder &order);
    void endResend(const ResendOrder &order, const Error &error);
    void forget(Resending *resending);
    void cancelNextPage(const std::shared_ptr<Cancelling> &cancelling);
    void cancelAll(const QList<DeliveryId> &deliveries,
                   const std::shared_ptr<Cancelling> &cancelling);
    void take(const Result<Outcome> &outcome, const std::shared_ptr<Cancelling> &cancelling);
    void endPage(const std::shared_ptr<Cancelling> &cancelling);

    const Directory &m_directory;
    const Clock &m_clock;
    qint64 m_maxBodyBytes;
    std::vector<std::unique_ptr<Resending>> m_resendings;
    Ledger *m_ledger = nullptr; ///< null while nothing runs
    Archive *m_archive = nullptr;
};

} // namespace Core
