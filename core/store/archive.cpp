// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/archive.h"

#include <QCoreApplication>

namespace Core {

Archive::Archive(std::unique_ptr<Records> records, QObject *parent)
    : QObject(parent)
    , m_records(std::move(records))
{
    m_thread.setObjectName(QStringLiteral("archive"));
    m_desk.moveToThread(&m_thread);
}

Archive::~Archive()
{
    stop();
}

void Archive::start()
{
    m_isStopped = false;
    m_isEnding = false;
    m_thread.start();
}

void Archive::stop()
{
    m_isStopped = true;
    m_isEnding = true;
    if (!m_thread.isRunning())
        return;
    // Behind all that was asked; when it is done, the replies wait for us.
    const auto closeRecords = [this] {
        m_records->close();
        m_isOpen = false;
    };
    QMetaObject::invokeMethod(&m_desk, closeRecords, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void Archive::post(const Inquiry &inquiry, Question question)
{
    ++m_pendingCount;
    if (m_isStopped) {
        const Error stopped{ErrorCode::Storage, QStringLiteral("Hookpost is stopping."), {}, {}};
        replyLater(question(stopped));
        return;
    }
    QMetaObject::invokeMethod(
        &m_desk,
        [this, inquiry, question = std::move(question)] { replyLater(read(inquiry, question)); },
        Qt::QueuedConnection);
}

/// Even what is not read has its reply, which lets go of what the asker has brought.
Archive::Reply Archive::read(const Inquiry &inquiry, const Question &question)
{
    if (*inquiry.m_isWithdrawn)
        return question(Error{ErrorCode::Storage, QStringLiteral("It was withdrawn."), {}, {}});
    m_records->setWithdrawal(
        [this, withdrawn = inquiry.m_isWithdrawn] { return *withdrawn || m_isEnding; });
    return question(openRecords());
}

void Archive::replyLater(Reply reply)
{
    QMetaObject::invokeMethod(
        this,
        [this, reply = std::move(reply)] {
            --m_pendingCount;
            reply();
        },
        Qt::QueuedConnection);
}

Result<Records *> Archive::openRecords()
{
    if (m_isOpen)
        return m_records.get();
    if (auto opened = m_records->open(); !opened)
        return opened.error();
    m_isOpen = true;
    return m_records.get();
}

} // namespace Core
