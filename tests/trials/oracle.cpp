// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/oracle.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Core {

namespace {

constexpr QLatin1StringView Cancelled{"cancelled"};

bool isGood(const ReceivedPost &post)
{
    return post.status >= 200 && post.status <= 299;
}

/// Holds a history in the order in which it is asked for.
///
/// Borrows: the history.
class Judge final
{
public:
    explicit Judge(const History &history);

    TrialVerdict judge();

private:
    using AttemptKey = std::pair<QString, int>; ///< a delivery and the attempt's number

    void judgeRegistrations();
    void judgeLook(const TrialLook &look);
    void judgePublication(const TrialPublication &publication);
    void judgeStrangers();
    void judgePosts();
    void judgePost(const ReceivedPost &post);
    void judgeRows(const LoggedDelivery &delivery);
    void judgeRow(const LoggedAttempt &row);
    void judgeRewrites();
    void judgeOrder();
    void countDuplicates();
    bool isDone(const LoggedDelivery &delivery) const;
    bool isDeliveredToAll(const TrialPublication &publication) const;
    void blame(const QString &fault) { m_verdict.faults.append(fault); }

    const History &m_history;
    TrialVerdict m_verdict;
    QHash<QString, QList<LoggedDelivery>> m_deliveriesOf; ///< by event
    QHash<QString, QString> m_eventOf; ///< by delivery
    QHash<QString, QString> m_destinationOf; ///< by delivery
    QHash<QString, QList<LoggedAttempt>> m_rowsOf; ///< by delivery, in the order of their numbers
    QHash<AttemptKey, LoggedAttempt> m_rows;
    QHash<AttemptKey, ReceivedPost> m_posts;
    QSet<QString> m_wellReceived; ///< deliveries
    QSet<QString> m_mayBeCancelled; ///< deliveries; somebody asked for it
    QSet<QString> m_heartbeats; ///< deliveries
};

Judge::Judge(const History &history)
    : m_history(history)
{
    for (const LoggedDelivery &delivery : history.deliveries) {
        m_deliveriesOf[delivery.event].append(delivery);
        m_eventOf.insert(delivery.id, delivery.event);
        m_destinationOf.insert(delivery.id, delivery.destination);
    }
    for (const LoggedAttempt &row : history.attempts) {
        m_rowsOf[row.delivery].append(row);
        m_rows.insert({row.delivery, row.number}, row);
        if (row.isHeartbeat)
            m_heartbeats.insert(row.delivery);
    }
    for (QList<LoggedAttempt> &rows : m_rowsOf) {
        std::sort(rows.begin(), rows.end(),
                  [](const auto &left, const auto &right) { return left.number < right.number; });
    }
    for (const ReceivedPost &post : history.posts) {
        if (isGood(post))
            m_wellReceived.insert(post.delivery);
    }
    for (const TrialOrder &order : history.orders) {
        if (order.value == Cancelled)
            m_mayBeCancelled.insert(order.subject);
    }
}

TrialVerdict Judge::judge()
{
    judgeRegistrations();
    for (const TrialLook &look : m_history.looks)
        judgeLook(look);
    for (const TrialPublication &publication : m_history.publications)
        judgePublication(publication);
    judgeStrangers();
    judgePosts();
    for (const LoggedDelivery &delivery : m_history.deliveries)
        judgeRows(delivery);
    for (const LoggedAttempt &row : m_history.attempts)
        judgeRow(row);
    judgeRewrites();
    judgeOrder();
    countDuplicates();
    return m_verdict;
}

void Judge::judgeRegistrations()
{
    for (auto it = m_history.registered.constBegin(); it != m_history.registered.constEnd(); ++it) {
        if (!m_history.destinations.contains(it.key()))
            blame(QStringLiteral("destination %1 was registered and is gone").arg(it.key()));
    }
}

/// What was promised last must be so, or what was asked for since and is in doubt.
void Judge::judgeLook(const TrialLook &look)
{
    struct Known
    {
        bool isSure = false; ///< that it is one of the values
        QStringList values;
    };
    QHash<std::pair<QString, QString>, Known> known;
    for (const TrialOrder &order : m_history.orders.mid(0, look.orderCount)) {
        Known &one = known[{order.subject, order.member}];
        if (order.isPromised)
            one = {true, {}};
        // What is registered had none before.
        one.isSure = one.isSure || order.member == SettingsMember;
        one.values.append(order.value);
    }
    for (auto it = known.constBegin(); it != known.constEnd(); ++it) {
        const auto found = look.values.constFind(it.key());
        if (it->isSure && found != look.values.constEnd() && !it->values.contains(*found))
            blame(QStringLiteral("the %1 of %2 was to be %3 and is %4")
                      .arg(it.key().second, it.key().first, it->values.constFirst(), *found));
    }
}

bool Judge::isDone(const LoggedDelivery &delivery) const
{
    if (delivery.state == Cancelled)
        return m_mayBeCancelled.contains(delivery.id);
    return delivery.isDelivered() && m_wellReceived.contains(delivery.id);
}

bool Judge::isDeliveredToAll(const TrialPublication &publication) const
{
    const QList<LoggedDelivery> deliveries = m_deliveriesOf.value(publication.event);
    const auto isFirst = [](const LoggedDelivery &delivery) { return delivery.resendOf.isEmpty(); };
    return std::count_if(deliveries.begin(), deliveries.end(), isFirst) == publication.fanOut
        && std::all_of(deliveries.begin(), deliveries.end(),
                       [this](const LoggedDelivery &delivery) { return isDone(delivery); });
}

void Judge::judgePublication(const TrialPublication &publication)
{
    const bool isThere = m_deliveriesOf.contains(publication.event);
    const bool isDelivered = isDeliveredToAll(publication);
    switch (publication.answer) {
    case TrialPublication::Answer::Accepted:
        ++(isDelivered ? m_verdict.ok : m_verdict.lost);
        if (!isDelivered)
            blame(QStringLiteral("event %1 was acknowledged and is lost").arg(publication.event));
        break;
    case TrialPublication::Answer::InDoubt:
        ++(isThere ? m_verdict.recovered : m_verdict.absent);
        if (isThere && !isDelivered)
            blame(QStringLiteral("event %1 was kept by halves").arg(publication.event));
        break;
    case TrialPublication::Answer::Refused:
        if (isThere) {
            ++m_verdict.unexpected;
            blame(QStringLiteral("event %1 was refused and is there").arg(publication.event));
        }
        break;
    }
}

void Judge::judgeStrangers()
{
    QSet<QString> strangers;
    for (const LoggedDelivery &delivery : m_history.deliveries) {
        if (!m_heartbeats.contains(delivery.id))
            strangers.insert(delivery.event);
    }
    for (const ReceivedPost &post : m_history.posts) {
        if (!post.isHeartbeat)
            strangers.insert(post.event);
    }
    for (const TrialPublication &publication : m_history.publications)
        strangers.remove(publication.event);
    for (const QString &event : strangers) {
        ++m_verdict.unexpected;
        blame(QStringLiteral("event %1 was never published and is there").arg(event));
    }
}

void Judge::judgePosts()
{
    for (const ReceivedPost &post : m_history.posts) {
        const AttemptKey key{post.delivery, post.number};
        if (m_posts.contains(key))
            blame(QStringLiteral("attempt %1 of %2 was sent twice")
                      .arg(post.number)
                      .arg(post.delivery));
        m_posts.insert(key, post);
        judgePost(post);
    }
}

void Judge::judgePost(const ReceivedPost &post)
{
    if (m_eventOf.value(post.delivery, post.event) != post.event)
        blame(QStringLiteral("attempt %1 of %2 was sent with the id of %3")
                  .arg(post.number)
                  .arg(post.delivery, post.event));
    const auto row = m_rows.constFind({post.delivery, post.number});
    if (row == m_rows.constEnd()) {
        blame(QStringLiteral("attempt %1 of %2 was sent and has no row")
                  .arg(post.number)
                  .arg(post.delivery));
    } else if (row->isHeartbeat != post.isHeartbeat) {
        blame(QStringLiteral("%1 is a heartbeat to one side alone").arg(row->id));
    } else if (!row->isInterrupted() && row->status != post.status) {
        blame(QStringLiteral("%1 was answered with %2 and its row says %3")
                  .arg(row->id)
                  .arg(post.status)
                  .arg(row->status));
    }
}

void Judge::judgeRow(const LoggedAttempt &row)
{
    if (row.isOpen())
        blame(QStringLiteral("%1 is still open").arg(row.id));
    m_verdict.interrupted += row.isInterrupted() ? 1 : 0;
    if (row.status != 0 && !m_posts.contains({row.delivery, row.number}))
        blame(QStringLiteral("%1 has a status and was never sent").arg(row.id));
}

void Judge::judgeRows(const LoggedDelivery &delivery)
{
    const QList<LoggedAttempt> rows = m_rowsOf.value(delivery.id);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows.at(i).number != i + 1)
            blame(QStringLiteral("%1 of %2 has the wrong number").arg(rows.at(i).id, delivery.id));
        if (rows.at(i).isDelivered() && i + 1 < rows.size())
            blame(QStringLiteral("%1 was sent again after its success").arg(delivery.id));
    }
    if (m_heartbeats.contains(delivery.id) && rows.size() > 1)
        blame(QStringLiteral("the heartbeat %1 was sent again").arg(delivery.id));
    const bool endsWell = !rows.isEmpty() && rows.constLast().isDelivered();
    if (endsWell != delivery.isDelivered())
        blame(QStringLiteral("%1 is %2, and its last row does not say so")
                  .arg(delivery.id, delivery.state));
}

