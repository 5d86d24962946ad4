// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/header.h"

#include <algorithm>

namespace Core {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isValueCharacter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isFieldValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), isValueCharacter);
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

qsizetype headerCount(const HeaderList &headers, QByteArrayView name)
{
    return std::count_if(headers.begin(), headers.end(), [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray headersToLines(const HeaderList &headers)
{
    QByteArray lines;
    for (const Header &header : headers)
        lines += header.name + ": " + header.value + '\n';
    return lines;
}

HeaderList headersFromLines(const QByteArray &lines)
{
    HeaderList headers;
    qsizetype begin = 0;
    while (begin < lines.size()) {
        const qsizetype end = lines.indexOf('\n', begin);
        const QByteArray line = lines.mid(begin, end < 0 ? -1 : end - begin);
        const qsizetype colon = line.indexOf(": ");
        if (colon >= 0)
            headers.append({line.left(colon), line.mid(colon + 2)});
        if (end < 0)
            break;
        begin = end + 1;
    }
    return headers;
}

} // namespace Core
