// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QHash>

namespace Core {

/// Bounds the bodies that all flights hold together, those of one event counted once, since its
/// claims share a copy. What a claim brings is known when it has been written; until then it counts
/// as the largest body that there may be.
class BodyRoom
{
public:
    BodyRoom(qint64 bytes, qint64 largestBytes);

    /// Room for one claim more. While nothing is held there always is, so that what is larger than
    /// the room goes alone.
    bool hasRoom() const;

    void reserve(); ///< A claim has been asked for; take() or cancel() follows.
    void cancel();
    void take(const EventId &event, qint64 bytes);
    void giveBack(const EventId &event); ///< A flight that was taken has ended.

private:
    struct Body
    {
        qint64 bytes = 0;
        int flights = 0;
    };

    qint64 m_bytes;
    qint64 m_largestBytes;
    qint64 m_heldBytes = 0;
    int m_reserved = 0;
    QHash<QString, Body> m_bodies; ///< by their events' ids
};

} // namespace Core
