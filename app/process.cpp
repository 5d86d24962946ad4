// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include "app/linewriter.h"
#include "app/report.h"

#include <QNetworkProxy>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace {

constexpr int InterruptedExit = 130;

/// The signal handler's way to the event loop: it may only write to a descriptor.
std::array<int, 2> &signalPipe()
{
    static std::array<int, 2> ends{-1, -1};
    return ends;
}

volatile std::sig_atomic_t signalCount = 0;
std::atomic<qint64> firstSignalAt = 0; ///< in milliseconds; handlers may use it, it has no lock
static_assert(std::atomic<qint64>::is_always_lock_free);

/// timeout(1) sends a signal to the process and to its group, of which neither is impatient.
bool isEcho()
{
    constexpr qint64 Longest = 250;
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qint64 at = qint64{1'000} * now.tv_sec + now.tv_nsec / 1'000'000;
    qint64 first = 0;
    return !firstSignalAt.compare_exchange_strong(first, at) && at - first < Longest;
}

void handleSignal(int /*signal*/)
{
    if (isEcho())
        return;
    signalCount = signalCount + 1;
    if (signalCount > 1)
        _exit(InterruptedExit);
    const char byte = 1;
    // Nothing can be done about a failure here, and a second signal ends the process anyway.
    [[maybe_unused]] const auto written = ::write(signalPipe()[1], &byte, 1);
}

/// Shell and system both tell of a terminal that is closed: the second time is no impatience.
void handleHangUp(int /*signal*/)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe()[1], &byte, 1);
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

constexpr int MostFlights = 10'000;

// Neither is ever destroyed: other threads may have something to tell until the very end.
LineWriter &standardOutput()
{
    static auto *const writer = new LineWriter(STDOUT_FILENO);
    return *writer;
}

LineWriter &standardError()
{
    static auto *const writer = new LineWriter(STDERR_FILENO);
    return *writer;
}

void logMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, message).toLocal8Bit();
    if (type != QtFatalMsg)
        return standardError().write(line);
    standardError().finish();
    std::fprintf(stderr, "%s\n", line.constData());
}

/// Blocks of a mebibyte and more, such as lists of a million rows, go back to the system as soon as
/// they are free. Usually the first ones that do make glibc keep all later ones. Source:
/// mallopt(3), M_MMAP_THRESHOLD.
void returnLargeBlocks()
{
#ifdef M_MMAP_THRESHOLD
    // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing else runs yet
    ::mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

} // namespace

int usualMaxInFlight()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return MostFlights;
    // The other half is for callers, the database, and connections kept open between POSTs.
    return static_cast<int>(std::clamp<rlim_t>(limit.rlim_cur / 2, 1, MostFlights));
}

void prepareProcess()
{
    ::umask(077);
    raiseDescriptorLimit();
    returnLargeBlocks();
    // A file that may grow no further is an error to be told, not the end of the process; nor is a
    // reader of our lines who has gone.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    qputenv("QT_NO_THREADED_GLIB", "1");
    // Deliveries go where their URL says, whatever proxy the desktop is set to.
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
}

bool wantsWindow(const std::vector<std::string_view> &arguments)
{
    static constexpr std::array<std::string_view, 3> Windowless{"--headless", "--help",
                                                                "--version"};
    const bool isWindowless
        = std::any_of(arguments.begin(), arguments.end(), [](std::string_view argument) {
              return std::find(Windowless.begin(), Windowless.end(), argument) != Windowless.end();
          });
    if (isWindowless)
        return false;
    const bool hasDisplay = !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
    if (!hasDisplay)
        std::fputs("hookpost: there is no display; running headless\n", stderr);
    return hasDisplay;
}

void printError(const Core::Error &error)
{
    QString text = QStringLiteral("hookpost: ") + error.sentence;
    if (!error.hint.isEmpty())
        text += QStringLiteral(" (%1)").arg(error.hint);
    standardError().write(text.toUtf8());
}

int refuseCommandLine(const Core::Error &error)
{
    printError(error);
    return static_cast<int>(ExitCode::WrongUsage);
}

int answerCommandLine(const QString &answer)
{
    std::fputs(qUtf8Printable(answer), stdout);
    return static_cast<int>(ExitCode::Done);
}

void printLine(const QString &line)
{
    standardOutput().write(line.toUtf8());
}

void printJson()
{
    standardOutput().setNote([](qint64 lines) { return leftOutLine(lines).toUtf8(); });
}

void logWithoutWaiting()
{
    qInstallMessageHandler(logMessage);
}

void finishPrinting()
{
    standardOutput().finish();
    standardError().finish();
}

void endAtOnce(int code)
{
    std::fflush(nullptr);
    _exit(code);
}

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (::pipe(signalPipe().data()) != 0)
        qFatal("no pipe for signals");
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe()[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::read);
    struct sigaction action = {};
    action.sa_handler = handleSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
    watchHangUp();
}

SignalWatcher::~SignalWatcher()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, m_hangUpBefore);
    m_notifier.reset();
    for (const int end : signalPipe())
        ::close(end);
}

/// A terminal that is closed; nobody is told of it where nohup has it ignored.
void SignalWatcher::watchHangUp()
{
    m_hangUpBefore = std::signal(SIGHUP, SIG_IGN);
    if (m_hangUpBefore != SIG_IGN)
        std::signal(SIGHUP, handleHangUp);
}

void SignalWatcher::read()
{
    char byte = 0;
    if (::read(signalPipe()[0], &byte, 1) == 1 && !std::exchange(m_isRequested, true))
        emit terminationRequested();
}
