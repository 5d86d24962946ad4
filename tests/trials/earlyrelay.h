// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testreceiver.h"

#include <QNetworkAccessManager>

#include <memory>

namespace Core {

/// What Hookpost must never be: a front that says 202 before anything is on disk, holds the event
/// in memory for a moment and passes it on afterwards. With it in between a trial must find lost
/// events.
///
/// Thread: as TestReceiver.
class EarlyRelay final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EarlyRelay)

public:
    EarlyRelay();

    bool start() { return m_front.start(); }
    quint16 port() const { return m_front.serverPort(); }

    /// Where events are passed on to from now on; \a apiUrl is the program's. What is still held
    /// for an earlier one dies with it.
    void passOnTo(const QString &apiUrl);

private:
    void hold(const ReceivedRequest &request);
    void passOn(const ReceivedRequest &request);

    TestReceiver m_front;
    QNetworkAccessManager m_manager;
    QString m_apiUrl;
    std::unique_ptr<QObject> m_held; ///< the events' timers end with it
};

} // namespace Core
