// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logmodelsuite.h"
#include "tests/ui/makers.h"
#include "ui/look/format.h"

#include <QSignalSpy>
#include <QTest>

using namespace Core;
using Gui::LogModel;
using Testing::attempt;
using Testing::capture;

namespace {

Attempt heartbeat(qint64 number, AttemptOutcome outcome = AttemptOutcome::Delivered,
                  int status = 200, qint64 destination = 1)
{
    Attempt beat = attempt(number, outcome, status);
    beat.kind = EventKind::Heartbeat;
    beat.destination = DestinationId{destination};
    return beat;
}

Attempt ofEvent(qint64 number, const char *event, AttemptOutcome outcome, int status)
{
    Attempt tried = attempt(number, outcome, status);
    tried.event = EventId{QString::fromLatin1(event)};
    return tried;
}

Attempt sentTo(qint64 destination, qint64 number, AttemptOutcome outcome, int status)
{
    Attempt sent = ofEvent(number, "a", outcome, status);
    sent.destination = DestinationId{destination};
    return sent;
}

/// The last one of a delivery of its own, which bears its number.
Attempt lastOf(qint64 destination, qint64 number, DeliveryState state)
{
    Attempt last = sentTo(destination, number, AttemptOutcome::Temporary, 503);
    last.delivery = DeliveryId{number};
    last.deliveryState = state;
    return last;
}

} // namespace

/// Lines that stand for several rows: those of an event, and heartbeats.
class TestLogFolds final : public Testing::LogModelSuite
{
    Q_OBJECT

private slots:
    void heartbeatsThatWentWellAreOneLine();
    void aLineOfHeartbeatsIsPutWhereItBelongs();
    void aHeartbeatThatFailsStandsAlone();
    void theRowsOfAnEventAreOneLine();
    void manyFoldsAreInterleaved();
    void foldsOpenAndClose();
    void anEventsLineTellsOfAllBehindIt();
    void anEventBeginsWithItsEarliestAttempt();
    void anEventIsColouredByWhatIsWorst();
    void theSentenceOfAnEventNamesWhoFailed();
    void whatWasGivenUpIsNotFailingAnyMore();
    void anEventGivenUpAtItsOneDestinationHasFailed();
    void whatIsCancelledIsTold();
    void whatComesFirstIsOutdone();
    void whatADestinationsRemovalEndsIsTold();
    void anotherRowMayTellThatADeliveryHasEnded();
    void whatIsReadMeanwhileIsReadAgain();
    void aReceivedRowDoesNotSpeakForAnEvent();
    void anEventForOneDestinationShowsItsNewest();
    void anEventForOurOwnBinTellsOfWhatWasSent();
    void whatIsBehindALineIsReadWhenItIsLookedAt();
    void whatIsForgottenBehindALineIsLeftOut();

private:
    void recordEvents();
    void foldEvents();
    QString status() const { return cell(0, LogModel::StatusColumn); }
};

void TestLogFolds::foldEvents()
{
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
}

/// 300 events, each sent to three destinations.
void TestLogFolds::recordEvents()
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= 900; ++number) {
        const QByteArray event = QByteArray::number(number % 300);
        attempts.append(ofEvent(number, event.constData(), AttemptOutcome::Delivered, 200));
        attempts.last().destination = DestinationId{(number - 1) / 300 + 1};
    }
    m_log->record(attempts);
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_model->rowCount(), 300);
}

void TestLogFolds::heartbeatsThatWentWellAreOneLine()
{
    m_log->record({heartbeat(1), attempt(2, AttemptOutcome::Delivered, 200), heartbeat(3),
                   heartbeat(4, AttemptOutcome::Delivered, 204, 2)});
    LogScope scope;
    scope.foldsHeartbeats = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(shown(), (QList<qint64>{2, 3, 4}));
    QCOMPARE(m_model->foundCount(), 4);
    QVERIFY(m_model->lineAt(1).isHead);
    QCOMPARE(m_model->lineAt(1).rows, 2);
    QVERIFY(!m_model->lineAt(2).isHead);
    tell({attempt(5), heartbeat(6, AttemptOutcome::Delivered, 202)});
    QCOMPARE(shown(), (QList<qint64>{2, 6, 4, 5}));
    QCOMPARE(cell(1, LogModel::StatusColumn), QStringLiteral("202 Accepted"));
    QCOMPARE(cell(1, LogModel::TryColumn), QStringLiteral("\u00d73"));
    QCOMPARE(m_log->judgements, 0);
}

