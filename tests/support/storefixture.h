// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"
#include "core/store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A store and its records, of whichever make, with short ways to fill them. Whatever ought to
/// succeed and does not is told as a failure of the running test.
class StoreFixture
{
public:
    enum class Make { Sqlite, Memory };

    explicit StoreFixture(Make make);

    Core::Store &store() { return *m_store; }
    Core::Records &records() { return *m_records; }
    QString directory() const { return m_directory.path(); }

    /// Ends this run and begins the next.
    Core::RecoveryReport reopen(Core::Time now);

    Core::Result<Core::Outcome> write(const Core::Change &change);

    /// The outcome of a change that ought to succeed.
    template<typename T>
    T done(const Core::Change &change)
    {
        const auto outcome = write(change);
        if (!outcome)
            fail(outcome.error());
        const T *wanted = outcome ? std::get_if<T>(&*outcome) : nullptr;
        return wanted ? *wanted : T{};
    }

    /// The error of a change that ought to be refused.
    Core::Error refused(const Core::Change &change);

    template<typename T>
    T found(const Core::Result<T> &result)
    {
        if (!result)
            fail(result.error());
        return result ? *result : T{};
    }

    /// The whole log, oldest first.
    QList<Core::LogKey> rows();

    Core::Destination addDestination(const QString &name = QStringLiteral("joe"),
                                     const QString &url = QStringLiteral("http://localhost/hook"));
    Core::AcceptedEvent addEvent(const Core::NewEvent &event, const QString &idempotencyKey = {});

    /// A new event for \a target, its delivery and its attempt, closed as \a attempt says.
    Core::AttemptFinished attemptOnce(const QString &eventId, Core::DestinationId target,
                                      const Core::Attempt &attempt, Core::DeliveryState next);

private:
    static void fail(const Core::Error &error);

    QTemporaryDir m_directory;
    std::unique_ptr<Core::Store> m_store;
    std::unique_ptr<Core::Records> m_records;
};

/// So many milliseconds after a moment in 2024.
Core::Time at(qint64 milliseconds);

Core::Registration makeRegistration(const QString &name, const QString &url);
Core::NewEvent makeEvent(const QString &id, const QList<Core::DestinationId> &targets,
                         const QByteArray &body = QByteArrayLiteral("{}"));

/// What an attempt that has ended knows of itself.
Core::Attempt makeEnd(Core::AttemptOutcome outcome, int status);
Core::FinishAttempt makeFinish(const Core::Attempt &open, const Core::Attempt &end,
                               Core::DeliveryState next, Core::Time dueAt);
