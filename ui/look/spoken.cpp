// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/spoken.h"

#include "core/model/destination.h"
#include "core/model/figures.h"
#include "core/model/pausereason.h"
#include "ui/look/format.h"

#include <QCoreApplication>

#include <array>

namespace Gui {

namespace {

using Core::AttemptOutcome;
using Core::Failure;
using Core::NextStep;
using Core::Phase;

struct SpokenText
{
    Q_DECLARE_TR_FUNCTIONS(Spoken)
};

QString lateIn(Phase phase)
{
    switch (phase) {
    case Phase::LookUp:
        return SpokenText::tr("timed out while looking up the name");
    case Phase::Connect:
        return SpokenText::tr("timed out while connecting");
    case Phase::Tls:
        return SpokenText::tr("timed out in the TLS handshake");
    case Phase::Send:
        return SpokenText::tr("timed out while sending");
    case Phase::Headers:
        return SpokenText::tr("timed out within the answer's headers");
    case Phase::None:
        return SpokenText::tr("timed out, and whether an answer had begun was not seen");
    case Phase::Wait:
    case Phase::Body:
        break;
    }
    return SpokenText::tr("timed out waiting for an answer");
}

QString closedIn(Phase phase)
{
    switch (phase) {
    case Phase::None:
        return SpokenText::tr("connection ended, and how was not seen");
    case Phase::Tls:
        return SpokenText::tr("connection ended in the TLS handshake");
    case Phase::Headers:
        return SpokenText::tr("connection closed before the answer was complete");
    default:
        return SpokenText::tr("connection closed without an answer");
    }
}

QString failureText(Failure failure, Phase phase)
{
    switch (failure) {
    case Failure::None:
        return {};
    case Failure::NameNotFound:
        return SpokenText::tr("name not found");
    case Failure::LookUpFailed:
        return SpokenText::tr("name look-up failed");
    case Failure::AddressRefused:
        return SpokenText::tr("address not allowed");
    case Failure::ConnectionRefused:
        return SpokenText::tr("connection refused");
    case Failure::Unreachable:
        return SpokenText::tr("network unreachable");
    case Failure::TlsFailed:
        return SpokenText::tr("TLS failed");
    case Failure::ConnectionReset:
        return SpokenText::tr("connection reset");
    case Failure::ClosedWithoutAnswer:
        return closedIn(phase);
    case Failure::TimedOut:
        return lateIn(phase);
    case Failure::NotHttp:
        return SpokenText::tr("the answer is not HTTP");
    case Failure::NotSent:
        return SpokenText::tr("not sent");
    }
    Q_UNREACHABLE();
}

/// What the core may add to a failure, so that it is found by whoever translates. What it came to
/// say since then is shown in English.
constexpr std::array Details{
    QT_TRANSLATE_NOOP("Spoken", "the certificate is that of %1"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate has expired"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is not yet valid"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is for another host name"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is self-signed"),
    QT_TRANSLATE_NOOP("Spoken", "the root certificate is self-signed and not trusted"),
    QT_TRANSLATE_NOOP("Spoken", "the issuer of the certificate is not known"),
    QT_TRANSLATE_NOOP("Spoken", "the root certificate is not trusted for this purpose"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is revoked"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is known to be abused"),
    QT_TRANSLATE_NOOP("Spoken", "a certificate of its chain may not sign others"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate is not meant for servers"),
    QT_TRANSLATE_NOOP("Spoken", "the receiver shows no certificate"),
    QT_TRANSLATE_NOOP("Spoken",
                      "something in the chain of the certificate is too weak or not allowed"),
    QT_TRANSLATE_NOOP("Spoken", "the handshake failed"),
    QT_TRANSLATE_NOOP("Spoken", "the certificate cannot be accepted, reason %1"),
    QT_TRANSLATE_NOOP("Spoken", "it began with an interim answer: %1"),
    QT_TRANSLATE_NOOP("Spoken", "the status is %1"),
    QT_TRANSLATE_NOOP("Spoken", "its headers are longer than 256 KiB"),
    QT_TRANSLATE_NOOP("Spoken", "no file descriptor is free"),
    QT_TRANSLATE_NOOP("Spoken", "Hookpost was stopping"),
    QT_TRANSLATE_NOOP("Spoken", "the destination was removed"),
    QT_TRANSLATE_NOOP("Spoken", "the destination was paused"),
    QT_TRANSLATE_NOOP("Spoken", "the destination got another URL"),
    QT_TRANSLATE_NOOP("Spoken", "Hookpost ended before an answer came"),
};

/// One of the things that Qt says of a connection, where Qt speaks our language.
QString qtsWords(const QString &words)
{
    const QByteArray source = words.toUtf8();
    for (const char *const context : {"QSslSocket", "QNativeSocketEngine"}) {
        const QString own = QCoreApplication::translate(context, source.constData());
        if (own != words)
            return own;
    }
    return words;
}

QString detailText(const QString &detail)
{
    for (const char *const known : Details) {
        const QString pattern = QString::fromLatin1(known);
        const QString beginning = pattern.section(QLatin1StringView("%1"), 0, 0);
        if (beginning == pattern && detail == pattern)
            return QCoreApplication::translate("Spoken", known);
        if (beginning != pattern && detail.startsWith(beginning))
            return QCoreApplication::translate("Spoken", known).arg(detail.mid(beginning.size()));
    }
    return qtsWords(detail);
}

/// \a words are what the core made of \a failure and what it knew besides, in parts.
QString failureText(Failure failure, Phase phase, const QString &words)
{
    const QString known = Core::toWords(failure, phase);
    if (words.isEmpty() || words == known)
        return failureText(failure, phase);
    if (known.isEmpty())
        return detailText(words);
    const QString beginning = known + QLatin1StringView(": ");
    if (!words.startsWith(beginning))
        return words;
    static const QString Separator = QStringLiteral("; ");
    QStringList details = words.mid(beginning.size()).split(Separator);
    for (QString &detail : details)
        detail = detailText(detail);
    return failureText(failure, phase) + QLatin1StringView(": ") + details.join(Separator);
}

/// All that its schedule had; a heartbeat or a test has one only.
bool isUsedUp(const Core::Attempt &attempt)
{
    return attempt.kind == Core::EventKind::Published
        && attempt.outcome == Core::AttemptOutcome::Temporary;
}

} // namespace

QString spoken(const Core::Attempt &attempt)
{
    if (attempt.outcome == AttemptOutcome::InFlight)
        return SpokenText::tr("in flight");
    if (attempt.outcome == AttemptOutcome::Interrupted)
        return SpokenText::tr("interrupted");
    return attempt.status == 0 ? spokenFailure(attempt) : Core::toWords(attempt);
}

QString spoken(const Core::AnswerKind &answer)
{
    Core::Attempt attempt;
    attempt.outcome = answer.outcome;
    attempt.status = answer.status;
    attempt.failure = answer.failure;
    attempt.phase = answer.phase;
    return spoken(attempt);
}

QString spokenFailure(const Core::Attempt &attempt)
{
    return attempt.status == 0 ? failureText(attempt.failure, attempt.phase, attempt.error)
                               : QString();
}

QString spokenStep(const Core::AttemptRecord &record)
{
    const QString moment = record.dueAt ? momentText(*record.dueAt) : QString();
    switch (record.nextStep) {
    case NextStep::None:
        return {};
    case NextStep::Due:
        return SpokenText::tr("The next attempt is due at %1.").arg(moment);
    case NextStep::Held:
        return SpokenText::tr("The receiver has asked for a pause (429); the next attempt is due "
                              "at %1, or when the destination is resumed.")
            .arg(moment);
    case NextStep::Probed:
        return SpokenText::tr("The receiver fails again and again, so one at a time is sent to "
                              "it; the next may go at %1.")
            .arg(moment);
    case NextStep::Kept:
        return SpokenText::tr("It waits until the destination is resumed.");
    case NextStep::InFlight:
        return SpokenText::tr("It is in flight.");
    case NextStep::Delivered:
        return SpokenText::tr("It is delivered.");
    case NextStep::GivenUp:
        return isUsedUp(record.attempt)
            ? SpokenText::tr("It was given up after %n attempt(s).", nullptr, record.attempt.number)
            : SpokenText::tr("It is not tried again.");
    case NextStep::Cancelled:
        return SpokenText::tr("A person has cancelled it.");
    case NextStep::Removed:
        return SpokenText::tr("It was cancelled, since the destination was removed.");
    }
    Q_UNREACHABLE();
}

QString spokenPause(const Core::Destination &destination)
{
    const QString &reason = destination.pauseReason;
    if (reason == Core::GoneReason)
        return SpokenText::tr("the receiver answered 410 Gone");
    if (const auto since = Core::sinceIn(reason))
        return SpokenText::tr("nothing but failures since %1").arg(momentText(*since));
    return reason;
}

/// The store marks it with the words of what failed, and of two things only.
QString spokenMark(const Core::Destination &destination)
{
    for (const Failure failure : {Failure::TlsFailed, Failure::AddressRefused}) {
        if (destination.mark.startsWith(Core::toWords(failure, Phase::None)))
            return failureText(failure, Phase::None, destination.mark);
    }
    return destination.mark;
}

} // namespace Gui
