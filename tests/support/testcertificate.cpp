// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificate.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace Core {

namespace {

template<auto Free>
struct Freer
{
    template<typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};

using Bio = std::unique_ptr<BIO, Freer<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;

QByteArray contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

QByteArray toPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio);
}

QByteArray toPem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return contents(bio);
}

Key keyFromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

Certificate certificateFromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

void addExtension(X509 *certificate, int nid, const QByteArray &value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

Certificate makeCertificate(const QByteArray &host, EVP_PKEY *key, std::chrono::seconds lasts)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    const auto day = static_cast<long>(std::chrono::seconds(std::chrono::hours{24}).count());
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -2 * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(lasts.count()));
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(host.constData()), -1, -1,
                               0);
    X509_set_pubkey(certificate.get(), key);
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:" + host);
    return certificate;
}

TestCertificate toQt(X509 *certificate, EVP_PKEY *key)
{
    return {QSslCertificate(toPem(certificate)), QSslKey(toPem(key), QSsl::Ec)};
}

} // namespace

TestCertificate TestCertificate::selfSigned(const QByteArray &host)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = makeCertificate(host, key.get(), std::chrono::hours{24});
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return toQt(certificate.get(), key.get());
}

TestCertificate TestCertificate::signedBy(const TestCertificate &issuer, const QByteArray &host,
                                          std::chrono::seconds lasts)
{
    const Key key(EVP_EC_gen("P-256"));
    const Key issuerKey = keyFromPem(issuer.key.toPem());
    const Certificate issuerCertificate = certificateFromPem(issuer.certificate.toPem());
    const Certificate certificate = makeCertificate(host, key.get(), lasts);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuerCertificate.get()));
    X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    return toQt(certificate.get(), key.get());
}

QSslConfiguration TestCertificate::serverConfiguration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace Core
