// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/resolver.h"

#include "core/model/destinationurl.h"

#include <utility>

namespace Core {

namespace {

constexpr qsizetype MaxKnown = 4096;

QString canonical(const QString &host)
{
    const QString name = host.toLower();
    return name.endsWith(u'.') ? name.chopped(1) : name;
}

Resolution toResolution(const QHostInfo &info)
{
    if (info.error() == QHostInfo::NoError && !info.addresses().isEmpty())
        return {info.addresses(), Failure::None, {}};
    const bool isUnknown = info.error() != QHostInfo::UnknownError;
    return {{}, isUnknown ? Failure::NameNotFound : Failure::LookUpFailed, info.errorString()};
}

} // namespace

Resolver::LookUp Resolver::system()
{
    return [](const QString &name, QObject *context,
              const std::function<void(const QHostInfo &)> &done) {
        QHostInfo::lookupHost(name, context, done);
    };
}

Resolver::Resolver(const Clock &clock, LookUp lookUp, int maxLookUps, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_lookUp(std::move(lookUp))
    , m_maxLookUps(maxLookUps)
{
}

Resolver::~Resolver() = default;

void Resolver::resolve(const QString &host, const Callback &callback)
{
    const QString name = canonical(host);
    if (const QList<QHostAddress> addresses = addressesWithoutLookUp(name); !addresses.isEmpty()) {
        callback({addresses, Failure::None, {}});
        return;
    }
    const auto known = m_known.constFind(name);
    if (known != m_known.constEnd() && m_clock.tick() < known->until) {
        // A copy, since the callback may make us forget it.
        const Resolution resolution = known->resolution;
        callback(resolution);
        return;
    }
    std::vector<Callback> &waiting = m_waiting[name];
    waiting.push_back(callback);
    if (waiting.size() > 1)
        return;
    m_queue.enqueue(name);
    startNext();
}

void Resolver::startNext()
{
    while (m_running < m_maxLookUps && !m_queue.isEmpty()) {
        ++m_running;
        const QString name = m_queue.dequeue();
        m_lookUp(name, this, [this, name](const QHostInfo &info) { finish(name, info); });
    }
}

void Resolver::finish(const QString &name, const QHostInfo &info)
{
    --m_running;
    const Resolution resolution = toResolution(info);
    remember(name, resolution);
    const std::vector<Callback> waiting = m_waiting.take(name);
    for (const Callback &callback : waiting)
        callback(resolution);
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
    m_known.insert(name, {resolution, now + (isFound ? FoundLasts : FailureLasts)});
}

} // namespace Core
