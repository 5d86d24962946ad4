// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace Core {

/// Reads the records on a thread of its own, so that no search ever holds up a delivery.
///
/// Thread: lives on the thread of its maker, where every answer arrives; the records are used on
/// the archive's own thread alone.
/// Owns: the records and the thread "archive".
/// Errors: records that cannot be opened answer every question with that error, and are tried
/// again at the next.
class Archive final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Archive)

public:
    explicit Archive(std::unique_ptr<Records> records, QObject *parent = nullptr);
    ~Archive() override;

    void start(); ///< After the ledger has opened the store.
    void stop(); ///< Answers what was asked, closes, ends the thread. Forgives a second call.

    /// Runs \a read on the archive's thread and brings its result to \a answer on this one; never
    /// from within ask(), and not once \a context is gone. \a read touches nothing but the records
    /// and what it owns.
    template<typename T>
    void ask(std::function<Result<T>(Records &)> read, const QObject *context,
             std::function<void(const Result<T> &)> answer)
    {
        const QPointer<const QObject> asker(context);
        post([read = std::move(read), asker,
              answer = std::move(answer)](const Result<Records *> &records) mutable -> Reply {
            auto result = records ? read(**records) : Result<T>(records.error());
            // Moved, so that what the answer holds is let go of on the asker's thread.
            return [result = std::move(result), asker, answer = std::move(answer)] {
                if (asker)
                    answer(result);
            };
        });
    }

private:
    using Reply = std::function<void()>; ///< runs on the asker's thread
    using Question = std::function<Reply(const Result<Records *> &)>;

    void post(Question question);
    void replyLater(Reply reply);
    Result<Records *> openRecords();

    std::unique_ptr<Records> m_records;
    QThread m_thread;
    QObject m_desk; ///< lives on m_thread: what is sent to it runs there
    bool m_isOpen = false; ///< used on m_thread alone
    bool m_isStopped = false;
};

} // namespace Core
