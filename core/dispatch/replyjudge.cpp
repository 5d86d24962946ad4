// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/replyjudge.h"

#include <QCoreApplication>

#include <algorithm>

namespace Core {

namespace {

constexpr qsizetype MaxHeaderBytes = 32'768;

/// Qt has one error code for what only its words tell apart.
bool isInWords(const char *text, const QString &words)
{
    return words == QCoreApplication::translate("QNativeSocketEngine", text);
}

Silence judgeUnknown(const Ending &ending)
{
    if (isInWords("Out of resources", ending.words))
        return {Failure::NotSent, ending.phase, QStringLiteral("no file descriptor is free")};
    const bool isUnreachable = isInWords("Network unreachable", ending.words)
        || isInWords("Host unreachable", ending.words);
    if (isUnreachable)
        return {Failure::Unreachable, ending.phase, {}};
    if (!ending.mayHaveLeft)
        return {Failure::Unreachable, ending.phase, ending.words};
    return {Failure::ConnectionReset, ending.phase, ending.words};
}

Silence judgeEnd(const Ending &ending)
{
    switch (ending.demise) {
    case Demise::Reset:
        return {Failure::ConnectionReset, ending.phase, {}};
    case Demise::Refused:
        return {Failure::NotHttp, Phase::Headers, {}};
    case Demise::TooLong:
        return {Failure::NotHttp, Phase::Headers,
                QStringLiteral("its headers are longer than 256 KiB")};
    case Demise::Closed:
        return {Failure::ClosedWithoutAnswer, ending.phase, {}};
    case Demise::Unseen:
        return {Failure::ClosedWithoutAnswer,
                ending.phase == Phase::Tls ? Phase::Tls : Phase::None,
                {}};
    }
    Q_UNREACHABLE();
}

} // namespace

bool isFinalStatus(int status)
{
    return status >= 200 && status <= 999;
}

bool isEndOfConnection(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::RemoteHostClosedError
        || error == QNetworkReply::ContentReSendError;
}

Silence judgeSilence(const Ending &ending)
{
    if (isEndOfConnection(ending.error))
        return judgeEnd(ending);
    switch (ending.error) {
    case QNetworkReply::ConnectionRefusedError:
        return {Failure::ConnectionRefused, Phase::Connect, {}};
    case QNetworkReply::TimeoutError:
        return {Failure::TimedOut, ending.phase, {}};
    case QNetworkReply::SslHandshakeFailedError:
        return {Failure::TlsFailed, Phase::Tls, ending.words};
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return {Failure::Unreachable, ending.phase, {}};
    case QNetworkReply::UnknownNetworkError:
        return judgeUnknown(ending);
    default:
        return {Failure::NotHttp, Phase::Headers, {}};
    }
}

Silence judgeStatus(int status)
{
    const bool isInterim = status >= 100 && status < 200;
    return {Failure::NotHttp, Phase::Headers,
            isInterim ? QStringLiteral("it began with an interim answer: %1").arg(status)
                      : QStringLiteral("the status is %1").arg(status)};
}

bool mayTryNextAddress(const Ending &ending)
{
    if (ending.mayHaveLeft && ending.error != QNetworkReply::ConnectionRefusedError)
        return false;
    const Failure failure = judgeSilence(ending).failure;
    return failure == Failure::ConnectionRefused || failure == Failure::Unreachable;
}

bool isBodyCut(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProtocolFailure:
        return true;
    default:
        return false;
    }
}

HeaderList responseHeaders(const QNetworkReply &reply)
{
    HeaderList headers;
    qsizetype byteCount = 0;
    const QList<QNetworkReply::RawHeaderPair> &pairs = reply.rawHeaderPairs();
    for (const auto &[name, joined] : pairs) {
        // Qt joins the cookies of an answer by line ends, which no value may hold.
        const QList<QByteArray> values = joined.split('\n');
        for (const QByteArray &value : values) {
            const qsizetype size = name.size() + value.size();
            if (byteCount + size > MaxHeaderBytes)
                continue; // Shorter ones may still be kept.
            byteCount += size;
            headers.append({name, value});
        }
    }
    return headers;
}

} // namespace Core
