// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

namespace Core::Http {

inline constexpr qsizetype KiB = 1024;
inline constexpr qsizetype MiB = 1024 * KiB;

/// How much of everything one server takes before it refuses or closes.
struct Limits
{
    qsizetype maxRequestLineBytes = 8 * KiB; ///< without the line end
    qsizetype maxHeaderFields = 64;
    qsizetype maxHeaderBytes = 32 * KiB; ///< all fields with their line ends; trailers likewise
    qsizetype maxChunkLineBytes = 256;
    qsizetype maxBodyBytes = MiB; ///< after chunks are put together
    qsizetype maxAheadBytes
        = 64 * KiB; ///< held of what follows a request that waits for its answer
    qsizetype maxBacklogBytes = MiB; ///< streamed bytes that a slow reader leaves waiting
    qsizetype maxLingerBytes = 16 * MiB; ///< read and dropped after a refusal
    int maxConnections = 256;
    Milliseconds headerDeadline{5'000}; ///< first byte of a request to the end of its headers
    Milliseconds requestDeadline{30'000}; ///< first byte of a request to its last
    Milliseconds idleDeadline{15'000}; ///< an open connection without a byte of a request
    Milliseconds writeDeadline{30'000}; ///< until the peer has taken all that waits for it
    Milliseconds lingerDeadline{2'000}; ///< until the peer has closed after our last byte
};

} // namespace Core::Http
