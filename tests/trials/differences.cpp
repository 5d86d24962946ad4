// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/differences.h"

#include <QRegularExpression>

#include <algorithm>

namespace Core {

bool Difference::excuses(QLatin1StringView who, const QHostAddress &address, Reach said) const
{
    if (said != judged || (!judge.isEmpty() && judge != who))
        return false;
    const QStringList all = QString(ranges).split(u' ');
    return std::any_of(all.begin(), all.end(), [&address](const QString &range) {
        return address.isInSubnet(QHostAddress::parseSubnet(range));
    });
}

QList<Difference> differences()
{
    using View = QLatin1StringView;
    const View python("addresses.py");
    const View ipaddr("addresses.mjs");
    return {
        {{},
         View("168.63.129.16/32"),
         Reach::Everywhere,
         View("Azure's metadata service has a public address")},
        {{},
         View("100.100.100.200/32 fd00:ec2::254/128"),
         Reach::Desktop,
         View("metadata services of Alibaba and AWS lie in ranges of local networks")},
        {python, View("192.88.99.0/24"), Reach::Everywhere,
         View("Python has never listed the relays of 6to4, which RFC 7526 has withdrawn")},
        {python, View("192.0.0.0/24"), Reach::Everywhere,
         View("older Pythons know eight of its addresses; newer ones let two of them through")},
        {python, View("2001::/23"), Reach::Everywhere,
         View("newer Pythons let parts of the protocols' block through; no receiver is there")},
        {ipaddr, View("2001::/23"), Reach::Everywhere,
         View("amt, as112v6, orchid2 and drones' names are parts of it; no receiver is there")},
        {python, View("2002::/16"), Reach::Everywhere,
         View("older Pythons let 6to4 through, which RFC 7526 has withdrawn")},
        {python, View("3fff::/20"), Reach::Everywhere,
         View("older Pythons do not know this range for documentation (RFC 9637)")},
        {ipaddr, View("::/3 4000::/2 8000::/1"), Reach::Everywhere,
         View("ipaddr.js has no word for what has not been given out; only 2000::/3 has")},
    };
}

bool ReadingDifference::excuses(QLatin1StringView who, const QString &url,
                                const QString &said) const
{
    return said == answer && judge == who && QRegularExpression(pattern).match(url).hasMatch();
}

QList<ReadingDifference> readingDifferences()
{
    using View = QLatin1StringView;
    const View library("C library");
    return {
        {library, View("[^\\x00-\\x7f]|%"), View("name"),
         View("the C library translates neither percent-encoding nor other scripts, browsers do")},
        {library, View("^https?://[^/]*\\.(:\\d*)?(/|$)"), View("name"),
         View("the C library looks an address with a full stop behind it up, browsers call it")},
    };
}

} // namespace Core
