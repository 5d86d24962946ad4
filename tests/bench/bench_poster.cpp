// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// POSTs per second of the NetworkPoster, and of bare QNetworkAccessManagers that post the same to
// the same receivers, one manager per processor core:
//
//     bench_poster SECONDS DESTINATIONS URL...
#include "core/dispatch/networkposter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <sys/resource.h>

using namespace Core;

namespace {

constexpr int InFlightPerDestination = 3;
constexpr int InFlightPerManager = 6; // as many as a manager opens connections to one host

struct Plan
{
    qint64 milliseconds = 3'000;
    int destinations = 20;
    QStringList urls;

    QString urlOf(qint64 number) const { return urls.at(number % urls.size()); }
};

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Counts what succeeds from its making on; tells when it goes.
class Meter final
{
    Q_DISABLE_COPY_MOVE(Meter)

public:
    explicit Meter(const char *name)
        : m_name(name)
        , m_processorAtStart(processorSeconds())
    {
        m_timer.start();
    }

    ~Meter()
    {
        const double seconds = static_cast<double>(m_timer.elapsed()) / 1000;
        const double processor = processorSeconds() - m_processorAtStart;
        std::printf("%-14s %7.0f POST/s, %d failed, %.0f us of processor time each, %.2f cores\n",
                    m_name, m_good / seconds, m_bad.load(), processor * 1e6 / (m_good + m_bad),
                    processor / seconds);
    }

    void count(int status) { ++(status == 200 ? m_good : m_bad); }
    qint64 elapsed() const { return m_timer.elapsed(); }

private:
    const char *m_name;
    double m_processorAtStart;
    QElapsedTimer m_timer;
    std::atomic<int> m_good = 0;
    std::atomic<int> m_bad = 0;
};

HeaderList usualHeaders()
{
    return {{"User-Agent", "Hookpost/1.0"},
            {"Accept-Encoding", "identity"},
            {"Accept-Language", "*"},
            {"Content-Type", "application/json"},
            {"webhook-id", "evt_01hv6m0000000000000000000"},
            {"webhook-timestamp", "1795311756"},
            {"webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="},
            {"Hookpost-Event", "invoice.paid"},
            {"Hookpost-Delivery", "dlv_42"},
            {"Hookpost-Attempt", "1"}};
}

QByteArray usualBody()
{
    return R"({"type":"invoice.paid","data":")" + QByteArray(200, 'x') + R"("})";
}

void runPoster(const Plan &plan)
{
    const SystemClock clock;
    NetworkPoster poster(clock, {});
    const auto post = [&](qint64 destination) {
        Shipment shipment;
        shipment.attempt = AttemptId{destination};
        shipment.destination = DestinationId{destination};
        shipment.url = plan.urlOf(destination);
        shipment.headers = usualHeaders();
        shipment.body = usualBody();
        poster.post(shipment);
    };
    QEventLoop loop;
    Meter meter("NetworkPoster");
    poster.setReportHandler([&](const QList<Report> &reports) {
        for (const Report &report : reports) {
            meter.count(report.status);
            post(report.attempt.value);
        }
        if (meter.elapsed() >= plan.milliseconds)
            loop.quit();
    });
    poster.start();
    for (int i = 0; i < plan.destinations * InFlightPerDestination; ++i)
        post(1 + i % plan.destinations);
    loop.exec();
    poster.setReportHandler({});
}

/// Makes the sockets buffered, as the poster does.
class DefaultProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery & /*query*/) override
    {
        return {QNetworkProxy(QNetworkProxy::DefaultProxy)};
    }
};

void postBarely(QNetworkAccessManager &manager, const QString &url, Meter &meter)
{
    QNetworkRequest request{QUrl(url)};
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    const HeaderList headers = usualHeaders();
    for (const Header &header : headers)
        request.setRawHeader(header.name, header.value);
    QNetworkReply *reply = manager.post(request, usualBody());
    QObject::connect(reply, &QNetworkReply::finished, &manager, [&manager, reply, url, &meter] {
        meter.count(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
        reply->readAll();
        reply->deleteLater();
        postBarely(manager, url, meter);
    });
}

void runBareManager(const Plan &plan, Meter &meter)
{
    QEventLoop loop;
    QNetworkAccessManager manager;
    manager.setProxyFactory(new DefaultProxy);
    for (const QString &url : plan.urls) {
        for (int i = 0; i < InFlightPerManager; ++i)
            postBarely(manager, url, meter);
    }
    QTimer::singleShot(Milliseconds{plan.milliseconds}, &loop, &QEventLoop::quit);
    loop.exec();
}

void runBareManagers(const Plan &plan)
{
    Meter meter("bare managers");
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < QThread::idealThreadCount(); ++i) {
        threads.emplace_back(QThread::create([&plan, &meter] { runBareManager(plan, meter); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1");
    const QCoreApplication application(argc, argv);
    QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fputs("usage: bench_poster SECONDS DESTINATIONS URL...\n", stderr);
        return 2;
    }
    const Plan plan{arguments.at(1).toLongLong() * 1000, std::max(1, arguments.at(2).toInt()),
                    arguments.mid(3)};
    for (int round = 0; round < 3; ++round) {
        runBareManagers(plan);
        runPoster(plan);
    }
    return 0;
}
