// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QStringList>
#include <QTemporaryDir>

/// The wall clock of one program, which a test sets while it runs. Package faketime stands before
/// the calls of the C library that tell the time of day; the clocks that cannot jump, timers, and
/// what the system says of files stay as they are, as when a person sets the machine's clock.
class FakedClock final
{
    Q_DISABLE_COPY_MOVE(FakedClock)

public:
    FakedClock(); ///< It is right at first.

    bool isThere() const { return !m_library.isEmpty(); } ///< false where faketime is missing

    /// What Program::setLauncher() takes.
    QStringList launcher() const;

    /// Lets it be wrong by \a offset from now on. False when it cannot.
    bool set(Core::Milliseconds offset);
    Core::Time now() const;

private:
    QString path() const { return m_directory.filePath(QStringLiteral("offset")); }

    QTemporaryDir m_directory;
    QString m_library;
    Core::Milliseconds m_offset{0};
};
