// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/poster.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>
#include <utility>

namespace Core {

/// A poster as one writes it without knowing Qt: a manager, a QByteArray as the body and a transfer
/// timeout. The trial's negative control.
class CarelessPoster final : public Poster
{
public:
    /// \a manager has Qt's defaults if not told otherwise.
    explicit CarelessPoster(std::shared_ptr<QNetworkAccessManager> manager
                            = std::make_shared<QNetworkAccessManager>())
        : m_manager(std::move(manager))
    {
    }

    void setReportHandler(ReportHandler handler) override { m_handler = std::move(handler); }

    void post(const Shipment &shipment) override
    {
        QNetworkRequest request(QUrl(shipment.url));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        request.setTransferTimeout(static_cast<int>(shipment.timeout.count()));
        QNetworkReply *reply = m_manager->post(request, shipment.body);
        QObject::connect(reply, &QNetworkReply::finished, m_manager.get(),
                         [this, reply, attempt = shipment.attempt] { report(reply, attempt); });
    }

    void abortAll() override
    {
        const auto replies = m_manager->findChildren<QNetworkReply *>();
        for (QNetworkReply *reply : replies)
            reply->abort();
    }

private:
    void report(QNetworkReply *reply, AttemptId attempt)
    {
        Report report;
        report.attempt = attempt;
        report.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        report.failure = report.status > 0 ? Failure::None : Failure::ClosedWithoutAnswer;
        report.responseBody = reply->readAll();
        reply->deleteLater();
        m_handler({report});
    }

    std::shared_ptr<QNetworkAccessManager> m_manager;
    ReportHandler m_handler;
};

} // namespace Core
