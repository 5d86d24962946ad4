// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

/// Keeps every shipment, and reports what the test tells it to.
class FakePoster final : public Core::Poster
{
public:
    void setReportHandler(ReportHandler handler) override { m_handler = std::move(handler); }
    void setLateBodyHandler(LateBodyHandler handler) override
    {
        m_lateBodyHandler = std::move(handler);
    }
    void setDepartureHandler(DepartureHandler handler) override
    {
        m_departureHandler = std::move(handler);
    }
    void post(const Core::Shipment &shipment) override { m_shipments.append(shipment); }
    void abortAll() override { }

    const QList<Core::Shipment> &shipments() const { return m_shipments; }

    void answer(const Core::Shipment &shipment, int status, const Core::HeaderList &headers = {})
    {
        Core::Report report;
        report.attempt = shipment.attempt;
        report.status = status;
        report.responseHeaders = headers;
        m_handler({report});
    }

    /// The same, while its body is still coming.
    void answerEarly(const Core::Shipment &shipment, int status)
    {
        Core::Report report;
        report.attempt = shipment.attempt;
        report.status = status;
        report.isBodyComing = true;
        report.isResponseCut = true;
        m_handler({report});
    }

    /// It has come, in full.
    void endBody(const Core::Shipment &shipment, const QByteArray &body)
    {
        m_lateBodyHandler({{shipment.attempt, body, false, Core::Microseconds{1}}});
    }

    void fail(const Core::Shipment &shipment, Core::Failure failure)
    {
        Core::Report report;
        report.attempt = shipment.attempt;
        report.failure = failure;
        m_handler({report});
    }

    void depart(const Core::Departure &departure) { m_departureHandler(departure); }

    void report(const Core::Report &report) { m_handler({report}); }

private:
    ReportHandler m_handler;
    LateBodyHandler m_lateBodyHandler;
    DepartureHandler m_departureHandler;
    QList<Core::Shipment> m_shipments;
};
