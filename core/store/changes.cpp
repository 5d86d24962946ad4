// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/changes.h"

namespace Core {

Change::Change() = default;
Change::Change(const Change &) = default;
Change::Change(Change &&) noexcept = default;
Change &Change::operator=(const Change &) = default;
Change &Change::operator=(Change &&) noexcept = default;
Change::~Change() = default;

Outcome::Outcome() = default;
Outcome::Outcome(const Outcome &) = default;
Outcome::Outcome(Outcome &&) noexcept = default;
Outcome &Outcome::operator=(const Outcome &) = default;
Outcome &Outcome::operator=(Outcome &&) noexcept = default;
Outcome::~Outcome() = default;

} // namespace Core
