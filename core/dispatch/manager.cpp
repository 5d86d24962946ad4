// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/manager.h"

#include <QNetworkProxy>

namespace Core {

namespace {

/// Names the application's proxy, which is none, in words that Qt does not see through: with "no
/// proxy" it opens plain sockets unbuffered and reads an answer's headers byte by byte, one system
/// call each.
class BufferedSockets final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery & /*query*/) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

} // namespace

std::shared_ptr<QNetworkAccessManager> makeManager()
{
    // Its last flight may let go of it in the middle of one of its signals.
    const auto deleteLater = [](QNetworkAccessManager *manager) { manager->deleteLater(); };
    std::shared_ptr<QNetworkAccessManager> manager(new QNetworkAccessManager, deleteLater);
    manager->setProxyFactory(new BufferedSockets);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return manager;
}

} // namespace Core
