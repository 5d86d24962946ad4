// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace Gui {

/// Work on one thing beside the screen: a large body is read there, while the window goes on. What
/// is begun anew, or whose owner goes, tells no result.
///
/// Thread: the screen's; the work itself runs on the threads of the global pool, and touches only
/// what it owns.
class Aside final
{
    Q_DISABLE_COPY_MOVE(Aside)

public:
    using IsCancelled = std::function<bool()>;

    Aside() = default;
    ~Aside() { cancel(); }

    /// Runs \a work, which should look now and then whether it is still wanted, and brings what it
    /// returns to \a done.
    template<typename T>
    void run(std::function<T(const IsCancelled &)> work, std::function<void(const T &)> done)
    {
        cancel();
        m_isCancelled = std::make_shared<std::atomic_bool>(false);
        const auto flag = m_isCancelled;
        QThreadPool::globalInstance()->start([work = std::move(work), done = std::move(done),
                                              flag] {
            const auto result = std::make_shared<const T>(work([flag] { return flag->load(); }));
            // The flag is looked at on the thread where it is set, so the owner is there.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [result, done, flag] {
                    if (!flag->load())
                        done(*result);
                },
                Qt::QueuedConnection);
        });
    }

    void cancel()
    {
        if (m_isCancelled)
            m_isCancelled->store(true);
    }

private:
    std::shared_ptr<std::atomic_bool> m_isCancelled;
};

} // namespace Gui
