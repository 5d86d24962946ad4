// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/cast.h"

#include <QMap>

namespace Core {

namespace {

/// Short pauses, a few more of them than a receiver here fails: interruptions use up none.
QByteArray someRetries()
{
    constexpr int MostRetries = 8;
    return QByteArray(R"("100ms",)").repeated(MostRetries).chopped(1);
}

} // namespace

QByteArray CastMember::registration(const QString &url) const
{
    const QByteArray usual = family.isEmpty() ? QByteArray(R"("*")") : '"' + family + R"(.*")";
    return R"({"name":")" + name + R"(","destination":")" + url.toLatin1() + R"(","events":[)"
        + (patterns.isEmpty() ? usual : patterns) + R"(],"concurrency":)"
        + QByteArray::number(concurrency) + R"(,"ordered":)" + (isOrdered ? "true" : "false") + ','
        + settings + R"("retry":[)" + someRetries() + "]}";
}

Cast smallCast()
{
    return {
        {.name = "fast", .path = "/fast"},
        {.name = "flaky", .path = "/flaky"},
        {.name = "rude", .path = "/rude"},
        {.name = "slow", .path = "/slow", .family = "slow"},
        {.name = "ordered", .path = "/ordered", .family = "ordered", .isOrdered = true},
        {.name = "limited",
         .path = "/limited",
         .family = "limited",
         .settings = R"("rateLimit":"20/s",)"},
        {.name = "busy", .path = "/busy", .family = "busy", .settings = R"("retryOn":[429],)"},
    };
}

QList<PublishedKind> kindsFor(const Cast &cast)
{
    QMap<QByteArray, int> takers; // by family
    for (const CastMember &one : cast)
        ++takers[one.family];
    const int takersOfAll = takers.take({});
    QList<PublishedKind> kinds{{"usual", takersOfAll}};
    for (auto it = takers.constBegin(); it != takers.constEnd(); ++it)
        kinds.append({it.key(), takersOfAll + *it});
    return kinds;
}

} // namespace Core
