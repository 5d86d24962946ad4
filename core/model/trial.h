// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace Core {

/// What a destination has subscribed to that is registered for one test alone: there is no event
/// of that type.
inline constexpr QLatin1StringView TrialSubscription{"hookpost.trial"};

} // namespace Core
