// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/explanation.h"

#include "core/model/reasonphrase.h"
#include "core/model/schedule.h"
#include "ui/look/format.h"
#include "ui/look/spoken.h"

#include <QCoreApplication>

namespace Gui {

namespace {

struct ExplanationText
{
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

constexpr Core::Milliseconds VerdictLag{2'000}; ///< at most, behind the end of an attempt

QString nameOf(const Core::Attempt &attempt)
{
    return shortened(printable(attempt.destinationName), LongestName);
}

QString whatHappened(const Core::Attempt &attempt)
{
    const QString tries = QString::number(attempt.number);
    const QString words = shortened(printable(spoken(attempt)), 4 * LongestName);
    if (attempt.outcome == Core::AttemptOutcome::InFlight)
        return ExplanationText::tr("Waiting for “%1” to answer, try %2.")
            .arg(nameOf(attempt), tries);
    if (attempt.outcome == Core::AttemptOutcome::Interrupted)
        return ExplanationText::tr(
                   "Hookpost ended while it sent to “%1”, try %2; what came of it is not known.")
            .arg(nameOf(attempt), tries);
    const QString after = durationText(attempt.timings.total);
    if (attempt.status != 0)
        return ExplanationText::tr("“%1” answered %2 after %3, try %4.")
            .arg(nameOf(attempt), words, after, tries);
    return ExplanationText::tr("No answer from “%1”: %2, after %3, try %4.")
        .arg(nameOf(attempt), words, after, tries);
}

void add(QList<Field> &fields, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        fields.append({name, value});
}

/// With a URL or a part of one, whose query may hold secrets.
void addUrl(QList<Field> &fields, const QString &name, const QString &value)
{
    if (const QString hidden = Core::redactedUrl(value); hidden != value)
        fields.append({name, value, hidden});
    else
        add(fields, name, value);
}

/// As long as it takes to say it: nobody counts the seconds of hours.
QString pauseText(Core::Milliseconds pause)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(pause).count();
    if (seconds < 60)
        return ExplanationText::tr("%1 s").arg(seconds);
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return ExplanationText::tr("%1 min").arg(minutes);
    return ExplanationText::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString nextStepOf(const Core::AttemptRecord &record, const std::optional<NextTry> &next)
{
    if (!next)
        return spokenStep(record);
    const QString moment = shortClockText(next->at);
    return next->at > next->now
        ? ExplanationText::tr("Next try in %1, at %2.").arg(pauseText(next->at - next->now), moment)
        : ExplanationText::tr("The next try is due since %1.").arg(moment);
}

bool isToBeTried(Core::NextStep step)
{
    return step == Core::NextStep::Due || step == Core::NextStep::Held
        || step == Core::NextStep::Probed;
}

/// False where it ended before a byte of the request could leave.
bool mayHaveBeenSent(const Core::Attempt &attempt)
{
    using Core::Phase;
    if (attempt.status != 0)
        return true;
    const bool isEarly = attempt.phase == Phase::LookUp || attempt.phase == Phase::Connect
        || attempt.phase == Phase::Tls || attempt.outcome == Core::AttemptOutcome::InFlight;
    return !isEarly && attempt.failure != Core::Failure::NotSent
        && attempt.failure != Core::Failure::AddressRefused;
}

} // namespace

QString sentenceOf(const Core::AttemptRecord &record, const std::optional<NextTry> &nextTry)
{
    const QString next = nextStepOf(record, nextTry);
    return next.isEmpty() ? whatHappened(record.attempt)
                          : whatHappened(record.attempt) + u' ' + next;
}

QString sentenceOf(const Core::AttemptRecord &record, const Core::Attempt &nextTry)
{
    return whatHappened(record.attempt) + u' '
        + ExplanationText::tr("Try %1 at %2: %3.")
              .arg(QString::number(nextTry.number), shortClockText(nextTry.startedAt),
                   shortened(printable(spoken(nextTry)), 4 * LongestName));
}

QString sentenceWhileOff(const Core::AttemptRecord &record)
{
    if (!isToBeTried(record.nextStep))
        return sentenceOf(record);
    return whatHappened(record.attempt) + u' '
        + ExplanationText::tr("Dispatching is off: the next try waits until it is on again.");
}

/// The next try is due as long after the verdict as the receiver has asked for, or later where the
/// schedule says so. The verdict came when the attempt had ended, as far as one can tell.
QString askedPause(const Core::AttemptRecord &record, const std::optional<Core::Time> &nextAt)
{
    const Core::Attempt &attempt = record.attempt;
    if (attempt.status != 429 && attempt.status < 500)
        return {};
    const Core::HeaderList &headers = record.transcript.responseHeaders;
    const Core::Time end
        = attempt.startedAt + std::chrono::duration_cast<Core::Milliseconds>(attempt.timings.total);
    const Core::Milliseconds asked = Core::retryAfter(headers, end).value_or(Core::Milliseconds{0});
    if (asked <= Core::Milliseconds{0})
        return {};
    const QString value
        = shortened(printable(Core::headerValue(headers, "Retry-After")), LongestName);
    if (!nextAt || *nextAt - end < asked)
        return ExplanationText::tr("The receiver has asked for a pause (Retry-After: %1).")
            .arg(value);
    if (*nextAt - end > asked + VerdictLag)
        return ExplanationText::tr("The receiver has asked for a pause (Retry-After: %1), but the "
                                   "next try comes later than that anyway.")
            .arg(value);
    if (asked == Core::LongestRetryAfter)
        return ExplanationText::tr("The receiver has asked for a pause (Retry-After: %1). The next "
                                   "try waits for it, but never longer than %2 h.")
            .arg(value,
                 QString::number(std::chrono::duration_cast<std::chrono::hours>(asked).count()));
    return ExplanationText::tr("The receiver has asked for a pause (Retry-After: %1), and the next "
                               "try waits for it: %2.")
        .arg(value, pauseText(asked));
}

QString sentenceOf(const Core::CaptureRecord &record)
{
    const Core::Capture &capture = record.capture;
    const QString bin = shortened(printable(capture.bin), LongestName);
    const QString method = shortened(printable(capture.method), LongestName);
    const QString answer
        = QString::number(capture.status) + u' ' + Core::reasonPhrase(capture.status);
    return (capture.delivery.isNull()
                ? ExplanationText::tr("Bin “%1” received a %2 and answered %3.")
                : ExplanationText::tr(
                    "Bin “%1” received a %2 that Hookpost itself had sent, and answered %3."))
        .arg(bin, method, answer.trimmed());
}

QList<Field> factsOf(const Core::AttemptRecord &record, Core::DeliveryId resendOf)
{
    const Core::Attempt &attempt = record.attempt;
    QList<Field> fields;
    add(fields, ExplanationText::tr("Note"), attempt.note);
    addUrl(fields, ExplanationText::tr("URL"), attempt.url);
    add(fields, ExplanationText::tr("Address"), record.transcript.remoteAddress);
    add(fields, ExplanationText::tr("Event type"), attempt.eventType);
    add(fields, ExplanationText::tr("Event"), attempt.event.text);
    add(fields, ExplanationText::tr("Delivery"), Core::toString(attempt.delivery));
    if (!resendOf.isNull())
        add(fields, ExplanationText::tr("Resend of"), Core::toString(resendOf));
    add(fields, ExplanationText::tr("Attempt"), Core::toString(attempt.id));
    add(fields, ExplanationText::tr("Started"), momentText(attempt.startedAt));
    if (const auto duration = Core::durationOf(attempt))
        add(fields, ExplanationText::tr("Duration"), durationText(*duration));
    if (mayHaveBeenSent(attempt))
        add(fields, ExplanationText::tr("Sent"), sizeText(attempt.requestBytes));
    if (attempt.status != 0)
        add(fields, ExplanationText::tr("Received"), answerSizeText(attempt.responseBytes));
    if (attempt.status != 0 && record.transcript.responseHeaders.isEmpty())
        add(fields, ExplanationText::tr("Headers"), ExplanationText::tr("none that could be read"));
    if (attempt.status >= 300 && attempt.status < 400)
        add(fields, ExplanationText::tr("Points to"),
            QString::fromUtf8(Core::headerValue(record.transcript.responseHeaders, "Location")));
    return fields;
}

QList<Field> factsOf(const Core::CaptureRecord &record)
{
    const Core::Capture &capture = record.capture;
    QList<Field> fields;
    add(fields, ExplanationText::tr("Note"), capture.note);
    addUrl(fields, ExplanationText::tr("Request"),
           QString::fromLatin1(capture.method) + u' ' + QString::fromLatin1(capture.target));
    add(fields, ExplanationText::tr("From"), capture.remoteAddress);
    add(fields, ExplanationText::tr("Received"), momentText(capture.receivedAt));
    add(fields, ExplanationText::tr("Capture"), Core::toString(capture.id));
    if (!capture.delivery.isNull()) {
        add(fields, ExplanationText::tr("Delivery"), Core::toString(capture.delivery));
        add(fields, ExplanationText::tr("Try"), QString::number(capture.attemptNumber));
    }
    add(fields, ExplanationText::tr("Body"), sizeText(capture.bodyBytes));
    return fields;
}

} // namespace Gui
