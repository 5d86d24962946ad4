// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <netdb.h>
#include <unistd.h>

// Stands before the system's resolver in a process that preloads it: every name hangs for a
// minute, as with a name server that is silent, and is not found then.

namespace {

constexpr unsigned SecondsOfSilence = 60;

} // namespace

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): those of the system are
// reserved
extern "C" int getaddrinfo(const char * /*name*/, const char * /*service*/,
                           const addrinfo * /*hints*/, addrinfo ** /*found*/)
{
    ::sleep(SecondsOfSilence);
    return EAI_AGAIN;
}
