// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

namespace Core {

/// Names one row of the log, an attempt or a capture, by one number. Both are numbered by one
/// counter, so keys sort as their rows were written.
struct LogKey
{
    qint64 value = 0; ///< twice the row's number, and one more for a capture; 0 for none

    static constexpr LogKey of(AttemptId id) { return {2 * id.value}; }
    static constexpr LogKey of(CaptureId id)
    {
        return id.value == 0 ? LogKey{} : LogKey{2 * id.value + 1};
    }

    bool isNull() const { return value == 0; }
    bool isCapture() const { return value % 2 == 1; }
    AttemptId attempt() const { return {isCapture() ? 0 : value / 2}; } ///< null for a capture
    CaptureId capture() const { return {isCapture() ? value / 2 : 0}; } ///< null for an attempt

    auto operator<=>(const LogKey &) const = default;
};

} // namespace Core

template<>
struct std::hash<Core::LogKey>
{
    std::size_t operator()(Core::LogKey key) const noexcept
    {
        return std::hash<qint64>{}(key.value);
    }
};
