// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/logkey.h"
#include "core/model/pin.h"

#include <variant>

namespace Gui {

/// All that is known of one row of the log.
using RowRecord = std::variant<Core::AttemptRecord, Core::CaptureRecord>;

inline Core::LogKey keyOf(const RowRecord &record)
{
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        return Core::LogKey::of(sent->attempt.id);
    return Core::LogKey::of(std::get<Core::CaptureRecord>(record).capture.id);
}

inline Core::Pin pinOf(const RowRecord &record)
{
    const auto read = [&record](const auto &fact) {
        return Core::Pin{keyOf(record), fact.isPinned, fact.note};
    };
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        return read(sent->attempt);
    return read(std::get<Core::CaptureRecord>(record).capture);
}

inline void setPin(RowRecord &record, const Core::Pin &pin)
{
    const auto set = [&pin](auto &fact) {
        fact.isPinned = pin.isPinned;
        fact.note = pin.note;
    };
    if (auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        set(sent->attempt);
    else
        set(std::get<Core::CaptureRecord>(record).capture);
}

} // namespace Gui
