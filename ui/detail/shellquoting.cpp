// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/shellquoting.h"

#include "ui/look/format.h"

#include <QStringDecoder>

#include <algorithm>

namespace Gui {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("@%+=:,./_-").contains(c);
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1StringView("'\\''")) + u'\'';
}

void appendOctal(QString &text, char c)
{
    const auto byte = static_cast<uchar>(c);
    text += u'\\';
    for (const int shift : {6, 3, 0})
        text += QLatin1Char(static_cast<char>('0' + ((byte >> shift) & 7)));
}

/// A format for printf, within single quotes, that yields \a bytes.
QString printfFormat(QByteArrayView bytes)
{
    QString format;
    format.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const bool isOption = c == '-' && format.isEmpty();
        if (c == '%')
            format += QLatin1StringView("%%");
        else if (c < ' ' || c == '\x7f' || c == '\'' || c == '\\' || isOption)
            appendOctal(format, c);
        else
            format += QLatin1Char(c);
    }
    return u'\'' + format + u'\'';
}

} // namespace

bool isPastable(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        const bool isControl = c < u' ' || (c >= u'\x7f' && c <= u'\x9f');
        return (!isControl || c == u'\n') && !isDeceptive(c);
    });
}

QString shellWord(QByteArrayView bytes)
{
    if (!bytes.isEmpty() && std::all_of(bytes.begin(), bytes.end(), isPlain))
        return QString::fromLatin1(bytes);
    if (isPastable(bytes))
        return quoted(QString::fromUtf8(bytes));
    // Command substitution takes away line ends at the end, so these follow by themselves.
    qsizetype kept = bytes.size();
    while (kept > 0 && bytes[kept - 1] == '\n')
        --kept;
    QString word
        = QLatin1StringView("\"$(") + shellPrintf(bytes.first(kept)) + QLatin1StringView(")\"");
    if (kept < bytes.size())
        word += quoted(QString(bytes.size() - kept, u'\n'));
    return word;
}

QString shellPrintf(QByteArrayView bytes)
{
    if (isPastable(bytes))
        return QLatin1StringView("printf %s ") + quoted(QString::fromUtf8(bytes));
    return QLatin1StringView("printf ") + printfFormat(bytes);
}

} // namespace Gui
