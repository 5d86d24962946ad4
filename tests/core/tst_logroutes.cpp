// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intake/intakeserver.h"
#include "tests/support/manualclock.h"
#include "tests/support/memoryrecords.h"
#include "tests/support/memorystore.h"
#include "tests/support/rawclient.h"
#include "tests/support/storefixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace Core;

namespace {

constexpr int Endless = 7;

/// So many attempts are searched for until somebody takes the question back.
class EndlessRecords final : public MemoryRecords
{
public:
    EndlessRecords(std::shared_ptr<MemoryTables> tables, std::atomic_int &searches)
        : MemoryRecords(std::move(tables))
        , m_searches(searches)
    {
    }

    void setWithdrawal(std::function<bool()> isWithdrawn) override
    {
        m_isWithdrawn = std::move(isWithdrawn);
    }

    Result<QList<Attempt>> attempts(const LogQuery &query) override
    {
        if (query.limit != Endless)
            return MemoryRecords::attempts(query);
        ++m_searches;
        while (!m_isWithdrawn())
            QThread::yieldCurrentThread();
        return Error{};
    }

private:
    std::atomic_int &m_searches;
    std::function<bool()> m_isWithdrawn;
};

} // namespace

/// Searches that are asked for over HTTP while the archive is busy with something else.
class TestLogRoutes final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void soManySearchesMayWait();
    void aSearchEndsWithItsCaller();
    void whoHasOnlyFinishedSendingIsAnswered();

private:
    void keepArchiveBusy();
    void releaseArchive() { m_release.release(); }
    RawClient &ask(const QByteArray &path);
    qsizetype countOf(int status) const;

    ManualClock m_clock;
    Directory m_directory;
    QSemaphore m_release;
    std::atomic_int m_searches = 0; ///< endless ones that have begun
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Archive> m_archive;
    std::unique_ptr<IntakeServer> m_server;
    std::vector<std::unique_ptr<RawClient>> m_clients;
};

void TestLogRoutes::init()
{
    while (m_release.tryAcquire()) { }
    m_searches = 0;
    const auto tables = std::make_shared<MemoryTables>();
    m_ledger = std::make_unique<Ledger>(std::make_unique<MemoryStore>(tables));
    QSignalSpy opened(m_ledger.get(), &Ledger::opened);
    m_ledger->start(m_clock.now());
    QVERIFY(opened.wait());
    m_archive = std::make_unique<Archive>(std::make_unique<EndlessRecords>(tables, m_searches));
    m_archive->start();
    m_server = std::make_unique<IntakeServer>(
        IntakeContext{*m_ledger, *m_archive, m_directory, m_clock,
                      [](const QString &) { return Result<>(); },
                      [](const Directory::Entry &) { return DestinationStatus(); },
                      [] { return EngineStatus(); }, [](bool) {}, this},
        Http::MiB);
    QVERIFY(m_server->start(0));
    keepArchiveBusy();
}

void TestLogRoutes::cleanup()
{
    releaseArchive();
    m_clients.clear();
    m_archive->stop();
    m_ledger->stop();
    m_server.reset();
}

void TestLogRoutes::keepArchiveBusy()
{
    m_archive->ask<int>(
        [this](Records &) {
            m_release.acquire();
            return Result<int>(0);
        },
        this, [](const Result<int> &) {});
}

RawClient &TestLogRoutes::ask(const QByteArray &path)
{
    m_clients.push_back(std::make_unique<RawClient>(m_server->port()));
    m_clients.back()->send("GET " + path + " HTTP/1.1\r\nHost: localhost:"
                           + QByteArray::number(m_server->port()) + "\r\n\r\n");
    return *m_clients.back();
}

qsizetype TestLogRoutes::countOf(int status) const
{
    return std::count_if(m_clients.begin(), m_clients.end(), [status](const auto &client) {
        return client->statuses() == QList<int>{status};
    });
}

void TestLogRoutes::soManySearchesMayWait()
{
    for (int i = 0; i < 16; ++i)
        ask(i % 2 == 0 ? "/attempts" : "/deliveries");
    ask("/attempts?q=is:failed");
    QTRY_COMPARE(countOf(503), 1);
    for (const auto &client : m_clients) {
        for (const RawReply &reply : client->replies())
            QCOMPARE(reply.header("Retry-After"), QByteArray("1"));
    }
    releaseArchive();
    QTRY_COMPARE(countOf(200), 16);
    ask("/deliveries");
    QTRY_COMPARE(countOf(200), 17);
}

void TestLogRoutes::aSearchEndsWithItsCaller()
{
    releaseArchive();
    RawClient &leaving = ask("/attempts?limit=" + QByteArray::number(Endless));
    QTRY_COMPARE(m_searches.load(), 1);
    leaving.reset();
    RawClient &staying = ask("/deliveries");
    QTRY_COMPARE(staying.statuses(), QList<int>{200});
}

void TestLogRoutes::whoHasOnlyFinishedSendingIsAnswered()
{
    RawClient &finished = ask("/attempts");
    finished.finishSending();
    RawClient &other = ask("/healthz");
    QTRY_COMPARE(other.replies().size(), 1);
    releaseArchive();
    QTRY_COMPARE(finished.statuses(), QList<int>{200});
}

QTEST_GUILESS_MAIN(TestLogRoutes)
#include "tst_logroutes.moc"
