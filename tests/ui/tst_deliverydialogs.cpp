// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/requests.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Core;
using Gui::Facts;
using Gui::PublishDialog;
using Gui::Requests;
using Gui::ResendDialog;
using Gui::WordsDialog;
using Purpose = PublishDialog::Purpose;
using Testing::button;
using Testing::last;
using Testing::textOf;
using Testing::twoDestinations;

namespace {

constexpr Ticket Mine = 7;

ResendPreview previewOf(int failed)
{
    ResendPreview preview;
    preview.ticket = Mine;
    preview.failed = failed;
    return preview;
}

ResendOrder myOrder()
{
    ResendOrder order;
    order.ticket = Mine;
    return order;
}

} // namespace

/// The dialogs that send again and ask for words, as a person uses them; and what all dialogs of
/// deliveries do with the words of others.
class TestDeliveryDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aSuccessMustBeTicked();
    void whatIsLeftOutIsTold();
    void whatWasSentAgainIsToldSo();
    void whatIsTriedAgainHasNotFailedForGood();
    void aRecoveryIsCountedAnew();
    void theRateIsAsked();
    void aResendCanBeStopped();
    void closingStopsAResend();
    void aFailedPreviewIsTold();
    void wordsAreEntered();
    void wordsHaveALimit();
    void untrustedWordsAreShownAsText();

private:
    Facts m_facts;
    Requests m_requests;
};

void TestDeliveryDialogs::init()
{
    Testing::failOnWarnings();
}

void TestDeliveryDialogs::aSuccessMustBeTicked()
{
    ResendOrder order;
    order.ticket = Mine;
    order.attempts = {AttemptId{1}, AttemptId{2}};
    ResendDialog dialog(order, twoDestinations(), m_facts, m_requests);
    dialog.show();
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    QVERIFY(!button(dialog, QStringLiteral("Resend"))->isEnabled());
    ResendPreview preview;
    preview.ticket = Mine;
    preview.delivered = 2;
    preview.destinations = {DestinationId{2}, DestinationId{9}};
    emit m_facts.resendPreviewed(preview);
    QVERIFY(!button(dialog, QStringLiteral("Resend"))->isEnabled());
    QVERIFY(button(dialog, QStringLiteral("Resend"))->toolTip().contains(QStringLiteral("Tick")));
    QVERIFY(textOf(dialog).contains(QStringLiteral("all, a destination that was removed")));
    dialog.findChild<QCheckBox *>()->click();
    QCOMPARE(button(dialog, QStringLiteral("Resend"))->text(), QStringLiteral("&Resend 2"));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(last<ResendOrder>(resent).isForced);
    QVERIFY(last<ResendOrder>(resent).attempts == order.attempts);
}

void TestDeliveryDialogs::whatIsLeftOutIsTold()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    ResendPreview preview = previewOf(1204);
    preview.unfinished = 3;
    preview.heartbeats = 1;
    preview.gone = 2;
    dialog.showPreview(preview);
    const QString text = textOf(dialog);
    QVERIFY(text.contains(Gui::countText(1204)
                          + QStringLiteral(" deliveries failed. They "
                                           "will be sent again")));
    QVERIFY(text.contains(QStringLiteral("3 deliveries left out: still running; they")));
    QVERIFY(text.contains(QStringLiteral("1 delivery left out: heartbeats")));
    QVERIFY(text.contains(QStringLiteral("2 deliveries left out: no longer there")));
    QVERIFY(!dialog.findChild<QCheckBox *>()->isVisible());
    QVERIFY(button(dialog, QStringLiteral("Resend"))->isEnabled());
    preview.unfinished = 1;
    dialog.showPreview(preview);
    QVERIFY(textOf(dialog).contains(QStringLiteral("1 delivery left out: still running; it")));
}

void TestDeliveryDialogs::whatWasSentAgainIsToldSo()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    dialog.showPreview(previewOf(2));
    button(dialog, QStringLiteral("Resend"))->click();
    emit m_facts.resendAdvanced({Mine, 2, 1, 0, {}, std::nullopt, false});
    QVERIFY(textOf(dialog).contains(QStringLiteral("will be sent again")));
    emit m_facts.resendAdvanced({Mine, 2, 1, 1, {}, std::nullopt, true});
    QVERIFY(!textOf(dialog).contains(QStringLiteral("will be sent again")));
    QVERIFY(!textOf(dialog).contains(QStringLiteral("were sent again")));
    emit m_facts.resendAdvanced({Mine, 2, 2, 0, {}, std::nullopt, true});
    QVERIFY(textOf(dialog).contains(QStringLiteral("They were sent again")));
}

void TestDeliveryDialogs::whatIsTriedAgainHasNotFailedForGood()
{
    const QString tried = QStringLiteral("No delivery has failed for good yet: those that failed "
                                         "are tried again.");
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    ResendPreview preview = previewOf(0);
    preview.delivered = 1;
    dialog.showPreview(preview);
    QVERIFY(!textOf(dialog).contains(tried));
    preview.unfinished = 1;
    dialog.showPreview(preview);
    QVERIFY(textOf(dialog).contains(tried));
    ResendOrder recovery = myOrder();
    recovery.destination = DestinationId{1};
    ResendDialog other(recovery, twoDestinations(), m_facts, m_requests);
    other.show();
    other.showPreview(previewOf(0));
    QVERIFY(textOf(other).contains(tried));
}

