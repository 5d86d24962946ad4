// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/resultlist.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace Core;
using Gui::Facts;
using Gui::PublishDialog;
using Gui::Requests;
using Gui::ResendDialog;
using Gui::ResultList;
using Gui::WordsDialog;
using Purpose = PublishDialog::Purpose;
using Testing::button;
using Testing::last;
using Testing::textOf;

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

QList<Destination> twoDestinations()
{
    Destination orders = Testing::destination(1, QStringLiteral("orders")).destination;
    orders.events = {QStringLiteral("order.*")};
    Destination all = Testing::destination(2, QStringLiteral("all")).destination;
    return {orders, all};
}

AttemptRecord record()
{
    AttemptRecord record;
    record.attempt = Testing::attempt(5, AttemptOutcome::Failed, 404);
    record.requestBody = "{\n\"a\": 1\n}";
    record.requestContentType = "application/json";
    return record;
}

} // namespace

/// The dialogs that publish and send again, as a person uses them.
class TestDeliveryDialogs final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theVeryBytesArePublished();
    void nothingIsWrongBeforeAnythingWasTyped();
    void whoGetsItIsShown();
    void aTickThatIsTakenAwayChooses();
    void theTickedAloneGetIt();
    void whatCannotBePublishedTellsWhy();
    void templatesFillTheFields();
    void aTestIsRepeated();
    void aRefusalEndsTheRepetition();
    void aClosedDialogSendsNothingMore();
    void answersAreShownInPlace();
    void largeTextFitsASmallScreen();
    void anotherDialogsAnswersAreNot();
    void anEditedCopyIsANewEvent();
    void anUneditedCopyIsAResend();
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

void TestDeliveryDialogs::theVeryBytesArePublished()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("order.made"));
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{\"n\": 1.0, \"n\":2 }"));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    const Publication expected{
        Mine, QStringLiteral("order.made"), "application/json", "{\"n\": 1.0, \"n\":2 }", {},
        false};
    QVERIFY(last<Publication>(asked) == expected);
    QVERIFY(dialog.isVisible());
}

void TestDeliveryDialogs::nothingIsWrongBeforeAnythingWasTyped()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    const int side = dialog.fontMetrics().height();
    const QImage warning = Gui::iconOf(Gui::Glyph::Warning, Gui::Tone::Warning)
                               .pixmap(QSize(side, side), dialog.devicePixelRatio())
                               .toImage();
    const auto warnings = [&dialog, &warning] {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [&warning](const QLabel *label) {
            return label->isVisible() && label->pixmap().toImage() == warning;
        });
    };
    QCOMPARE(warnings(), 0);
    QVERIFY(!button(dialog, QStringLiteral("Send"))->isEnabled());
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{"));
    QCOMPARE(warnings(), 2);
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("order.made"));
    QCOMPARE(warnings(), 1);
}

void TestDeliveryDialogs::whoGetsItIsShown()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    auto *const list = dialog.findChild<QListWidget *>();
    auto *const type = dialog.findChild<QLineEdit *>();
    type->setText(QStringLiteral("order.made"));
    QVERIFY(list->item(0)->checkState() == Qt::Checked);
    QVERIFY(list->item(1)->checkState() == Qt::Checked);
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 2 destinations.")));
    type->setText(QStringLiteral("invoice.paid"));
    QVERIFY(list->item(0)->checkState() == Qt::Unchecked);
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 1 destination.")));
}

void TestDeliveryDialogs::aTickThatIsTakenAwayChooses()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("order.made"));
    auto *const list = dialog.findChild<QListWidget *>();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(list->item(0)->checkState() == Qt::Unchecked);
    QVERIFY(list->item(1)->checkState() == Qt::Checked);
    const QList<DestinationId> other{DestinationId{2}};
    QVERIFY(dialog.publication().destinations == other);
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 1 destination.")));
}

