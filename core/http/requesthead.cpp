// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/requesthead.h"

#include "core/base/ascii.h"
#include "core/http/percent.h"

#include <algorithm>

namespace Core::Http {

namespace {

constexpr qsizetype MaxLengthDigits = 10;

Refusal refusal(int status, const char *sentence)
{
    return {status, QString::fromLatin1(sentence)};
}

bool isTargetCharacter(char c)
{
    return c > ' ' && c < '\x7f' && c != '#';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

bool isSame(QByteArrayView text, QByteArrayView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

std::optional<Refusal> readVersion(QByteArrayView version, Request &request)
{
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5])
        && version[6] == '.' && isDigit(version[7]);
    if (!isVersion)
        return refusal(400, "The request line does not end with a version of HTTP.");
    request.isHttp11 = version == QByteArrayView("HTTP/1.1");
    if (!request.isHttp11 && version != QByteArrayView("HTTP/1.0"))
        return refusal(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
    return std::nullopt;
}

std::optional<Refusal> readTarget(QByteArrayView target, Request &request)
{
    request.target = target.toByteArray();
    request.rawPath = request.target;
    if (target == QByteArrayView("*") && request.method == "OPTIONS") {
        request.path = QStringLiteral("*");
        return std::nullopt;
    }
    if (!target.startsWith('/') || !std::all_of(target.begin(), target.end(), isTargetCharacter))
        return refusal(400, "The request target is not a path of visible ASCII characters.");
    const qsizetype mark = request.target.indexOf('?');
    if (mark >= 0) {
        request.rawPath = request.target.left(mark);
        request.query = request.target.mid(mark + 1);
    }
    const std::optional<QByteArray> path = percentDecoded(request.rawPath);
    if (!path)
        return refusal(400, "The path holds a malformed percent escape.");
    request.path = QString::fromUtf8(*path);
    return std::nullopt;
}

QList<QByteArray> valuesOf(const HeaderList &headers, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const Header &header : headers) {
        if (isSame(header.name, name))
            values.append(header.value);
    }
    return values;
}

bool hasConnectionOption(const HeaderList &headers, QByteArrayView option)
{
    for (const QByteArray &value : valuesOf(headers, "Connection")) {
        for (const QByteArray &part : value.split(',')) {
            if (isSame(trimmedBlanks(part), option))
                return true;
        }
    }
    return false;
}

std::optional<Refusal> readLength(const QByteArray &value, const Limits &limits, Framing &framing)
{
    const bool isLength = !value.isEmpty() && value.size() <= MaxLengthDigits
        && std::all_of(value.begin(), value.end(), isDigit);
    if (!isLength)
        return refusal(400, "Content-Length is not a number of 1 to 10 digits.");
    framing.bodyBytes = value.toLongLong();
    if (framing.bodyBytes > limits.maxBodyBytes)
        return bodyTooLarge(limits);
    return std::nullopt;
}

std::optional<Refusal> readBodyFraming(const Request &request, const Limits &limits,
                                       Framing &framing)
{
    const QList<QByteArray> lengths = valuesOf(request.headers, "Content-Length");
    const QList<QByteArray> codings = valuesOf(request.headers, "Transfer-Encoding");
    if (lengths.size() + codings.size() > 1)
        return refusal(400, "The length of the body is given more than once.");
    if (!lengths.isEmpty())
        return readLength(lengths.first(), limits, framing);
    if (codings.isEmpty())
        return std::nullopt;
    if (!request.isHttp11)
        return refusal(400, "HTTP/1.0 knows no Transfer-Encoding.");
    if (!isSame(codings.first(), "chunked"))
        return refusal(501, "The only transfer coding understood here is chunked.");
    framing.isChunked = true;
    return std::nullopt;
}

std::optional<Refusal> readExpectation(Request &request)
{
    const QList<QByteArray> expectations = valuesOf(request.headers, "Expect");
    if (expectations.isEmpty() || !request.isHttp11)
        return std::nullopt;
    if (expectations.size() > 1 || !isSame(expectations.first(), "100-continue"))
        return refusal(417, "The only expectation met here is 100-continue.");
    request.expectsContinue = true;
    return std::nullopt;
}

} // namespace

Refusal bodyTooLarge(const Limits &limits)
{
    return {413,
            QStringLiteral("The body is larger than the %1 bytes that are taken here.")
                .arg(limits.maxBodyBytes)};
}

std::optional<Refusal> readRequestLine(QByteArrayView line, Request &request)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0 || first == last || !isToken(line.first(first)))
        return refusal(400, "The request line is not a method, a target and a version.");
    request.method = line.first(first).toByteArray();
    if (const std::optional<Refusal> wrong = readVersion(line.sliced(last + 1), request))
        return wrong;
    return readTarget(line.sliced(first + 1, last - first - 1), request);
}

std::optional<Refusal> readField(QByteArrayView line, HeaderList &headers)
{
    if (isBlank(line.front()))
        return refusal(400, "A header field is folded over two lines.");
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return refusal(400, "A header field has no valid name before a colon.");
    headers.append(
        {line.first(colon).toByteArray(), trimmedBlanks(line.sliced(colon + 1)).toByteArray()});
    return std::nullopt;
}

std::optional<Refusal> readFraming(const Limits &limits, Request &request, Framing &framing)
{
    request.keepsAlive = request.isHttp11 ? !hasConnectionOption(request.headers, "close")
                                          : hasConnectionOption(request.headers, "keep-alive");
    if (std::optional<Refusal> wrong = readBodyFraming(request, limits, framing))
        return wrong;
    return readExpectation(request);
}

} // namespace Core::Http
