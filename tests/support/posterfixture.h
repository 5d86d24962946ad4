// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/networkposter.h"
#include "tests/support/fakelookup.h"

#include <QHash>

namespace Core {

/// A NetworkPoster that is running, with a resolver of the test's own, and what it has reported.
class PosterFixture final
{
public:
    explicit PosterFixture(int workerCount = 1, Milliseconds bodyTime = Milliseconds{2'000},
                           const AddressPolicy &policy = {})
        : m_poster(m_clock, policy, {workerCount, m_lookUp.function(), bodyTime})
    {
        m_poster.setReportHandler([this](const QList<Report> &reports) {
            ++m_batchCount;
            m_reports += reports;
        });
        m_poster.setDepartureHandler(
            [this](const Departure &departure) { m_departures.append(departure); });
        m_poster.start();
    }

    /// A shipment of destination 1 with a number of its own and a small body.
    Shipment shipment(const QString &url)
    {
        Shipment shipment;
        shipment.attempt = AttemptId{++m_lastAttempt};
        shipment.destination = DestinationId{1};
        shipment.url = url;
        shipment.headers = {{"User-Agent", "Hookpost/1.0"},
                            {"Accept-Encoding", "identity"},
                            {"Content-Type", "text/plain; charset=utf-8"},
                            {"webhook-id", "evt_1"}};
        shipment.body = "hello";
        shipment.timeout = Milliseconds{5'000};
        return shipment;
    }

    AttemptId post(const Shipment &shipment)
    {
        m_poster.post(shipment);
        return shipment.attempt;
    }

    AttemptId post(const QString &url) { return post(shipment(url)); }

    NetworkPoster &poster() { return m_poster; }
    FakeLookUp &lookUp() { return m_lookUp; }
    const QList<Report> &reports() const { return m_reports; }
    const QList<Departure> &departures() const { return m_departures; }
    int reportCount() const { return static_cast<int>(m_reports.size()); }
    int batchCount() const { return m_batchCount; }
    Report last() const { return m_reports.isEmpty() ? Report() : m_reports.constLast(); }

private:
    SystemClock m_clock;
    FakeLookUp m_lookUp;
    QList<Report> m_reports;
    QList<Departure> m_departures;
    int m_batchCount = 0;
    qint64 m_lastAttempt = 0;
    NetworkPoster m_poster; ///< last, since it reports until it is gone
};

} // namespace Core
