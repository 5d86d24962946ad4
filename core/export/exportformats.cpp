// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportformats.h"

#include "core/export/har.h"
#include "core/model/reasonphrase.h"
#include "core/model/redaction.h"
#include "core/model/rowjson.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Core {

namespace {

const QStringList CsvTitles{
    QStringLiteral("time"),        QStringLiteral("direction"),    QStringLiteral("status"),
    QStringLiteral("outcome"),     QStringLiteral("error"),        QStringLiteral("place"),
    QStringLiteral("method"),      QStringLiteral("url"),          QStringLiteral("event"),
    QStringLiteral("type"),        QStringLiteral("number"),       QStringLiteral("durationMs"),
    QStringLiteral("requestSize"), QStringLiteral("responseSize"), QStringLiteral("id"),
    QStringLiteral("note"),
};

QByteArray csvLine(const QStringList &texts)
{
    QByteArrayList cells;
    for (const QString &text : texts)
        cells.append(csvCell(text));
    return cells.join(',') + "\r\n";
}

/// In milliseconds; empty for what is not known.
QString millisecondText(const std::optional<Microseconds> &duration)
{
    return duration ? QString::number(static_cast<double>(duration->count()) / 1000.0, 'f', 3)
                    : QString();
}

QStringList textsOf(const AttemptRecord &record)
{
    const Attempt &attempt = record.attempt;
    return {toIso(attempt.startedAt),
            QStringLiteral("sent"),
            attempt.status == 0 ? QString() : QString::number(attempt.status),
            toJson(attempt).value(QLatin1StringView("outcome")).toString(),
            attempt.error,
            attempt.destinationName,
            QStringLiteral("POST"),
            record.transcript.url,
            attempt.event.text,
            attempt.eventType,
            QString::number(attempt.number),
            millisecondText(durationOf(attempt)),
            QString::number(attempt.requestBytes),
            QString::number(attempt.responseBytes),
            toString(attempt.id),
            attempt.note};
}

QStringList textsOf(const Capture &capture)
{
    return {toIso(capture.receivedAt),
            QStringLiteral("received"),
            QString::number(capture.status),
            {},
            {},
            capture.bin,
            QString::fromLatin1(capture.method),
            QString::fromUtf8(capture.target),
            {},
            {},
            {},
            {},
            QString::number(capture.bodyBytes),
            {},
            toString(capture.id),
            capture.note};
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray harHead()
{
    const QJsonObject creator{{QStringLiteral("name"), QStringLiteral("Hookpost")},
                              {QStringLiteral("version"), QCoreApplication::applicationVersion()}};
    return R"({"log":{"version":"1.2","creator":)" + line(creator)
        + R"(,"entries":[)"
          "\n";
}

} // namespace

ExportRow redacted(ExportRow row)
{
    if (row.attempt)
        row.attempt = redacted(*std::move(row.attempt));
    if (row.capture)
        row.capture = redacted(*std::move(row.capture));
    return row;
}

QStringList maskedIn(const ExportRow &row)
{
    QStringList names;
    const auto add = [&names](const HeaderList &headers, Sender sender) {
        for (const Header &header : headers) {
            if (isMasked(header.name, sender))
                names.append(QString::fromLatin1(header.name));
        }
    };
    if (row.attempt) {
        const Transcript &transcript = row.attempt->transcript;
        names = maskedQueryNames(transcript.url);
        add(transcript.requestHeaders, Sender::Ourselves);
        add(transcript.responseHeaders, Sender::Others);
    }
    if (row.capture) {
        names = maskedQueryNames(QString::fromUtf8(row.capture->capture.target));
        add(row.capture->headers, senderOf(row.capture->capture));
    }
    return names;
}

ExportFrame frameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Har:
        return {harHead(), ",\n", "\n]}}\n"};
    case ExportFormat::JsonLines:
        return {{}, "\n", "\n"};
    case ExportFormat::Csv:
        return {csvLine(CsvTitles), {}, {}};
    }
    Q_UNREACHABLE();
}

QByteArray exported(const ExportRow &row, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Har:
        return line(toHar(row));
    case ExportFormat::JsonLines:
        return line(row.attempt ? toJson(*row.attempt) : toJson(*row.capture));
    case ExportFormat::Csv:
        return csvLine(row.attempt ? textsOf(*row.attempt) : textsOf(row.capture->capture));
    }
    Q_UNREACHABLE();
}

QByteArray csvCell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    // A spreadsheet takes what begins so for a formula; NUL ends cells in some.
    const bool isFormula = !bytes.isEmpty() && QByteArrayView("=+-@\t\r\n\0", 8).contains(bytes[0]);
    if (isFormula)
        bytes.prepend('\'');
    const bool isQuoted = bytes.contains(',') || bytes.contains('"') || bytes.contains('\r')
        || bytes.contains('\n') || bytes.startsWith(' ') || bytes.endsWith(' ');
    return isQuoted ? '"' + bytes.replace('"', "\"\"") + '"' : bytes;
}

} // namespace Core
