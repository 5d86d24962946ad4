// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destinationurl.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr QLatin1StringView PortRange{"The port must be from 1 to 65535."};

constexpr qsizetype MaxUrlBytes = 2048;

// What no HTTP server uses, and speaks a protocol in which a POST could be read as commands.
// Source: fetch.spec.whatwg.org, "Port blocking".
constexpr std::array<int, 82> BadPorts{
    1,    7,    9,    11,   13,   15,   17,   19,   20,   21,   22,   23,   25,   37,
    42,   43,   53,   69,   77,   79,   87,   95,   101,  102,  103,  104,  109,  110,
    111,  113,  115,  117,  119,  123,  135,  137,  139,  143,  161,  179,  389,  427,
    465,  512,  513,  514,  515,  526,  530,  531,  532,  540,  548,  554,  556,  563,
    587,  601,  636,  989,  990,  993,  995,  1719, 1720, 1723, 2049, 3659, 4045, 4190,
    5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080};

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

/// True when \a text names a port that is a number, but none that there is.
bool isPortTooLarge(const QString &text)
{
    static const QRegularExpression Port(QStringLiteral("^[a-z]+://[^/?#]*:([0-9]+)([/?#]|$)"),
                                         QRegularExpression::CaseInsensitiveOption);
    bool isNumber = false;
    const auto port = Port.match(text);
    return port.hasMatch() && (port.captured(1).toUInt(&isNumber) > 65'535 || !isNumber);
}

/// The parts of the host in \a text, which has no user name, with plain digits and full stops.
QStringList writtenParts(const QString &text)
{
    const auto *const begin = text.begin() + text.indexOf(u"://") + 3;
    const auto *const end = std::find_if(begin, text.end(), [](QChar character) {
        return QStringView(u":/?#").contains(character);
    });
    const QString host = QString(begin, end - begin).normalized(QString::NormalizationForm_KC);
    return host.toLower().replace(QChar(0x3002), u'.').split(u'.', Qt::SkipEmptyParts);
}

/// Decimal, octal or hexadecimal, as every reader of an IPv4 address knows it. Qt reads "+1" and
/// "0b1" as well and passes over some invisible characters.
bool isPlainNumber(QStringView part)
{
    const bool isHexadecimal = part.startsWith(u"0x");
    return std::all_of(part.begin() + (isHexadecimal ? 2 : 0), part.end(),
                       [isHexadecimal](QChar character) {
                           return (character >= u'0' && character <= u'9')
                               || (isHexadecimal && character >= u'a' && character <= u'f');
                       });
}

Result<> checkHost(QUrl &url, const QString &text)
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
    const QHostAddress address(host);
    const QStringList parts = writtenParts(text);
    const bool isMisread = address.protocol() == QAbstractSocket::IPv4Protocol
        && !std::all_of(parts.begin(), parts.end(), isPlainNumber);
    if (isMisread || (address.isNull() && looksLikeABrokenAddress(host)))
        return wrong(QStringLiteral("\"%1\" is neither an address nor a name.").arg(host));
    return {};
}

} // namespace

Result<QUrl> destinationUrl(const QString &text)
{
    if (const Result<> checked = checkText(text); !checked)
        return checked.error();
    if (isPortTooLarge(text))
        return wrong(QString(PortRange));
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
        return wrong(QString(PortRange));
    if (std::binary_search(BadPorts.begin(), BadPorts.end(), url.port()))
        return wrong(QStringLiteral("Port %1 belongs to another protocol than HTTP; no browser "
                                    "sends to it either.")
                         .arg(url.port()),
                     QStringLiteral("Let the receiver listen on another port, such as 8080."));
    if (const Result<> checked = checkHost(url, text); !checked)
        return checked.error();
    return url.adjusted(QUrl::NormalizePathSegments);
}

QString sentUrl(const QString &text)
{
    const auto url = destinationUrl(text);
    return url ? url->toString(QUrl::FullyEncoded) : text;
}

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == u"https" ? 443 : 80));
}

QList<QHostAddress> addressesWithoutLookUp(const QString &host)
{
    const QStringView name = QStringView(host).chopped(host.endsWith(u'.') ? 1 : 0);
    if (const QHostAddress address{name.toString()}; !address.isNull())
        return {address};
    if (name.compare(u"localhost", Qt::CaseInsensitive) == 0
        || name.endsWith(u".localhost", Qt::CaseInsensitive))
        return {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    return {};
}

} // namespace Core
