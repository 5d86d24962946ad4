// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/spellings.h"

#include <QHostAddress>

#include <algorithm>

namespace Core {

namespace {

constexpr int MostBits = 12; // more destinations on one host share

bool isV4(const QString &host)
{
    return QHostAddress(host).protocol() == QAbstractSocket::IPv4Protocol;
}

bool isAddress(const QString &host)
{
    return !QHostAddress(host).isNull();
}

/// True where a part of a name may have capitals: in one that is encoded they might mean more.
bool isPlain(const QString &label)
{
    return !label.startsWith(u"xn--");
}

bool isSmallLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

/// In how many places there are two ways to write.
int bitsOf(const QString &host)
{
    if (isAddress(host))
        return isV4(host) ? 4 : 0;
    qsizetype bits = 0;
    const QStringList labels = host.split(u'.');
    for (const QString &label : labels)
        bits += isPlain(label) ? std::count_if(label.begin(), label.end(), isSmallLetter) : 0;
    return static_cast<int>(std::min<qsizetype>(bits, MostBits));
}

QString spelledV4(const QString &host, int number)
{
    QStringList parts = host.split(u'.');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if ((number >> i) % 2 != 0)
            parts[i] = QStringLiteral("0x") + QString::number(parts.at(i).toInt(), 16);
    }
    return parts.join(u'.');
}

} // namespace

int spellingCount(const QString &host)
{
    return 1 << bitsOf(host);
}

QString spelled(const QString &host, int number)
{
    if (isV4(host))
        return spelledV4(host, number);
    QStringList labels = host.split(u'.');
    for (QString &label : labels) {
        for (qsizetype i = 0; i < label.size() && isPlain(label); ++i) {
            if (!isSmallLetter(label.at(i)))
                continue;
            if (number % 2 != 0)
                label[i] = label.at(i).toUpper();
            number /= 2;
        }
    }
    return labels.join(u'.');
}

int Spellings::take(const QString &group, DestinationId destination, int count)
{
    Group &entry = m_groups[group];
    const auto [place, isNew] = entry.holders.try_emplace(destination);
    Holder &holder = place->second;
    ++holder.flights;
    if (!isNew)
        return holder.number;
    const auto least = std::min_element(entry.users.begin(), entry.users.end());
    const bool mayGrow = entry.users.size() < static_cast<std::size_t>(count);
    if (mayGrow && (least == entry.users.end() || *least > 0)) {
        holder.number = static_cast<int>(entry.users.size());
        entry.users.push_back(1);
    } else {
        holder.number = static_cast<int>(least - entry.users.begin());
        ++*least;
    }
    return holder.number;
}

void Spellings::release(const QString &group, DestinationId destination)
{
    const auto entry = m_groups.find(group);
    Q_ASSERT(entry != m_groups.end());
    const auto holder = entry->holders.find(destination);
    Q_ASSERT(holder != entry->holders.end());
    if (--holder->second.flights > 0)
        return;
    --entry->users[static_cast<std::size_t>(holder->second.number)];
    entry->holders.erase(holder);
    if (entry->holders.empty())
        m_groups.erase(entry);
}

} // namespace Core
