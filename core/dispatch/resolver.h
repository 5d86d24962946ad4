// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/model/attempt.h"

#include <QHash>
#include <QHostAddress>
#include <QHostInfo>
#include <QObject>
#include <QQueue>

#include <functional>
#include <vector>

namespace Core {

/// What a look-up brought: addresses in the resolver's order, or why there are none.
struct Resolution
{
    QList<QHostAddress> addresses;
    Failure failure = Failure::None;
    QString detail; ///< the resolver's own words

    bool operator==(const Resolution &) const = default;
};

/// Turns host names into addresses. An address needs no look-up, nor does "localhost", which never
/// leaves this machine (RFC 6761); the rest is asked once for all who wait and kept for a while,
/// failures for less.
///
/// Thread: the one it lives on. Borrows: \a clock, which must outlive it.
class Resolver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Resolver)

public:
    using Callback = std::function<void(const Resolution &)>;

    /// Looks up a name and calls back later, in the thread of \a context, unless that is gone.
    using LookUp = std::function<void(const QString &name, QObject *context,
                                      std::function<void(const QHostInfo &)> done)>;

    static constexpr Milliseconds FoundLasts{30'000};
    static constexpr Milliseconds FailureLasts{5'000};

    /// The system's own resolver; all its users share a pool of 20 threads.
    static LookUp system();

    Resolver(const Clock &clock, LookUp lookUp, int maxLookUps, QObject *parent = nullptr);
    ~Resolver() override;

    /// Calls \a callback once: before this returns when no look-up is needed, else later.
    void resolve(const QString &host, const Callback &callback);

private:
    struct Entry
    {
        Resolution resolution;
        Tick until;
    };

    void startNext();
    void finish(const QString &name, const QHostInfo &info);
    void remember(const QString &name, const Resolution &resolution);

    const Clock &m_clock;
    LookUp m_lookUp;
    int m_maxLookUps;
    int m_running = 0;
    QHash<QString, Entry> m_known;
    QHash<QString, std::vector<Callback>> m_waiting;
    QQueue<QString> m_queue; ///< names whose look-up has not begun
};

} // namespace Core
