// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/keptoptions.h"
#include "core/settings.h"

#include <QStringList>

#include <optional>

/// What the arguments ask for.
struct CommandLine
{
    Core::EngineSettings engine;
    Core::KeptOptions kept; ///< what is already in engine, where nothing else was given
    bool isHeadless = false;
    bool isMinimized = false;
    bool logsJson = false;
    QStringList given; ///< the names of the options that were given, each once
    std::optional<QString> answer; ///< print this and end: help or version

    bool operator==(const CommandLine &) const = default;
};

/// How the program ends, for scripts.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    AddressInUse = 3,
    DataDirectoryInUse = 4,
    DatabaseUnusable = 5,
};

/// Reads the file of kept options as well.
///
/// Errors: InvalidInput whose field is the option at fault.
Core::Result<CommandLine> readCommandLine(const QStringList &arguments);

/// Whether what \a arguments say can be done, whatever is kept.
Core::Result<> judgeArguments(const QStringList &arguments);

/// What a start that failed is told as.
ExitCode exitCodeOf(const Core::Error &error);
