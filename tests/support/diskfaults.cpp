// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskfaults.h"

#include <QMutex>
#include <QMutexLocker>
#include <QWaitCondition>

#include <cerrno>
#include <dlfcn.h>
#include <unistd.h>

namespace {

struct Faults
{
    QMutex mutex;
    QWaitCondition changed;
    int failingSyncs = 0;
    int failingWrites = 0;
    int syncError = 0;
    int writeError = 0;
    int syncCount = 0;
    bool holds = false;
    bool isHolding = false;
};

Faults &faults()
{
    static Faults faults;
    return faults;
}

/// Takes one of \a count; a negative one never ends.
bool takeOne(int &count)
{
    if (count > 0)
        --count;
    else if (count == 0)
        return false;
    return true;
}

/// The function of that name which this file stands in front of.
template<typename Function>
Function realOne(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

using Sync = int (*)(int);
using Write = ssize_t (*)(int, const void *, size_t, off64_t);

int syncThrough(Sync real, int file)
{
    Faults &state = faults();
    QMutexLocker lock(&state.mutex);
    ++state.syncCount;
    while (state.holds) {
        state.isHolding = true;
        state.changed.wait(&state.mutex);
    }
    state.isHolding = false;
    if (takeOne(state.failingSyncs)) {
        errno = state.syncError;
        return -1;
    }
    lock.unlock();
    return real(file);
}

} // namespace

extern "C" int fdatasync(int file)
{
    static const auto real = realOne<Sync>("fdatasync");
    return syncThrough(real, file);
}

extern "C" int fsync(int file)
{
    static const auto real = realOne<Sync>("fsync");
    return syncThrough(real, file);
}

extern "C" ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = realOne<Write>("pwrite64");
    {
        Faults &state = faults();
        const QMutexLocker lock(&state.mutex);
        if (takeOne(state.failingWrites)) {
            errno = state.writeError;
            return -1;
        }
    }
    return real(file, bytes, size, offset);
}

DiskFaults::DiskFaults() = default;

DiskFaults::~DiskFaults()
{
    failSyncs(0, 0);
    failWrites(0, 0);
    releaseSyncs();
}

void DiskFaults::failSyncs(int count, int error)
{
    const QMutexLocker lock(&faults().mutex);
    faults().failingSyncs = count;
    faults().syncError = error;
}

void DiskFaults::failWrites(int count, int error)
{
    const QMutexLocker lock(&faults().mutex);
    faults().failingWrites = count;
    faults().writeError = error;
}

void DiskFaults::holdSyncs()
{
    const QMutexLocker lock(&faults().mutex);
    faults().holds = true;
}

void DiskFaults::releaseSyncs()
{
    const QMutexLocker lock(&faults().mutex);
    faults().holds = false;
    faults().changed.wakeAll();
}

bool DiskFaults::isHolding()
{
    const QMutexLocker lock(&faults().mutex);
    return faults().isHolding;
}

int DiskFaults::syncCount()
{
    const QMutexLocker lock(&faults().mutex);
    return faults().syncCount;
}
