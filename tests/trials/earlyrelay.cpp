// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/earlyrelay.h"

#include <QNetworkReply>
#include <QTimer>

#include <chrono>

using namespace std::chrono_literals;

namespace Core {

namespace {

// Longer than producers rest, so that a kill finds something held on a machine of any speed.
constexpr auto HoldTime = 500ms;

} // namespace

EarlyRelay::EarlyRelay()
{
    m_front.setAnswer(Answer::status(202));
    connect(&m_front, &TestReceiver::requestReceived, this, &EarlyRelay::hold);
}

void EarlyRelay::passOnTo(const QString &apiUrl)
{
    m_apiUrl = apiUrl;
    m_held = std::make_unique<QObject>();
}

void EarlyRelay::hold(const ReceivedRequest &request)
{
    QTimer::singleShot(HoldTime, m_held.get(), [this, request] { passOn(request); });
    m_front.forgetRequests();
}

void EarlyRelay::passOn(const ReceivedRequest &request)
{
    QNetworkRequest onward{QUrl(m_apiUrl + QString::fromLatin1(request.target))};
    onward.setRawHeader("Content-Type", headerValue(request.headers, "Content-Type"));
    QNetworkReply *const reply = m_manager.post(onward, request.body);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace Core
