// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destinationurl.h"

#include <QHostAddress>

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype MaxUrlBytes = 2048;

Error wrong(const QString &sentence, const QString &hint = {})
{
    return invalid(QStringLiteral("destination"), sentence, hint);
}

/// Characters that some readers skip, trim or take for another, so that what a person sees and
/// what is called could differ.
bool isMisleading(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return true;
    default:
        return character == u'\\';
    }
}

Result<> checkText(const QString &text)
{
    if (text.isEmpty())
        return wrong(QStringLiteral("The destination's URL is missing."),
                     QStringLiteral("Give one such as https://example.com/hook."));
    if (text.toUtf8().size() > MaxUrlBytes)
        return wrong(QStringLiteral("The URL is longer than 2,048 bytes."));
    if (std::any_of(text.begin(), text.end(), isMisleading))
        return wrong(
            QStringLiteral("The URL holds a blank, a backslash or an invisible character."),
            QStringLiteral("Write it percent-encoded, a blank as %20, or leave it out."));
    if (!text.startsWith(u"http://", Qt::CaseInsensitive)
        && !text.startsWith(u"https://", Qt::CaseInsensitive))
        return wrong(QStringLiteral("The URL must begin with http:// or https://."));
    return {};
}

/// "1.2.3.4.5" or "256.1.1.1": neither an address nor a name that could exist.
bool looksLikeABrokenAddress(QStringView host)
{
    const QStringView last = host.mid(host.lastIndexOf(u'.') + 1);
    return last.startsWith(u"0x")
        || std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); });
}

Result<> checkHost(QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u'%'))
        return wrong(QStringLiteral("The URL must not name a network interface."));
    if (host.endsWith(u'.')) {
        host.chop(1);
        if (const QHostAddress address{host}; !address.isNull())
            url.setHost(address.toString());
    }
    if (host.isEmpty())
        return wrong(QStringLiteral("The URL has no host."),
                     QStringLiteral("Give one such as https://example.com/hook."));
    if (QHostAddress(host).isNull() && looksLikeABrokenAddress(host))
        return wrong(QStringLiteral("\"%1\" is neither an address nor a name.").arg(host));
    return {};
}

} // namespace

Result<QUrl> destinationUrl(const QString &text)
{
    if (const Result<> checked = checkText(text); !checked)
        return checked.error();
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return wrong(QStringLiteral("This is not a valid URL."),
                     QStringLiteral("Percent-encode what a URL may not hold."));
    if (url.authority().contains(u'@'))
        return wrong(QStringLiteral("The URL must not hold a user name or password."),
                     QStringLiteral("Send credentials as a header of the destination."));
    if (url.hasFragment())
        return wrong(QStringLiteral("The URL must not have a fragment (#...)."),
                     QStringLiteral("Leave out everything from # on."));
    if (url.port() == 0)
        return wrong(QStringLiteral("The port must be from 1 to 65535."));
    if (const Result<> checked = checkHost(url); !checked)
        return checked.error();
    return url;
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == u"https" ? 443 : 80));
}

} // namespace Core
