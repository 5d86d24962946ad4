// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/configuration.h"
#include "app/process.h"
#include "core/model/optiontext.h"
#include "core/store/datadirectory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace {

using Core::invalid;
using Core::Result;

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
        {option("minimized"),
         QStringLiteral("Start out of the way: in the tray where closing goes there, else with the "
                        "window minimized.")},
        {option("port"), QStringLiteral("Port of the HTTP interface (8090; 0 takes a free port)."),
         QStringLiteral("port")},
        {option("bin-port"),
         QStringLiteral("Port of the built-in receiver (8091; 0 takes a free port)."),
         QStringLiteral("port")},
        {option("data-dir"),
         QStringLiteral("Where everything is kept (%1).").arg(Core::DataDirectory::defaultPath()),
         QStringLiteral("directory")},
        {option("config"),
         QStringLiteral("Where options are kept that hold unless they are given here (%1).")
             .arg(usualConfigurationPath()),
         QStringLiteral("file")},
        {option("heartbeat"), QStringLiteral("Pause between heartbeats, such as 5s, or off (5s)."),
         QStringLiteral("pause")},
        {option("server"),
         QStringLiteral("Send only to what is globally reachable, not to this machine or its "
                        "networks; for when others may register destinations.")},
        {option("allow-destination"),
         QStringLiteral("With --server, send to these addresses as well, such as 10.0.0.0/8; "
                        "may be given several times. Link-local, metadata, multicast and reserved "
                        "addresses and our own interface stay closed."),
         QStringLiteral("range")},
        {option("max-body"),
         QStringLiteral("Largest body the HTTP interface takes, in bytes (1048576)."),
         QStringLiteral("bytes")},
        {option("keep-days"), QStringLiteral("Days for which what has ended is kept, or off (7)."),
         QStringLiteral("days")},
        {option("keep-attempts"), QStringLiteral("Attempts that are kept, or off (1000000)."),
         QStringLiteral("count")},
        {option("keep-size"),
         QStringLiteral("Size that the database may have, such as 512MiB, or off (2GiB)."),
         QStringLiteral("size")},
        {option("max-in-flight"),
         QStringLiteral("Most POSTs under way at a time (%1).").arg(usualMaxInFlight()),
         QStringLiteral("count")},
        {option("log-format"), QStringLiteral("text or json (text)."), QStringLiteral("format")},
        {option("help"), QStringLiteral("Show this text.")},
        {option("version"), QStringLiteral("Show the version.")},
    });
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

Result<> readHistoryLimits(const QCommandLineParser &parser, Core::HistoryLimits &limits)
{
    if (const auto read = readOption(parser, "keep-days", Core::readAge, limits.age); !read)
        return read;
    if (const auto read = readOption(parser, "keep-attempts", Core::readCount, limits.attempts);
        !read)
        return read;
    return readOption(parser, "keep-size", Core::readSize, limits.bytes);
}

/// One name for one directory, however it is spelled, and before it is there as well.
QString plainPath(const QString &path)
{
    const QFileInfo info(path);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QFileInfo absolute(QDir::cleanPath(info.absoluteFilePath()));
    if (absolute.isRoot())
        return absolute.filePath();
    const QString above = plainPath(absolute.path());
    return QDir(above).filePath(absolute.fileName());
}

Result<> readEngineSettings(const QCommandLineParser &parser, Core::EngineSettings &settings)
{
    settings.dataDirectory = parser.isSet(option("data-dir")) ? parser.value(option("data-dir"))
                                                              : Core::DataDirectory::defaultPath();
    if (settings.dataDirectory.isEmpty())
        return invalid(option("data-dir"), QStringLiteral("--data-dir is empty"));
    settings.dataDirectory = plainPath(settings.dataDirectory);
    if (const auto read = readOption(parser, "port", Core::readPort, settings.apiPort); !read)
        return read;
    if (const auto read = readOption(parser, "bin-port", Core::readPort, settings.binPort); !read)
        return read;
    if (const auto read = readOption(parser, "heartbeat", Core::readHeartbeat, settings.heartbeat);
        !read)
        return read;
    settings.isServer = parser.isSet(option("server"));
    const QString allow = option("allow-destination");
    const auto subnets = Core::readSubnets(allow, parser.values(allow));
    if (!subnets)
        return subnets.error();
    settings.allowedDestinations = *subnets;
    if (const auto read = readHistoryLimits(parser, settings.history); !read)
        return read;
    settings.maxInFlight = usualMaxInFlight();
    if (const auto read
        = readOption(parser, "max-in-flight", Core::readInFlight, settings.maxInFlight);
        !read)
        return read;
    return readOption(parser, "max-body", Core::readBytes, settings.maxBodyBytes);
}

