// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/redaction.h"

#include "core/model/attempt.h"
#include "core/model/capture.h"

#include <algorithm>
#include <array>

namespace Core {

namespace {

constexpr std::array OurFields{
    QLatin1StringView("host"),
    QLatin1StringView("connection"),
    QLatin1StringView("content-length"),
    QLatin1StringView("content-type"),
    QLatin1StringView("user-agent"),
    QLatin1StringView("accept"),
    QLatin1StringView("accept-encoding"),
    QLatin1StringView("accept-language"),
    QLatin1StringView("webhook-id"),
    QLatin1StringView("webhook-timestamp"),
    QLatin1StringView("hookpost-event"),
    QLatin1StringView("hookpost-delivery"),
    QLatin1StringView("hookpost-attempt"),
};

/// Whatever holds one of these words may open a door.
constexpr std::array SecretWords{
    QLatin1StringView("cookie"),  QLatin1StringView("signature"), QLatin1StringView("token"),
    QLatin1StringView("secret"),  QLatin1StringView("password"),  QLatin1StringView("apikey"),
    QLatin1StringView("api-key"),
};

/// Credentials by any name, as of X-Auth or Authorization; an author or authority is none.
bool isOfAuth(QStringView name)
{
    constexpr QLatin1StringView Auth("auth");
    qsizetype at = -1;
    while ((at = name.indexOf(Auth, at + 1)) >= 0) {
        const QStringView rest = name.sliced(at + Auth.size());
        if (!rest.startsWith(u"or") || rest.startsWith(u"oriz") || rest.startsWith(u"oris"))
            return true;
    }
    return false;
}

} // namespace

Sender senderOf(const Capture &capture)
{
    return capture.delivery.isNull() ? Sender::Others : Sender::Ourselves;
}

bool isMasked(QByteArrayView name, Sender sender)
{
    const QString lower = QString::fromLatin1(name).toLower();
    if (sender == Sender::Ourselves)
        return std::none_of(OurFields.begin(), OurFields.end(),
                            [&lower](QLatin1StringView ours) { return lower == ours; });
    return isOfAuth(lower)
        || std::any_of(SecretWords.begin(), SecretWords.end(),
                       [&lower](QLatin1StringView word) { return lower.contains(word); });
}

bool isMasked(const LogField &field, Sender sender)
{
    switch (field.source) {
    case LogField::Source::RequestHeader:
        return isMasked(field.name.toLatin1(), sender);
    case LogField::Source::ResponseHeader:
        return isMasked(field.name.toLatin1(), Sender::Others);
    case LogField::Source::RequestJson:
    case LogField::Source::ResponseJson:
    case LogField::Source::RemoteAddress:
        return false;
    }
    Q_UNREACHABLE();
}

HeaderList redacted(const HeaderList &headers, Sender sender)
{
    HeaderList result = headers;
    for (Header &header : result) {
        if (isMasked(header.name, sender))
            header.value = QByteArray(Masked.data(), Masked.size());
    }
    return result;
}

QStringList maskedQueryNames(const QString &url)
{
    QStringList names;
    const qsizetype question = url.indexOf(u'?');
    if (question < 0)
        return names;
    for (const QString &part : url.mid(question + 1).split(u'&', Qt::SkipEmptyParts))
        names.append(u'?' + part.left(std::max<qsizetype>(part.indexOf(u'='), 0)));
    return names;
}

QString redactedUrl(const QString &url)
{
    const qsizetype question = url.indexOf(u'?');
    if (question < 0)
        return url;
    QStringList parts = url.mid(question + 1).split(u'&');
    for (QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals >= 0)
            part = part.left(equals + 1) + Masked;
        else if (!part.isEmpty())
            part = Masked; // without a name it may be all value
    }
    return url.left(question + 1) + parts.join(u'&');
}

AttemptRecord redacted(AttemptRecord record)
{
    Transcript &transcript = record.transcript;
    transcript.url = redactedUrl(transcript.url);
    record.attempt.url = redactedUrl(record.attempt.url);
    transcript.requestHeaders = redacted(transcript.requestHeaders, Sender::Ourselves);
    transcript.responseHeaders = redacted(transcript.responseHeaders, Sender::Others);
    return record;
}

CaptureRecord redacted(CaptureRecord record)
{
    record.capture.target = redactedUrl(QString::fromUtf8(record.capture.target)).toUtf8();
    record.headers = redacted(record.headers, senderOf(record.capture));
    return record;
}

} // namespace Core
