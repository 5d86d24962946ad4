// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/posterfixture.h"
#include "tests/support/testreceiver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Core;
using namespace std::chrono_literals;

namespace {

/// Answers when the headers have come and closes while the body still comes, which resets the
/// connection.
class HastyReceiver final
{
    Q_DISABLE_COPY_MOVE(HastyReceiver)

public:
    HastyReceiver()
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *const bytes = reinterpret_cast<sockaddr *>(&address);
        ::bind(m_descriptor, bytes, size);
        ::listen(m_descriptor, 8);
        ::getsockname(m_descriptor, bytes, &size);
        m_url = QStringLiteral("http://127.0.0.1:%1/").arg(ntohs(address.sin_port));
        m_thread = std::thread([this] { serve(); });
    }

    ~HastyReceiver()
    {
        ::shutdown(m_descriptor, SHUT_RDWR);
        m_thread.join();
        ::close(m_descriptor);
    }

    const QString &url() const { return m_url; }

private:
    void serve() const
    {
        for (int peer = -1; (peer = ::accept(m_descriptor, nullptr, nullptr)) >= 0; ::close(peer)) {
            QByteArray head;
            std::array<char, 4096> some{};
            ssize_t size = 1;
            while (size > 0 && !head.contains("\r\n\r\n")) {
                size = ::recv(peer, some.data(), some.size(), 0);
                head.append(some.data(), std::max<ssize_t>(size, 0));
            }
            const QByteArrayView answer("HTTP/1.1 413 Too large\r\nContent-Length: 0\r\n\r\n");
            ::send(peer, answer.data(), static_cast<std::size_t>(answer.size()), MSG_NOSIGNAL);
        }
    }

    int m_descriptor;
    QString m_url;
    std::thread m_thread;
};

} // namespace

/// How the ends of many connections are told apart that go to one address and port.
class TestPosterEnds final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void tellsEndsApartThatComeTogether_data();
    void tellsEndsApartThatComeTogether();
    void tellsHowAUsedConnectionEnds_data();
    void tellsHowAUsedConnectionEnds();
    void anEarlierAnswerIsNotTheNextOnes();
    void whoClosesAtOnceHasNotAnswered();
    void whoAnswersBeforeTheBodyHasAnswered();
    void saysWhenItCannotTellEndsApart();
    void saysWhenItCannotTellWhoseAnswerBegan();

private:
    /// One destination of a fan-out, and what must be told of it.
    struct Guest
    {
        const char *path;
        Answer answer;
        Failure failure;
        Phase phase;
    };

    static bool isUnseen(const Report &report);
    static bool isTrue(const Report &report, const Guest &guest);
    static QString wordsOf(const Report &report, const Guest &guest);
    static QList<Guest> guests();
    void postToAll(const QList<Guest> &guests);
    const Report &reportOf(qsizetype index) const;

    std::unique_ptr<TestReceiver> m_receiver;
    std::unique_ptr<PosterFixture> m_fixture;
    Milliseconds m_timeout{5'000};
};

bool TestPosterEnds::isUnseen(const Report &report)
{
    const bool isEnd
        = report.failure == Failure::ClosedWithoutAnswer || report.failure == Failure::TimedOut;
    return isEnd && report.phase == Phase::None;
}

/// That it was not seen is no lie about an end; on a busy machine it happens.
bool TestPosterEnds::isTrue(const Report &report, const Guest &guest)
{
    return (report.failure == guest.failure && report.phase == guest.phase)
        || (isUnseen(report) && guest.failure != Failure::None);
}

QString TestPosterEnds::wordsOf(const Report &report, const Guest &guest)
{
    return QStringLiteral("%1: %2").arg(QLatin1String(guest.path),
                                        toWords(report.failure, report.phase));
}

QList<TestPosterEnds::Guest> TestPosterEnds::guests()
{
    return {
        {"/answered-once-only", Answer::status(200, {}, {{"Connection", "close"}}).thenClose(),
         Failure::None, Phase::None},
        {"/answered-well", Answer::status(200), Failure::None, Phase::None},
        {"/of-another", Answer::raw("SSH-2.0-OpenSSH_9.2\r\n"), Failure::NotHttp, Phase::Headers},
        {"/halfreset", Answer::raw("HTTP/1.1 200 OK\r\nContent-Le").dripping(1ms).thenReset(),
         Failure::ConnectionReset, Phase::Headers},
        {"/halfway", Answer::raw("HTTP/1.1 200 OK\r\nContent-Le").thenClose(),
         Failure::ClosedWithoutAnswer, Phase::Headers},
        {"/closed", Answer::close(), Failure::ClosedWithoutAnswer, Phase::Wait},
        {"/reset", Answer::reset(), Failure::ConnectionReset, Phase::Wait},
    };
}

