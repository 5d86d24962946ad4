// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/signaturejudge.h"

#include "core/dispatch/signer.h"

#include <algorithm>

namespace Core {

namespace {

constexpr QByteArrayView StandardHeader{"webhook-signature"};
constexpr QByteArrayView GitHubHeader{"X-Hub-Signature-256"};
constexpr QByteArrayView StripeHeader{"Stripe-Signature"};

std::optional<Time> secondsToTime(const QByteArray &text)
{
    // Past the year 5000 a count of milliseconds could overflow what reads it.
    constexpr qint64 Latest = 100'000'000'000;
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber || seconds < 0 || seconds > Latest || QByteArray::number(seconds) != text)
        return std::nullopt;
    return Time{std::chrono::seconds{seconds}};
}

/// The parts of one header's value that are signatures each.
QByteArrayList signaturesIn(SignatureScheme scheme, const QByteArray &value)
{
    if (scheme == SignatureScheme::GitHub)
        return {value};
    QByteArrayList found;
    for (const QByteArray &part : value.split(scheme == SignatureScheme::Stripe ? ',' : ' ')) {
        const bool isMoment = scheme == SignatureScheme::Stripe && part.startsWith("t=");
        if (!part.isEmpty() && !isMoment)
            found.append(part);
    }
    return found;
}

std::optional<Time> momentIn(SignatureScheme scheme, const HeaderList &headers,
                             const QByteArray &value)
{
    if (scheme != SignatureScheme::Stripe)
        return secondsToTime(headerValue(headers, "webhook-timestamp"));
    for (const QByteArray &part : value.split(',')) {
        if (part.startsWith("t="))
            return secondsToTime(part.sliced(2));
    }
    return std::nullopt;
}

/// What the header would hold if one of the secrets had made it.
QByteArrayList expectedSignatures(SignatureScheme scheme, const SignedRequest &request,
                                  const Secrets &secrets, std::optional<Time> moment)
{
    // What GitHub signs holds no moment.
    if (!moment && scheme != SignatureScheme::GitHub)
        return {};
    const EventId event{QString::fromLatin1(headerValue(request.headers, "webhook-id"))};
    QByteArrayList expected;
    for (const QByteArray &secret : {secrets.current, secrets.previous}) {
        if (secret.isEmpty())
            continue;
        const Header made = signatureHeaders(scheme, {secret, {}, {}}, event,
                                             moment.value_or(Time{}), request.body)
                                .last();
        expected += signaturesIn(scheme, made.value);
    }
    return expected;
}

void judgeHeader(SignatureScheme scheme, const Header &header, const SignedRequest &request,
                 const Secrets &secrets, SignatureReport &report)
{
    const auto moment = momentIn(scheme, request.headers, header.value);
    const QByteArrayList expected = expectedSignatures(scheme, request, secrets, moment);
    if (moment)
        report.skew = *moment - request.at;
    for (const QByteArray &text : signaturesIn(scheme, header.value)) {
        SignatureEntry entry{header.name, text,
                             request.isOurs ? SignatureVerdict::OtherSecret
                                            : SignatureVerdict::Invalid};
        if (secrets.current.isEmpty())
            entry.verdict = SignatureVerdict::NoSecret;
        else if (expected.contains(text))
            entry.verdict = moment && std::chrono::abs(*moment - request.at) > LargestSkew
                    && scheme != SignatureScheme::GitHub
                ? SignatureVerdict::ClockSkew
                : SignatureVerdict::Valid;
        report.entries.append(entry);
    }
}

} // namespace

SignatureReport judgeSignatures(const SignedRequest &request, const Secrets &secrets)
{
    SignatureReport report;
    for (const Header &header : request.headers) {
        const auto isNamed = [&header](QByteArrayView name) {
            return header.name.compare(name, Qt::CaseInsensitive) == 0;
        };
        if (isNamed(StandardHeader))
            judgeHeader(SignatureScheme::Standard, header, request, secrets, report);
        else if (isNamed(GitHubHeader))
            judgeHeader(SignatureScheme::GitHub, header, request, secrets, report);
        else if (isNamed(StripeHeader))
            judgeHeader(SignatureScheme::Stripe, header, request, secrets, report);
    }
    return report;
}

} // namespace Core
