// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"

#include <QNetworkReply>

namespace Core {

/// Why no status came, in our words.
struct Silence
{
    Failure failure = Failure::None;
    Phase phase = Phase::None;
    QString detail;

    bool operator==(const Silence &) const = default;
};

/// What a connection's witness adds to what Qt knows.
enum class Demise {
    Unseen,
    Closed, ///< by the peer, in order
    Reset,
    Refused, ///< Qt closed it, since what came could not be read
    TooLong, ///< we ended it, since the answer's headers did not end
};

/// What was known when a reply ended without a status.
struct Ending
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString words; ///< Qt's own, or what is wrong with a certificate
    Phase phase = Phase::None; ///< how far it had come
    bool mayHaveLeft = false;
    Demise demise = Demise::Unseen;
};

/// True for 200 to 999: interim answers come before the answer, and others are not HTTP.
bool isFinalStatus(int status);

/// True for the errors by which Qt tells that a connection has ended, in whatever way.
bool isEndOfConnection(QNetworkReply::NetworkError error);

/// Names the reason for an ending without a status.
///
/// Qt tells a reset, an orderly end and an answer that it cannot read by one and the same error;
/// where no witness tells them apart, all of them are ClosedWithoutAnswer in no phase.
Silence judgeSilence(const Ending &ending);

/// Why \a status is none that an attempt could have.
Silence judgeStatus(int status);

/// True when nothing has been sent and another address may be luckier.
bool mayTryNextAddress(const Ending &ending);

/// True when the answer had a status, but its body broke off.
bool isBodyCut(QNetworkReply::NetworkError error);

/// The answer's headers as far as they are kept, which is 32 KiB.
HeaderList responseHeaders(const QNetworkReply &reply);

} // namespace Core
