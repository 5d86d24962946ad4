// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/changes.h"

#include <functional>

class QObject;

namespace Core {

/// Where stations hand in what they want written. The ledger is one; simulations bring another
/// that has no thread.
///
/// Thread: one, where every answer arrives.
class Writer
{
public:
    using Answer = std::function<void(const Result<Outcome> &)>;

    Writer() = default;
    Writer(const Writer &) = delete;
    Writer(Writer &&) = delete;
    Writer &operator=(const Writer &) = delete;
    Writer &operator=(Writer &&) = delete;
    virtual ~Writer() = default;

    /// Hands in one change. \a answer, which may be empty, is called after it is on disk and all
    /// the house has been told of it, or with the reason why it is not; never from within
    /// submit(), and not once \a context is gone.
    virtual void submit(Change change, const QObject *context, Answer answer) = 0;
};

} // namespace Core
