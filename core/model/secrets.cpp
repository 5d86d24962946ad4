// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"

#include "core/model/destinationjson.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <utility>

namespace Core {

namespace {

constexpr QByteArrayView SymmetricPrefix{"whsec_"};
constexpr QByteArrayView PrivatePrefix{"whsk_"};
constexpr QByteArrayView PublicPrefix{"whpk_"};
constexpr int NewSecretBytes = 32;
constexpr int ShortestSecretBytes = 24;
constexpr int LongestSecretBytes = 64;
constexpr int SeedBytes = 32;
constexpr int KeyPairBytes = 64;
constexpr int LongestPlainSecret = 256;

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), count) != 1)
        qFatal("the system's random source does not answer");
    return bytes;
}

QByteArray publicHalf(const QByteArray &seed)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr,
                                     reinterpret_cast<const unsigned char *>(seed.constData()),
                                     SeedBytes),
        &EVP_PKEY_free);
    QByteArray half(SeedBytes, '\0');
    std::size_t size = SeedBytes;
    if (!key
        || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(half.data()),
                                       &size)
            != 1)
        qFatal("libcrypto knows no ed25519");
    return half;
}

constexpr QLatin1StringView MakeHint{"Leave it out to have one made; for a destination that has "
                                     "one, POST /webhooks/{id}/rotate-secret "
                                     "makes another."};

Error badSecret(const QString &sentence, const QString &hint)
{
    return invalid(QStringLiteral("secret"), sentence, hint);
}

Result<> validatePlainSecret(const QByteArray &secret)
{
    if (secret.isEmpty() || secret.size() > LongestPlainSecret)
        return badSecret(QStringLiteral("The secret has no or more than 256 bytes."),
                         QString(MakeHint));
    return {};
}

} // namespace

QByteArray newSecret(SignatureScheme scheme)
{
    if (scheme != SignatureScheme::StandardEd25519)
        return SymmetricPrefix.toByteArray() + randomBytes(NewSecretBytes).toBase64();
    const QByteArray seed = randomBytes(SeedBytes);
    return PrivatePrefix.toByteArray() + (seed + publicHalf(seed)).toBase64();
}

Result<> validateSecret(SignatureScheme scheme, const QByteArray &secret)
{
    const auto bytes = secretBytes(secret);
    switch (scheme) {
    case SignatureScheme::Standard:
        if (!secret.startsWith(SymmetricPrefix) || !bytes || bytes->size() < ShortestSecretBytes
            || bytes->size() > LongestSecretBytes)
            return badSecret(
                QStringLiteral("The secret is not \"whsec_\" and 24 to 64 bytes in base64."),
                QString(MakeHint));
        return {};
    case SignatureScheme::StandardEd25519:
        if (!secret.startsWith(PrivatePrefix) || !bytes || bytes->size() != KeyPairBytes
            || publicHalf(bytes->left(SeedBytes)) != bytes->mid(SeedBytes))
            return badSecret(
                QStringLiteral("The secret is not \"whsk_\" and an ed25519 key pair of 64 "
                               "bytes in base64."),
                QString(MakeHint));
        return {};
    case SignatureScheme::GitHub:
    case SignatureScheme::Stripe:
    case SignatureScheme::None:
        return validatePlainSecret(secret);
    }
    Q_UNREACHABLE();
}

Result<> validateSigning(const Registration &known, SignatureScheme wanted,
                         const std::optional<QByteArray> &secret)
{
    if (secret)
        return validateSecret(wanted, *secret);
    if (wanted == known.destination.signature || validateSecret(wanted, known.secrets.current))
        return {};
    return invalid(
        QStringLiteral("signature"),
        QStringLiteral("The destination's secret cannot sign by %1.").arg(toString(wanted)));
}

Result<> validateOverlap(Milliseconds overlap)
{
    if (overlap <= LongestOverlap)
        return {};
    return invalid(QStringLiteral("overlap"),
                   QStringLiteral("The overlap is longer than 30 days."));
}

Secrets fittingSecrets(SignatureScheme scheme, Secrets secrets)
{
    // GitHub's field holds a single signature.
    const bool maySignAlong = scheme != SignatureScheme::GitHub;
    if (secrets.previous.isEmpty() || (maySignAlong && validateSecret(scheme, secrets.previous)))
        return secrets;
    return {std::move(secrets.current), {}, {}};
}

std::optional<QByteArray> secretBytes(const QByteArray &secret)
{
    for (const QByteArrayView prefix : {SymmetricPrefix, PrivatePrefix}) {
        if (!secret.startsWith(prefix))
            continue;
        const auto decoded = QByteArray::fromBase64Encoding(
            secret.mid(prefix.size()), QByteArray::AbortOnBase64DecodingErrors);
        if (decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok)
            return decoded.decoded;
    }
    return std::nullopt;
}

QByteArray publicKey(const QByteArray &secret)
{
    const auto bytes = secretBytes(secret);
    if (!secret.startsWith(PrivatePrefix) || !bytes || bytes->size() != KeyPairBytes)
        return {};
    return PublicPrefix.toByteArray() + bytes->mid(SeedBytes).toBase64();
}

} // namespace Core
