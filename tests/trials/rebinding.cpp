// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/networkposter.h"
#include "tests/support/testreceiver.h"
#include "tests/trials/movableclock.h"
#include "tests/trials/trialoptions.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>

using namespace Core;
using namespace std::chrono_literals;

// Names whose owner changes where they lead between two look-ups. Nobody may ever be seen at the
// blocked address, which is one of this machine, so that a filter that fails reaches nothing real.

namespace {

constexpr int TriesAtATime = 50;
constexpr int PatienceMs = 30'000;

const QString Good = QStringLiteral("127.0.0.1");
const QString Blocked = QStringLiteral("127.0.0.2");
const QString Absent = QStringLiteral("127.0.0.3"); // allowed, but nobody listens

/// What a name leads to at its first look-up and at every later one.
struct Trick
{
    QLatin1StringView name;
    QStringList first;
    QStringList later;
    bool isFirstDelivered = true;
    bool isSecondDelivered = false;
};

const QList<Trick> &tricks()
{
    static const QList<Trick> all{
        {QLatin1StringView("flip"), {Good}, {Blocked}},
        {QLatin1StringView("mix"), {Blocked, Good}, {Blocked}},
        {QLatin1StringView("reverse"), {Good, Blocked}, {Blocked}},
        {QLatin1StringView("absence"), {Absent, Blocked}, {Good}, false, true},
    };
    return all;
}

const Trick &trickOf(int number)
{
    return tricks().at(number % tricks().size());
}

/// A resolver in the hand of the attacker, without any time to live.
///
/// Thread: any.
class Attacker final
{
public:
    Resolver::LookUp function()
    {
        return [this](const QString &name, QObject *context,
                      const std::function<void(const QHostInfo &)> &done) {
            QHostInfo info;
            info.setAddresses(nextOf(name));
            QMetaObject::invokeMethod(
                context, [done, info] { done(info); }, Qt::QueuedConnection);
        };
    }

    int lookUpCount() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_lookUpCount;
    }

private:
    QList<QHostAddress> nextOf(const QString &name)
    {
        const QMutexLocker lock(&m_mutex);
        ++m_lookUpCount;
        const Trick &trick = trickOf(name.section(u'.', 1, 1).toInt());
        const bool isFirst = m_asked[name]++ == 0;
        QList<QHostAddress> addresses;
        for (const QString &address : isFirst ? trick.first : trick.later)
            addresses.append(QHostAddress(address));
        return addresses;
    }

    mutable QMutex m_mutex;
    QHash<QString, int> m_asked;
    int m_lookUpCount = 0;
};

/// A poster as one writes it who knows that addresses must be judged, and then has the network
/// stack look the name up again.
class TwiceLookingPoster final : public Poster
{
public:
    TwiceLookingPoster(AddressPolicy policy, Resolver::LookUp lookUp)
        : m_policy(std::move(policy))
        , m_lookUp(std::move(lookUp))
    {
    }

    void setReportHandler(ReportHandler handler) override { m_handler = std::move(handler); }

    void post(const Shipment &shipment) override
    {
        const QUrl url(shipment.url);
        m_lookUp(url.host(), &m_manager, [this, url, shipment](const QHostInfo &judged) {
            const QList<QHostAddress> found = judged.addresses();
            const auto port = static_cast<quint16>(url.port());
            if (std::any_of(found.begin(), found.end(), [&](const QHostAddress &address) {
                    return m_policy.judge(address, port).has_value();
                }))
                m_lookUp(url.host(), &m_manager, [this, url, shipment](const QHostInfo &used) {
                    send(shipment, url, used.addresses().constFirst());
                });
            else
                tell(shipment, Failure::AddressRefused, 0);
        });
    }

    void abortAll() override { }

private:
    void send(const Shipment &shipment, QUrl url, const QHostAddress &address)
    {
        url.setHost(address.toString());
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        QNetworkReply *reply = m_manager.post(request, shipment.body);
        QObject::connect(reply, &QNetworkReply::finished, &m_manager, [this, reply, shipment] {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            reply->deleteLater();
            tell(shipment, status > 0 ? Failure::None : Failure::ClosedWithoutAnswer, status);
        });
    }

    void tell(const Shipment &shipment, Failure failure, int status)
    {
        Report report;
        report.attempt = shipment.attempt;
        report.failure = failure;
        report.status = status;
        m_handler({report});
    }

    AddressPolicy m_policy;
    Resolver::LookUp m_lookUp;
    QNetworkAccessManager m_manager;
    ReportHandler m_handler;
};

/// The whole trial: the receivers, the attacker, the poster, and what was seen.
class Trial final
{
    Q_DISABLE_COPY_MOVE(Trial)

public:
    explicit Trial(const TrialOptions &options)
        : m_options(options)
    {
    }

    bool start();
    void run();

