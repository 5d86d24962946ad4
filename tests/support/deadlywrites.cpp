// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deadlywrites.h"

#include <csignal>
#include <dlfcn.h>
#include <unistd.h>

namespace {

int writesToLive = 0; // 0 for no end

} // namespace

// In the place of libc's, for all that is linked with it.
extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    using Write = ssize_t (*)(int, const void *, size_t, off64_t);
    static const auto real = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "pwrite64"));
    if (writesToLive > 0 && --writesToLive == 0)
        ::kill(::getpid(), SIGKILL);
    return real(file, bytes, size, offset);
}

void dieAtWrite(int number)
{
    writesToLive = number;
}
