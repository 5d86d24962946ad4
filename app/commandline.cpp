// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "core/base/duration.h"
#include "core/store/datadirectory.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace {

using Core::invalid;
using Core::Result;

constexpr Core::Milliseconds ShortestHeartbeat{1'000};
constexpr qint64 LargestBody = 32LL * 1024 * 1024;

QString option(const char *name)
{
    return QString::fromLatin1(name);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Dispatches webhooks: destinations register over HTTP or in the window, greetings and\n"
        "events are POSTed to them, and every answer is shown and kept."));
    parser.addOptions({
        {option("headless"), QStringLiteral("Run without a window.")},
        {option("minimized"), QStringLiteral("Start with the window minimized.")},
        {option("port"), QStringLiteral("Port of the HTTP interface (8090; 0 takes a free one)."),
         QStringLiteral("port")},
        {option("bin-port"),
         QStringLiteral("Port of the built-in receiver (8091; 0 takes a free one)."),
         QStringLiteral("port")},
        {option("data-dir"),
         QStringLiteral("Where everything is kept (%1).").arg(Core::DataDirectory::defaultPath()),
         QStringLiteral("directory")},
        {option("heartbeat"), QStringLiteral("Pause between greetings, such as 5s, or off (5s)."),
         QStringLiteral("pause")},
        {option("max-body"),
         QStringLiteral("Largest body the HTTP interface takes, in bytes (1048576)."),
         QStringLiteral("bytes")},
        {option("log-format"), QStringLiteral("text or json (text)."), QStringLiteral("format")},
        {option("help"), QStringLiteral("Show this text.")},
        {option("version"), QStringLiteral("Show the version.")},
    });
}

Result<quint16> readPort(const QString &name, const QString &text)
{
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    if (!isNumber)
        return invalid(name, QStringLiteral("--%1 is not a port: %2").arg(name, text),
                       QStringLiteral("a number from 0 to 65535"));
    return port;
}

Result<Core::Milliseconds> readHeartbeat(const QString &name, const QString &text)
{
    if (text == u"off")
        return Core::Milliseconds{0};
    const auto pause = Core::durationFromString(text);
    if (!pause || *pause < ShortestHeartbeat)
        return invalid(name, QStringLiteral("--heartbeat is not a pause: %1").arg(text),
                       QStringLiteral("1s or more, such as 5s or 2m, or off"));
    return *pause;
}

Result<qint64> readBytes(const QString &name, const QString &text)
{
    bool isNumber = false;
    const qint64 bytes = text.toLongLong(&isNumber);
    if (!isNumber || bytes < 1 || bytes > LargestBody)
        return invalid(name, QStringLiteral("--max-body is not a size: %1").arg(text),
                       QStringLiteral("a number of bytes from 1 to 33554432"));
    return bytes;
}

/// Reads one option, if it is given, into \a target.
template<typename T, typename Reader>
Result<> readOption(const QCommandLineParser &parser, const char *name, Reader read, T &target)
{
    const QString key = option(name);
    if (!parser.isSet(key))
        return {};
    const auto value = read(key, parser.value(key));
    if (!value)
        return value.error();
    target = *value;
    return {};
}

Result<> readEngineSettings(const QCommandLineParser &parser, Core::EngineSettings &settings)
{
    settings.dataDirectory = parser.isSet(option("data-dir")) ? parser.value(option("data-dir"))
                                                              : Core::DataDirectory::defaultPath();
    if (settings.dataDirectory.isEmpty())
        return invalid(option("data-dir"), QStringLiteral("--data-dir is empty"));
    settings.keepsTryingToListen
        = !parser.isSet(option("port")) && !parser.isSet(option("bin-port"));
    if (const auto read = readOption(parser, "port", readPort, settings.apiPort); !read)
        return read;
    if (const auto read = readOption(parser, "bin-port", readPort, settings.binPort); !read)
        return read;
    if (const auto read = readOption(parser, "heartbeat", readHeartbeat, settings.heartbeat); !read)
        return read;
    return readOption(parser, "max-body", readBytes, settings.maxBodyBytes);
}

} // namespace

Core::Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return invalid({}, parser.errorText(), QStringLiteral("see hookpost --help"));
    if (!parser.positionalArguments().isEmpty())
        return invalid(
            {}, QStringLiteral("unknown command: %1").arg(parser.positionalArguments().first()),
            QStringLiteral("see hookpost --help"));
    CommandLine line;
    if (parser.isSet(option("help")))
        line.answer = parser.helpText();
    else if (parser.isSet(option("version")))
        line.answer = QStringLiteral("hookpost %1\n").arg(QCoreApplication::applicationVersion());
    line.isHeadless = parser.isSet(option("headless"));
    line.isMinimized = parser.isSet(option("minimized"));
    const QString format = parser.isSet(option("log-format")) ? parser.value(option("log-format"))
                                                              : QStringLiteral("text");
    if (format != u"text" && format != u"json")
        return invalid(option("log-format"), QStringLiteral("--log-format is not text or json"));
    line.logsJson = format == u"json";
    if (const auto read = readEngineSettings(parser, line.engine); !read)
        return read.error();
    return line;
}

ExitCode exitCodeOf(const Core::Error &error)
{
    switch (error.code) {
    case Core::ErrorCode::InvalidInput:
        return ExitCode::WrongUsage;
    case Core::ErrorCode::Network:
        return ExitCode::AddressInUse;
    case Core::ErrorCode::Conflict:
        return ExitCode::DataDirectoryInUse;
    case Core::ErrorCode::Storage:
    case Core::ErrorCode::StorageFull:
        return ExitCode::DatabaseUnusable;
    case Core::ErrorCode::NotFound:
        break;
    }
    return ExitCode::Failed;
}
