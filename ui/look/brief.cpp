// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/brief.h"

#include "core/model/reasonphrase.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"
#include "ui/look/tlsfault.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Gui {

namespace {

using Core::Failure;

struct BriefText
{
    Q_DECLARE_TR_FUNCTIONS(Brief)
};

/// Of a time limit, which nobody sets to fractions of a second.
QString limitText(Core::Microseconds waited)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(waited);
    if (seconds.count() == 0)
        return durationText(waited);
    return QString::number(seconds.count()) + QChar(QChar::Nbsp) + u's';
}

QString briefEnd(Core::Phase phase)
{
    switch (phase) {
    case Core::Phase::None:
        return BriefText::tr("connection ended");
    case Core::Phase::Tls:
        return BriefText::tr("ended in handshake");
    case Core::Phase::Headers:
        return BriefText::tr("answer broken off");
    default:
        return BriefText::tr("closed unanswered");
    }
}

QString briefTls(TlsFault fault)
{
    switch (fault) {
    case TlsFault::Expired:
        return BriefText::tr("TLS: expired certificate");
    case TlsFault::NotYetValid:
        return BriefText::tr("TLS: not yet valid");
    case TlsFault::AnotherName:
        return BriefText::tr("TLS: another name");
    case TlsFault::SelfSigned:
        return BriefText::tr("TLS: self-signed");
    case TlsFault::UnknownIssuer:
        return BriefText::tr("TLS: unknown issuer");
    case TlsFault::NotSpoken:
        return BriefText::tr("TLS: not spoken there");
    case TlsFault::Unknown:
        return BriefText::tr("TLS failed");
    }
    Q_UNREACHABLE();
}

QString briefFailure(const Core::Attempt &attempt)
{
    switch (attempt.failure) {
    case Failure::NameNotFound:
        return BriefText::tr("DNS: not found");
    case Failure::LookUpFailed:
        return BriefText::tr("DNS: no answer");
    case Failure::AddressRefused:
        return BriefText::tr("address not allowed");
    case Failure::ConnectionRefused:
        return BriefText::tr("connection refused");
    case Failure::Unreachable:
        return BriefText::tr("unreachable");
    case Failure::TlsFailed:
        return briefTls(tlsFaultIn(attempt.error));
    case Failure::ConnectionReset:
        return BriefText::tr("connection reset");
    case Failure::ClosedWithoutAnswer:
        return briefEnd(attempt.phase);
    case Failure::TimedOut:
        return BriefText::tr("timed out %1").arg(limitText(attempt.timings.total));
    case Failure::NotHttp:
        return BriefText::tr("not HTTP");
    case Failure::NotSent:
        return BriefText::tr("not sent");
    case Failure::None:
        break;
    }
    return spoken(attempt);
}

/// The reason is kept in English, whatever the window speaks.
BriefFailure failureOf(Failure failure, Core::Phase phase)
{
    Core::Attempt attempt;
    attempt.failure = failure;
    attempt.phase = phase;
    BriefFailure found{briefFailure(attempt), {}};
    found.term.text = Core::toWords(failure, phase);
    if (failure != Failure::TimedOut)
        return found;
    found.words = BriefText::tr("timed out %1").arg(QChar(u'…'));
    found.term.text = QStringLiteral("timed out");
    return found;
}

/// What Qt or OpenSSL has said of it stands behind our own words.
BriefFailure failureOf(TlsFault fault)
{
    QStringList patterns;
    for (const QString &words : wordsOf(fault))
        patterns.append(QRegularExpression::escape(words).replace(QLatin1StringView("\\ "),
                                                                  QLatin1StringView(" ")));
    BriefFailure found{briefTls(fault), {}};
    found.term.match = Core::FilterMatch::Pattern;
    found.term.text = QStringLiteral("TLS failed.*(%1)").arg(patterns.join(u'|'));
    return found;
}

} // namespace

QString brief(const Core::Attempt &attempt)
{
    const bool hasEnded = attempt.outcome != Core::AttemptOutcome::InFlight
        && attempt.outcome != Core::AttemptOutcome::Interrupted;
    if (!hasEnded)
        return spoken(attempt);
    if (attempt.status == 0)
        return briefFailure(attempt);
    const QString phrase = briefPhrase(attempt.status);
    const QString code = QString::number(attempt.status);
    return phrase.isEmpty() ? code : code + u' ' + phrase;
}

QList<BriefFailure> briefFailures()
{
    using Core::Phase;
    QList<BriefFailure> failures;
    for (int failure = 1; failure <= static_cast<int>(Failure::NotSent); ++failure)
        failures.append(failureOf(Failure{failure}, Phase::Wait));
    for (const Phase phase : {Phase::None, Phase::Tls, Phase::Headers})
        failures.append(failureOf(Failure::ClosedWithoutAnswer, phase));
    for (int fault = 1; fault <= static_cast<int>(TlsFault::NotSpoken); ++fault)
        failures.append(failureOf(TlsFault{fault}));
    return failures;
}

int widestBriefFailure(const QFontMetrics &metrics)
{
    int widest = 0;
    const auto measure
        = [&](const QString &text) { widest = std::max(widest, metrics.horizontalAdvance(text)); };
    Core::Attempt attempt;
    attempt.outcome = Core::AttemptOutcome::Temporary;
    attempt.timings.total = std::chrono::seconds{60};
    for (int failure = 1; failure <= static_cast<int>(Failure::NotSent); ++failure) {
        attempt.failure = Failure{failure};
        for (const Core::Phase phase : {Core::Phase::Wait, Core::Phase::Headers}) {
            attempt.phase = phase;
            measure(brief(attempt));
        }
    }
    for (int fault = 0; fault <= static_cast<int>(TlsFault::NotSpoken); ++fault)
        measure(briefTls(TlsFault{fault}));
    return widest;
}

QString briefPhrase(int status)
{
    switch (status) {
    case 203:
        return QStringLiteral("Non-Authoritative");
    case 407:
        return QStringLiteral("Proxy Auth Required");
    case 415:
        return QStringLiteral("Unsupported Type");
    case 416:
        return QStringLiteral("Range Not Satisfied");
    case 422:
        return QStringLiteral("Unprocessable");
    case 431:
        return QStringLiteral("Headers Too Large");
    case 451:
        return QStringLiteral("Legal Reasons");
    case 500:
        return QStringLiteral("Server Error");
    case 503:
        return QStringLiteral("Unavailable");
    case 505:
        return QStringLiteral("Version Not Supported");
    case 511:
        return QStringLiteral("Network Auth Required");
    default:
        return Core::reasonPhrase(status);
    }
}

} // namespace Gui
