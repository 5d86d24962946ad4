// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledger.h"
#include "core/store/sqlitestore.h"
#include "tests/support/storefixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Core;

// Measures what the store does in a directory on the disk that the first argument names (else the
// one for temporary files), and prints one figure a line.

namespace {

void print(const char *what, double figure, const char *unit)
{
    std::printf("%-58s %12.1f %s\n", what, figure, unit);
    std::fflush(stdout);
}

double perSecond(qint64 count, const QElapsedTimer &timer)
{
    return static_cast<double>(count) * 1e9 / static_cast<double>(timer.nsecsElapsed());
}

void measureDisk(const QString &directory)
{
    constexpr int Rounds = 500;
    const QByteArray page(4096, 'x');
    const int file = ::open(QFile::encodeName(directory + QStringLiteral("/fsync")).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < Rounds; ++i) {
        if (::pwrite(file, page.constData(), 4096, off_t{4096} * i) != 4096
            || ::fdatasync(file) != 0)
            qFatal("the disk cannot be written");
    }
    ::close(file);
    print("one page and fdatasync, appending", 1e6 / perSecond(Rounds, timer), "us");
}

double residentMebibytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pages = status.readAll().split(' ').value(1).toLongLong();
    return static_cast<double>(pages * ::sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

DestinationId addDestination(Store &store)
{
    const auto written = store.write({AddDestination{
        makeRegistration(QStringLiteral("joe"), QStringLiteral("http://localhost:8091/")), false,
        at(0)}});
    return std::get<DestinationAdded>(*written->first()).registration.destination.id;
}

AddEvents makeEvents(int count, DestinationId target)
{
    static qint64 serial = 0;
    AddEvents change;
    for (int i = 0; i < count; ++i)
        change.events.append(
            makeEvent(QStringLiteral("evt_%1").arg(++serial, 26, 10, QLatin1Char('0')), {target},
                      QByteArray(300, 'b')));
    return change;
}

/// Keeps so many changes outstanding until all have been answered.
class Publisher final : public QObject
{
public:
    Publisher(Ledger &ledger, std::function<Change()> makeChange)
        : m_ledger(ledger)
        , m_makeChange(std::move(makeChange))
    {
    }

    void run(int count, int outstanding)
    {
        m_toSubmit = count;
        m_toAnswer = count;
        for (int i = 0; i < outstanding; ++i)
            submitNext();
        while (m_toAnswer > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

private:
    void submitNext()
    {
        if (m_toSubmit == 0)
            return;
        --m_toSubmit;
        m_ledger.submit(m_makeChange(), this, [this](const Result<Outcome> &outcome) {
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().sentence));
            --m_toAnswer;
            submitNext();
        });
    }

    Ledger &m_ledger;
    std::function<Change()> m_makeChange;
    int m_toSubmit = 0;
    int m_toAnswer = 0;
};

void measureLedger(const QString &directory)
{
    auto owned = std::make_unique<SqliteStore>(directory + QStringLiteral("/ledger"));
    if (!owned->open(at(0)))
        qFatal("the store cannot be opened");
    const DestinationId joe = addDestination(*owned);
    Ledger ledger(std::move(owned));
    int batches = 0;
    QObject::connect(&ledger, &Ledger::recorded, &ledger, [&batches] { ++batches; });
    ledger.start(at(0));

    QElapsedTimer timer;
    timer.start();
    constexpr int Singles = 20'000;
    Publisher(ledger, [joe] { return makeEvents(1, joe); }).run(Singles, 64);
    print("durable events, one by one, 64 outstanding", perSecond(Singles, timer), "/s");
    print("  of them in one transaction", double{Singles} / batches, "");

    timer.start();
    constexpr qint64 Thousands = 100;
    Publisher(ledger, [joe] { return makeEvents(1000, joe); }).run(int{Thousands}, 2);
    print("durable events, 1,000 at a time", perSecond(Thousands * 1000, timer), "/s");
}

/// Claims and finishes what waits, in \a rounds of \a batch deliveries.
void deliver(Store &store, int rounds, int batch)
{
    const auto waiting = store.waiting();
    for (int round = 0; round < rounds; ++round) {
        QList<Change> claims;
        for (int i = 0; i < batch; ++i)
            claims.append(ClaimDelivery{waiting->at(round * batch + i).delivery, at(1)});
        QList<Change> finishes;
        const auto claimed = store.write(claims);
        for (const auto &outcome : *claimed) {
            FinishAttempt finish = makeFinish(std::get<DeliveryClaimed>(*outcome).attempt,
                                              makeEnd(AttemptOutcome::Delivered, 200),
                                              DeliveryState::Delivered, at(2));
            finish.transcript.requestHeaders = {{"webhook-id", "evt_1"}, {"User-Agent", "bench"}};
            finish.transcript.responseHeaders = {{"Server", "bench"}, {"Content-Length", "2"}};
            finish.transcript.responseBody = "ok";
            finishes.append(finish);
        }
        if (!store.write(finishes))
            qFatal("an attempt cannot be closed");
    }
}

void measureAttempts(Store &store)
{
    constexpr int Batch = 100;
    constexpr int Rounds = 200;
    QElapsedTimer timer;
    timer.start();
    deliver(store, Rounds, Batch);
    print("claims with their finishes, 100 to a transaction",
          perSecond(qint64{Batch} * Rounds, timer), "/s");
}

void measureBacklog(const QString &directory, int thousands)
{
    SqliteStore store(directory + QStringLiteral("/backlog"));
    if (!store.open(at(0)))
        qFatal("the store cannot be opened");
    const DestinationId joe = addDestination(store);
    for (int i = 0; i < thousands; ++i) {
        if (!store.write({makeEvents(1000, joe)}))
            qFatal("the backlog cannot be written");
    }
    store.close();
    QElapsedTimer timer;
    timer.start();
    if (!store.open(at(0)))
        qFatal("the store cannot be opened again");
    print("opening with the backlog", static_cast<double>(timer.nsecsElapsed()) / 1e6, "ms");
    const double before = residentMebibytes();
    timer.start();
    {
        const auto waiting = store.waiting();
        print("reading what waits", static_cast<double>(timer.nsecsElapsed()) / 1e6, "ms");
        print("  deliveries", static_cast<double>(waiting->size()), "");
        print("  memory, with the cache of pages", residentMebibytes() - before, "MiB");
        print("  of that the list",
              static_cast<double>(waiting->size()) * sizeof(WaitingDelivery) / (1024.0 * 1024.0),
              "MiB");
    }
    measureAttempts(store);
}

/// Forgets a tenth of a million attempts, step by step.
void measurePruning(const QString &directory)
{
    SqliteStore store(directory + QStringLiteral("/history"));
    if (!store.open(at(0)))
        qFatal("the store cannot be opened");
    const DestinationId joe = addDestination(store);
    for (int i = 0; i < 1000; ++i) {
        AddEvents change = makeEvents(1000, joe);
        for (NewEvent &event : change.events)
            event.hasOwnId = false;
        if (!store.write({change}))
            qFatal("the history cannot be written");
    }
    deliver(store, 1000, 1000);
    HistoryLimits limits;
    limits.attempts = 900'000;
    QList<double> steps;
    HistoryPruned step;
    QElapsedTimer all;
    all.start();
    do {
        QElapsedTimer timer;
        timer.start();
        const auto written = store.write({PruneHistory{limits, at(2), step.after}});
        step = std::get<HistoryPruned>(*written->first());
        steps.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    } while (!step.isDone);
    print("forgetting a tenth of 1,000,000 attempts", perSecond(100'000, all), "/s");
    std::sort(steps.begin(), steps.end());
    print("  a step of 200, median", steps.at(steps.size() / 2), "ms");
    print("  of a hundred steps the longest", steps.at(steps.size() * 99 / 100), "ms");
    print("  the longest of all", steps.last(), "ms");
    QElapsedTimer idle;
    idle.start();
    if (!store.write({PruneHistory{limits, at(2), step.after}}))
        qFatal("nothing cannot be forgotten");
    print("a step that finds nothing to forget", static_cast<double>(idle.nsecsElapsed()) / 1e6,
          "ms");
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("hookpost.*.info=false"));
    const QString base = QCoreApplication::arguments().value(1, QDir::tempPath());
    const QTemporaryDir directory(base + QStringLiteral("/bench_store-XXXXXX"));
    measureDisk(directory.path());
    measureLedger(directory.path());
    measureBacklog(directory.path(), 1000);
    measurePruning(directory.path());
    return 0;
}
