// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/lookout.h"

#include <QSet>

#include <algorithm>
#include <filesystem>
#include <sys/resource.h>
#include <tuple>
#include <utility>

namespace Core {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr rlim_t MostWitnesses = 4096; // of all lookouts together
constexpr int ShareForSearch = 20; // one part of so many may be spent on searching
constexpr std::chrono::milliseconds Burst{50}; // what may be spent before that share counts
constexpr Milliseconds ClockStep{20}; // by which the system's moments may be off
constexpr Milliseconds IdleTime{1'000}; // in which a flight will have taken its witness
constexpr std::chrono::seconds Memory{1}; // in which Qt will have told of an end
constexpr std::chrono::minutes LongestFlight{2}; // and more
constexpr quint32 FirstSegments = 1; // Qt sends a head and a short body together
constexpr qsizetype MostNeighbours = 256; // that are looked at when one has ended
constexpr qsizetype MostRemembered = 1024; // requests to one endpoint, of each sort
constexpr quint64 LeastSegment = 500; // bytes of a body that are sent together, wherever it goes

/// One lookout's share of a quarter of the descriptors that the process may have open; the poster's
/// flights take half.
qsizetype witnessLimit(int sharers)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const auto all = static_cast<qsizetype>(std::min<rlim_t>(limit.rlim_cur / 4, MostWitnesses));
    return all / std::max(1, sharers);
}

/// What no flight that is on its way can need, or is too much to look at.
template<typename Seen>
void forgetOld(QList<Seen> &list, SteadyClock::time_point now)
{
    list.removeIf([now](const Seen &one) { return now - one.seen > LongestFlight; });
    if (list.size() > MostRemembered)
        list.remove(0, list.size() - MostRemembered);
}

} // namespace

Lookout::Lookout(int sharers)
    : m_maxWitnesses(witnessLimit(sharers))
    , m_lastSpent(SteadyClock::now())
{
}

void Lookout::watch(const Endpoint &remote)
{
    Neighbours &neighbours = m_neighbours[remote];
    if (!spendOn([&] { adopt(remote, neighbours); }))
        neighbours.overlooked = SteadyClock::now();
}

std::shared_ptr<Witness> Lookout::find(const Endpoint &remote, const Trace &trace)
{
    Neighbours &neighbours = m_neighbours[remote];
    const std::optional<quint64> all
        = trace.headBytes ? std::optional(*trace.headBytes + trace.bodyBytes) : std::nullopt;
    std::shared_ptr<Witness> best;
    const bool hadTime = spendOn([&] {
        if (!trace.isSent || !neighbours.adopted || *neighbours.adopted < trace.since)
            adopt(remote, neighbours);
        best = nearest(neighbours.open, trace.since, all);
    });
    if (!hadTime)
        neighbours.overlooked = SteadyClock::now();
    if (best)
        best->expectAnswer(all);
    return best;
}

bool Lookout::isConnected(const Endpoint &remote, Moment since)
{
    watch(remote);
    const auto age = std::chrono::ceil<Milliseconds>(SteadyClock::now() - since) + ClockStep;
    const QList<std::shared_ptr<Witness>> &open = m_neighbours[remote].open;
    return std::any_of(open.cbegin(), open.cend(), [age](const std::shared_ptr<Witness> &one) {
        return isFree(one) && one->facts().sinceSent <= age;
    });
}

std::optional<ConnectionEnd> Lookout::takeEnd(const Endpoint &remote, const Trace &trace)
{
    Neighbours &neighbours = m_neighbours[remote];
    const bool isAnyOverlooked = neighbours.overlooked && *neighbours.overlooked >= trace.since;
    if (isAnyOverlooked || neighbours.open.size() + neighbours.closed.size() > MostNeighbours)
        return std::nullopt;
    partWithClosed(neighbours);
    const std::optional<ConnectionEnd> end = commonEnd(neighbours.closed, trace);
    if (!end)
        return std::nullopt;
    const auto apart = [&trace](const Closed &one) {
        const Moment lastSent = one.seen - one.facts.sinceSent;
        return std::tuple(!mayBe(one, trace), one.facts.sentBytes == 0,
                          std::chrono::abs(lastSent - trace.since));
    };
    QList<Closed> &closed = neighbours.closed;
    closed.erase(std::min_element(
        closed.begin(), closed.end(),
        [&apart](const Closed &one, const Closed &other) { return apart(one) < apart(other); }));
    return end;
}

void Lookout::letGo(const Endpoint &remote, const std::shared_ptr<Witness> &witness)
{
    const auto neighbours = m_neighbours.find(remote);
    if (neighbours == m_neighbours.end() || !neighbours->open.removeOne(witness))
        return;
    --m_openCount;
    const Moment now = SteadyClock::now();
    neighbours->parted.append({witness->cookie(), witness->facts(), false, now});
    neighbours->overlooked = now; // It may have been another's.
    neighbours->adopted.reset();
}

