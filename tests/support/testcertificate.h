// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace Core {

/// What a certificate is made of.
struct CertificateRecipe
{
    enum class Key { Ec, Rsa, WeakRsa };

    QByteArray commonName;
    QByteArray alternativeNames; ///< "DNS:a.example,IP:127.0.0.1"; empty for none
    std::chrono::seconds validFrom = -std::chrono::hours{48}; ///< from now
    std::chrono::seconds validUntil = std::chrono::hours{24};
    Key key = Key::Ec;
    bool isSignedBySha1 = false;
    /// Names as OpenSSL has them, such as {"basicConstraints", "critical,CA:TRUE"}.
    QList<std::pair<QByteArray, QByteArray>> extensions;
};

/// A certificate with its private key, made for one test run.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    /// One that \a issuer has signed, or that signs itself when there is none.
    static TestCertificate make(const CertificateRecipe &recipe,
                                const TestCertificate *issuer = nullptr);

    /// One that signs itself, for \a host. It may sign others as well.
    static TestCertificate selfSigned(const QByteArray &host);

    /// One for \a host that \a issuer has signed; \a lasts may be negative for an expired one.
    static TestCertificate signedBy(const TestCertificate &issuer, const QByteArray &host,
                                    std::chrono::seconds lasts = std::chrono::hours{24});

    /// How a server shows it, followed by \a others.
    QSslConfiguration serverConfiguration(const QList<QSslCertificate> &others = {}) const;
};

} // namespace Core
