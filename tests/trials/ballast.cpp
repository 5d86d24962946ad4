// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdlib>
#include <cstring>

// Weighs a process down that preloads it, as a leak would.

namespace {

constexpr std::size_t Bytes = std::size_t{350} * 1024 * 1024;

void *volatile ballast = nullptr; // that nobody reads, which a compiler must not know

[[gnu::constructor]] void load()
{
    ballast = std::malloc(Bytes);
    if (void *memory = ballast)
        std::memset(memory, 1, Bytes);
}

} // namespace
