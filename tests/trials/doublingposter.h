// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

#include <QHash>

#include <utility>

namespace Core {

/// Sends each shipment twice and tells of the second time alone, as a network stack does that
/// sends again behind our back. A negative control.
///
/// Borrows: \a poster, which must outlive it.
class DoublingPoster final : public Poster
{
public:
    explicit DoublingPoster(Poster &poster)
        : m_poster(poster)
    {
    }

    void setReportHandler(ReportHandler handler) override
    {
        m_handler = std::move(handler);
        m_poster.setReportHandler([this](const QList<Report> &reports) {
            for (const Report &report : reports)
                take(report);
        });
    }

    void setLateBodyHandler(LateBodyHandler handler) override
    {
        m_poster.setLateBodyHandler([handler](const QList<LateBody> &bodies) {
            for (const LateBody &late : bodies) {
                if (!isFirst(late.attempt))
                    handler({late});
            }
        });
    }

    void post(const Shipment &shipment) override
    {
        Shipment first = shipment;
        first.attempt = AttemptId{-shipment.attempt.value};
        m_later.insert(first.attempt.value, shipment);
        m_poster.post(first);
    }

    void abortAll() override { m_poster.abortAll(); }

private:
    static bool isFirst(AttemptId attempt) { return attempt.value < 0; }

    void take(const Report &report)
    {
        if (isFirst(report.attempt))
            m_poster.post(m_later.take(report.attempt.value));
        else
            m_handler({report});
    }

    Poster &m_poster;
    ReportHandler m_handler;
    QHash<qint64, Shipment> m_later; ///< what goes a second time, by the first one's attempt
};

} // namespace Core
