// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "app/process.h"
#include "core/base/duration.h"
#include "core/store/datadirectory.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

using Core::invalid;
using Core::Result;

constexpr Core::Milliseconds ShortestHeartbeat{1'000};
constexpr qint64 LargestBody = 32LL * 1024 * 1024;
constexpr qint64 MostDays = 36'500;
constexpr qint64 MostAttempts = 1'000'000'000;
constexpr qint64 LeastBytes = 16LL * 1024 * 1024;
constexpr qint64 MostBytes = 1LL << 50;
constexpr int MostInFlight = 1'000'000;

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

/// A whole number from 1 to \a largest, or off, which is no bound.
Result<std::optional<qint64>> readBound(const QString &name, const QString &text, qint64 largest)
{
    if (text == u"off")
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 1 || number > largest)
        return invalid(name, QStringLiteral("--%1 is not a bound: %2").arg(name, text),
                       QStringLiteral("a number from 1 to %1, or off").arg(largest));
    return std::optional(number);
}

Result<std::optional<Core::Milliseconds>> readAge(const QString &name, const QString &text)
{
    const auto days = readBound(name, text, MostDays);
    if (!days)
        return days.error();
    if (!*days)
        return std::optional<Core::Milliseconds>();
    return std::optional<Core::Milliseconds>(std::chrono::hours{24 * **days});
}

Result<std::optional<qint64>> readCount(const QString &name, const QString &text)
{
    return readBound(name, text, MostAttempts);
}

Result<std::optional<qint64>> readSize(const QString &name, const QString &text)
{
    static constexpr std::array<std::pair<QLatin1StringView, int>, 3> Units{
        std::pair{QLatin1StringView("KiB"), 10}, std::pair{QLatin1StringView("MiB"), 20},
        std::pair{QLatin1StringView("GiB"), 30}};
    const auto *const unit = std::find_if(
        Units.begin(), Units.end(), [&text](const auto &one) { return text.endsWith(one.first); });
    const bool hasUnit = unit != Units.end();
    const int shift = hasUnit ? unit->second : 0;
    const auto number
        = readBound(name, hasUnit ? text.chopped(unit->first.size()) : text, MostBytes >> shift);
    if (number && *number && (**number << shift) >= LeastBytes)
        return std::optional(**number << shift);
    if (number && !*number && !hasUnit)
        return std::optional<qint64>();
    return invalid(name, QStringLiteral("--%1 is not a size: %2").arg(name, text),
                   QStringLiteral("16MiB or more, such as 512MiB or 2GiB, or off"));
}

Result<int> readInFlight(const QString &name, const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    if (!isNumber || count < 1 || count > MostInFlight)
        return invalid(name, QStringLiteral("--%1 is not a count: %2").arg(name, text),
                       QStringLiteral("a number from 1 to 1000000"));
    return count;
}

Result<QList<Core::Subnet>> readSubnets(const QString &name, const QStringList &texts)
{
    QList<Core::Subnet> subnets;
    for (const QString &text : texts) {
        const auto subnet = Core::subnetFromString(text);
        if (!subnet)
            return invalid(name,
                           QStringLiteral("--%1 is not a range of addresses: %2").arg(name, text),
                           QStringLiteral("its first address and its length, such as 10.0.0.0/8 or "
                                          "fd00::/8, or a single address"));
        subnets.append(*subnet);
    }
    return subnets;
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
    if (const auto read = readOption(parser, "keep-days", readAge, limits.age); !read)
        return read;
    if (const auto read = readOption(parser, "keep-attempts", readCount, limits.attempts); !read)
        return read;
    return readOption(parser, "keep-size", readSize, limits.bytes);
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
    settings.isServer = parser.isSet(option("server"));
    const QString allow = option("allow-destination");
    const auto subnets = readSubnets(allow, parser.values(allow));
    if (!subnets)
        return subnets.error();
    settings.allowedDestinations = *subnets;
    if (const auto read = readHistoryLimits(parser, settings.history); !read)
        return read;
    settings.maxInFlight = usualMaxInFlight();
    if (const auto read = readOption(parser, "max-in-flight", readInFlight, settings.maxInFlight);
        !read)
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
