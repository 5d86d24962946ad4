// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dispatch/replyjudge.h"

#include <QTest>

using namespace Core;

Q_DECLARE_METATYPE(Ending)

class TestReplyJudge final : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatQtReports_data();
    void namesWhatQtReports();
    void triesTheNextAddressOnlyBeforeSending_data();
    void triesTheNextAddressOnlyBeforeSending();
    void knowsFinalStatuses_data();
    void knowsFinalStatuses();
};

void TestReplyJudge::namesWhatQtReports_data()
{
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<Failure>("failure");
    QTest::addColumn<Phase>("phase");
    const auto row = [](const char *name, QNetworkReply::NetworkError error, const char *words,
                        bool mayHaveLeft, Failure failure) {
        const Phase phase = mayHaveLeft ? Phase::Wait : Phase::Connect;
        QTest::newRow(name) << Ending{error, QString::fromLatin1(words), phase, mayHaveLeft}
                            << failure << phase;
    };
    row("a refused connection", QNetworkReply::ConnectionRefusedError, "", false,
        Failure::ConnectionRefused);
    row("no way to the host", QNetworkReply::UnknownNetworkError, "Host unreachable", false,
        Failure::Unreachable);
    row("no way to the network", QNetworkReply::UnknownNetworkError, "Network unreachable", false,
        Failure::Unreachable);
    row("no way any more", QNetworkReply::UnknownNetworkError, "Host unreachable", true,
        Failure::Unreachable);
    row("trouble before sending", QNetworkReply::UnknownNetworkError, "odd", false,
        Failure::Unreachable);
    row("trouble while sending", QNetworkReply::UnknownNetworkError, "odd", true,
        Failure::ConnectionReset);
    row("no descriptor", QNetworkReply::UnknownNetworkError, "Out of resources", false,
        Failure::NotSent);
    row("the system's time-out of a connection", QNetworkReply::TimeoutError, "", false,
        Failure::TimedOut);
    for (const auto error :
         {QNetworkReply::RemoteHostClosedError, QNetworkReply::ContentReSendError}) {
        const Ending unseen{error, QString(), Phase::Wait, true};
        QTest::addRow("an end that was not seen, by error %d", static_cast<int>(error))
            << unseen << Failure::ClosedWithoutAnswer << Phase::None;
    }
    const Ending inHandshake{QNetworkReply::RemoteHostClosedError, QString(), Phase::Tls, false};
    QTest::newRow("an end in the handshake")
        << inHandshake << Failure::ClosedWithoutAnswer << Phase::Tls;
    const auto seen = [](const char *name, Demise demise, Failure failure, Phase phase) {
        QTest::newRow(name) << Ending{QNetworkReply::ContentReSendError, QString(), Phase::Wait,
                                      true, demise}
                            << failure << phase;
    };
    seen("an end that was seen", Demise::Closed, Failure::ClosedWithoutAnswer, Phase::Wait);
    seen("a reset that was seen", Demise::Reset, Failure::ConnectionReset, Phase::Wait);
    seen("an answer that Qt did not understand", Demise::Refused, Failure::NotHttp, Phase::Headers);
    seen("headers without end", Demise::TooLong, Failure::NotHttp, Phase::Headers);
    QTest::newRow("a failed handshake") << Ending{QNetworkReply::SslHandshakeFailedError,
                                                  QStringLiteral("expired"), Phase::Connect, false}
                                        << Failure::TlsFailed << Phase::Tls;
    QTest::newRow("a broken protocol")
        << Ending{QNetworkReply::ProtocolFailure, QString(), Phase::Wait, true} << Failure::NotHttp
        << Phase::Headers;
}

void TestReplyJudge::namesWhatQtReports()
{
    QFETCH(Ending, ending);
    QFETCH(Failure, failure);
    QFETCH(Phase, phase);
    QCOMPARE(judgeSilence(ending).failure, failure);
    QCOMPARE(judgeSilence(ending).phase, phase);
}

void TestReplyJudge::triesTheNextAddressOnlyBeforeSending_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<bool>("mayHaveLeft");
    QTest::addColumn<bool>("mayTry");
    QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << false << true;
    QTest::newRow("refused with an empty body, whose sending cannot be seen")
        << QNetworkReply::ConnectionRefusedError << true << true;
    QTest::newRow("unreachable") << QNetworkReply::UnknownNetworkError << false << true;
    QTest::newRow("broken while sending") << QNetworkReply::UnknownNetworkError << true << false;
    QTest::newRow("closed") << QNetworkReply::ContentReSendError << true << false;
    QTest::newRow("a bad certificate") << QNetworkReply::SslHandshakeFailedError << false << false;
}

void TestReplyJudge::triesTheNextAddressOnlyBeforeSending()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(bool, mayHaveLeft);
    QFETCH(bool, mayTry);
    QCOMPARE(mayTryNextAddress({error, {}, Phase::Connect, mayHaveLeft}), mayTry);
}

void TestReplyJudge::knowsFinalStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    for (const int status : {200, 204, 299, 300, 404, 599, 600, 999})
        QTest::addRow("%d is final", status) << status << true;
    for (const int status : {-200, 0, 20, 99, 100, 101, 103, 199, 1000, 2000})
        QTest::addRow("%d is not", status) << status << false;
}

void TestReplyJudge::knowsFinalStatuses()
{
    QFETCH(int, status);
    QFETCH(bool, isFinal);
    QCOMPARE(isFinalStatus(status), isFinal);
    QCOMPARE(judgeStatus(status).failure, Failure::NotHttp);
}

QTEST_GUILESS_MAIN(TestReplyJudge)
#include "tst_replyjudge.moc"
