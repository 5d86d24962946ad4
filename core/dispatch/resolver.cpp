// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/resolver.h"

#include "core/model/destinationurl.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace Core {

namespace {

constexpr qsizetype MaxKnown = 4096;

/// Look-ups of the system's whose end nobody has been told.
std::atomic<int> openLookUps = 0;

QString canonical(const QString &host)
{
    const QString name = host.toLower();
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

Resolution toResolution(const QHostInfo &info)
{
    if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
        return {info.addresses(), Failure::None, {}};
    // The system's own sentence is in the language of the desktop, and says no more than this.
    if (info.error() != QHostInfo::UnknownError)
        return {{}, Failure::NameNotFound, {}};
    return {{}, Failure::LookUpFailed, info.errorString()};
}

} // namespace

Resolver::LookUp Resolver::system()
{
    return [](const QString &name, QObject *context,
              const std::function<void(const QHostInfo &)> &done) {
        ++openLookUps;
        QHostInfo::lookupHost(name, context, [done](const QHostInfo &info) {
            --openLookUps;
            done(info);
        });
    };
}

bool Resolver::mayBeLookingUp()
{
    return openLookUps > 0;
}

Resolver::Resolver(const Clock &clock, LookUp lookUp, int maxLookUps, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_lookUp(std::move(lookUp))
    , m_maxLookUps(maxLookUps)
{
}

Resolver::~Resolver() = default;

void Resolver::resolve(const QString &host, Tick until, const Callback &callback)
{
    const QString name = canonical(host);
    if (const QList<QHostAddress> addresses = addressesWithoutLookUp(name); !addresses.isEmpty()) {
        callback({addresses, Failure::None, {}});
        return;
    }
    const auto found = m_known.constFind(name);
    const Tick now = m_clock.tick();
    if (found == m_known.constEnd() || found->until <= now) {
        await(name, {until, callback});
        return;
    }
    // A copy, since the callback may make us forget it.
    const Resolution resolution = found->resolution;
    const Tick end = found->until;
    const bool isFound = resolution.failure == Failure::None;
    if (isFound && now >= end - RenewedBefore && !m_waiting.contains(name))
        await(name, {end, {}});
    callback(resolution);
}

void Resolver::await(const QString &name, const Waiter &waiter)
{
    const bool isUnderWay = m_waiting.contains(name);
    m_waiting[name].push_back(waiter);
    if (isUnderWay)
        return;
    lineOf(standingOf(name)).names.enqueue(name);
    startNext();
}

Resolver::Standing Resolver::standingOf(const QString &name) const
{
    const auto known = m_known.constFind(name);
    if (known == m_known.constEnd())
        return Standing::New;
    return known->resolution.failure == Failure::None ? Standing::Found : Standing::NotFound;
}

/// True when there is a place for a name of \a standing among those that are no better.
bool Resolver::mayStart(Standing standing)
{
    const int reserved = m_maxLookUps < 2 ? 0 : std::max(1, m_maxLookUps / 4);
    const int notFound = lineOf(Standing::NotFound).running;
    const int unproven = notFound + lineOf(Standing::New).running;
    const int all = unproven + lineOf(Standing::Found).running;
    const bool isFree = all < m_maxLookUps;
    if (standing == Standing::Found)
        return isFree;
    const bool isFreeForNew = isFree && unproven < m_maxLookUps - reserved;
    if (standing == Standing::New)
        return isFreeForNew;
    return isFreeForNew && notFound < std::max(1, m_maxLookUps / 2);
}

bool Resolver::isAwaited(const QString &name) const
{
    const std::vector<Waiter> &waiting = *m_waiting.constFind(name);
    return std::any_of(waiting.begin(), waiting.end(),
                       [now = m_clock.tick()](const Waiter &waiter) { return now < waiter.until; });
}

void Resolver::startNext()
{
    for (const Standing standing : Standings) {
        QQueue<QString> &names = lineOf(standing).names;
        while (!names.isEmpty() && mayStart(standing)) {
            const QString name = names.dequeue();
            if (isAwaited(name))
                start(name, standing);
            else
                m_waiting.remove(name);
        }
    }
}

void Resolver::start(const QString &name, Standing standing)
{
    ++lineOf(standing).running;
    m_lookUp(name, this, [this, name, standing](const QHostInfo &info) {
        --lineOf(standing).running;
        finish(name, info);
    });
}

void Resolver::finish(const QString &name, const QHostInfo &info)
{
    const Resolution resolution = toResolution(info);
    remember(name, resolution);
    const std::vector<Waiter> waiting = m_waiting.take(name);
    for (const Waiter &waiter : waiting) {
        if (waiter.callback)
            waiter.callback(resolution);
    }
    startNext();
}

void Resolver::remember(const QString &name, const Resolution &resolution)
{
    const Tick now = m_clock.tick();
    if (m_known.size() >= MaxKnown)
        m_known.removeIf([now](const auto &known) { return known.value().until <= now; });
    if (m_known.size() >= MaxKnown)
        m_known.clear();
    const bool isFound = resolution.failure == Failure::None;
    const auto known = m_known.constFind(name);
    const bool isGood = known != m_known.constEnd() && known->until > now
        && known->resolution.failure == Failure::None;
    if (!isFound && isGood)
        return; // a renewal that failed; what was found lasts until its end
    m_known.insert(name, {resolution, now + (isFound ? FoundLasts : FailureLasts)});
}

} // namespace Core
