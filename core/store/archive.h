// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/records.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace Core {

/// A question that was asked of the archive, for the one who may want to take it back.
///
/// Thread: the asker's.
class Inquiry
{
public:
    Inquiry() = default;

    /// It is not answered any more; a read that is under way ends soon, one that has not begun is
    /// left out. Forgives a question that has been answered, and none.
    void withdraw()
    {
        if (m_isWithdrawn)
            *m_isWithdrawn = true;
    }

private:
    friend class Archive;

    std::shared_ptr<std::atomic_bool> m_isWithdrawn; ///< shared with the archive's thread
};

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

    bool isIdle() const { return m_pendingCount == 0; } ///< all that was asked has been answered

    /// Answers what was asked, closes, ends the thread. What takes long is broken off, and answered
    /// with an error. Forgives a second call.
    void stop();

    /// Runs \a read on the archive's thread and brings its result to \a answer on this one; never
    /// from within ask(), and not once \a context is gone. \a read touches nothing but the records
    /// and what it owns. Whoever wants much asks for it piece by piece, so that others have their
    /// turn, and may withdraw what has become of no use, as when a filter changes.
    template<typename T>
    Inquiry ask(std::function<Result<T>(Records &)> read, const QObject *context,
                std::function<void(const Result<T> &)> answer)
    {
        Inquiry inquiry;
        inquiry.m_isWithdrawn = std::make_shared<std::atomic_bool>(false);
        const QPointer<const QObject> asker(context);
        post(inquiry,
             [read = std::move(read), asker, inquiry,
              answer = std::move(answer)](const Result<Records *> &records) mutable -> Reply {
                 auto result = records ? read(**records) : Result<T>(records.error());
                 // Moved, so that what the answer holds is let go of on the asker's thread.
                 return [result = std::move(result), asker, inquiry, answer = std::move(answer)] {
                     if (asker && !*inquiry.m_isWithdrawn)
                         answer(result);
                 };
             });
        return inquiry;
    }

private:
    using Reply = std::function<void()>; ///< runs on the asker's thread
    using Question = std::function<Reply(const Result<Records *> &)>;

    void post(const Inquiry &inquiry, Question question);
    Reply read(const Inquiry &inquiry, const Question &question);
    void replyLater(Reply reply);
    Result<Records *> openRecords();

    std::unique_ptr<Records> m_records;
    QThread m_thread;
    QObject m_desk; ///< lives on m_thread: what is sent to it runs there
    bool m_isOpen = false; ///< used on m_thread alone
    bool m_isStopped = false;
    qsizetype m_pendingCount = 0; ///< questions whose replies have not come
    std::atomic_bool m_isEnding = false; ///< written here, read on m_thread
};

} // namespace Core