void TestLogFolds::aLineOfHeartbeatsIsPutWhereItBelongs()
{
    heartbeatsThatWentWellAreOneLine();
    QCOMPARE(m_model->displaced(), QList<LogKey>{LogKey::of(AttemptId{6})});
    m_model->putInPlace(LogKey::of(AttemptId{6}));
    QCOMPARE(shown(), (QList<qint64>{2, 4, 5, 6}));
    QVERIFY(m_model->displaced().isEmpty());
    QCOMPARE(lineOf(1), 3);
    QCOMPARE(m_model->lineAt(3).rows, 3);
    tell({heartbeat(7)});
    QCOMPARE(shown(), (QList<qint64>{2, 4, 5, 7}));
    m_model->toggle(3);
    QCOMPARE(shown(), (QList<qint64>{2, 4, 5, 7, 1, 3, 6, 7}));
    QVERIFY(m_model->displaced().isEmpty());
}

void TestLogFolds::aHeartbeatThatFailsStandsAlone()
{
    LogScope scope;
    scope.foldsHeartbeats = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    tell({heartbeat(1), heartbeat(2, AttemptOutcome::InFlight, 0)});
    QCOMPARE(m_model->rowCount(), 1);
    tell({heartbeat(2, AttemptOutcome::Failed, 500)});
    QCOMPARE(shown(), (QList<qint64>{2, 1}));
    QVERIFY(!m_model->lineAt(1).isHead);
    tell({heartbeat(3)});
    QCOMPARE(shown(), (QList<qint64>{2, 3}));
}

