// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/tlswords.h"

#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

namespace Core {

namespace {

QString wordsOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return QStringLiteral("the certificate has expired");
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("the certificate is not yet valid");
    case QSslError::HostNameMismatch:
        return QStringLiteral("the certificate is for another host name");
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("the certificate is self-signed");
    case QSslError::SelfSignedCertificateInChain:
        return QStringLiteral("the root certificate is self-signed and not trusted");
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
        return QStringLiteral("the issuer of the certificate is not known");
    case QSslError::CertificateUntrusted:
        return QStringLiteral("the root certificate is not trusted for this purpose");
    case QSslError::CertificateRevoked:
        return QStringLiteral("the certificate is revoked");
    case QSslError::CertificateBlacklisted:
        return QStringLiteral("the certificate is known to be abused");
    case QSslError::InvalidCaCertificate:
    case QSslError::PathLengthExceeded:
        return QStringLiteral("a certificate of its chain may not sign others");
    case QSslError::InvalidPurpose:
        return QStringLiteral("the certificate is not meant for servers");
    case QSslError::NoPeerCertificate:
        return QStringLiteral("the receiver shows no certificate");
    case QSslError::UnspecifiedError:
        // What Qt has no name for: keys and digests that OpenSSL finds too weak, and names that an
        // issuer may not sign.
        return QStringLiteral(
            "something in the chain of the certificate is too weak or not allowed");
    default:
        return QStringLiteral("the certificate cannot be accepted, reason %1")
            .arg(static_cast<int>(error));
    }
}

} // namespace

QString toWords(const QList<QSslError> &errors)
{
    QStringList words;
    for (const QSslError &error : errors)
        words.append(wordsOf(error.error()));
    words.removeDuplicates();
    const auto named = std::find_if(errors.begin(), errors.end(), [](const QSslError &error) {
        return !error.certificate().isNull();
    });
    if (named != errors.end())
        words.append(QStringLiteral("the certificate is that of %1")
                         .arg(named->certificate().subjectDisplayName()));
    return words.join(u"; ");
}

// OpenSSL writes "error:<number>:<library>:<function>:<reason>".
QString handshakeReason(const QString &words)
{
    static const QRegularExpression Reason(
        QStringLiteral("error:[0-9A-F]+:[^:]*:[^:]*:([^:,\n]+)"));
    const QRegularExpressionMatch found = Reason.match(words);
    return found.hasMatch() ? found.captured(1).trimmed() : QStringLiteral("the handshake failed");
}

} // namespace Core
