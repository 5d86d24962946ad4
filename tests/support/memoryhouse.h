// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/directory.h"
#include "core/store/archive.h"
#include "core/store/ledger.h"
#include "tests/support/manualclock.h"

#include <QTest>

/// Ledger, archive and directory over stores in memory, with short ways to fill them: what those
/// who take a person's orders work with. Nothing dispatches, so what waits goes on waiting.
///
/// Thread: the test's.
class MemoryHouse final
{
    Q_DISABLE_COPY_MOVE(MemoryHouse)

public:
    MemoryHouse();
    ~MemoryHouse();

    Core::Result<Core::Outcome> write(const Core::Change &change);

    /// The outcome of a change that ought to succeed.
    template<typename T>
    T done(const Core::Change &change)
    {
        const auto outcome = write(change);
        if (!outcome)
            QTest::qFail(qPrintable(outcome.error().sentence), __FILE__, __LINE__);
        const T *wanted = outcome ? std::get_if<T>(&*outcome) : nullptr;
        return wanted ? *wanted : T{};
    }

    /// What the archive reads.
    template<typename T>
    Core::Result<T> read(std::function<Core::Result<T>(Core::Records &)> question)
    {
        std::optional<Core::Result<T>> answer;
        archive().ask<T>(std::move(question), m_ledger.get(),
                         [&answer](const Core::Result<T> &read) { answer = read; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
            return Core::notFound(QStringLiteral("No answer came."));
        return *answer;
    }

    Core::Destination add(const QString &name, const QString &url);
    Core::Delivery deliver(Core::DestinationId destination); ///< of a new event, which waits
    /// The same after an attempt that ended so.
    Core::Attempt attempt(Core::DestinationId destination, Core::DeliveryState state);

    Core::Ledger &ledger() { return *m_ledger; }
    Core::Archive &archive() { return *m_archive; }
    const Core::Directory &directory() const { return m_directory; }
    const ManualClock &clock() const { return m_clock; }

private:
    ManualClock m_clock;
    Core::Directory m_directory;
    std::unique_ptr<Core::Ledger> m_ledger;
    std::unique_ptr<Core::Archive> m_archive;
    int m_eventCount = 0;
};