void TestPosterEnds::init()
{
    m_timeout = 5s;
    m_fixture = std::make_unique<PosterFixture>();
    m_receiver = std::make_unique<TestReceiver>();
    QVERIFY(m_receiver->start());
}

/// A POST to each of \a guests at once, each for a destination of its own, as an event has it.
void TestPosterEnds::postToAll(const QList<Guest> &guests)
{
    const int before = m_fixture->reportCount();
    for (qsizetype i = 0; i < guests.size(); ++i) {
        Shipment shipment = m_fixture->shipment(m_receiver->url(QLatin1String(guests.at(i).path)));
        shipment.attempt = AttemptId{i};
        shipment.destination = DestinationId{i + 1};
        shipment.timeout = m_timeout;
        m_fixture->post(shipment);
    }
    const int all = before + static_cast<int>(guests.size());
    QVERIFY(QTest::qWaitFor([&] { return m_fixture->reportCount() == all; }, 10'000));
}

/// The last one of the guest at \a index.
const Report &TestPosterEnds::reportOf(qsizetype index) const
{
    const QList<Report> &reports = m_fixture->reports();
    return *std::find_if(reports.crbegin(), reports.crend(),
                         [index](const Report &report) { return report.attempt.value == index; });
}

void TestPosterEnds::tellsEndsApartThatComeTogether_data()
{
    QTest::addColumn<int>("delay");
    QTest::newRow("at once") << 0;
    QTest::newRow("after a while") << 100;
}

void TestPosterEnds::tellsEndsApartThatComeTogether()
{
    QFETCH(int, delay);
    const QList<Guest> all = guests();
    for (const Guest &guest : all)
        m_receiver->setAnswer(guest.path, guest.answer.after(Milliseconds{delay}));
    QList<int> toldCounts(all.size());
    for (int round = 0; round < 10; ++round) {
        postToAll(all);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QVERIFY2(isTrue(reportOf(i), all.at(i)), qPrintable(wordsOf(reportOf(i), all.at(i))));
            toldCounts[i] += isUnseen(reportOf(i)) ? 0 : 1;
        }
    }
    for (qsizetype i = 0; i < all.size(); ++i)
        QVERIFY2(toldCounts.at(i) > 0, all.at(i).path);
}

void TestPosterEnds::tellsHowAUsedConnectionEnds_data()
{
    QTest::addColumn<int>("index");
    const QList<Guest> all = guests();
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        QTest::newRow(all.at(i).path) << i;
}

void TestPosterEnds::tellsHowAUsedConnectionEnds()
{
    QFETCH(int, index);
    const Guest guest = guests().at(index);
    int toldCount = 0;
    for (int round = 0; round < 3; ++round) {
        m_receiver->setAnswer(guest.path, Answer::status(200));
        postToAll({guest});
        m_receiver->setAnswer(guest.path, guest.answer.after(20ms));
        postToAll({guest});
        QVERIFY2(isTrue(reportOf(0), guest), qPrintable(wordsOf(reportOf(0), guest)));
        toldCount += isUnseen(reportOf(0)) ? 0 : 1;
    }
    QVERIFY(toldCount > 0);
    QCOMPARE(m_receiver->requests().size(), 6);
}

void TestPosterEnds::anEarlierAnswerIsNotTheNextOnes()
{
    // A receiver that says nothing of it and keeps no connection, and a request that follows at
    // once.
    const Guest guest{"/", Answer::close(), Failure::ClosedWithoutAnswer, Phase::Wait};
    for (int round = 0; round < 10; ++round) {
        const int before = m_fixture->reportCount();
        m_receiver->setAnswer(guest.path, Answer::status(200, "welcome"));
        m_fixture->post(m_receiver->url());
        while (m_fixture->reportCount() == before)
            QCoreApplication::processEvents();
        QCOMPARE(m_fixture->last().status, 200);
        m_receiver->setAnswer(guest.path, guest.answer);
        m_fixture->post(m_receiver->url());
        QTRY_COMPARE(m_fixture->reportCount(), before + 2);
        QVERIFY2(isTrue(m_fixture->last(), guest), qPrintable(wordsOf(m_fixture->last(), guest)));
    }
}

void TestPosterEnds::whoClosesAtOnceHasNotAnswered()
{
    QTcpServer receiver;
    connect(&receiver, &QTcpServer::newConnection, &receiver,
            [&receiver] { delete receiver.nextPendingConnection(); });
    QVERIFY(receiver.listen(QHostAddress::LocalHost));
    for (int round = 1; round <= 10; ++round) {
        m_fixture->post(QStringLiteral("http://127.0.0.1:%1/").arg(receiver.serverPort()));
        QTRY_COMPARE(m_fixture->reportCount(), round);
        const Report report = m_fixture->last();
        QVERIFY(report.failure == Failure::ConnectionReset
                || report.failure == Failure::ClosedWithoutAnswer);
        QVERIFY(report.phase != Phase::Headers);
    }
}

/// Qt reads an answer when the body has been sent, and loses one that came before a reset. Then it
/// must not be told that there was none.
void TestPosterEnds::whoAnswersBeforeTheBodyHasAnswered()
{
    HastyReceiver receiver;
    constexpr int Most = 200;
    int lost = 0;
    for (int round = 1; round <= Most && lost < 5; ++round) {
        Shipment shipment = m_fixture->shipment(receiver.url());
        shipment.body = QByteArray(900'000, 'x');
        m_fixture->post(shipment);
        QTRY_COMPARE(m_fixture->reportCount(), round);
        const Report report = m_fixture->last();
        if (report.status == 413 || isUnseen(report))
            continue;
        QCOMPARE(report.failure, Failure::ConnectionReset);
        QCOMPARE(report.phase, Phase::Headers);
        ++lost;
    }
    if (lost == 0)
        QSKIP("every answer was read in time");
}

void TestPosterEnds::saysWhenItCannotTellEndsApart()
{
    // As many bytes for each, at the same moment: nothing tells whose connection was whose.
    const QList<Guest> all{
        {"/one", Answer::reset(), Failure::ConnectionReset, Phase::Wait},
        {"/two", Answer::close(), Failure::ClosedWithoutAnswer, Phase::Wait},
        {"/tri", Answer::raw("HTTP/1.1 200 OK\r\nContent-Le").thenClose(),
         Failure::ClosedWithoutAnswer, Phase::Headers},
        {"/quo", Answer::status(200, {}, {{"Connection", "close"}}).thenClose(), Failure::None,
         Phase::None},
        {"/ssh", Answer::raw("SSH-2.0-OpenSSH_9.2\r\n"), Failure::NotHttp, Phase::Headers},
    };
    for (const Guest &guest : all)
        m_receiver->setAnswer(guest.path, guest.answer.after(50ms));
    for (int round = 0; round < 20; ++round) {
        postToAll(all);
        for (qsizetype i = 0; i < all.size(); ++i)
            QVERIFY2(isTrue(reportOf(i), all.at(i)), qPrintable(wordsOf(reportOf(i), all.at(i))));
    }
}

void TestPosterEnds::saysWhenItCannotTellWhoseAnswerBegan()
{
    const QList<Guest> all{
        {"/hang1", Answer::hang(), Failure::TimedOut, Phase::Wait},
        {"/drip1", Answer::raw("HTTP/1.1 200 OK\r\nContent-Le").dripping(20ms), Failure::TimedOut,
         Phase::Headers},
        {"/hang2", Answer::hang(), Failure::TimedOut, Phase::Wait},
        {"/drip2", Answer::raw("HTTP/1.1 200 OK\r\nContent-Le").dripping(20ms), Failure::TimedOut,
         Phase::Headers},
        {"/well1", Answer::status(200), Failure::None, Phase::None},
    };
    m_timeout = 1s;
    for (const Guest &guest : all)
        m_receiver->setAnswer(guest.path, guest.answer);
    for (int round = 0; round < 3; ++round) {
        postToAll(all);
        for (qsizetype i = 0; i < all.size(); ++i)
            QVERIFY2(isTrue(reportOf(i), all.at(i)), qPrintable(wordsOf(reportOf(i), all.at(i))));
    }
}

QTEST_GUILESS_MAIN(TestPosterEnds)
#include "tst_posterends.moc"
