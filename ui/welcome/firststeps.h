// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/apicall.h"

#include <QString>

namespace Gui {

/// How far the step "Register from your terminal" has come, as the calls tell it.
struct CallStep
{
    enum class State {
        Waiting,
        Taken,
        Failing, ///< taken, but the first POST to what was registered has failed
        Refused, ///< the newest call was, and none was taken yet
    };

    State state = State::Waiting;
    QString sentence; ///< for a person, plain text

    bool isTaken() const { return state == State::Taken || state == State::Failing; }
    bool operator==(const CallStep &) const = default;
};

/// What \a call makes of \a step. Once taken, it stays so.
CallStep after(const CallStep &step, const Core::ApiCall &call);

} // namespace Gui
