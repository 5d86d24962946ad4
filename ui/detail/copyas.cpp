// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/copyas.h"

#include "core/model/reasonphrase.h"
#include "core/model/rowjson.h"
#include "ui/detail/causes.h"
#include "ui/detail/explanation.h"
#include "ui/detail/markdowntext.h"
#include "ui/detail/shellquoting.h"
#include "ui/look/format.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace Gui {

namespace {

// The system refuses an argument of 128 KiB.
constexpr qsizetype LargestArgument = 100'000;
constexpr qsizetype LargestBodyInReport = 4096;

struct CopyWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyAs)
};

bool isNamed(const Core::Header &header, QByteArrayView name)
{
    return header.name.compare(name, Qt::CaseInsensitive) == 0;
}

bool isFraming(const Core::Header &header)
{
    return isNamed(header, "Content-Length") || isNamed(header, "Transfer-Encoding")
        || isNamed(header, "Connection") || isNamed(header, "Keep-Alive");
}

QByteArray authorityOf(const QByteArray &url)
{
    const qsizetype start = url.indexOf("://") + 3;
    const QByteArray rest = start < 3 ? QByteArray() : url.sliced(start);
    const auto *const end = std::find_if(rest.begin(), rest.end(),
                                         [](char c) { return c == '/' || c == '?' || c == '#'; });
    return rest.first(end - rest.begin());
}

CopiedRequest told(const CopiedRequest &request, SecretFields secrets)
{
    return secrets == SecretFields::Masked ? redacted(request) : request;
}

/// What a tool is to be told of the headers, since it adds the rest by itself.
Core::HeaderList headersForTool(const CopiedRequest &request)
{
    Core::HeaderList headers = request.headers;
    const QByteArray authority = authorityOf(request.url);
    headers.removeIf([&authority](const Core::Header &header) {
        return isFraming(header) || (isNamed(header, "Host") && header.value == authority);
    });
    return headers;
}

enum class BodyWay {
    None,
    Argument,
    Pipe,
    File,
};

BodyWay wayOf(const QByteArray &body)
{
    if (body.isEmpty())
        return BodyWay::None;
    if (body.size() > LargestPastedBody)
        return BodyWay::File;
    return isPastable(body) && body.size() <= LargestArgument ? BodyWay::Argument : BodyWay::Pipe;
}

QString commandOf(const QStringList &parts, const QByteArray &body)
{
    const QString command = parts.join(QLatin1StringView(" \\\n     "));
    return wayOf(body) == BodyWay::Pipe ? shellPrintf(body) + QLatin1StringView(" | ") + command
                                        : command;
}

QByteArray pathOf(const QByteArray &url)
{
    const qsizetype start = url.indexOf("://") + 3 + authorityOf(url).size();
    const QByteArray path = url.sliced(std::min(start, url.size()));
    return path.startsWith('/') ? path : '/' + path;
}

QString bodyText(const QByteArray &body)
{
    return isPastable(QByteArray(body).replace('\r', "").replace('\t', ""))
        ? QString::fromUtf8(body)
        : CopyWords::tr("[%1 that are not text]").arg(sizeText(body.size()));
}

QString messageText(const QByteArray &firstLine, const Core::HeaderList &headers,
                    const QByteArray &body)
{
    QString text = printable(firstLine) + u'\n';
    for (const Core::Header &header : headers)
        text += printable(header.name) + QLatin1StringView(": ") + printable(header.value) + u'\n';
    return text + u'\n' + bodyText(body);
}

/// A fence that nothing within \a text ends.
QString fenced(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const QString lastEnd(text.endsWith(u'\n') ? 0 : 1, u'\n');
    return fence + QLatin1StringView("http\n") + text + lastEnd + fence + u'\n';
}

QString facts(const QList<Field> &fields, SecretFields secrets)
{
    QString text;
    for (const Field &field : fields)
        text += QLatin1StringView("- ")
            + markdownText(field.name.trimmed() + QLatin1StringView(": ")
                           + printable(field.told(secrets == SecretFields::Included)))
            + u'\n';
    return text;
}

QByteArray cut(const QByteArray &body)
{
    if (body.size() <= LargestBodyInReport)
        return body;
    // Not within a character.
    qsizetype end = LargestBodyInReport;
    while (end > 0 && (static_cast<uchar>(body.at(end)) & 0xc0) == 0x80)
        --end;
    return body.first(end) + "\n[...]";
}

QString section(const QString &title, const QString &message)
{
    return QLatin1StringView("\n**") + title + QLatin1StringView("**\n\n") + fenced(message);
}

QByteArray firstLineOf(const CopiedRequest &request)
{
    return request.method + ' ' + pathOf(request.url) + " HTTP/1.1";
}

QString jsonLine(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString requestSection(const CopiedRequest &request)
{
    return section(CopyWords::tr("Request"),
                   messageText(firstLineOf(request), request.headers, cut(request.body)));
}

} // namespace