void TestLogFolds::theRowsOfAnEventAreOneLine()
{
    m_log->record({ofEvent(1, "a", AttemptOutcome::Temporary, 503),
                   ofEvent(2, "b", AttemptOutcome::Delivered, 200),
                   ofEvent(3, "a", AttemptOutcome::Temporary, 503)});
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(shown(), (QList<qint64>{3, 2}));
    tell({ofEvent(4, "a", AttemptOutcome::Delivered, 200),
          ofEvent(5, "b", AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(shown(), (QList<qint64>{4, 5}));
    QCOMPARE(m_model->lineAt(0).rows, 3);
    QCOMPARE(m_model->lineAt(1).rows, 2);
    QCOMPARE(m_model->rowsOf(0).size(), 3);
}

/// Events whose rows lie in several parts of a search, so that older ones come between newer ones.
void TestLogFolds::manyFoldsAreInterleaved()
{
    QList<Attempt> attempts;
    for (qint64 number = 1; number <= 900; ++number) {
        const QByteArray event = QByteArray::number(number % 450);
        attempts.append(ofEvent(number, event.constData(), AttemptOutcome::Delivered, 200));
    }
    m_log->record(attempts);
    m_log->partRows = 100;
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    QCOMPARE(m_model->rowCount(), 450);
    for (int line = 0; line < 450; ++line) {
        QCOMPARE(m_model->lineAt(line).rows, 2);
        QCOMPARE(m_model->lineAt(line).key, LogKey::of(AttemptId{line + 451}));
    }
}

void TestLogFolds::foldsOpenAndClose()
{
    theRowsOfAnEventAreOneLine();
    m_model->toggle(0);
    QCOMPARE(shown(), (QList<qint64>{4, 1, 3, 4, 5}));
    QVERIFY(m_model->lineAt(0).isOpen && m_model->lineAt(2).isChild);
    QCOMPARE(lineOf(3), 2);
    QCOMPARE(lineOf(2), 4);
    tell({ofEvent(6, "a", AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(shown(), (QList<qint64>{6, 1, 3, 4, 6, 5}));
    m_model->toggle(3);
    QCOMPARE(shown(), (QList<qint64>{6, 5}));
    m_model->toggle(1);
    m_model->toggle(0);
    QCOMPARE(shown(), (QList<qint64>{6, 1, 3, 4, 6, 5, 2, 5}));
}

void TestLogFolds::anEventsLineTellsOfAllBehindIt()
{
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    tell({sentTo(1, 1, AttemptOutcome::Temporary, 503), sentTo(2, 2, AttemptOutcome::Failed, 404),
          sentTo(3, 3, AttemptOutcome::Delivered, 200), sentTo(4, 4, AttemptOutcome::InFlight, 0),
          sentTo(1, 5, AttemptOutcome::Delivered, 200),
          sentTo(5, 6, AttemptOutcome::Temporary, 503)});
    QTRY_COMPARE(m_model->rowCount(), 1);
    const QString words = QStringLiteral("1 failed, 1 failing, 1 in flight, 2 delivered");
    QCOMPARE(cell(0, LogModel::StatusColumn), words);
    QCOMPARE(cell(0, LogModel::PlaceColumn), QStringLiteral("5 destinations"));
    QVERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Failed);
    const QModelIndex status = m_model->index(0, LogModel::StatusColumn);
    QVERIFY(status.data(Qt::ToolTipRole).toString().contains(words));
    QVERIFY(status.data(Qt::AccessibleDescriptionRole)
                .toString()
                .contains(QStringLiteral("sent to 5 destinations, invoice.paid, ") + words));
    const QString first = Gui::clockText(attempt(1).startedAt);
    QCOMPARE(cell(0, LogModel::TimeColumn), first);
    const QString both = m_model->index(0, LogModel::TimeColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(both.contains(Gui::momentText(attempt(1).startedAt)));
    QVERIFY(both.contains(Gui::momentText(attempt(6).startedAt)));
    tell({sentTo(4, 4, AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(cell(0, LogModel::StatusColumn),
                 QStringLiteral("1 failed, 1 failing, 3 delivered"));
    m_model->toggle(0);
    QCOMPARE(cell(2, LogModel::StatusColumn), QStringLiteral("404 Not Found"));
}

/// However well the newest attempt went; and what went well in the end is no trouble any more.
void TestLogFolds::anEventBeginsWithItsEarliestAttempt()
{
    foldEvents();
    Attempt early = sentTo(2, 2, AttemptOutcome::Delivered, 200);
    early.startedAt = attempt(1).startedAt - Milliseconds{48};
    tell({sentTo(1, 1, AttemptOutcome::Delivered, 200), early,
          sentTo(3, 3, AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(cell(0, LogModel::PlaceColumn), QStringLiteral("3 destinations"));
    QCOMPARE(cell(0, LogModel::TimeColumn), Gui::clockText(early.startedAt));
}

void TestLogFolds::anEventIsColouredByWhatIsWorst()
{
    const auto ruled = [this](int line) {
        const Gui::RowRule *const rule = m_model->ruleAt(line);
        return rule == nullptr ? QString() : rule->name;
    };
    m_model->colours().setRules({{QStringLiteral("late"), QStringLiteral("is:temporary"),
                                  Gui::hueKey(Gui::RowHue::Yellow), true},
                                 {QStringLiteral("lost"), QStringLiteral("is:failed"),
                                  Gui::hueKey(Gui::RowHue::Red), true}});
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    tell({sentTo(1, 1, AttemptOutcome::Temporary, 503),
          sentTo(2, 2, AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(ruled(0), QStringLiteral("late"));
    tell({sentTo(1, 3, AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(ruled(0), QString());
    tell({sentTo(3, 4, AttemptOutcome::Failed, 404), sentTo(2, 5, AttemptOutcome::Delivered, 200)});
    QTRY_COMPARE(ruled(0), QStringLiteral("lost"));
    m_model->toggle(0);
    QCOMPARE(ruled(0), QStringLiteral("lost"));
    QTRY_COMPARE(ruled(1), QStringLiteral("late"));
    QCOMPARE(ruled(5), QString());
}

void TestLogFolds::theSentenceOfAnEventNamesWhoFailed()
{
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    QList<Attempt> attempts;
    for (const char *const name : {"zeta", "alpha", "<b>\n", "mail", "nu"}) {
        const qint64 number = attempts.size() + 1;
        attempts.append(sentTo(number, number, AttemptOutcome::Failed, 404));
        attempts.last().destinationName = QString::fromLatin1(name);
    }
    attempts.append(sentTo(6, 6, AttemptOutcome::Temporary, 503));
    attempts.append(sentTo(7, 7, AttemptOutcome::Delivered, 200));
    tell(attempts);
    QTRY_COMPARE(m_model->summaryAt(0),
                 QStringLiteral("7 destinations: 5 failed (<b>\\n, alpha, mail and 2 other(s)), "
                                "1 failing (orders), 1 delivered."));
    m_model->toggle(0);
    QCOMPARE(m_model->summaryAt(1), QString());
}

/// Its last attempt looks as those before it did.
void TestLogFolds::whatWasGivenUpIsNotFailingAnyMore()
{
    m_log->record({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Failed),
                   lastOf(3, 3, DeliveryState::Cancelled),
                   sentTo(4, 4, AttemptOutcome::Delivered, 200)});
    foldEvents();
    QTRY_COMPARE(status(), QStringLiteral("1 failed, 1 failing, 1 cancelled, 1 delivered"));
    QVERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Failed);
    QCOMPARE(m_model->toldAt(0), LogKey::of(AttemptId{2}));
    QCOMPARE(m_model->summaryAt(0),
             QStringLiteral("4 destinations: 1 failed (orders), 1 failing (orders), 1 cancelled, "
                            "1 delivered."));
    tell({lastOf(1, 1, DeliveryState::Failed)});
    QTRY_COMPARE(status(), QStringLiteral("2 failed, 1 cancelled, 1 delivered"));
}

void TestLogFolds::anEventGivenUpAtItsOneDestinationHasFailed()
{
    foldEvents();
    tell({lastOf(1, 1, DeliveryState::Waiting), lastOf(1, 2, DeliveryState::Waiting)});
    QTRY_COMPARE(status(), QStringLiteral("503 Unavailable"));
    QVERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Temporary);
    tell({lastOf(1, 2, DeliveryState::Failed)});
    QTRY_VERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Failed);
    QCOMPARE(status(), QStringLiteral("503 Unavailable"));
    m_model->changeDeliveries({{DeliveryId{2}, DeliveryState::Cancelled}});
    m_model->flush();
    QTRY_VERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Temporary);
}

void TestLogFolds::whatIsCancelledIsTold()
{
    m_log->record({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Waiting)});
    foldEvents();
    QTRY_COMPARE(status(), QStringLiteral("2 failing"));
    const QSignalSpy changed(m_model.get(), &LogModel::dataChanged);
    m_model->changeDeliveries({{DeliveryId{2}, DeliveryState::Cancelled}});
    m_model->flush();
    QVERIFY(!changed.isEmpty());
    QTRY_COMPARE(status(), QStringLiteral("1 failing, 1 cancelled"));
    QCOMPARE(m_model->toldAt(0), LogKey::of(AttemptId{1}));
    m_model->changeDeliveries({{DeliveryId{2}, DeliveryState::Waiting}});
    m_model->flush();
    QTRY_COMPARE(status(), QStringLiteral("2 failing"));
}

/// During a pause, and within a turn.
void TestLogFolds::whatComesFirstIsOutdone()
{
    foldEvents();
    m_model->setPaused(true);
    tell({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Waiting)});
    m_model->changeDeliveries(
        {{DeliveryId{1}, DeliveryState::Cancelled}, {DeliveryId{2}, DeliveryState::Cancelled}});
    tell({lastOf(2, 2, DeliveryState::Failed)});
    m_model->setPaused(false);
    QTRY_COMPARE(status(), QStringLiteral("1 failed, 1 cancelled"));
}

void TestLogFolds::whatADestinationsRemovalEndsIsTold()
{
    m_log->record({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Waiting),
                   lastOf(2, 3, DeliveryState::Waiting)});
    foldEvents();
    QTRY_COMPARE(status(), QStringLiteral("2 failing"));
    m_model->forgetSchedules({DestinationId{2}});
    QTRY_COMPARE(status(), QStringLiteral("1 failing, 1 cancelled"));
    // What was read before that, and comes only now.
    tell({lastOf(2, 4, DeliveryState::Waiting)});
    QTRY_COMPARE(status(), QStringLiteral("1 failing, 1 cancelled"));
    m_model->noteSchedules({Testing::destination(2, QStringLiteral("orders"))});
    QTRY_COMPARE(status(), QStringLiteral("2 failing"));
}

/// A filter may leave out the last one.
void TestLogFolds::anotherRowMayTellThatADeliveryHasEnded()
{
    LogScope scope;
    scope.foldsEvents = true;
    scope.filter = parseFilter(QStringLiteral("status:503")).filter;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    tell({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Waiting)});
    QTRY_COMPARE(status(), QStringLiteral("2 failing"));
    Attempt last = sentTo(2, 3, AttemptOutcome::Failed, 404);
    last.delivery = DeliveryId{2};
    last.deliveryState = DeliveryState::Failed;
    tell({last});
    QTRY_COMPARE(status(), QStringLiteral("1 failed, 1 failing"));
    QCOMPARE(m_model->foundCount(), 2);
}

void TestLogFolds::whatIsReadMeanwhileIsReadAgain()
{
    m_log->record({lastOf(1, 1, DeliveryState::Waiting), lastOf(2, 2, DeliveryState::Waiting)});
    int asked = 0;
    connect(m_model.get(), &LogModel::rowsRequested, this, [this, &asked] {
        if (++asked == 2)
            m_log->record({lastOf(2, 2, DeliveryState::Cancelled)});
        if (asked > 1)
            return;
        m_model->changeDeliveries({{DeliveryId{2}, DeliveryState::Cancelled}});
        m_model->flush();
    });
    foldEvents();
    QTRY_COMPARE(status(), QStringLiteral("1 failing, 1 cancelled"));
}

/// One of the destinations may be our own bin.
void TestLogFolds::aReceivedRowDoesNotSpeakForAnEvent()
{
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setFields({{LogField::Source::RequestHeader, QStringLiteral("Content-Type")}});
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    Capture received = capture(3);
    received.delivery = DeliveryId{2};
    received.attemptNumber = 1;
    received.status = 200;
    tell({sentTo(1, 1, AttemptOutcome::Delivered, 200),
          sentTo(2, 2, AttemptOutcome::Delivered, 200)},
         {received});
    QTRY_COMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("2 delivered"));
    QVERIFY(m_model->lineAt(0).key.isCapture());
    QCOMPARE(cell(0, LogModel::EventIdColumn), QStringLiteral("a"));
    QCOMPARE(cell(0, LogModel::TargetColumn), attempt(2).url);
    QVERIFY(!cell(0, LogModel::AttemptIdColumn).startsWith(QStringLiteral("cap_")));
    QTRY_COMPARE(cell(0, LogModel::ColumnCount), QStringLiteral("value of Content-Type"));
    const QString both = m_model->index(0, LogModel::TimeColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(both.contains(Gui::momentText(received.receivedAt)));
}

void TestLogFolds::anEventForOneDestinationShowsItsNewest()
{
    theRowsOfAnEventAreOneLine();
    QTRY_COMPARE(cell(0, LogModel::StatusColumn), QStringLiteral("200 OK"));
    QTRY_COMPARE(cell(0, LogModel::TimeColumn), Gui::clockText(attempt(1).startedAt));
    QCOMPARE(cell(0, LogModel::PlaceColumn), QStringLiteral("orders"));
    QTRY_COMPARE(cell(1, LogModel::TimeColumn), Gui::clockText(attempt(2).startedAt));
}

/// What the bin answered may never have come back.
void TestLogFolds::anEventForOurOwnBinTellsOfWhatWasSent()
{
    LogScope scope;
    scope.foldsEvents = true;
    m_model->setScope(scope);
    QTRY_VERIFY(!m_model->isSearching());
    Capture received = capture(2);
    received.delivery = DeliveryId{1};
    received.attemptNumber = 1;
    received.status = 200;
    Attempt lost = sentTo(1, 1, AttemptOutcome::Temporary, 0);
    lost.delivery = received.delivery;
    tell({lost}, {received});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->lineAt(0).key.isCapture());
    QTRY_COMPARE(m_model->toldAt(0), LogKey::of(lost.id));
    QVERIFY(m_model->rowAt(0)->outcome == AttemptOutcome::Temporary);
    QVERIFY(m_model->rowAt(0)->direction == Gui::Direction::Sent);
    const QString both = m_model->index(0, LogModel::TimeColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(both.contains(Gui::momentText(received.receivedAt)));
}

/// However many events there are.
void TestLogFolds::whatIsBehindALineIsReadWhenItIsLookedAt()
{
    recordEvents();
    QTRY_COMPARE(cell(5, LogModel::StatusColumn), QStringLiteral("3 delivered"));
    QTRY_COMPARE(cell(6, LogModel::StatusColumn), QStringLiteral("3 delivered"));
    QVERIFY(m_log->rowQuestions <= 4);
    QVERIFY(m_log->rowsRead < 300);
}

void TestLogFolds::whatIsForgottenBehindALineIsLeftOut()
{
    recordEvents();
    m_log->forget(LogKey::of(AttemptId{6}));
    QTRY_COMPARE(cell(5, LogModel::StatusColumn), QStringLiteral("2 delivered"));
    QCOMPARE(m_model->lineAt(5).rows, 2);
    QCOMPARE(m_model->totalCount(), 899);
}

QTEST_MAIN(TestLogFolds)
#include "tst_logfolds.moc"
