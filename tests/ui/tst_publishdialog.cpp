// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessreading.h"
#include "tests/ui/dialogreading.h"
#include "tests/ui/makers.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/deliveries/resultlist.h"
#include "ui/destinations/refusalline.h"
#include "ui/facts.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
using Gui::ResultList;
using Purpose = PublishDialog::Purpose;
using Testing::button;
using Testing::last;
using Testing::textOf;
using Testing::twoDestinations;

namespace {

constexpr Ticket Mine = 7;

AttemptRecord record()
{
    AttemptRecord record;
    record.attempt = Testing::attempt(5, AttemptOutcome::Failed, 404);
    record.requestBody = "{\n\"a\": 1\n}";
    record.requestContentType = "application/json";
    return record;
}

AttemptRecord recordWithHeaders()
{
    AttemptRecord made = record();
    made.eventHeaders = {{"X-Team", "blue"}, {"X-Try", "1"}};
    return made;
}

/// The field of several lines that is named so for those who do not see it.
QPlainTextEdit *linesNamed(const PublishDialog &dialog, const QString &name)
{
    for (QPlainTextEdit *const edit : dialog.findChildren<QPlainTextEdit *>()) {
        if (edit->accessibleName() == name)
            return edit;
    }
    return nullptr;
}

QPlainTextEdit *bodyOf(const PublishDialog &dialog)
{
    return linesNamed(dialog, QStringLiteral("Body"));
}

QPlainTextEdit *headersOf(const PublishDialog &dialog)
{
    return linesNamed(dialog, QStringLiteral("Headers"));
}

} // namespace

/// The dialog that publishes, tests, and sends an edited copy, as a person uses it.
class TestPublishDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theVeryBytesArePublished();
    void nothingIsWrongBeforeAnythingWasTyped();
    void whoGetsItIsShown();
    void whoGetsItIsInSight();
    void whoGetsItIsToldWithoutSecrets();
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
    void anUneditedCopyMayHaveANewId();
    void aCopyMayGoElsewhere();
    void aCopyOfWhatWentToOneThatIsGoneAsksForAnother();
    void headersOfACopyAreEdited();
    void headersThatCannotBeSentAreNamed_data();
    void headersThatCannotBeSentAreNamed();
    void headersAreReachedByKeys();
    void onlyACopyHasHeaders();

private:
    Facts m_facts;
    Requests m_requests;
};

void TestPublishDialog::init()
{
    Testing::failOnWarnings();
}

void TestPublishDialog::theVeryBytesArePublished()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), QStringLiteral("order.made"));
    bodyOf(dialog)->setPlainText(QStringLiteral("{\"n\": 1.0, \"n\":2 }"));
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    const Publication expected{
        Mine, QStringLiteral("order.made"), "application/json", "{\"n\": 1.0, \"n\":2 }", {},
        false};
    QVERIFY(last<Publication>(asked) == expected);
    QVERIFY(dialog.isVisible());
}

void TestPublishDialog::nothingIsWrongBeforeAnythingWasTyped()
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
    bodyOf(dialog)->setPlainText(QStringLiteral("{"));
    QCOMPARE(warnings(), 2);
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("order.made"));
    QCOMPARE(warnings(), 1);
}

void TestPublishDialog::whoGetsItIsShown()
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
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 1 destination: all.")));
}

void TestPublishDialog::whoGetsItIsInSight()
{
    QList<Destination> destinations;
    for (qint64 i = 1; i <= 40; ++i)
        destinations.append(Testing::destination(i, QStringLiteral("one")).destination);
    PublishDialog dialog(Purpose::Test, destinations, Mine, m_facts, m_requests);
    dialog.choose({DestinationId{30}});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto *const list = dialog.findChild<QListWidget *>();
    const auto isInSight = [list](int row) {
        return list->viewport()->rect().contains(list->visualItemRect(list->item(row)));
    };
    QVERIFY(isInSight(29));
    // Its record comes when the dialog is shown already.
    dialog.choose({DestinationId{7}});
    QVERIFY(isInSight(6));
    PublishDialog edited(Purpose::EditAndResend, destinations, Mine, m_facts, m_requests);
    edited.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edited));
    AttemptRecord original = record();
    original.attempt.destination = DestinationId{20};
    edited.setOriginal(original);
    const auto *const other = edited.findChild<QListWidget *>();
    QVERIFY(other->viewport()->rect().contains(other->visualItemRect(other->item(19))));
}

void TestPublishDialog::whoGetsItIsToldWithoutSecrets()
{
    QList<Destination> destinations = twoDestinations();
    destinations.first().url += QStringLiteral("?key=s3cret");
    const PublishDialog dialog(Purpose::Publish, destinations, Mine, m_facts, m_requests);
    const QString toolTip = dialog.findChild<QListWidget *>()->item(0)->toolTip();
    QVERIFY2(toolTip.contains(QStringLiteral("?key=***")), qPrintable(toolTip));
    QVERIFY(!toolTip.contains(QStringLiteral("s3cret")));
}