CopiedRequest requestOf(const Core::AttemptRecord &record)
{
    const QString &sent = record.transcript.url;
    const QString url = sent.isEmpty() ? record.attempt.url : sent;
    return {"POST", url.toUtf8(), record.transcript.requestHeaders, record.requestBody,
            Core::Sender::Ourselves};
}

CopiedRequest requestOf(const Core::CaptureRecord &record)
{
    const QByteArray host = Core::headerValue(record.headers, "Host");
    return {record.capture.method, "http://" + host + record.capture.target, record.headers,
            record.body, Core::senderOf(record.capture)};
}

CopiedRequest redacted(CopiedRequest request)
{
    request.url = Core::redactedUrl(QString::fromUtf8(request.url)).toUtf8();
    request.headers = Core::redacted(request.headers, request.sender);
    return request;
}

QString copiedText(bool isMasked)
{
    return isMasked ? CopyWords::tr("Copied, with secrets masked.") : CopyWords::tr("Copied.");
}

QString asCurl(const CopiedRequest &copied, SecretFields secrets)
{
    const CopiedRequest request = told(copied, secrets);
    QStringList parts{QLatin1StringView("curl --request ") + shellWord(request.method)};
    // curl reads lists of URLs into brackets and braces.
    const bool isGlob = QByteArrayView(request.url).contains('[') || request.url.contains('{');
    parts.append((isGlob ? QLatin1StringView("--globoff --url ") : QLatin1StringView("--url "))
                 + shellWord(request.url));
    const Core::HeaderList headers = headersForTool(request);
    for (const Core::Header &header : headers)
        parts.append(QLatin1StringView("--header ")
                     + shellWord(header.value.isEmpty() ? header.name + ';'
                                                        : header.name + ": " + header.value));
    const bool isTyped = std::any_of(headers.begin(), headers.end(), [](const auto &header) {
        return isNamed(header, "Content-Type");
    });
    if (!isTyped && !request.body.isEmpty())
        parts.append(QStringLiteral("--header Content-Type:"));
    switch (wayOf(request.body)) {
    case BodyWay::None:
        break;
    case BodyWay::Argument:
        parts.append(QLatin1StringView("--data-raw ") + shellWord(request.body));
        break;
    case BodyWay::Pipe:
        parts.append(QStringLiteral("--data-binary @-"));
        break;
    case BodyWay::File:
        parts.append(QStringLiteral("--data-binary @body.bin"));
        break;
    }
    return commandOf(parts, request.body);
}

QString asHttpie(const CopiedRequest &copied, SecretFields secrets)
{
    const CopiedRequest request = told(copied, secrets);
    QStringList parts{QLatin1StringView("http ") + shellWord(request.method) + u' '
                      + shellWord(request.url)};
    for (const Core::Header &header : headersForTool(request))
        parts.append(shellWord(header.value.isEmpty() ? header.name + ';'
                                                      : header.name + ':' + header.value));
    if (wayOf(request.body) == BodyWay::Argument)
        parts.append(QLatin1StringView("--raw ") + shellWord(request.body));
    if (wayOf(request.body) == BodyWay::File)
        parts.append(QStringLiteral("< body.bin"));
    return commandOf(parts, request.body);
}

QString asRaw(const CopiedRequest &copied, SecretFields secrets)
{
    const CopiedRequest request = told(copied, secrets);
    return messageText(firstLineOf(request), request.headers, request.body);
}

QString asJson(const Core::AttemptRecord &record, SecretFields secrets)
{
    return jsonLine(
        Core::toJson(secrets == SecretFields::Masked ? Core::redacted(record) : record));
}

QString asJson(const Core::CaptureRecord &record, SecretFields secrets)
{
    return jsonLine(
        Core::toJson(secrets == SecretFields::Masked ? Core::redacted(record) : record));
}

QString asMarkdown(const Core::AttemptRecord &record, SecretFields secrets)
{
    const Core::Attempt &attempt = record.attempt;
    const Core::Transcript &transcript = record.transcript;
    QString text = QLatin1StringView("### ") + markdownText(sentenceOf(record)) + u'\n';
    if (const QString cause = likelyCause(attempt); !cause.isEmpty())
        text += u'\n' + markdownText(cause) + u'\n';
    text += u'\n' + facts(factsOf(record), secrets)
        + requestSection(told(requestOf(record), secrets));
    if (attempt.status == 0)
        return text;
    const QByteArray line = "HTTP/1.1 " + QByteArray::number(attempt.status) + ' '
        + Core::reasonPhrase(attempt.status).toLatin1();
    const Core::HeaderList headers = secrets == SecretFields::Masked
        ? Core::redacted(transcript.responseHeaders, Core::Sender::Others)
        : transcript.responseHeaders;
    return text
        + section(CopyWords::tr("Response"),
                  messageText(line.trimmed(), headers, cut(transcript.responseBody)));
}

QString asMarkdown(const Core::CaptureRecord &record, SecretFields secrets)
{
    return QLatin1StringView("### ") + markdownText(sentenceOf(record)) + QLatin1StringView("\n\n")
        + facts(factsOf(record), secrets) + requestSection(told(requestOf(record), secrets));
}

} // namespace Gui