Result<> parse(QCommandLineParser &parser, const QStringList &arguments)
{
    if (!parser.parse(arguments))
        return invalid({}, parser.errorText(), QStringLiteral("see hookpost --help"));
    if (!parser.positionalArguments().isEmpty())
        return invalid(
            {}, QStringLiteral("unknown command: %1").arg(parser.positionalArguments().first()),
            QStringLiteral("see hookpost --help"));
    return {};
}

/// What was given counts alone, also where it adds up.
QStringList keptArgumentsBeside(const QCommandLineParser &given, const Core::KeptOptions &kept)
{
    QMap<QString, QString> values = kept.values;
    for (const QString &name : given.optionNames())
        values.remove(name);
    return Core::argumentsOf(values);
}

Result<CommandLine> readWithKept(const QCommandLineParser &given, const QStringList &arguments,
                                 const Core::KeptOptions &kept)
{
    QStringList all = arguments;
    const QStringList keptArguments = keptArgumentsBeside(given, kept);
    for (qsizetype i = 0; i < keptArguments.size(); ++i)
        all.insert(i + 1, keptArguments.at(i));
    QCommandLineParser parser;
    describe(parser);
    if (const auto parsed = parse(parser, all); !parsed)
        return parsed.error();
    CommandLine line;
    line.isHeadless = parser.isSet(option("headless"));
    line.isMinimized = parser.isSet(option("minimized"));
    const QString format = parser.isSet(option("log-format")) ? parser.value(option("log-format"))
                                                              : QStringLiteral("text");
    if (format != u"text" && format != u"json")
        return invalid(option("log-format"), QStringLiteral("--log-format is not text or json"));
    line.logsJson = format == u"json";
    line.kept = kept;
    if (const auto read = readEngineSettings(parser, line.engine); !read)
        return read.error();
    return line;
}

/// What was given of those options that could be kept, too.
QMap<QString, QString> keptOnesAmong(const QCommandLineParser &given)
{
    QMap<QString, QString> values;
    for (const QString &name : given.optionNames()) {
        const QStringList texts = given.values(name);
        QString text = texts.isEmpty() ? QStringLiteral("true") : texts.last();
        if (name == option("allow-destination"))
            text = texts.join(QStringLiteral(", "));
        if (Core::checkOption(name, text))
            values.insert(name, text);
    }
    return values;
}

} // namespace

Core::Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser given;
    describe(given);
    if (const auto parsed = parse(given, arguments); !parsed)
        return parsed.error();
    CommandLine line;
    if (given.isSet(option("help")))
        line.answer = given.helpText();
    else if (given.isSet(option("version")))
        line.answer = QStringLiteral("hookpost %1\n").arg(QCoreApplication::applicationVersion());
    if (line.answer) {
        // Whatever is kept, help can be had; what was given is judged all the same.
        if (const auto judged = readWithKept(given, arguments, {}); !judged)
            return judged.error();
        return line;
    }
    const auto kept = readConfiguration(
        given.isSet(option("config")) ? given.value(option("config")) : usualConfigurationPath());
    if (!kept)
        return kept.error();
    auto read = readWithKept(given, arguments, *kept);
    if (read)
        read->kept.given = keptOnesAmong(given);
    if (read) {
        read->given = given.optionNames();
        read->given.removeDuplicates();
    }
    // A port that is only kept may be waited for; who gives one means that one, now.
    if (read)
        read->engine.keepsTryingToListen
            = !given.isSet(option("port")) && !given.isSet(option("bin-port"));
    return read;
}

Core::Result<> judgeArguments(const QStringList &arguments)
{
    QCommandLineParser given;
    describe(given);
    if (const auto parsed = parse(given, arguments); !parsed)
        return parsed.error();
    if (const auto judged = readWithKept(given, arguments, {}); !judged)
        return judged.error();
    return {};
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