void TestPublishDialog::aTickThatIsTakenAwayChooses()
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
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 1 destination: all.")));
}

void TestPublishDialog::theTickedAloneGetIt()
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

void TestPublishDialog::whatCannotBePublishedTellsWhy()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    dialog.show();
    QPushButton *const send = button(dialog, QStringLiteral("Send"));
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("A type is needed")));
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("no type"));
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("is not an event type")));
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("a.type"));
    QVERIFY(send->isEnabled());
    for (QComboBox *const box : dialog.findChildren<QComboBox *>()) {
        if (box->isEditable())
            box->setCurrentText(QString());
    }
    QVERIFY(!send->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("A content type is needed")));
}

void TestPublishDialog::templatesFillTheFields()
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

void TestPublishDialog::aTestIsRepeated()
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

void TestPublishDialog::aRefusalEndsTheRepetition()
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

void TestPublishDialog::aClosedDialogSendsNothingMore()
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

void TestPublishDialog::answersAreShownInPlace()
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
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("order.made"));
    bodyOf(dialog)->setPlainText(QStringLiteral("{}"));
    QVERIFY(button(dialog, QStringLiteral("Send"))->isEnabled());
    QCOMPARE(Testing::missedByTabIn(dialog), QStringList());
    const QSignalSpy wanted(&dialog, &PublishDialog::attemptRequested);
    button(dialog, QStringLiteral("Show in log"))->click();
    QVERIFY(last<AttemptId>(wanted) == AttemptId{5});
    emit m_facts.published({Mine, EventId{QStringLiteral("evt_8")}, {}, std::nullopt});
    QCOMPARE(results->item(1, 2)->text(), QStringLiteral("on disk, for nobody"));
}

void TestPublishDialog::largeTextFitsASmallScreen()
{
    constexpr int ScreenHeight = 800;
    constexpr int FrameHeight = 40;
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    for (const Purpose purpose : {Purpose::Test, Purpose::EditAndResend}) {
        PublishDialog dialog(purpose, twoDestinations(), Mine, m_facts, m_requests);
        if (purpose == Purpose::EditAndResend)
            dialog.setOriginal(record());
        dialog.show();
        emit m_facts.published({Mine, EventId{QStringLiteral("evt_9")}, {}, std::nullopt});
        QVERIFY(dialog.findChild<ResultList *>()->isVisible());
        const int height = dialog.minimumSizeHint().height();
        QVERIFY2(height <= ScreenHeight - FrameHeight, qPrintable(QString::number(height)));
    }
}

void TestPublishDialog::anotherDialogsAnswersAreNot()
{
    PublishDialog dialog(Purpose::Publish, twoDestinations(), Mine, m_facts, m_requests);
    emit m_facts.published({Mine + 1, EventId{QStringLiteral("evt_9")}, {}, std::nullopt});
    emit m_facts.attemptsRecorded({Testing::attempt(5, AttemptOutcome::Delivered, 200)});
    QCOMPARE(dialog.findChild<ResultList *>()->rowCount(), 0);
}

void TestPublishDialog::anEditedCopyIsANewEvent()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    QVERIFY(textOf(dialog).contains(QStringLiteral("under its own id, evt_5")));
    bodyOf(dialog)->setPlainText(QStringLiteral("{\n\"a\": 2\n}"));
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

void TestPublishDialog::anUneditedCopyIsAResend()
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

void TestPublishDialog::anUneditedCopyMayHaveANewId()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    auto *const anew = dialog.findChild<QCheckBox *>();
    QVERIFY(anew->isVisible() && anew->isEnabled() && !anew->isChecked());
    anew->click();
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to orders alone, as a new event")));
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(resent.size(), 0);
    const auto publication = last<Publication>(asked);
    QCOMPARE(publication.body, record().requestBody);
    QVERIFY(publication.destinations == QList<DestinationId>{DestinationId{1}});
    anew->click();
    // What is changed cannot have the old one, and tells why; the choice outlasts that.
    bodyOf(dialog)->setPlainText(QStringLiteral("{}"));
    QVERIFY(!anew->isEnabled() && anew->isChecked());
    QVERIFY(anew->toolTip().contains(QStringLiteral("old id")));
    bodyOf(dialog)->setPlainText(QString::fromUtf8(record().requestBody));
    QVERIFY(anew->isEnabled() && !anew->isChecked());
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(resent.size(), 1);
}

void TestPublishDialog::aCopyMayGoElsewhere()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    auto *const list = dialog.findChild<QListWidget *>();
    QVERIFY(list->isVisible());
    QVERIFY(list->item(0)->checkState() == Qt::Checked);
    QVERIFY(list->item(1)->checkState() == Qt::Unchecked);
    list->item(1)->setCheckState(Qt::Checked);
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to 2 destinations, as a new event")));
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(textOf(dialog).contains(QStringLiteral("Goes to all alone, as a new event")));
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(resent.size(), 0);
    QVERIFY(last<Publication>(asked).destinations == QList<DestinationId>{DestinationId{2}});
}

