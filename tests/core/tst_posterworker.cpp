// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/posterworker.h"
#include "tests/support/fakelookup.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

/// A worker on the test's own thread, which decides when Qt's events are served.
class TestPosterWorker final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void forgetsWhatQtHasJustAskedFor();

private:
    Shipment shipment(qint64 number, const QTcpServer &receiver, const QByteArray &body) const;

    SystemClock m_clock;
    FakeLookUp m_lookUp;
    std::unique_ptr<PosterWorker> m_worker;
    QList<Report> m_reports;
};

void TestPosterWorker::init()
{
    m_reports.clear();
    m_worker = std::make_unique<PosterWorker>(m_clock, AddressPolicy(),
                                              PosterOptions{1, m_lookUp.function(), 2s});
    connect(m_worker.get(), &PosterWorker::reported, this,
            [this](const QList<Report> &reports) { m_reports += reports; });
    m_worker->start();
}

void TestPosterWorker::cleanup()
{
    m_worker.reset();
}

Shipment TestPosterWorker::shipment(qint64 number, const QTcpServer &receiver,
                                    const QByteArray &body) const
{
    Shipment shipment;
    shipment.attempt = AttemptId{number};
    shipment.destination = DestinationId{number};
    shipment.url = QStringLiteral("http://127.0.0.1:%1/").arg(receiver.serverPort());
    shipment.body = body;
    return shipment;
}

/// Qt's own thread asks for a body as soon as it is connected; by the time the worker hears of
/// that, the flight may be gone. The sanitizers see what comes of it.
void TestPosterWorker::forgetsWhatQtHasJustAskedFor()
{
    constexpr int Count = 20;
    QTcpServer receiver;
    QTcpServer last;
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    QVERIFY(last.listen(QHostAddress::LocalHost));
    QList<Shipment> shipments;
    for (int number = 1; number <= Count; ++number)
        shipments.append(shipment(number, receiver, "hello"));
    // An empty body is not asked for: when it has arrived, Qt's thread has seen to the others.
    shipments.append(shipment(Count + 1, last, {}));
    m_worker->post(shipments);
    QCoreApplication::sendPostedEvents();
    QVERIFY(last.waitForNewConnection(5'000));
    QVERIFY(last.nextPendingConnection()->waitForReadyRead(5'000));
    m_worker->abortAll();
    QCOMPARE(m_reports.size(), Count + 1);
    QVERIFY(std::any_of(m_reports.cbegin(), m_reports.cend(),
                        [](const Report &report) { return report.failure == Failure::NotSent; }));
    QCoreApplication::processEvents();
    QCOMPARE(m_reports.size(), Count + 1);
}

QTEST_GUILESS_MAIN(TestPosterWorker)
#include "tst_posterworker.moc"
