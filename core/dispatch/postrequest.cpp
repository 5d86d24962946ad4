// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/postrequest.h"

#include <QHostAddress>
#include <QSslConfiguration>

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr std::array FramingNames{
    QByteArrayView("host"),       QByteArrayView("content-length"),
    QByteArrayView("connection"), QByteArrayView("transfer-encoding"),
    QByteArrayView("keep-alive"), QByteArrayView("upgrade"),
    QByteArrayView("te"),         QByteArrayView("trailer"),
    QByteArrayView("expect"),     QByteArrayView("proxy-connection"),
};

struct Neutral
{
    QByteArrayView name;
    QByteArrayView value;
};

// Where one of these is missing or empty, Qt puts in a browser's name, the desktop's language, a
// form's type, or unpacks the answer.
constexpr std::array NeutralHeaders{
    Neutral{"User-Agent", "Hookpost"},
    Neutral{"Accept-Encoding", "identity"},
    Neutral{"Accept-Language", "*"},
    Neutral{"Content-Type", "application/octet-stream"},
};

bool isFraming(const QByteArray &name)
{
    return std::any_of(FramingNames.begin(), FramingNames.end(), [&name](QByteArrayView framing) {
        return name.compare(framing, Qt::CaseInsensitive) == 0;
    });
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

bool isTls(const QUrl &url)
{
    return url.scheme() == u"https";
}

/// What is the same for all requests.
QNetworkRequest makeTemplate()
{
    QNetworkRequest request;
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Over HTTP/2 the authority would be the address, and the Host header would be dropped.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // No buffer of the size that an answer merely announces.
    request.setAttribute(QNetworkRequest::MaximumDownloadBufferSizeAttribute, 0);
    request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                         static_cast<int>(IdleConnectionTime.count()));
    return request;
}

void addHeader(QNetworkRequest &request, const Header &header)
{
    // Setting a name again would replace its value; a list has the same meaning.
    const QByteArray before = request.rawHeader(header.name);
    request.setRawHeader(header.name,
                         before.isNull() ? header.value : before + ", " + header.value);
}

} // namespace

Result<> checkHeaders(const HeaderList &headers)
{
    for (const Header &header : headers) {
        const QString name = QString::fromLatin1(header.name);
        if (!isToken(header.name))
            return invalid(QStringLiteral("headers"),
                           QStringLiteral("A header's name holds a character it may not hold."));
        if (!isFieldValue(header.value))
            return invalid(QStringLiteral("headers"),
                           QStringLiteral("The value of %1 holds a control character.").arg(name));
        if (isFraming(header.name))
            return invalid(QStringLiteral("headers"),
                           QStringLiteral("%1 belongs to HTTP itself.").arg(name));
    }
    return {};
}

QString originOf(const Shipment &shipment, const QUrl &url)
{
    const QString host = url.host() + u':' + QString::number(url.port(443));
    return shipment.verifyTls ? host : host + QStringLiteral(" unverified");
}

QNetworkRequest makeRequest(const Shipment &shipment, const QUrl &url, const QHostAddress &address,
                            const QString &peerName)
{
    static const QNetworkRequest Template = makeTemplate();
    QNetworkRequest request = Template;
    QUrl pinned = url;
    pinned.setHost(address.toString());
    request.setUrl(pinned);
    request.setPeerVerifyName(peerName);
    if (isTls(url) && !shipment.verifyTls) {
        QSslConfiguration configuration = request.sslConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        request.setSslConfiguration(configuration);
    }
    request.setRawHeader("Host", hostHeader(url));
    for (const Header &header : shipment.headers)
        addHeader(request, header);
    for (const Neutral &neutral : NeutralHeaders) {
        const QByteArray name = neutral.name.toByteArray();
        if (request.rawHeader(name).isEmpty())
            request.setRawHeader(name, neutral.value.toByteArray());
    }
    return request;
}

HeaderList wireHeaders(QNetworkRequest request, qsizetype bodyBytes)
{
    // What the manager adds, spelled as its version of Qt spells names.
    request.setRawHeader("Content-Length", QByteArray::number(bodyBytes));
    request.setRawHeader("Connection", "Keep-Alive");
    HeaderList headers;
    const QList<QByteArray> names = request.rawHeaderList();
    for (const QByteArray &name : names)
        headers.append(Header{name, request.rawHeader(name)});
    return headers;
}

quint64 headSize(const QUrl &url, const HeaderList &headers)
{
    constexpr qsizetype LineEnd = 2;
    const QByteArray target
        = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    qsizetype size = QByteArrayView("POST  HTTP/1.1").size() + target.size() + LineEnd;
    for (const Header &header : headers)
        size += header.name.size() + QByteArrayView(": ").size() + header.value.size() + LineEnd;
    return static_cast<quint64>(size + LineEnd);
}

} // namespace Core