void TestDeliveryDialogs::theTickedAloneGetIt()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("invoice.paid"));
    dialog.choose({DestinationId{1}});
    QVERIFY(dialog.publication().destinations == QList<DestinationId>{DestinationId{1}});
    auto *const list = dialog.findChild<QListWidget *>();
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!button(dialog, QStringLiteral("Send"))->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("No destination is ticked.")));
    list->item(1)->setCheckState(Qt::Checked);
    QVERIFY(dialog.publication().destinations == QList<DestinationId>{DestinationId{2}});
    QVERIFY(button(dialog, QStringLiteral("Send"))->isEnabled());
}

void TestDeliveryDialogs::whatCannotBePublishedTellsWhy()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    QPushButton *const send = button(dialog, QStringLiteral("Send"));
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("A type is needed")));
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("no type"));
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("is no event type")));
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("a.type"));
    QVERIFY(send->isEnabled());
    for (QComboBox *const box : dialog.findChildren<QComboBox *>()) {
        if (box->isEditable())
            box->setCurrentText(QString());
    }
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("A content type is needed")));
}

void TestDeliveryDialogs::templatesFillTheFields()
{
    PublishDialog dialog(Purpose::Test, twoDestinations(), Mine, m_facts, m_requests);
    QCOMPARE(dialog.publication().type, QStringLiteral("ping"));
    QVERIFY(dialog.publication().isTest);
    auto *const templates = dialog.findChild<QComboBox *>();
    QCOMPARE(templates->count(), 5);
    for (int i = 0; i < templates->count() - 1; ++i) {
        templates->setCurrentIndex(i);
        emit templates->activated(i);
        QVERIFY(!dialog.publication().body.isEmpty());
        QVERIFY2(textOf(dialog).isEmpty() || button(dialog, QStringLiteral("Send"))->isEnabled(),
                 qPrintable(templates->currentText()));
    }
    QCOMPARE(dialog.publication().type, QStringLiteral("url_verification"));
    emit templates->activated(templates->count() - 1);
    QCOMPARE(dialog.publication().type, QStringLiteral("url_verification"));
}

