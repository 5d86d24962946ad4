// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/spellings.h"

#include <QHostAddress>

#include <algorithm>
#include <utility>

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

int Spellings::take(const QString &group, DestinationId destination, int count, Tick now)
{
    Group &entry = m_groups[group];
    entry.count = count;
    const auto [place, isNew] = entry.holders.try_emplace(destination);
    Holder &holder = place->second;
    if (isNew || entry.numbers[static_cast<std::size_t>(holder.number)].spoiltUntil > now)
        holder.number = choose(entry, now);
    ++holder.flights;
    ++entry.numbers[static_cast<std::size_t>(holder.number)].flights;
    return holder.number;
}

/// The number with the fewest flights, a new one before one that has any, a spoilt one last.
int Spellings::choose(Group &group, Tick now)
{
    const auto worth = [now](const Number &number) {
        return std::pair(number.spoiltUntil > now, number.flights);
    };
    const auto best = std::min_element(
        group.numbers.begin(), group.numbers.end(),
        [&worth](const Number &one, const Number &other) { return worth(one) < worth(other); });
    const bool isFree = best != group.numbers.end() && worth(*best) == std::pair(false, 0);
    if (!isFree && std::ssize(group.numbers) < group.count) {
        group.numbers.emplace_back();
        return static_cast<int>(group.numbers.size()) - 1;
    }
    return static_cast<int>(best - group.numbers.begin());
}

void Spellings::release(const QString &group, DestinationId destination, int number, Tick now)
{
    const auto entry = m_groups.find(group);
    Q_ASSERT(entry != m_groups.end());
    const auto holder = entry->holders.find(destination);
    Q_ASSERT(holder != entry->holders.end());
    --entry->numbers[static_cast<std::size_t>(number)].flights;
    if (--holder->second.flights > 0)
        return;
    entry->holders.erase(holder);
    if (!isOfUse(*entry, now))
        m_groups.erase(entry);
    else if (entry->holders.empty())
        m_kept.insert(group);
}

bool Spellings::isOfUse(const Group &group, Tick now)
{
    return !group.holders.empty()
        || std::any_of(group.numbers.begin(), group.numbers.end(),
                       [now](const Number &one) { return one.spoiltUntil > now; });
}

/// Forgets the groups that were kept for what was spoilt.
void Spellings::tidy(Tick now)
{
    m_kept.removeIf([this, now](const QString &group) {
        const auto entry = m_groups.find(group);
        const bool isThere = entry != m_groups.end();
        if (isThere && !isOfUse(*entry, now))
            m_groups.erase(entry);
        else if (isThere && entry->holders.empty())
            return false;
        return true;
    });
}

bool Spellings::spoil(const QString &group, int number, Tick until, Tick now)
{
    tidy(now);
    const auto entry = m_groups.find(group);
    Q_ASSERT(entry != m_groups.end());
    entry->numbers[static_cast<std::size_t>(number)].spoiltUntil = until;
    return std::ssize(entry->numbers) < entry->count
        || std::any_of(entry->numbers.begin(), entry->numbers.end(),
                       [now](const Number &one) { return one.spoiltUntil <= now; });
}

} // namespace Core
