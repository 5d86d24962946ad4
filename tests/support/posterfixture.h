// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/networkposter.h"
#include "tests/support/fakelookup.h"
#include "tests/support/wholereport.h"

#include <QHash>

#include <algorithm>

namespace Core {

/// A NetworkPoster that is running, with a resolver of the test's own, and what it has reported.
class PosterFixture final
{
public:
    explicit PosterFixture(int workerCount = 1, Milliseconds bodyTime = Milliseconds{2'000},
                           const AddressPolicy &policy = {},
                           Milliseconds bodyGrace = Milliseconds{50})
        : m_poster(m_clock, policy, {workerCount, m_lookUp.function(), bodyTime, bodyGrace})
    {
        m_poster.setReportHandler([this](const QList<Report> &reports) {
            ++m_batchCount;
            for (const Report &report : reports)
                (report.isBodyComing ? m_verdicts : m_reports).append(report);
        });
        m_poster.setLateBodyHandler([this](const QList<LateBody> &bodies) {
            for (const LateBody &late : bodies)
                complete(late);
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
    /// Those of which all has been told.
    const QList<Report> &reports() const { return m_reports; }
    const QList<Report> &verdicts() const { return m_verdicts; } ///< as told before their bodies
    const QList<Departure> &departures() const { return m_departures; }
    int reportCount() const { return static_cast<int>(m_reports.size()); }
    int batchCount() const { return m_batchCount; }
    Report last() const { return m_reports.isEmpty() ? Report() : m_reports.constLast(); }

private:
    void complete(const LateBody &late)
    {
        const auto verdict
            = std::find_if(m_verdicts.begin(), m_verdicts.end(), [&late](const Report &report) {
                  return report.attempt == late.attempt;
              });
        if (verdict == m_verdicts.end())
            qFatal("a body came before its verdict");
        m_reports.append(whole(*verdict, late));
    }

    SystemClock m_clock;
    FakeLookUp m_lookUp;
    QList<Report> m_reports;
    QList<Report> m_verdicts;
    QList<Departure> m_departures;
    int m_batchCount = 0;
    qint64 m_lastAttempt = 0;
    NetworkPoster m_poster; ///< last, since it reports until it is gone
};

} // namespace Core
