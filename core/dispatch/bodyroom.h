// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dispatch/trust.h"

#include <QByteArray>

#include <unordered_map>

namespace Core {

/// Bounds the bodies that all flights hold together. Flights that share a copy hold it once; what
/// is being claimed counts by the size that it is to have.
///
/// Parts of the room are kept, as FlightRoom does.
class BodyRoom
{
public:
    explicit BodyRoom(qint64 bytes);

    /// While nothing is held there always is, so that what is larger than the room goes alone.
    bool hasRoom(qint64 bytes, Trust trust) const;

    void reserve(qint64 bytes, Trust trust); ///< A claim has been asked for; cancel() follows.
    void cancel(qint64 bytes, Trust trust); ///< It has been answered.
    void take(const QByteArray &body, Trust trust);
    void giveBack(const QByteArray &body); ///< A flight that was taken, and has held it, has ended.

private:
    struct Copy
    {
        int flights = 0;
        Trust trust = Trust::Doubtful; ///< as the first of them
    };

    qint64 m_bytes;
    qint64 m_taken = 0;
    qint64 m_takenByOthers = 0; ///< by those that are not proven
    std::unordered_map<const char *, Copy> m_copies; ///< by where they lie
};

} // namespace Core
