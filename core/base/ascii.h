// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Core {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace Core
