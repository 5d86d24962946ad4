// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bin/binaddress.h"

#include <QUrlQuery>

#include <algorithm>

namespace Core {

namespace {

constexpr int LongestBinName = 64;
constexpr int LowestAnswer = 200;
constexpr int HighestAnswer = 599;

bool isBinName(QStringView name)
{
    return !name.isEmpty() && name.size() <= LongestBinName
        && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
                   || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
           });
}

Result<int> readStatus(const QByteArray &query)
{
    const QString name = QStringLiteral("status");
    const QUrlQuery parameters(QString::fromUtf8(query));
    if (!parameters.hasQueryItem(name))
        return LowestAnswer;
    bool isNumber = false;
    const int status = parameters.queryItemValue(name).toInt(&isNumber);
    if (!isNumber || status < LowestAnswer || status > HighestAnswer)
        return invalid(name, QStringLiteral("status is not a number from 200 to 599."));
    return status;
}

Error isNoBin(const QString &interfaceUrl)
{
    const QString hint = interfaceUrl.isEmpty()
        ? QStringLiteral("Send to /v1/webhooks/ and a name of your choice.")
        : QStringLiteral("Send to /v1/webhooks/ and a name of your choice, or call the HTTP "
                         "interface at %1.")
              .arg(interfaceUrl);
    return {ErrorCode::NotFound,
            QStringLiteral("This is the port of the built-in receiver."),
            {},
            hint};
}

} // namespace

Result<BinAddress> readBinAddress(const Http::Request &request, const QString &interfaceUrl)
{
    if (headerCount(request.headers, "Host") != 1)
        return invalid(QStringLiteral("Host"),
                       QStringLiteral("A request needs exactly one Host field."));
    const QString prefix = QStringLiteral("/v1/webhooks/");
    if (!request.path.startsWith(prefix))
        return isNoBin(interfaceUrl);
    const QStringView name = QStringView(request.path).mid(prefix.size()).split(u'/').first();
    if (!isBinName(name))
        return invalid(QStringLiteral("bin"), QStringLiteral("That is not the name of a bin."),
                       QStringLiteral("Use 1 to 64 letters, digits, _ and -."));
    const auto status = readStatus(request.query);
    if (!status)
        return status.error();
    return BinAddress{name.toString(), *status};
}

} // namespace Core
