// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace Core {

/// A certificate with its private key, made for one test run and valid for a day.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    /// One that signs itself, for \a host. It may sign others as well.
    static TestCertificate selfSigned(const QByteArray &host);

    /// One for \a host that \a issuer has signed; \a lasts may be negative for an expired one.
    static TestCertificate signedBy(const TestCertificate &issuer, const QByteArray &host,
                                    std::chrono::seconds lasts = std::chrono::hours{24});

    /// How a server shows it.
    QSslConfiguration serverConfiguration() const;
};

} // namespace Core