void Judge::judgeRewrites()
{
    for (const LoggedAttempt &before : m_history.closedBefore) {
        const auto now = m_rows.constFind({before.delivery, before.number});
        if (now == m_rows.constEnd() || now->text != before.text)
            blame(QStringLiteral("%1 was closed and has changed since").arg(before.id));
    }
}

/// Deliveries are numbered in the order in which their events were accepted. Each destination has
/// an order of its own.
void Judge::judgeOrder()
{
    QSet<QString> received;
    QHash<QString, qint64> lastTo; // a destination
    for (const ReceivedPost &post : m_history.posts) {
        const bool keepsOrder = post.isOrdered && !post.isHeartbeat;
        if (!keepsOrder || !isGood(post) || received.contains(post.delivery))
            continue;
        received.insert(post.delivery);
        qint64 &last = lastTo[m_destinationOf.value(post.delivery)];
        const qint64 number = post.delivery.section(u'_', -1).toLongLong();
        if (number < last)
            blame(QStringLiteral("%1 was received after dlv_%2").arg(post.delivery).arg(last));
        last = std::max(last, number);
    }
}

/// An attempt's end is on disk before the next one takes its place, so that no more is sent again
/// after a kill than a destination may have in flight.
void Judge::countDuplicates()
{
    QHash<QString, int> lastRun; // in which a delivery was received well
    QHash<std::pair<int, QString>, int> repeatedOf; // POSTs, by run and destination
    for (const ReceivedPost &post : m_history.posts) {
        if (!isGood(post))
            continue;
        const int before = lastRun.value(post.delivery);
        lastRun.insert(post.delivery, post.run);
        if (before == 0)
            continue;
        ++m_verdict.duplicated;
        ++repeatedOf[{before, m_destinationOf.value(post.delivery)}];
        if (before == post.run)
            blame(QStringLiteral("%1 was sent again without a kill").arg(post.delivery));
    }
    for (auto it = repeatedOf.constBegin(); it != repeatedOf.constEnd(); ++it) {
        const auto &[run, destination] = it.key();
        if (*it > m_history.registered.value(destination))
            blame(QStringLiteral("run %1 was followed by %2 repetitions to %3, more than were in "
                                 "flight")
                      .arg(run)
                      .arg(*it)
                      .arg(destination));
    }
}

} // namespace

TrialVerdict &TrialVerdict::operator+=(const TrialVerdict &other)
{
    ok += other.ok;
    lost += other.lost;
    unexpected += other.unexpected;
    duplicated += other.duplicated;
    recovered += other.recovered;
    absent += other.absent;
    interrupted += other.interrupted;
    faults += other.faults;
    return *this;
}

TrialVerdict judge(const History &history)
{
    return Judge(history).judge();
}

} // namespace Core
