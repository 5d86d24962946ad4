// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/explanation.h"

#include "core/model/reasonphrase.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QCoreApplication>

namespace Gui {

namespace {

constexpr int LongestName = 60;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString nameOf(const Core::Attempt &attempt)
{
    return shortened(printable(attempt.destinationName), LongestName);
}

QString whatHappened(const Core::Attempt &attempt)
{
    const QString tries = QString::number(attempt.number);
    const QString words = shortened(printable(spoken(attempt)), 4 * LongestName);
    if (attempt.outcome == Core::AttemptOutcome::InFlight)
        return Text::tr("Waiting for “%1” to answer, try %2.").arg(nameOf(attempt), tries);
    if (attempt.outcome == Core::AttemptOutcome::Interrupted)
        return Text::tr(
                   "Hookpost ended while it sent to “%1”, try %2; what came of it is not known.")
            .arg(nameOf(attempt), tries);
    const QString after = durationText(attempt.timings.total);
    if (attempt.status != 0)
        return Text::tr("“%1” answered %2 after %3, try %4.")
            .arg(nameOf(attempt), words, after, tries);
    return Text::tr("No answer from “%1”: %2, after %3, try %4.")
        .arg(nameOf(attempt), words, after, tries);
}

QString causeOfFailure(const Core::Attempt &attempt)
{
    switch (attempt.failure) {
    case Core::Failure::None:
    case Core::Failure::NotSent:
        return {};
    case Core::Failure::NameNotFound:
        return Text::tr("No computer has this name. Check the spelling of the URL's host.");
    case Core::Failure::LookUpFailed:
        return Text::tr("The name service did not answer. Check this computer's network.");
    case Core::Failure::AddressRefused:
        return Text::tr("The name leads to an address that Hookpost never sends to, such as one "
                        "for cloud metadata. Nothing was sent.");
    case Core::Failure::ConnectionRefused:
        return Text::tr("Nothing listens at this address and port. Is the receiver running, and is "
                        "the port right?");
    case Core::Failure::Unreachable:
        return Text::tr("There is no way to this network. Check the connection, VPN or firewall.");
    case Core::Failure::TlsFailed:
        return Text::tr("No secure connection could be made: the certificate may be expired, for "
                        "another name or from an unknown issuer, or the port may not speak TLS.");
    case Core::Failure::ConnectionReset:
    case Core::Failure::ClosedWithoutAnswer:
        return Text::tr("The receiver accepted the connection and dropped it. It may have crashed, "
                        "or the port may speak another protocol.");
    case Core::Failure::TimedOut:
        return attempt.phase == Core::Phase::Connect
            ? Text::tr("The address did not react at all. A firewall may drop what is sent to it.")
            : Text::tr("The receiver was too slow. It should answer at once and work afterwards.");
    case Core::Failure::NotHttp:
        return Text::tr("Something answered, but not in HTTP/1.1. The port may be for another "
                        "service, or want https.");
    }
    Q_UNREACHABLE();
}

QString causeOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
        return Text::tr("The receiver does not accept who sends. Check its signing secret or the "
                        "destination's own headers.");
    case 404:
        return Text::tr("The receiver knows no such path. Check the URL.");
    case 405:
        return Text::tr("The receiver takes no POST at this path. Check the URL.");
    case 410:
        return Text::tr("The receiver says that it wants no more, so the destination is paused.");
    case 413:
        return Text::tr("The body is too large for the receiver.");
    case 415:
        return Text::tr("The receiver does not take this content type.");
    case 429:
        return Text::tr("The receiver is being sent too much; later deliveries are held back.");
    default:
        break;
    }
    if (status >= 300 && status < 400)
        return Text::tr("Redirects are not followed. Register the address it points to.");
    return status >= 500 ? Text::tr("The fault is on the receiver's side; its log knows more.")
                         : QString();
}

void add(QList<Field> &fields, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        fields.append({name, value});
}

void addPhase(QList<Field> &fields, const QString &name,
              const std::optional<Core::Microseconds> &duration)
{
    if (duration)
        add(fields, name, durationText(*duration));
}

} // namespace

QString sentenceOf(const Core::AttemptRecord &record)
{
    const QString next = printable(record.nextStep);
    return next.isEmpty() ? whatHappened(record.attempt)
                          : whatHappened(record.attempt) + u' ' + next;
}

QString sentenceOf(const Core::CaptureRecord &record)
{
    const Core::Capture &capture = record.capture;
    const QString bin = shortened(printable(capture.bin), LongestName);
    const QString method = shortened(printable(capture.method), LongestName);
    const QString answer
        = QString::number(capture.status) + u' ' + Core::reasonPhrase(capture.status);
    return (capture.delivery.isNull()
                ? Text::tr("Bin “%1” received a %2 and answered %3.")
                : Text::tr(
                    "Bin “%1” received a %2 that Hookpost itself had sent, and answered %3."))
        .arg(bin, method, answer.trimmed());
}

QString likelyCause(const Core::Attempt &attempt)
{
    return attempt.status == 0 ? causeOfFailure(attempt) : causeOfStatus(attempt.status);
}

QList<Field> factsOf(const Core::AttemptRecord &record)
{
    const Core::Attempt &attempt = record.attempt;
    QList<Field> fields;
    add(fields, Text::tr("URL"), attempt.url);
    add(fields, Text::tr("Address"), record.transcript.remoteAddress);
    add(fields, Text::tr("Event type"), attempt.eventType);
    add(fields, Text::tr("Event"), attempt.event.text);
    add(fields, Text::tr("Delivery"), Core::toString(attempt.delivery));
    add(fields, Text::tr("Attempt"), Core::toString(attempt.id));
    add(fields, Text::tr("Started"), momentText(attempt.startedAt));
    if (attempt.outcome != Core::AttemptOutcome::InFlight)
        add(fields, Text::tr("Duration"), durationText(attempt.timings.total));
    addPhase(fields, Text::tr("  name look-up"), attempt.timings.lookUp);
    addPhase(fields, Text::tr("  connecting"), attempt.timings.connect);
    addPhase(fields, Text::tr("  TLS handshake"), attempt.timings.tls);
    addPhase(fields, Text::tr("  sending"), attempt.timings.send);
    addPhase(fields, Text::tr("  waiting"), attempt.timings.wait);
    addPhase(fields, Text::tr("  receiving"), attempt.timings.receive);
    add(fields, Text::tr("Sent"), sizeText(attempt.requestBytes));
    if (attempt.status != 0)
        add(fields, Text::tr("Received"), sizeText(attempt.responseBytes));
    return fields;
}

QList<Field> factsOf(const Core::CaptureRecord &record)
{
    const Core::Capture &capture = record.capture;
    QList<Field> fields;
    add(fields, Text::tr("Request"),
        QString::fromLatin1(capture.method) + u' ' + QString::fromLatin1(capture.target));
    add(fields, Text::tr("From"), capture.remoteAddress);
    add(fields, Text::tr("Received"), momentText(capture.receivedAt));
    add(fields, Text::tr("Capture"), Core::toString(capture.id));
    if (!capture.delivery.isNull()) {
        add(fields, Text::tr("Delivery"), Core::toString(capture.delivery));
        add(fields, Text::tr("Try"), QString::number(capture.attemptNumber));
    }
    add(fields, Text::tr("Body"), sizeText(capture.bodyBytes));
    return fields;
}

} // namespace Gui
