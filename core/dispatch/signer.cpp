// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/signer.h"

#include "core/model/secrets.h"

#include <memory>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace Core {

namespace {

constexpr int Sha256Bytes = 32;
constexpr int Ed25519SeedBytes = 32;
constexpr int Ed25519SignatureBytes = 64;

const unsigned char *unsignedData(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray hmacSha256(const QByteArray &key, const QByteArray &message)
{
    QByteArray digest(Sha256Bytes, '\0');
    unsigned int size = Sha256Bytes;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()), unsignedData(message),
         static_cast<std::size_t>(message.size()), reinterpret_cast<unsigned char *>(digest.data()),
         &size);
    return digest;
}

QByteArray ed25519(const QByteArray &seed, const QByteArray &message)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, unsignedData(seed),
                                     Ed25519SeedBytes),
        &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                          &EVP_MD_CTX_free);
    QByteArray signature(Ed25519SignatureBytes, '\0');
    std::size_t size = Ed25519SignatureBytes;
    if (!key || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          unsignedData(message), static_cast<std::size_t>(message.size()))
            != 1)
        qFatal("libcrypto knows no ed25519");
    return signature;
}

/// Since the epoch.
qint64 secondOf(Time moment)
{
    return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

/// The secrets that sign at \a now, the current one first. One from the time before the scheme was
/// changed may be no key for it.
QList<QByteArray> signingSecrets(SignatureScheme scheme, const Secrets &secrets, Time now)
{
    QList<QByteArray> signing{secrets.current};
    const Secrets fitting = fittingSecrets(scheme, secrets);
    if (!fitting.previous.isEmpty() && now < fitting.previousUntil)
        signing.append(fitting.previous);
    return signing;
}

/// None when \a secret holds no key.
std::optional<QByteArray> standardEntry(const QByteArray &secret, const QByteArray &message)
{
    const auto key = secretBytes(secret);
    if (!key || key->isEmpty())
        return std::nullopt;
    if (!secret.startsWith("whsk_"))
        return "v1," + hmacSha256(*key, message).toBase64();
    if (key->size() < Ed25519SeedBytes)
        return std::nullopt;
    return "v1a," + ed25519(key->left(Ed25519SeedBytes), message).toBase64();
}

Header standardHeader(const QList<QByteArray> &secrets, const QByteArray &message)
{
    QByteArrayList entries;
    for (const QByteArray &secret : secrets) {
        if (const auto entry = standardEntry(secret, message))
            entries.append(*entry);
    }
    return {"webhook-signature", entries.join(' ')};
}

/// The vendor knows a single signature, so the current secret's it is.
Header gitHubHeader(const QList<QByteArray> &secrets, const QByteArray &body)
{
    return {"X-Hub-Signature-256", "sha256=" + hmacSha256(secrets.first(), body).toHex()};
}

Header stripeHeader(const QList<QByteArray> &secrets, const QByteArray &seconds,
                    const QByteArray &body)
{
    QByteArrayList parts{"t=" + seconds};
    for (const QByteArray &secret : secrets)
        parts.append("v1=" + hmacSha256(secret, seconds + '.' + body).toHex());
    return {"Stripe-Signature", parts.join(',')};
}

} // namespace

HeaderList signatureHeaders(SignatureScheme scheme, const Secrets &secrets, const EventId &event,
                            Time now, const QByteArray &body)
{
    const QByteArray id = event.text.toLatin1();
    const QByteArray seconds = QByteArray::number(secondOf(now));
    const QList<QByteArray> signing = signingSecrets(scheme, secrets, now);
    HeaderList headers{{"webhook-id", id}, {"webhook-timestamp", seconds}};
    switch (scheme) {
    case SignatureScheme::Standard:
    case SignatureScheme::StandardEd25519:
        headers.append(standardHeader(signing, id + '.' + seconds + '.' + body));
        break;
    case SignatureScheme::GitHub:
        headers.append(gitHubHeader(signing, body));
        break;
    case SignatureScheme::Stripe:
        headers.append(stripeHeader(signing, seconds, body));
        break;
    case SignatureScheme::None:
        break;
    }
    return headers;
}

void renewSignature(HeaderList &headers, Seal &seal, Time now, const QByteArray &body)
{
    if (secondOf(now) == secondOf(seal.signedAt))
        return;
    seal.signedAt = now;
    for (const Header &made : signatureHeaders(seal.scheme, seal.secrets, seal.event, now, body)) {
        for (Header &header : headers) {
            if (header.name == made.name)
                header.value = made.value;
        }
    }
}

} // namespace Core
