// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Core {

/// A line of a process's status, such as "VmRSS:", in bytes; 0 when there is none. \a process is
/// its number, or "self".
qint64 memoryOf(const QString &process, QByteArrayView line);

} // namespace Core