    const QStringList &faults() const { return m_faults; }
    int blockedCount() const { return m_blocked.acceptedCount(); } ///< of connections
    QString summary() const
    {
        return QStringLiteral("%1 POSTs, %2 delivered, %3 refused, %4 look-ups, %5 connections to "
                              "the blocked address")
            .arg(m_posts)
            .arg(m_good.requests().size())
            .arg(m_refused)
            .arg(m_attacker.lookUpCount())
            .arg(blockedCount());
    }

private:
    AddressPolicy policy() const;
    void postAll(int first, int last, bool Trick::*isDelivered);
    void judge(int number, const Report &report, bool isDelivered);

    TrialOptions m_options;
    MovableClock m_clock;
    Attacker m_attacker;
    TestReceiver m_good;
    TestReceiver m_blocked;
    QHash<qint64, Report> m_reports; ///< of the POSTs under way, by their attempts
    QStringList m_faults;
    int m_posts = 0;
    int m_refused = 0;
    std::unique_ptr<Poster> m_poster; ///< last, since it reports until it is gone
};

AddressPolicy Trial::policy() const
{
    return {Profile::Server, {{QHostAddress(Good), 32}, {QHostAddress(Absent), 32}}, {}};
}

bool Trial::start()
{
    if (!m_good.start(QHostAddress(Good))
        || !m_blocked.start(QHostAddress(Blocked), m_good.serverPort()))
        return false;
    if (m_options.isControl) {
        m_poster = std::make_unique<TwiceLookingPoster>(policy(), m_attacker.function());
    } else {
        auto poster = std::make_unique<NetworkPoster>(m_clock, policy(),
                                                      PosterOptions{2, m_attacker.function()});
        poster->start();
        m_poster = std::move(poster);
    }
    m_poster->setReportHandler([this](const QList<Report> &reports) {
        for (const Report &report : reports)
            m_reports.insert(report.attempt.value, report);
    });
    return true;
}

void Trial::run()
{
    for (int first = 0; first < m_options.count; first += TriesAtATime) {
        const int last = std::min(first + TriesAtATime, m_options.count);
        postAll(first, last, &Trick::isFirstDelivered);
        m_clock.advance(Resolver::FoundLasts + 1s);
        // The connections of the first time are open still.
        postAll(first, last, &Trick::isSecondDelivered);
        m_good.closeConnections();
    }
    if (blockedCount() > 0)
        m_faults.prepend(QStringLiteral("the blocked address was connected to"));
    if (m_attacker.lookUpCount() != m_posts)
        m_faults.append(QStringLiteral("there is not one look-up for one POST"));
}

void Trial::postAll(int first, int last, bool Trick::*isDelivered)
{
    m_reports.clear();
    const qsizetype before = m_good.requests().size();
    qsizetype wanted = 0;
    for (int number = first; number < last; ++number) {
        Shipment shipment;
        shipment.attempt = AttemptId{number};
        shipment.destination = DestinationId{number + 1};
        shipment.url = QStringLiteral("http://%1.%2.example:%3/")
                           .arg(trickOf(number).name)
                           .arg(number)
                           .arg(m_good.serverPort());
        shipment.headers = {{"Content-Type", "text/plain"}};
        shipment.body = "hello";
        m_poster->post(shipment);
        wanted += trickOf(number).*isDelivered ? 1 : 0;
    }
    m_posts += last - first;
    static_cast<void>(
        QTest::qWaitFor([&] { return m_reports.size() == last - first; }, PatienceMs));
    for (int number = first; number < last; ++number)
        judge(number, m_reports.value(number), trickOf(number).*isDelivered);
    if (m_good.requests().size() - before != wanted)
        m_faults.append(QStringLiteral("%1 POSTs arrived instead of %2")
                            .arg(m_good.requests().size() - before)
                            .arg(wanted));
}

void Trial::judge(int number, const Report &report, bool isDelivered)
{
    const Trick &trick = trickOf(number);
    m_refused += report.failure == Failure::AddressRefused ? 1 : 0;
    // Only the address at which nobody listens is tried and not reached.
    const bool mayBeTried = trick.name == u"absence";
    const Failure wanted = mayBeTried ? Failure::ConnectionRefused : Failure::AddressRefused;
    const bool isAsWanted
        = isDelivered ? report.status == 200 : report.status == 0 && report.failure == wanted;
    if (!isAsWanted)
        m_faults.append(QStringLiteral("%1 %2: status %3, failure %4")
                            .arg(trick.name)
                            .arg(number)
                            .arg(report.status)
                            .arg(static_cast<int>(report.failure)));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TrialOptions options = readOptions(
        QStringLiteral("Posts to names that lead to a good address and, at the next look-up, to a "
                       "blocked one, where nobody may be seen."),
        QStringLiteral("tries"), 1000);
    QElapsedTimer timer;
    timer.start();
    Trial trial(options);
    if (!trial.start()) {
        printLine(QStringLiteral("the receivers did not start"));
        return 1;
    }
    trial.run();
    printLine(QStringLiteral("rebinding: %1 tries; %2, %3 ms")
                  .arg(options.count)
                  .arg(trial.summary())
                  .arg(timer.elapsed()));
    printFaults(trial.faults());
    return conclude(options,
                    options.isControl ? trial.blockedCount() == 0 : trial.faults().isEmpty());
}
