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

#include <array>
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
/// failures for less. What is asked for towards its end is renewed meanwhile.
///
/// Only so many names are looked up at a time, and a name that hangs keeps its place for as long as
/// the system takes. So some places are for names that were found before, and those that were not
/// found have half of them at most.
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
    static constexpr Milliseconds RenewedBefore{10'000}; ///< its end, when it is asked for
    static constexpr Milliseconds FailureLasts{5'000};

    /// The system's own resolver; all its users share a pool of 20 threads.
    static LookUp system();

    /// Whether the system may still be looking up a name, for somebody who is gone perhaps. Nobody
    /// can break that off, and Qt's application waits for it when it goes. Thread: any.
    static bool mayBeLookingUp();

    Resolver(const Clock &clock, LookUp lookUp, int maxLookUps, QObject *parent = nullptr);
    ~Resolver() override;

    /// Calls \a callback once: before this returns when no look-up is needed, else later. From
    /// \a until on nobody waits for it any more, and a look-up that has not begun is left out.
    void resolve(const QString &host, Tick until, const Callback &callback);

private:
    /// What the newest look-up of a name has brought; in the order in which they are served.
    enum class Standing {
        Found,
        New,
        NotFound,
    };

    static constexpr std::array Standings{Standing::Found, Standing::New, Standing::NotFound};

    struct Entry
    {
        Resolution resolution;
        Tick until;
    };

    struct Waiter
    {
        Tick until;
        Callback callback; ///< none for a renewal
    };

    struct Line
    {
        QQueue<QString> names; ///< whose look-up has not begun
        int running = 0;
    };

    Line &lineOf(Standing standing) { return m_lines[static_cast<std::size_t>(standing)]; }
    Standing standingOf(const QString &name) const;
    void await(const QString &name, const Waiter &waiter);
    bool mayStart(Standing standing);
    bool isAwaited(const QString &name) const;
    void startNext();
    void start(const QString &name, Standing standing);
    void finish(const QString &name, const QHostInfo &info);
    void remember(const QString &name, const Resolution &resolution);

    const Clock &m_clock;
    LookUp m_lookUp;
    int m_maxLookUps;
    QHash<QString, Entry> m_known;
    QHash<QString, std::vector<Waiter>> m_waiting; ///< of names that stand in line or are looked up
    std::array<Line, Standings.size()> m_lines;
};

} // namespace Core