void TestPublishDialog::aCopyOfWhatWentToOneThatIsGoneAsksForAnother()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    AttemptRecord original = record();
    original.attempt.destination = DestinationId{9};
    dialog.setOriginal(original);
    dialog.show();
    QVERIFY(!button(dialog, QStringLiteral("Send"))->isEnabled());
    QVERIFY(textOf(dialog).contains(QStringLiteral("No destination is ticked.")));
    dialog.findChild<QListWidget *>()->item(0)->setCheckState(Qt::Checked);
    QVERIFY(button(dialog, QStringLiteral("Send"))->isEnabled());
}

void TestPublishDialog::headersOfACopyAreEdited()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(recordWithHeaders());
    dialog.show();
    const QSignalSpy asked(&m_requests, &Requests::publicationRequested);
    const QSignalSpy resent(&m_requests, &Requests::resendRequested);
    QPlainTextEdit *const headers = headersOf(dialog);
    const QString original = QStringLiteral("X-Team: blue\nX-Try: 1");
    QCOMPARE(headers->toPlainText(), original);
    QVERIFY(textOf(dialog).contains(QStringLiteral("under its own id, evt_5")));
    QCOMPARE(headers->extraSelections().size(), 0);

    headers->setPlainText(QStringLiteral("X-Team: red\nX-Try: 1"));
    QVERIFY(textOf(dialog).contains(QStringLiteral("a new event with an id of its own")));
    QCOMPARE(headers->extraSelections().size(), 1);
    QCOMPARE(headers->extraSelections().first().cursor.blockNumber(), 0);
    QCOMPARE(headers->accessibleDescription(), QStringLiteral("1 line differs from the original."));
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(resent.size(), 0);
    const auto publication = last<Publication>(asked);
    QCOMPARE(publication.headers, (HeaderList{{"X-Team", "red"}, {"X-Try", "1"}}));
    QCOMPARE(publication.body, record().requestBody);

    headers->clear();
    QVERIFY(textOf(dialog).contains(QStringLiteral("a new event with an id of its own")));
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(last<Publication>(asked).headers, HeaderList());
    QCOMPARE(asked.size(), 2);

    headers->setPlainText(original);
    button(dialog, QStringLiteral("Send"))->click();
    QCOMPARE(resent.size(), 1);
}

void TestPublishDialog::headersThatCannotBeSentAreNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("fault");
    QTest::newRow("no header at all")
        << QStringLiteral("blue") << QStringLiteral("“blue” is not a header: write it as Name:");
    QTest::newRow("a name with a blank")
        << QStringLiteral("X Team: blue")
        << QStringLiteral("\"X Team\" is not the name of a header");
    QTest::newRow("one of Hookpost's own")
        << QStringLiteral("Webhook-Id: x")
        << QStringLiteral("The header Webhook-Id is set by Hookpost or by HTTP itself.");
    QTest::newRow("twice") << QStringLiteral("X-A: 1\nx-a: 2")
                           << QStringLiteral("The header x-a is there twice.");
}

void TestPublishDialog::headersThatCannotBeSentAreNamed()
{
    QFETCH(QString, line);
    QFETCH(QString, fault);
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(record());
    dialog.show();
    const auto *const below = dialog.findChild<Gui::RefusalLine *>();
    QVERIFY(!below->isVisible());
    QPlainTextEdit *const headers = headersOf(dialog);
    headers->setPlainText(line);
    QVERIFY(!button(dialog, QStringLiteral("Send"))->isEnabled());
    QVERIFY(below->isVisible());
    QVERIFY2(textOf(dialog).contains(fault), qPrintable(textOf(dialog)));
    QVERIFY(below->mapTo(&dialog, QPoint()).y() > headers->mapTo(&dialog, QPoint()).y());
    QVERIFY(below->mapTo(&dialog, QPoint()).y() < bodyOf(dialog)->mapTo(&dialog, QPoint()).y());
    headers->setPlainText(QStringLiteral("X-Team: blue"));
    QVERIFY(button(dialog, QStringLiteral("Send"))->isEnabled());
    QVERIFY(!below->isVisible());
}

void TestPublishDialog::headersAreReachedByKeys()
{
    PublishDialog dialog(Purpose::EditAndResend, twoDestinations(), Mine, m_facts, m_requests);
    dialog.setOriginal(recordWithHeaders());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(Testing::missedByTabIn(dialog), QStringList());
    QVERIFY(!headersOf(dialog)->hasFocus());
    QTest::keyClick(&dialog, Qt::Key_H, Qt::AltModifier);
    QVERIFY(headersOf(dialog)->hasFocus());
}

void TestPublishDialog::onlyACopyHasHeaders()
{
    for (const Purpose purpose : {Purpose::Publish, Purpose::Test}) {
        PublishDialog dialog(purpose, twoDestinations(), Mine, m_facts, m_requests);
        dialog.show();
        QVERIFY(!headersOf(dialog)->isVisible());
        QCOMPARE(dialog.publication().headers, HeaderList());
    }
}

QTEST_MAIN(TestPublishDialog)
#include "tst_publishdialog.moc"
