// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/urlremarks.h"

#include "ui/look/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace Gui {

namespace {

constexpr int LongestUrlPart = 80;
constexpr int HttpPort = 80;

struct UrlText
{
    Q_DECLARE_TR_FUNCTIONS(UrlRemarks)
};

QString shownUrlPart(const QString &text)
{
    return shortened(printable(text), LongestUrlPart);
}

QString postsTo(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSecure = url.scheme() == QLatin1StringView("https");
    const QString port = QString::number(url.port(isSecure ? 443 : 80));
    return (isSecure ? UrlText::tr("Posts to %1, port %2, over TLS.")
                     : UrlText::tr("Posts to %1, port %2, not encrypted."))
        .arg(shownUrlPart(url.host()), port);
}

/// The bin of ours that \a text leads to; empty where it leads elsewhere. They listen at \a binUrl,
/// under each name that this machine has for itself.
QString ownBinIn(const QString &text, const QString &binUrl)
{
    static const QStringList ourselves{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                                       QStringLiteral("::1")};
    static const QRegularExpression bin(QStringLiteral("^/v1/webhooks/([A-Za-z0-9_-]{1,64})(/|$)"));
    const QUrl url(text, QUrl::StrictMode);
    const bool isOurs = !binUrl.isEmpty() && url.scheme() == QLatin1StringView("http")
        && ourselves.contains(url.host()) && url.port(HttpPort) == QUrl(binUrl).port(HttpPort);
    return isOurs ? bin.match(url.path()).captured(1) : QString();
}

} // namespace

QString whatWillHappen(const QString &url, const QString &binUrl)
{
    const QString bin = ownBinIn(url, binUrl);
    return bin.isEmpty()
        ? postsTo(url)
        : UrlText::tr("This is Hookpost's own bin “%1”: what is sent will show up here.").arg(bin);
}

QString leftOutOf(const CurlCommand &command)
{
    QStringList parts;
    if (command.hasBody)
        parts.append(UrlText::tr("the body", "of a command"));
    if (!command.method.isEmpty())
        parts.append(UrlText::tr("the method %1").arg(shownUrlPart(command.method)));
    if (command.hasCookies)
        parts.append(UrlText::tr("the cookies"));
    if (command.hasCertificate)
        parts.append(UrlText::tr("the certificates"));
    if (command.hasProxy)
        parts.append(UrlText::tr("the proxy"));
    for (const QString &header : command.headers)
        parts.append(UrlText::tr("the header %1").arg(shownUrlPart(header)));
    for (const QString &option : command.options)
        parts.append(UrlText::tr("the option %1").arg(shownUrlPart(option)));
    for (const QString &url : command.urls)
        parts.append(UrlText::tr("the URL %1").arg(shownUrlPart(url)));
    if (parts.isEmpty())
        return {};
    const QString left
        = UrlText::tr("Left out of the command: %1.").arg(parts.join(QLatin1StringView(", ")));
    return command.hasBody || !command.method.isEmpty()
        ? left + u' ' + UrlText::tr("Hookpost posts each event's own body.")
        : left;
}

} // namespace Gui
