// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/model/header.h"

namespace Core {

/// One request that a bin received: a summary for lists.
struct Capture
{
    CaptureId id;
    QString bin;
    Time receivedAt;
    QByteArray method;
    QByteArray target; ///< path and query as they stood in the request line
    int status = 200; ///< what the bin answered
    qint64 bodyBytes = 0;
    QString remoteAddress;
    DeliveryId delivery; ///< when Hookpost itself sent it: its delivery, else null
    int attemptNumber = 0; ///< and which attempt of that delivery
    bool isPinned = false; ///< by a person, to be kept
    QString note; ///< a person's

    bool operator==(const Capture &) const = default;
};

/// A capture with its headers and bytes.
struct CaptureRecord
{
    Capture capture;
    HeaderList headers;
    QByteArray body;

    bool operator==(const CaptureRecord &) const = default;
};

} // namespace Core
