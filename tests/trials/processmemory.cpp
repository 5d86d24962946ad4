// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/trials/processmemory.h"

#include <QFile>

namespace Core {

qint64 memoryOf(const QString &process, QByteArrayView line)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &one : lines) {
        if (one.startsWith(line))
            return one.simplified().split(' ').value(1).toLongLong() * 1024;
    }
    return 0;
}

} // namespace Core
