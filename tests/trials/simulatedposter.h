// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

#include <functional>
#include <map>
#include <set>

/// Hands each shipment to the simulated world, which tells what it will report unless that is
/// broken off, and reports it in time.
class SimulatedPoster final : public Core::Poster
{
public:
    using Taker = std::function<Core::Report(const Core::Shipment &)>;

    explicit SimulatedPoster(Taker taker)
        : m_taker(std::move(taker))
    {
    }

    void setReportHandler(ReportHandler handler) override { m_handler = std::move(handler); }
    void setLateBodyHandler(LateBodyHandler handler) override
    {
        m_lateBodyHandler = std::move(handler);
    }

    void post(const Core::Shipment &shipment) override
    {
        m_flying.emplace(shipment.attempt, m_taker(shipment));
    }

    void abortAll() override
    {
        for (const auto &[attempt, planned] : std::exchange(m_flying, {})) {
            Core::Report report;
            report.attempt = attempt;
            report.startedAt = planned.startedAt;
            report.sentAt = planned.sentAt;
            report.timings.total = planned.timings.total;
            report.isBrokenOff = true;
            m_handler({report});
        }
        while (!m_receiving.empty())
            endBody({*m_receiving.begin(), {}, true, {}});
    }

    bool isFlying(Core::AttemptId attempt) const { return m_flying.contains(attempt); }

    void report(const Core::Report &report)
    {
        m_flying.erase(report.attempt);
        if (report.isBodyComing)
            m_receiving.insert(report.attempt);
        m_handler({report});
    }

    bool isReceiving(Core::AttemptId attempt) const { return m_receiving.contains(attempt); }

    void endBody(const Core::LateBody &body)
    {
        m_receiving.erase(body.attempt);
        m_lateBodyHandler({body});
    }

private:
    Taker m_taker;
    ReportHandler m_handler;
    LateBodyHandler m_lateBodyHandler;
    std::map<Core::AttemptId, Core::Report> m_flying; ///< with what is planned for them
    std::set<Core::AttemptId> m_receiving; ///< reported, but for their bodies
};