void TestDeliveryDialogs::aTestIsRepeated()
{
    PublishDialog dialog(Purpose::Test, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QList<QSpinBox *> boxes = dialog.findChildren<QSpinBox *>();
    boxes.at(0)->setValue(3);
    boxes.at(1)->setValue(1);
    QCOMPARE(boxes.at(0)->maximum(), PublishDialog::MostRepetitions);
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(asked.size(), 1);
    QTRY_COMPARE(asked.size(), 3);
    QVERIFY(button(dialog, QStringLiteral("Send")) != nullptr); // and no longer "Stop"
}

void TestDeliveryDialogs::aRefusalEndsTheRepetition()
{
    PublishDialog dialog(Purpose::Test, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    const QList<QSpinBox *> boxes = dialog.findChildren<QSpinBox *>();
    boxes.at(0)->setValue(5);
    boxes.at(1)->setValue(60'000);
    button(dialog, QStringLiteral("Send"))->click();
    QVERIFY(button(dialog, QStringLiteral("Stop")) != nullptr);
    PublicationAnswer refusal;
    refusal.ticket = Mine;
    refusal.error = invalid({}, QStringLiteral("The disk is full."));
    emit m_facts.published(refusal);
    QVERIFY(button(dialog, QStringLiteral("Stop")) == nullptr);
    QVERIFY(dialog.findChild<ResultList *>()->item(0, 2)->text().contains(
        QStringLiteral("The disk is full.")));
}

void TestDeliveryDialogs::aClosedDialogSendsNothingMore()
{
    PublishDialog dialog(Purpose::Test, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QList<QSpinBox *> boxes = dialog.findChildren<QSpinBox *>();
    boxes.at(0)->setValue(100);
    boxes.at(1)->setValue(0);
    button(dialog, QStringLiteral("Send"))->click();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCoreApplication::processEvents();
    QCOMPARE(asked.size(), 1);
}

void TestDeliveryDialogs::answersAreShownInPlace()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    auto *const results = dialog.findChild<ResultList *>();
    QVERIFY(!results->isVisible());
    Delivery delivery;
    delivery.id = DeliveryId{5};
    delivery.event = EventId{QStringLiteral("evt_9")};
    delivery.destination = DestinationId{2};
    emit m_facts.published({Mine, delivery.event, {delivery}, std::nullopt});
    QVERIFY(results->isVisible());
    QCOMPARE(results->item(0, 0)->text(), QStringLiteral("evt_9"));
    QCOMPARE(results->item(0, 1)->text(), QStringLiteral("all"));
    QVERIFY(!button(dialog, QStringLiteral("Show in log"))->isVisible());
    emit m_facts.attemptsRecorded({Testing::attempt(5, AttemptOutcome::Delivered, 200)});
    QVERIFY(results->item(0, 2)->text().startsWith(QStringLiteral("200 OK after ")));
    const QSignalSpy wanted(&dialog, &PublishDialog::attemptRequested);
    button(dialog, QStringLiteral("Show in log"))->click();
    QVERIFY(last<AttemptId>(wanted) == AttemptId{5});
    emit m_facts.published({Mine, EventId{QStringLiteral("evt_8")}, {}, std::nullopt});
    QCOMPARE(results->item(1, 2)->text(), QStringLiteral("on disk, for nobody"));
}

void TestDeliveryDialogs::largeTextFitsASmallScreen()
{
    constexpr int ScreenHeight = 800;
    constexpr int FrameHeight = 40;
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    PublishDialog dialog(Purpose::Test, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    emit m_facts.published({Mine, EventId{QStringLiteral("evt_9")}, {}, std::nullopt});
    QVERIFY(dialog.findChild<ResultList *>()->isVisible());
    const int height = dialog.minimumSizeHint().height();
    QVERIFY2(height <= ScreenHeight - FrameHeight, qPrintable(QString::number(height)));
}

void TestDeliveryDialogs::anotherDialogsAnswersAreNot()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    emit m_facts.published({Mine + 1, EventId{QStringLiteral("evt_9")}, {}, std::nullopt});
    emit m_facts.attemptsRecorded({Testing::attempt(5, AttemptOutcome::Delivered, 200)});
    QCOMPARE(dialog.findChild<ResultList *>()->rowCount(), 0);
}

void TestDeliveryDialogs::anEditedCopyIsANewEvent()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    QVERIFY(textOf(dialog).contains(QStringLiteral("under its own id, evt_5")));
    dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{\n\"a\": 2\n}"));
    QVERIFY(textOf(dialog).contains(QStringLiteral("a new event with an id of its own")));
    QVERIFY(textOf(dialog).contains(QStringLiteral("1 line differs")));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(resent.size(), 0);
    const auto publication = last<Publication>(asked);
    QCOMPARE(publication.body, QByteArray("{\n\"a\": 2\n}"));
    QCOMPARE(publication.type, QStringLiteral("invoice.paid"));
    QVERIFY(publication.destinations == QList<DestinationId>{DestinationId{1}});
}

void TestDeliveryDialogs::anUneditedCopyIsAResend()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(asked.size(), 0);
    const auto order = last<ResendOrder>(resent);
    QVERIFY(order.deliveries == QList<DeliveryId>{DeliveryId{5}} && order.isForced);
    QCOMPARE(order.ticket, Mine);
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
    QVERIFY(text.contains(QStringLiteral("3 deliveries left out: not ended yet")));
    QVERIFY(text.contains(QStringLiteral("1 delivery left out: heartbeats")));
    QVERIFY(text.contains(QStringLiteral("2 deliveries left out: no longer there")));
    QVERIFY(!dialog.findChild<QCheckBox *>()->isVisible());
    QVERIFY(button(dialog, QStringLiteral("Resend"))->isEnabled());
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
        AttemptRecord original = record();
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
