// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop.h"
#include "app/process.h"
#include "core/engine.h"
#include "tests/ui/makers.h"
#include "ui/facts.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSettings>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Core;

// bench_window DIRECTORY: what the window costs over a data directory that fill has written. It
// runs the engine and the window in this process, and prints one figure a line, and whether what
// was promised of it is met. It ends with 1 where that is missed.

namespace {

void print(const char *what, double figure, const char *unit)
{
    std::printf("%-66s %10.1f %s\n", what, figure, unit);
    std::fflush(stdout);
}

// What is promised, of a million rows.
constexpr double MostUntilUsable = 1000; // ms
constexpr double LongestStall = 50; // ms; while rows arrive, of all but one pause in a hundred
constexpr double LongestStallOfAll = 100; // ms; while rows arrive
constexpr double LongestSearch = 1000; // ms, over all
constexpr double LongestNewestSearch = 100; // ms, over the newest 100,000
constexpr double MostMemory = 150; // MiB

/// Figures beside what is promised of them.
class Promises final
{
public:
    bool areMet() const { return m_areMet; } ///< all of them

    void judge(const char *what, double figure, const char *unit, double most)
    {
        const bool isMet = figure <= most;
        m_areMet = m_areMet && isMet;
        std::printf("%-66s %10.1f %s; %s, at most %.0f\n", what, figure, unit,
                    isMet ? "met" : "missed", most);
        std::fflush(stdout);
    }

private:
    bool m_areMet = true;
};

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double residentMebibytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pages = status.readAll().split(' ').value(1).toLongLong();
    return static_cast<double>(pages * ::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

/// How long the event loop was not there for anybody: the pauses between two turns of it.
class StallMeter final : public QObject
{
public:
    explicit StallMeter(Promises &promises)
        : m_promises(promises)
    {
        m_timer.setInterval(1);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_pauses.append(milliseconds(m_since));
            m_since.start();
        });
    }

    void start()
    {
        m_pauses.clear();
        m_since.start();
        m_timer.start();
    }

    void report(const char *doing, double longest = LongestStall)
    {
        m_timer.stop();
        m_pauses.append(milliseconds(m_since));
        std::sort(m_pauses.begin(), m_pauses.end());
        m_promises.judge(doing, m_pauses.last(), "ms", longest);
        m_promises.judge("  of a hundred pauses the longest",
                         m_pauses.at(m_pauses.size() * 99 / 100), "ms", LongestStall);
    }

private:
    Promises &m_promises;
    QTimer m_timer;
    QElapsedTimer m_since;
    QList<double> m_pauses;
};

void runFor(int duration)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < duration)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

