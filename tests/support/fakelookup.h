// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/resolver.h"

#include <QMutex>
#include <QPointer>

#include <memory>

namespace Core {

/// A resolver's system that a test answers by hand, or lets answer from a list.
///
/// Thread: any.
class FakeLookUp final
{
public:
    /// From now on answers \a name by itself.
    void set(const QString &name, const QStringList &addresses)
    {
        QHostInfo info;
        info.setAddresses(toAddresses(addresses));
        const QMutexLocker lock(&m_state->mutex);
        m_state->known.insert(name, info);
    }

    void fail(const QString &name, QHostInfo::HostInfoError error)
    {
        QHostInfo info;
        info.setError(error);
        const QMutexLocker lock(&m_state->mutex);
        m_state->known.insert(name, info);
    }

    /// The names that were asked for, in order.
    QStringList asked() const
    {
        const QMutexLocker lock(&m_state->mutex);
        return m_state->asked;
    }

    /// Answers the oldest question that is open; returns false when there is none.
    bool answer(const QHostInfo &info)
    {
        Question question;
        {
            const QMutexLocker lock(&m_state->mutex);
            if (m_state->open.isEmpty())
                return false;
            question = m_state->open.takeFirst();
        }
        if (question.context)
            QMetaObject::invokeMethod(question.context, [question, info] { question.done(info); });
        return true;
    }

    Resolver::LookUp function() const
    {
        return [state = m_state](const QString &name, QObject *context,
                                 const std::function<void(const QHostInfo &)> &done) {
            const QMutexLocker lock(&state->mutex);
            state->asked.append(name);
            const auto known = state->known.constFind(name);
            if (known == state->known.constEnd()) {
                state->open.append({context, done});
                return;
            }
            QMetaObject::invokeMethod(
                context, [done, info = *known] { done(info); }, Qt::QueuedConnection);
        };
    }

private:
    struct Question
    {
        QPointer<QObject> context;
        std::function<void(const QHostInfo &)> done;
    };

    struct State
    {
        QMutex mutex;
        QHash<QString, QHostInfo> known;
        QStringList asked;
        QList<Question> open;
    };

    static QList<QHostAddress> toAddresses(const QStringList &texts)
    {
        QList<QHostAddress> addresses;
        for (const QString &text : texts)
            addresses.append(QHostAddress(text));
        return addresses;
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace Core
