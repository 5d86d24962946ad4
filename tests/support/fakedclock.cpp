// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakedclock.h"

#include <QProcess>
#include <QSaveFile>

namespace {

/// As faketime itself names it, for programs with threads.
QString fakingLibrary()
{
    QProcess process;
    process.start(QStringLiteral("faketime"),
                  {QStringLiteral("-m"), QStringLiteral("@0"), QStringLiteral("printenv"),
                   QStringLiteral("LD_PRELOAD")});
    return process.waitForFinished() ? QString::fromLocal8Bit(process.readAll()).trimmed()
                                     : QString();
}

} // namespace

FakedClock::FakedClock()
{
    if (set(Core::Milliseconds{0}))
        m_library = fakingLibrary();
}

QStringList FakedClock::launcher() const
{
    // It has to stand before the sanitizers, who would rather be first; they see all the same.
    const QString sanitizers = qEnvironmentVariable("ASAN_OPTIONS");
    return {QStringLiteral("env"),
            QStringLiteral("LD_PRELOAD=") + m_library,
            QStringLiteral("ASAN_OPTIONS=%1:verify_asan_link_order=0").arg(sanitizers),
            QStringLiteral("FAKETIME_TIMESTAMP_FILE=") + path(),
            QStringLiteral("FAKETIME_NO_CACHE=1"),
            QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC=1"),
            QStringLiteral("NO_FAKE_STAT=1")};
}

bool FakedClock::set(Core::Milliseconds offset)
{
    // The program reads it whenever it asks for the time, and never half of it.
    QSaveFile file(path());
    const auto seconds = std::chrono::duration<double>(offset).count();
    m_offset = offset;
    return file.open(QIODevice::WriteOnly)
        && file.write((seconds < 0 ? "" : "+") + QByteArray::number(seconds, 'f', 3)) > 0
        && file.commit();
}

Core::Time FakedClock::now() const
{
    return Core::SystemClock().now() + m_offset;
}
