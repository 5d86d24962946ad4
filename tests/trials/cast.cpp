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

Cast largeCast()
{
    const QByteArray github = R"("signature":"github",)";
    const QByteArray stripe = R"("signature":"stripe",)";
    const QByteArray ed25519 = R"("signature":"standard-ed25519",)";
    const QByteArray unsignedOnes = R"("signature":"none",)";
    const QByteArray patient = R"("retryOn":[429],)";
    const QByteArray limit = R"("rateLimit":"20/s",)";
    const QByteArray limitByMinute = R"("rateLimit":"600/m",)";
    const Cast more{
        {.name = "slow, exact", .path = "/slow/2", .family = "slow", .patterns = R"("slow.made")"},
        {.name = "slow, few",
         .path = "/slow/3",
         .family = "slow",
         .concurrency = 2,
         .settings = github},
        {.name = "ordered, github",
         .path = "/ordered/2",
         .family = "ordered",
         .isOrdered = true,
         .settings = github},
        {.name = "ordered, limited",
         .path = "/ordered/3",
         .family = "ordered",
         .isOrdered = true,
         .settings = limit},
        {.name = "limited, stripe",
         .path = "/limited/2",
         .family = "limited",
         .settings = limit + stripe},
        {.name = "limited, by the minute",
         .path = "/limited/3",
         .family = "limited",
         .patterns = R"("limited.*","none.*")",
         .settings = limitByMinute},
        {.name = "busy, ed25519",
         .path = "/busy/2",
         .family = "busy",
         .settings = patient + ed25519},
        {.name = "busy, exact",
         .path = "/busy/3",
         .family = "busy",
         .patterns = R"("none.made","busy.made")",
         .settings = patient},
        {.name = "signed, fast", .path = "/fast/2", .family = "signed", .settings = ed25519},
        {.name = "signed, flaky", .path = "/flaky/2", .family = "signed", .settings = github},
        {.name = "signed, rude", .path = "/rude/2", .family = "signed", .settings = stripe},
        {.name = "unsigned", .path = "/flaky/3", .family = "signed", .settings = unsignedOnes},
        {.name = "signed, twice over",
         .path = "/rude/3",
         .family = "signed",
         .patterns = R"("signed.*","signed.made")",
         .concurrency = 3,
         .settings = ed25519},
    };
    return smallCast() + more;
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