template<typename Condition>
void runUntil(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// How long SQLite alone takes, in milliseconds, to find the attempts that measureFilter() looks
/// for.
double plainSearch(const QString &directory)
{
    const QString connection = QStringLiteral("plain");
    QElapsedTimer timer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(directory + QStringLiteral("/hookpost.db"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        query.setForwardOnly(true);
        timer.start();
        query.exec(QStringLiteral("SELECT id FROM attempts WHERE status >= 400 ORDER BY id DESC"));
        while (query.next()) { }
    }
    const double taken = milliseconds(timer);
    QSqlDatabase::removeDatabase(connection);
    return taken;
}

class Bench final
{
public:
    explicit Bench(const QString &directory)
        : m_directory(directory)
    {
        m_sinceStart.start();
        m_window = std::make_unique<Gui::MainWindow>(Testing::settingsIn(m_folder));
        m_model = m_window->findChild<Gui::LogModel *>();
        m_view = m_window->findChild<Gui::LogView *>();
        EngineSettings settings;
        settings.dataDirectory = directory;
        settings.apiPort = 0;
        settings.binPort = 0;
        settings.history.age.reset();
        settings.history.attempts.reset();
        settings.history.bytes.reset();
        settings.heartbeat = Milliseconds{0};
        m_engine = std::make_unique<Engine>(settings);
        m_engine->moveToThread(&m_thread);
        joinWindow(*m_window, *m_engine);
        QObject::connect(m_engine.get(), &Engine::failed, m_window.get(),
                         [](const Error &error) { qFatal("%s", qPrintable(inWords(error))); });
        QObject::connect(&m_thread, &QThread::started, m_engine.get(), &Engine::start);
        m_window->resize(1280, 800);
        m_window->show();
        m_thread.start();
    }

    ~Bench()
    {
        bool isStopped = false;
        QObject::connect(m_engine.get(), &Engine::stopped, m_window.get(),
                         [&isStopped] { isStopped = true; });
        QMetaObject::invokeMethod(m_engine.get(), &Engine::stop);
        runUntil([&isStopped] { return isStopped; });
        m_thread.quit();
        m_thread.wait();
    }

    void measureStart()
    {
        runUntil([this] {
            return m_model->rowCount() > 0 && m_model->rowAt(m_model->rowCount() - 1) != nullptr;
        });
        m_view->viewport()->repaint();
        m_promises.judge("start to newest rows in sight", milliseconds(m_sinceStart), "ms",
                         MostUntilUsable);
        StallMeter meter(m_promises);
        meter.start();
        runUntil([this] { return !m_model->isSearching(); });
        print("start to all rows listed", milliseconds(m_sinceStart), "ms");
        meter.report("event loop while the list is filled");
        print("rows", static_cast<double>(m_model->totalCount()), "");
        judgeMemory();
    }

    void measureScrolling()
    {
        QScrollBar *const bar = m_view->verticalScrollBar();
        StallMeter meter(m_promises);
        meter.start();
        for (int step = 0; step < 300; ++step) {
            bar->setValue(bar->value() - 120);
            runFor(5);
        }
        meter.report("event loop while scrolling");
        meter.start();
        for (int jump = 0; jump < 100; ++jump) {
            bar->setValue(QRandomGenerator::global()->bounded(bar->maximum()));
            runFor(30);
        }
        meter.report("event loop while jumping at random");
        QElapsedTimer timer;
        timer.start();
        bar->setValue(bar->maximum() / 3);
        const int line = m_view->rowAt(10);
        runUntil([this, line] { return m_model->rowAt(line) != nullptr; });
        print("a jump until its rows are read", milliseconds(timer), "ms");
        judgeMemory();
    }

    void measureFilter()
    {
        LogScope failed = m_model->scope();
        failed.filter = parseFilter(QStringLiteral("status:>=400")).filter;
        const LogKey newest = m_model->lineAt(m_model->rowCount() - 1).key;
        double newestTime = 0;
        QElapsedTimer timer;
        timer.start();
        const auto watch = QObject::connect(&m_window->facts(), &Gui::Facts::logSearched,
                                            m_window.get(), [&](const LogChunk &chunk) {
                                                const bool isFar = !chunk.entries.isEmpty()
                                                    && chunk.entries.first().key.value
                                                        < newest.value - qint64{2} * 100'000;
                                                if (isFar && newestTime == 0)
                                                    newestTime = milliseconds(timer);
                                            });
        m_model->setScope(failed);
        runUntil([this] { return !m_model->isSearching(); });
        const double all = milliseconds(timer);
        m_promises.judge("filter by status over all", all, "ms", LongestSearch);
        print("  as a multiple of SQLite's own time", all / plainSearch(m_directory), "");
        m_promises.judge("  over the newest 100,000", newestTime > 0 ? newestTime : all, "ms",
                         LongestNewestSearch);
        print("  rows", m_model->rowCount(), "");
        QObject::disconnect(watch);
        failed.filter = {};
        m_model->setScope(failed);
        runUntil([this] { return !m_model->isSearching(); });
    }

    void measureGrouping()
    {
        LogScope grouped = m_model->scope();
        grouped.foldsEvents = true;
        StallMeter meter(m_promises);
        QElapsedTimer timer;
        timer.start();
        meter.start();
        m_model->setScope(grouped);
        runUntil([this] { return !m_model->isSearching(); });
        print("group by event over all", milliseconds(timer), "ms");
        meter.report("event loop meanwhile");
        print("  lines", m_model->rowCount(), "");
        judgeMemory();
        grouped.foldsEvents = false;
        m_model->setScope(grouped);
        runUntil([this] { return !m_model->isSearching(); });
    }

    void measureSorting(const char *what, LogSorting by)
    {
        LogScope sorted = m_model->scope();
        sorted.order = {by, true};
        StallMeter meter(m_promises);
        QElapsedTimer timer;
        timer.start();
        meter.start();
        m_model->setScope(sorted);
        runUntil([this] { return !m_model->isSearching(); });
        print(what, milliseconds(timer), "ms");
        runFor(100);
        meter.report("event loop meanwhile");
        print("  lines", m_model->rowCount(), "");
        judgeMemory();
        sorted.order = {};
        timer.start();
        m_model->setScope(sorted);
        runUntil([this] { return !m_model->isSearching(); });
        print("back to the order of time", milliseconds(timer), "ms");
    }

    void measureArrivals(bool isTyping)
    {
        constexpr int Batch = 160;
        auto *const filter = m_window->findChild<Gui::LogPanel *>()->findChild<QLineEdit *>();
        m_view->setFollowing(true);
        QTimer arrivals;
        QObject::connect(&arrivals, &QTimer::timeout, m_window.get(), [this] {
            QList<Attempt> batch;
            for (qint64 id = m_next - Batch; id < m_next; ++id)
                batch.append(Testing::attempt(id, AttemptOutcome::Delivered, 200));
            for (int k = 0; k < Batch; ++k)
                batch.append(Testing::attempt(m_next++));
            emit m_window->facts().attemptsRecorded(batch);
        });
        QTimer typing;
        QObject::connect(&typing, &QTimer::timeout, filter, [filter] {
            const QString word = QStringLiteral("invoice");
            const qsizetype length = (filter->text().size() + 1) % word.size();
            filter->setText(word.left(length));
        });
        arrivals.start(40);
        if (isTyping)
            typing.start(150);
        StallMeter meter(m_promises);
        meter.start();
        runFor(5000);
        meter.report(isTyping ? "event loop, 4,000 attempts a second, typing in the filter"
                              : "event loop, 4,000 attempts a second, following",
                     LongestStallOfAll);
        filter->clear();
        judgeMemory();
    }

    bool areMet() const { return m_promises.areMet(); } ///< all the promises

private:
    void judgeMemory()
    {
        m_promises.judge("resident memory", residentMebibytes(), "MiB", MostMemory);
    }

    Promises m_promises;
    const QString m_directory;
    QElapsedTimer m_sinceStart;
    QTemporaryDir m_folder;
    std::unique_ptr<Gui::MainWindow> m_window;
    Gui::LogModel *m_model = nullptr;
    Gui::LogView *m_view = nullptr;
    std::unique_ptr<Engine> m_engine;
    QThread m_thread;
    qint64 m_next = 100'000'000;
};

} // namespace

int main(int argc, char *argv[])
{
    prepareProcess();
    const QApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*.info=false"));
    if (argc != 2)
        qFatal("usage: bench_window DIRECTORY");
    Bench bench(QString::fromLocal8Bit(argv[1]));
    bench.measureStart();
    bench.measureScrolling();
    bench.measureFilter();
    bench.measureGrouping();
    bench.measureSorting("sort all by duration", LogSorting::ByDuration);
    bench.measureSorting("sort all by event type", LogSorting::ByEvent);
    bench.measureArrivals(false);
    bench.measureArrivals(true);
    return bench.areMet() ? 0 : 1;
}