void Lookout::noteAnswer(const Endpoint &remote, const Trace &trace)
{
    const Moment now = SteadyClock::now();
    QList<Answered> &answered = m_neighbours[remote].answered;
    answered.append({trace, now});
    if (answered.size() > 2 * MostRemembered)
        forgetOld(answered, now);
}

std::optional<bool> Lookout::hasBegun(const Endpoint &remote, const Trace &trace,
                                      const Witness &witness)
{
    const Moment now = SteadyClock::now();
    const ConnectionFacts own = witness.facts();
    const Moment sent = now - own.sinceSent;
    int answered = 0;
    int silent = 0;
    const auto count = [&](const ConnectionFacts &facts, Moment seen) {
        if (facts.sentBytes != own.sentBytes
            || std::chrono::abs(seen - facts.sinceSent - sent) > ClockStep)
            return;
        ++(endOf({0, facts, false, seen}, trace).hasAnswered ? answered : silent);
    };
    const Neighbours &neighbours = m_neighbours[remote];
    for (const std::shared_ptr<Witness> &one : neighbours.open)
        count(one->facts(), now);
    for (const QList<Closed> *const gone : {&neighbours.closed, &neighbours.parted}) {
        for (const Closed &one : *gone)
            count(one.facts, one.seen);
    }
    const auto isTwin = [&trace](const Answered &one) {
        return one.trace.headBytes == trace.headBytes && one.trace.bodyBytes == trace.bodyBytes
            && std::chrono::abs(one.trace.since - trace.since) <= ClockStep;
    };
    const auto noted
        = std::count_if(neighbours.answered.cbegin(), neighbours.answered.cend(), isTwin);
    if (answered <= noted)
        return false;
    return silent == 0 ? std::optional(true) : std::nullopt;
}

void Lookout::sweep()
{
    const Moment now = SteadyClock::now();
    for (auto neighbours = m_neighbours.begin(); neighbours != m_neighbours.end();) {
        partWithClosed(*neighbours);
        const auto idle
            = neighbours->open.removeIf([this](const std::shared_ptr<Witness> &witness) {
                  return isCrowded() && witness.use_count() == 1
                      && witness->facts().sinceSent > IdleTime;
              });
        m_openCount -= idle;
        if (idle > 0) {
            neighbours->overlooked = now;
            neighbours->adopted.reset();
        }
        neighbours->closed.removeIf([now](const Closed &one) { return now - one.seen > Memory; });
        forgetOld(neighbours->parted, now);
        forgetOld(neighbours->answered, now);
        if (neighbours->overlooked && now - *neighbours->overlooked > LongestFlight)
            neighbours->overlooked.reset();
        const bool isEmpty = neighbours->open.isEmpty() && neighbours->closed.isEmpty()
            && neighbours->parted.isEmpty() && neighbours->answered.isEmpty()
            && !neighbours->overlooked;
        neighbours = isEmpty ? m_neighbours.erase(neighbours) : std::next(neighbours);
    }
}

/// That of \a open which sent last at \a since; where several did, the one that sent as much.
std::shared_ptr<Witness> Lookout::nearest(const QList<std::shared_ptr<Witness>> &open, Moment since,
                                          std::optional<quint64> sentBytes)
{
    const Moment now = SteadyClock::now();
    std::shared_ptr<Witness> best;
    std::pair<bool, std::chrono::nanoseconds> bestDistance;
    for (const std::shared_ptr<Witness> &witness : open) {
        if (!isFree(witness))
            continue;
        const ConnectionFacts facts = witness->facts();
        const std::chrono::nanoseconds apart = std::chrono::abs(now - facts.sinceSent - since);
        const std::pair distance(facts.sentBytes != sentBytes, apart);
        const bool isAsNear = best && std::chrono::abs(apart - bestDistance.second) <= ClockStep;
        if (!best || (isAsNear ? distance < bestDistance : apart < bestDistance.second)) {
            best = witness;
            bestDistance = distance;
        }
    }
    return best;
}

bool Lookout::isFree(const std::shared_ptr<Witness> &witness)
{
    return witness.use_count() == 1 && witness->facts().state == ConnectionFacts::State::Open
        && !witness->isLast();
}

