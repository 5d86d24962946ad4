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

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    X509_add_ext(certificate, extension.get(), -1);
}

Key makeKey(CertificateRecipe::Key kind)
{
    switch (kind) {
    case CertificateRecipe::Key::Ec:
        return Key(EVP_EC_gen("P-256"));
    case CertificateRecipe::Key::Rsa:
        return Key(EVP_RSA_gen(2048));
    case CertificateRecipe::Key::WeakRsa:
        return Key(EVP_RSA_gen(1024));
    }
    Q_UNREACHABLE();
}

Certificate makeCertificate(const CertificateRecipe &recipe, EVP_PKEY *key)
{
    static long serial = 1;
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), recipe.validFrom.count());
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), recipe.validUntil.count());
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(recipe.commonName.constData()), -1, -1, 0);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

TestCertificate toQt(X509 *certificate, EVP_PKEY *key)
{
    const QSsl::KeyAlgorithm algorithm
        = EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec;
    return {QSslCertificate(toPem(certificate)), QSslKey(toPem(key), algorithm)};
}

} // namespace

TestCertificate TestCertificate::make(const CertificateRecipe &recipe,
                                      const TestCertificate *issuer)
{
    const Key key = makeKey(recipe.key);
    const Certificate certificate = makeCertificate(recipe, key.get());
    const Key issuerKey = issuer ? keyFromPem(issuer->key.toPem()) : nullptr;
    const Certificate issuerCertificate
        = issuer ? certificateFromPem(issuer->certificate.toPem()) : nullptr;
    X509 *const signer = issuer ? issuerCertificate.get() : certificate.get();
    if (!recipe.alternativeNames.isEmpty())
        addExtension(certificate.get(), signer, NID_subject_alt_name, recipe.alternativeNames);
    for (const auto &[name, value] : recipe.extensions)
        addExtension(certificate.get(), signer, OBJ_sn2nid(name.constData()), value);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    X509_sign(certificate.get(), issuer ? issuerKey.get() : key.get(),
              recipe.isSignedBySha1 ? EVP_sha1() : EVP_sha256());
    return toQt(certificate.get(), key.get());
}

TestCertificate TestCertificate::selfSigned(const QByteArray &host)
{
    CertificateRecipe recipe;
    recipe.commonName = host;
    recipe.alternativeNames = "DNS:" + host;
    recipe.extensions = {{"basicConstraints", "critical,CA:TRUE"}};
    return make(recipe);
}

TestCertificate TestCertificate::signedBy(const TestCertificate &issuer, const QByteArray &host,
                                          std::chrono::seconds lasts)
{
    CertificateRecipe recipe;
    recipe.commonName = host;
    recipe.alternativeNames = "DNS:" + host;
    recipe.validUntil = lasts;
    return make(recipe, &issuer);
}

QSslConfiguration TestCertificate::serverConfiguration(const QList<QSslCertificate> &others) const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QList<QSslCertificate>{certificate} + others);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace Core