void TestDeliveryDialogs::aRecoveryIsCountedAnew()
{
    const QSignalSpy asked(&m_requests, &Requests::resendPreviewRequested);
    ResendOrder order;
    order.ticket = Mine;
    order.destination = DestinationId{1};
    ResendDialog dialog(order, twoDestinations(), m_facts, m_requests);
    dialog.show();
    QCOMPARE(asked.size(), 1);
    const Time hourAgo = last<ResendOrder>(asked).since;
    QVERIFY(last<ResendOrder>(asked).destination == DestinationId{1});
    dialog.showPreview(previewOf(4));
    QVERIFY(button(dialog, QStringLiteral("Resend"))->isEnabled());
    dialog.findChild<QComboBox *>()->setCurrentIndex(2);
    QCOMPARE(asked.size(), 2);
    QVERIFY(last<ResendOrder>(asked).since < hourAgo - std::chrono::hours(22));
    QVERIFY(!button(dialog, QStringLiteral("Resend"))->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("Counting")));
}

void TestDeliveryDialogs::theRateIsAsked()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    QCOMPARE(dialog.order().perSecond, 0);
    dialog.findChild<QSpinBox *>()->setValue(20);
    QCOMPARE(dialog.order().perSecond, 20);
}

void TestDeliveryDialogs::aResendCanBeStopped()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    dialog.showPreview(previewOf(10));
    const QSignalSpy stopped(&m_requests, &Requests::resendStopRequested);
    button(dialog, QStringLiteral("Resend"))->click();
    emit m_facts.resendAdvanced({Mine, 10, 4, 1, {}, std::nullopt, false});
    QCOMPARE(dialog.findChild<QProgressBar *>()->value(), 5);
    QCOMPARE(dialog.findChild<QProgressBar *>()->maximum(), 10);
    QVERIFY(textOf(dialog).contains(QStringLiteral("4 of 10 sent again. 1 left out.")));
    button(dialog, QStringLiteral("Stop"))->click();
    QCOMPARE(last<Ticket>(stopped), Mine);
    emit m_facts.resendAdvanced({Mine, 10, 4, 1, {}, std::nullopt, true});
    QVERIFY(!button(dialog, QStringLiteral("Resend"))->isEnabled());
    dialog.reject();
    QCOMPARE(stopped.size(), 1);
}

void TestDeliveryDialogs::closingStopsAResend()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    dialog.showPreview(previewOf(10));
    button(dialog, QStringLiteral("Resend"))->click();
    const QSignalSpy stopped(&m_requests, &Requests::resendStopRequested);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
}

void TestDeliveryDialogs::aFailedPreviewIsTold()
{
    ResendDialog dialog(myOrder(), twoDestinations(), m_facts, m_requests);
    dialog.show();
    ResendPreview preview = previewOf(3);
    preview.error = notFound(QStringLiteral("It cannot be read."));
    dialog.showPreview(preview);
    QVERIFY(textOf(dialog).contains(QStringLiteral("It cannot be read.")));
    QVERIFY(!button(dialog, QStringLiteral("Resend"))->isEnabled());
}

void TestDeliveryDialogs::wordsAreEntered()
{
    WordsDialog dialog(QStringLiteral("Note"), QStringLiteral("What of it?"));
    dialog.show();
    dialog.setWords(QStringLiteral("old"));
    const QSignalSpy entered(&dialog, &WordsDialog::wordsEntered);
    QTest::keyClicks(dialog.findChild<QPlainTextEdit *>(), QStringLiteral(" new "));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    // The one beside the digits does it as well.
    QTest::keyClick(dialog.findChild<QPlainTextEdit *>(), Qt::Key_Enter, Qt::ControlModifier);
    QCOMPARE(last<QString>(entered), QStringLiteral("new"));
    QVERIFY(!dialog.isVisible());
}

void TestDeliveryDialogs::wordsHaveALimit()
{
    WordsDialog dialog(QStringLiteral("Note"), QStringLiteral("What of it?"));
    dialog.setLongest(3);
    dialog.setWords(QStringLiteral("abc"));
    QVERIFY(button(dialog, QStringLiteral("OK"))->isEnabled());
    dialog.setWords(QStringLiteral("abcd"));
    QVERIFY(!button(dialog, QStringLiteral("OK"))->isEnabled());
    QVERIFY(!button(dialog, QStringLiteral("OK"))->toolTip().isEmpty());
}

void TestDeliveryDialogs::untrustedWordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        Destination naughty = Testing::destination(1, text).destination;
        naughty.url = text;
        PublishDialog publish(Purpose::EditAndResend, {naughty}, Mine, m_facts, m_requests);
        AttemptRecord original = Testing::recordOf(Testing::attempt(5));
        original.attempt.destinationName = text;
        original.attempt.event.text = text;
        original.attempt.eventType = text;
        publish.setOriginal(original);
        PublicationAnswer answer;
        answer.ticket = Mine;
        answer.error = invalid({}, text);
        emit m_facts.published(answer);
        ResendOrder order;
        order.ticket = Mine;
        ResendDialog resend({}, {naughty}, m_facts, m_requests);
        ResendPreview preview;
        preview.destinations = {DestinationId{1}};
        resend.showPreview(preview);
        QList<QLabel *> labels = publish.findChildren<QLabel *>();
        labels += resend.findChildren<QLabel *>();
        for (const QLabel *const label : labels) {
            QVERIFY(label->buddy() != nullptr || label->textFormat() == Qt::PlainText
                    || !label->text().contains(text));
            QVERIFY(!label->text().contains(QChar(0x202e)) && !label->text().contains(u'\a'));
        }
        QVERIFY(publish.minimumSizeHint().width() < 1280);
        QVERIFY(resend.minimumSizeHint().width() < 1280);
    }
}

QTEST_MAIN(TestDeliveryDialogs)
#include "tst_deliverydialogs.moc"