/// False when \a closed cannot have been the connection of the flight with \a trace.
bool Lookout::mayBe(const Closed &closed, const Trace &trace)
{
    const ConnectionFacts &facts = closed.facts;
    if (closed.seen - facts.sinceSent + ClockStep < trace.since)
        return false;
    if (!trace.headBytes)
        return true;
    const quint64 head = *trace.headBytes;
    const quint64 all = head + trace.bodyBytes;
    if (facts.sentBytes == 0 || facts.sentBytes == head || facts.sentBytes == all)
        return true;
    // More was sent on one that had been used before, and a long body may have been cut anywhere.
    return facts.sentBytes > all ? facts.sentSegments > FirstSegments
                                 : facts.sentBytes > head && trace.bodyBytes > LeastSegment;
}

/// How \a closed ended for a flight with \a trace. Where it was not the first on its connection,
/// what has come may answer an earlier request, if it came no later than this one left.
ConnectionEnd Lookout::endOf(const Closed &closed, const Trace &trace)
{
    const ConnectionFacts &facts = closed.facts;
    const bool isFirst = trace.headBytes && facts.sentBytes <= *trace.headBytes + trace.bodyBytes;
    const bool isOfThis = isFirst || facts.sinceReceived < facts.sinceSent;
    return {facts.state, isOfThis && facts.receivedBytes > 0, closed.wasEnded};
}

/// How all of \a closed ended that may have been the connection of the flight with \a trace; none
/// when there is no such one, or when they ended in different ways.
std::optional<ConnectionEnd> Lookout::commonEnd(const QList<Closed> &closed, const Trace &trace)
{
    // Qt may have opened another one to send again, on which it then sent nothing.
    const bool isAnyUsed = std::any_of(closed.cbegin(), closed.cend(), [&trace](const Closed &one) {
        return one.facts.sentBytes > 0 && mayBe(one, trace);
    });
    std::optional<ConnectionEnd> common;
    for (const Closed &one : closed) {
        if (!mayBe(one, trace) || (isAnyUsed && one.facts.sentBytes == 0))
            continue;
        const ConnectionEnd end = endOf(one, trace);
        if (common && *common != end)
            return std::nullopt;
        common = end;
    }
    return common;
}

/// Remembers how those of \a neighbours ended that Qt has closed, or is about to.
void Lookout::partWithClosed(Neighbours &neighbours)
{
    const Moment now = SteadyClock::now();
    const auto part = [&neighbours, now](const std::shared_ptr<Witness> &witness) {
        const ConnectionFacts facts = witness->facts();
        if (facts.state == ConnectionFacts::State::Open && !witness->isLast())
            return false;
        neighbours.closed.append({witness->cookie(), facts, witness->hasEnded(), now});
        return true;
    };
    m_openCount -= neighbours.open.removeIf(part);
}

/// Does \a work if there is time for it: a share of what has passed, and a little more at first.
bool Lookout::spendOn(const std::function<void()> &work)
{
    const Moment began = SteadyClock::now();
    m_spent
        = std::max(std::chrono::nanoseconds{0}, m_spent - (began - m_lastSpent) / ShareForSearch);
    m_lastSpent = began;
    if (m_spent > Burst)
        return false;
    const std::chrono::nanoseconds before = threadTime();
    work();
    const std::chrono::nanoseconds spent = threadTime() - before;
    m_spent += spent;
    m_searchTime += spent;
    return true;
}

/// Takes a witness of each connection to \a remote that has none, as many as there may be; when
/// there are many, none of those that are idle.
void Lookout::adopt(const Endpoint &remote, Neighbours &neighbours)
{
    const Moment began = SteadyClock::now();
    bool isComplete = true;
    const auto overlook = [&neighbours, &isComplete] {
        neighbours.overlooked = SteadyClock::now();
        isComplete = false;
    };
    QSet<quint64> known;
    for (const std::shared_ptr<Witness> &witness : std::as_const(neighbours.open))
        known.insert(witness->cookie());
    for (const Closed &one : std::as_const(neighbours.closed))
        known.insert(one.cookie);
    std::error_code error;
    std::filesystem::directory_iterator entry("/proc/self/fd", error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const int descriptor = QByteArray(entry->path().filename().c_str()).toInt();
        if (remoteOf(descriptor) != remote || known.contains(cookieOf(descriptor)))
            continue;
        if (m_openCount >= m_maxWitnesses) {
            overlook();
            return;
        }
        // The descriptor may mean something else by now.
        auto witness = std::make_shared<Witness>(descriptor);
        const bool isIdle = isCrowded() && witness->facts().sinceSent > IdleTime;
        if (!witness->isLooking() || isIdle)
            overlook();
        if (isIdle || witness->remote() != remote || known.contains(witness->cookie()))
            continue;
        known.insert(witness->cookie());
        neighbours.open.append(std::move(witness));
        ++m_openCount;
    }
    if (error)
        overlook();
    if (isComplete)
        neighbours.adopted = began;
}

} // namespace Core
