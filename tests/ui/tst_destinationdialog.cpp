// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/destinationurl.h"
#include "tests/ui/destinationform.h"
#include "tests/ui/makers.h"
#include "ui/destinations/advancedform.h"
#include "ui/look/choicefield.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Core;
using Gui::DestinationDialog;
using Testing::DestinationForm;
using Testing::fullDestination;
using Testing::named;

/// What is entered for a destination, and what comes of it.
class TestDestinationDialog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingEnteredIsNoFault();
    void whatWillHappenIsSaid();
    void aUrlIsJudgedBeforeItHasAName();
    void faultsAreSaidAndKeepOkOff_data();
    void faultsAreSaidAndKeepOkOff();
    void aTwinIsRefused();
    void theSameUrlIsRemarkedOn();
    void okTellsWhatWasEntered();
    void editingKeepsWhatIsNotTouched();
    void editingWritesWhatIsTouched();
    void heartbeatsAreChosen_data();
    void heartbeatsAreChosen();
    void aNameIsLookedUpAndNeverHinders();
    void aReportOnAnotherUrlIsNotShown();
    void aCommandLeavesTheOtherSettings();
    void wordsAreShownAsText();
    void aCurlCommandFillsEverything();
    void whatIsTypedIsLeftAlone();
    void whatIsLeftOutOfACommandIsSaid();
    void ourOwnBinIsNamed_data();
    void ourOwnBinIsNamed();
    void aTrialIsAskedForAndTold();
    void aResultGoesWhenSomethingElseIsEntered();
    void aLongFaultIsShownWhole();
    void theFirstRemarkLeavesNoHole();
    void aRefusedTrialSaysWhy();
    void itGrowsWithinTheScreen();
    void itStaysOpenUntilItIsTaken();
    void aRefusalIsSaidWhereItBelongs_data();
    void aRefusalIsSaidWhereItBelongs();
    void aRefusalGoesWhenSomethingElseIsEntered();
};

void TestDestinationDialog::init()
{
    Testing::failOnWarnings();
}

void TestDestinationDialog::nothingEnteredIsNoFault()
{
    const DestinationForm form;
    QVERIFY(!form.ok()->isEnabled());
    QCOMPARE(form.remark(), QStringLiteral("A name and an http or https URL are needed."));
}

void TestDestinationDialog::whatWillHappenIsSaid()
{
    const DestinationForm form;
    form.enter(QStringLiteral("orders"), QStringLiteral("https://shop.example/hooks"));
    QVERIFY(form.ok()->isEnabled());
    QCOMPARE(form.remark(), QStringLiteral("Posts to shop.example, port 443, over TLS."));
    form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:8091/x"));
    QCOMPARE(form.remark(), QStringLiteral("Posts to localhost, port 8091, not encrypted."));
}

void TestDestinationDialog::aUrlIsJudgedBeforeItHasAName()
{
    Destination host;
    host.id = DestinationId{1};
    host.name = QStringLiteral("shop.example");
    host.url = QStringLiteral("https://shop.example/hooks");
    DestinationForm form({host});
    for (const char *const bad : {"ftp://x", "http://localhost:22/", "http:///x"}) {
        form.enter({}, QString::fromLatin1(bad));
        QCOMPARE(form.remark(), inWords(destinationUrl(QString::fromLatin1(bad)).error()));
        QVERIFY(!form.trial()->isEnabled());
    }
    form.enter({}, QStringLiteral("http://169.254.169.254/"));
    const QString refusal = QStringLiteral("There is no address to send to.");
    form.dialog.showNameReport(
        {QStringLiteral("http://169.254.169.254/"), {}, Failure::None, refusal});
    QCOMPARE(form.remark(), refusal);
    form.enter({}, host.url);
    QCOMPARE(form.remark(),
             QStringLiteral("Posts to shop.example, port 443, over TLS. A name is needed, too."));
    QVERIFY(!form.ok()->isEnabled());
    const QSignalSpy asked(&form.dialog, &DestinationDialog::trialRequested);
    form.trial()->click();
    QCOMPARE(asked.size(), 1);
    const auto tried = asked.first().first().value<Destination>();
    QCOMPARE(tried.url, host.url);
    QVERIFY(validate(tried));
}

void TestDestinationDialog::faultsAreSaidAndKeepOkOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("url");
    const QString good = QStringLiteral("http://localhost/");
    QTest::newRow("a name of 201 characters") << QString(201, u'n') << good;
    QTest::newRow("no scheme") << QStringLiteral("joe") << QStringLiteral("localhost:8091");
    QTest::newRow("another scheme") << QStringLiteral("joe") << QStringLiteral("ftp://localhost/");
    QTest::newRow("no host") << QStringLiteral("joe") << QStringLiteral("http:///x");
    QTest::newRow("a password") << QStringLiteral("joe") << QStringLiteral("http://a:b@localhost/");
    QTest::newRow("a fragment") << QStringLiteral("joe") << QStringLiteral("http://localhost/#x");
}

void TestDestinationDialog::faultsAreSaidAndKeepOkOff()
{
    QFETCH(QString, name);
    QFETCH(QString, url);
    const DestinationForm form;
    form.enter(name, url);
    QVERIFY(!form.ok()->isEnabled());
    Destination entered;
    entered.name = name;
    entered.url = url;
    QCOMPARE(form.remark(), inWords(validate(entered).error()));
}

void TestDestinationDialog::aTwinIsRefused()
{
    const DestinationForm form({fullDestination()});
    form.enter(fullDestination().name, fullDestination().url);
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("there already")), qPrintable(form.remark()));
    DestinationForm editing({fullDestination()});
    editing.dialog.setDestination(fullDestination());
    QVERIFY(editing.ok()->isEnabled());
}

void TestDestinationDialog::theSameUrlIsRemarkedOn()
{
    const DestinationForm form({fullDestination()});
    form.enter(QStringLiteral("other"), fullDestination().url);
    QVERIFY(form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("“orders” sends there as well")),
             qPrintable(form.remark()));
}

void TestDestinationDialog::okTellsWhatWasEntered()
{
    DestinationForm form;
    const QSignalSpy entered(&form.dialog, &DestinationDialog::destinationEntered);
    form.enter(QStringLiteral(" joe "), QStringLiteral("http://localhost:8091/v1/webhooks/demo "));
    form.ok()->click();
    QCOMPARE(entered.size(), 1);
    Destination expected;
    expected.name = QStringLiteral("joe");
    expected.url = QStringLiteral("http://localhost:8091/v1/webhooks/demo");
    expected.origin = Origin::Window;
    QVERIFY(entered.at(0).at(0).value<Core::Destination>() == expected);
}

void TestDestinationDialog::editingKeepsWhatIsNotTouched()
{
    DestinationForm form;
    form.dialog.setDestination(fullDestination());
    QVERIFY(form.dialog.destination() == fullDestination());
    form.edits().at(0)->setText(QStringLiteral("renamed"));
    Destination expected = fullDestination();
    expected.name = QStringLiteral("renamed");
    QVERIFY(form.dialog.destination() == expected);
}

void TestDestinationDialog::editingWritesWhatIsTouched()
{
    DestinationForm form;
    form.dialog.setDestination(fullDestination());
    auto *const advanced = form.dialog.findChild<Gui::AdvancedForm *>();
    advanced->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("A: 1\n\nB:two: 2"));
    for (QCheckBox *const box : advanced->findChildren<QCheckBox *>())
        box->toggle();
    named<QComboBox>(form, "Signature")->setCurrentIndex(3);
    form.edits().at(2)->setText(QStringLiteral("a.b,  c.*"));
    const Destination entered = form.dialog.destination();
    QCOMPARE(entered.headers, (HeaderList{{"A", "1"}, {"B", "two: 2"}}));
    QVERIFY(!entered.ordered && entered.verifyTls);
    QCOMPARE(entered.retryOn, (QList<int>{408, 425}));
    QCOMPARE(entered.signature, SignatureScheme::Stripe);
    QCOMPARE(entered.events, (QStringList{QStringLiteral("a.b"), QStringLiteral("c.*")}));
    advanced->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("no colon"));
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("no colon")), qPrintable(form.remark()));
}

void TestDestinationDialog::heartbeatsAreChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("the program's") << 0 << QString() << true << qint64{-1};
    QTest::newRow("off") << 1 << QString() << true << qint64{0};
    QTest::newRow("spelt out") << 2 << QStringLiteral("2m") << true << qint64{120'000};
    QTest::newRow("spelt out, but empty") << 2 << QString() << false << qint64{-1};
    QTest::newRow("no duration") << 2 << QStringLiteral("soon") << false << qint64{-1};
}

void TestDestinationDialog::heartbeatsAreChosen()
{
    QFETCH(int, choice);
    QFETCH(QString, text);
    QFETCH(bool, isGood);
    QFETCH(qint64, milliseconds);
    const DestinationForm form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    auto *const field
        = form.dialog.findChild<Gui::ChoiceField *>(QString(), Qt::FindDirectChildrenOnly);
    field->setText(text);
    field->setChoice(choice);
    QCOMPARE(form.ok()->isEnabled(), isGood);
    if (isGood)
        QCOMPARE(form.dialog.destination().heartbeat.value_or(Milliseconds{-1}).count(),
                 milliseconds);
}

void TestDestinationDialog::aNameIsLookedUpAndNeverHinders()
{
    DestinationForm form;
    QSignalSpy asked(&form.dialog, &DestinationDialog::nameCheckRequested);
    const QString url = QStringLiteral("https://shpo.example/hooks");
    form.enter(QStringLiteral("orders"), url);
    QVERIFY(asked.wait());
    QCOMPARE(asked.at(0).at(0).toString(), url);
    form.dialog.showNameReport({url, {}, Failure::NameNotFound, {}});
    QVERIFY2(form.remark().contains(QStringLiteral("no computer named shpo.example")),
             qPrintable(form.remark()));
    QVERIFY(form.ok()->isEnabled());
    form.dialog.showNameReport({url, {QStringLiteral("203.0.113.9")}, Failure::None, {}});
    QCOMPARE(form.remark(), QStringLiteral("Posts to shpo.example, port 443, over TLS."));
    form.dialog.showNameReport({url, {}, Failure::None, QStringLiteral("It is our own API.")});
    QCOMPARE(form.remark(), QStringLiteral("It is our own API."));
    form.dialog.showNameReport({url, {}, Failure::LookUpFailed, {}});
    QVERIFY2(form.remark().contains(QStringLiteral("name service")), qPrintable(form.remark()));
    QVERIFY(form.ok()->isEnabled());
}

void TestDestinationDialog::aReportOnAnotherUrlIsNotShown()
{
    DestinationForm form;
    form.enter(QStringLiteral("orders"), QStringLiteral("https://shop.example/hooks"));
    form.dialog.showNameReport(
        {QStringLiteral("https://other.example/"), {}, Failure::NameNotFound, {}});
    QCOMPARE(form.remark(), QStringLiteral("Posts to shop.example, port 443, over TLS."));
}

void TestDestinationDialog::aCommandLeavesTheOtherSettings()
{
    const DestinationForm form;
    named<QLineEdit>(form, "Rate limit")->setText(QStringLiteral("5/s"));
    named<QComboBox>(form, "Signature")->setCurrentIndex(2);
    named<QLineEdit>(form, "Secret")->setText(QStringLiteral("It's a secret"));
    form.enter({}, QStringLiteral("curl -k -H 'X-Team: payments' https://a.example/hook"));
    const Destination entered = form.dialog.destination();
    QVERIFY(entered.rateLimit.has_value());
    QCOMPARE(entered.signature, SignatureScheme::GitHub);
    QCOMPARE(form.dialog.secret(), QByteArray("It's a secret"));
    QCOMPARE(entered.headers, (HeaderList{{"X-Team", "payments"}}));
}

void TestDestinationDialog::wordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        const DestinationForm form;
        form.enter(text, QStringLiteral("http://localhost/"));
        form.edits().at(2)->setText(text);
        for (const QLabel *const label : form.dialog.findChildren<QLabel *>()) {
            if (label->wordWrap())
                QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202e)));
        }
    }
}

void TestDestinationDialog::aCurlCommandFillsEverything()
{
    DestinationForm form;
    form.enter({}, QStringLiteral("curl -k -H 'X-Team: payments' -d '{}' https://a.example/hook"));
    QCOMPARE(form.edits().at(1)->text(), QStringLiteral("https://a.example/hook"));
    QCOMPARE(form.edits().at(0)->text(), QStringLiteral("a.example"));
    const Destination entered = form.dialog.destination();
    QCOMPARE(entered.headers, (HeaderList{{"X-Team", "payments"}}));
    QVERIFY(!entered.verifyTls);
    form.enter(QStringLiteral("kept"), QStringLiteral("curl https://b.example/"));
    QCOMPARE(form.dialog.destination().name, QStringLiteral("kept"));
}

void TestDestinationDialog::whatIsTypedIsLeftAlone()
{
    const DestinationForm form;
    QLineEdit *const url = form.edits().at(1);
    const QString command = QStringLiteral("curl -k https://a.example/hook");
    QTest::keyClicks(url, command);
    QCOMPARE(url->text(), command);
    QVERIFY(!form.ok()->isEnabled());
    QApplication::clipboard()->setText(command);
    url->clear();
    url->paste();
    QCOMPARE(url->text(), QStringLiteral("https://a.example/hook"));
    // What follows a word that was typed.
    url->clear();
    QTest::keyClicks(url, QStringLiteral("curl "));
    QApplication::clipboard()->setText(QStringLiteral("-k https://b.example/hook"));
    url->paste();
    QCOMPARE(url->text(), QStringLiteral("https://b.example/hook"));
}

void TestDestinationDialog::whatIsLeftOutOfACommandIsSaid()
{
    const DestinationForm form;
    const QString text = QStringLiteral("Left out of the command: the body, the method PUT, the "
                                        "cookies, the header Host. Hookpost posts each event's "
                                        "own body.");
    const auto isSaid = [&form](const QString &said) {
        const QList<QLabel *> labels = form.dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&said](const QLabel *label) {
            return label->isVisible() && label->text() == said;
        });
    };
    form.enter({},
               QStringLiteral("\n  $ curl -XPUT -d '{}' -b a=b -H 'Host: b.example' \\\n"
                              " https://a.example/hook\n"));
    QCOMPARE(form.edits().at(1)->text(), QStringLiteral("https://a.example/hook"));
    QVERIFY(isSaid(text));
    form.edits().at(0)->setText(QStringLiteral("kept"));
    QVERIFY(isSaid(text));
    form.edits().at(1)->setText(QStringLiteral("https://a.example/hooks"));
    QVERIFY2(!isSaid(text), "the URL is another");
    form.edits().at(1)->setText(QStringLiteral("curl -E me.pem -x proxy:1 https://a.example/hook"));
    QVERIFY(isSaid(QStringLiteral("Left out of the command: the certificates, the proxy.")));
    form.edits().at(1)->setText(
        QStringLiteral("curl --compressed -H 'Content-Type: application/xml' https://a.example/ "
                       "https://b.example/"));
    QVERIFY(isSaid(QStringLiteral("Left out of the command: the header Content-Type, the option "
                                  "--compressed, the URL https://b.example/.")));
    form.edits().at(1)->setText(QStringLiteral("curl -s https://a.example/hook"));
    for (const QLabel *const label : form.dialog.findChildren<QLabel *>())
        QVERIFY(!label->isVisible() || !label->text().startsWith(QStringLiteral("Left out")));
}

void TestDestinationDialog::ourOwnBinIsNamed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("bin");
    const auto row = [](const char *url, const char *bin) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(bin);
    };
    row("http://localhost:8091/v1/webhooks/demo", "demo");
    row("http://127.0.0.1:8091/v1/webhooks/Shop_1/orders?status=503", "Shop_1");
    row("http://[::1]:8091/v1/webhooks/demo", "demo");
    row("http://localhost:8092/v1/webhooks/demo", "");
    row("https://localhost:8091/v1/webhooks/demo", "");
    row("http://a.example:8091/v1/webhooks/demo", "");
    row("http://localhost:8091/v1/webhooks/", "");
    row("http://localhost:8091/other/demo", "");
}

void TestDestinationDialog::ourOwnBinIsNamed()
{
    QFETCH(QString, url);
    QFETCH(QString, bin);
    DestinationForm form;
    form.enter(QStringLiteral("orders"), url);
    QVERIFY(form.remark().startsWith(QStringLiteral("Posts to ")));
    form.dialog.setReceiver(QStringLiteral("http://localhost:8091"));
    if (bin.isEmpty())
        QVERIFY(form.remark().startsWith(QStringLiteral("Posts to ")));
    else
        QCOMPARE(form.remark(),
                 QStringLiteral("This is Hookpost's own bin “%1”: what is sent will show up here.")
                     .arg(bin));
}

void TestDestinationDialog::aTrialIsAskedForAndTold()
{
    DestinationForm form;
    QVERIFY(!form.trial()->isEnabled());
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook"));
    const QSignalSpy asked(&form.dialog, &DestinationDialog::trialRequested);
    form.trial()->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).value<Destination>().url, QStringLiteral("https://a.example/hook"));
    QVERIFY(!form.trial()->isEnabled());
    // Another one would go as the first did, whatever is entered meanwhile.
    form.enter(QStringLiteral("orders 2"), QStringLiteral("https://a.example/hook"));
    QVERIFY(form.ok()->isEnabled());
    QVERIFY(!form.trial()->isEnabled());
    AttemptRecord record;
    record.attempt = Testing::attempt(1, AttemptOutcome::Failed, 404);
    record.attempt.timings.total = Microseconds{1500};
    record.transcript.responseBody = "{\r\n  \"error\": \"<b>no such hook</b>\"\r\n}\n";
    form.dialog.showTrial(record);
    QVERIFY(form.trial()->isEnabled());
    QVERIFY(form.shows(QStringLiteral("404 Not Found after 1.50\u00a0ms.\n"
                                      "{\n\"error\": \"<b>no such hook</b>\"\n}")));
}

void TestDestinationDialog::aResultGoesWhenSomethingElseIsEntered()
{
    DestinationForm form;
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook"));
    form.trial()->click();
    AttemptRecord record;
    record.attempt = Testing::attempt(1, AttemptOutcome::Delivered, 204);
    record.attempt.timings.total = Microseconds{1500};
    form.dialog.showTrial(record);
    const QString result = QStringLiteral("204 No Content after 1.50\u00a0ms.");
    QVERIFY(form.shows(result));
    form.dialog.showNameReport({});
    QVERIFY2(form.shows(result), "nothing else was entered");
    form.enter(QStringLiteral("another name"), QStringLiteral("https://a.example/hook"));
    QVERIFY2(form.shows(result), "a name changes nothing");
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook2"));
    QVERIFY(!form.shows(result));
    QVERIFY(form.shows(QStringLiteral("Changed since it was tested.")));
    // Nor is it the result of what was entered while it was waited for.
    form.trial()->click();
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook3"));
    form.dialog.showTrial(record);
    QVERIFY(!form.shows(result));
}

void TestDestinationDialog::aLongFaultIsShownWhole()
{
    DestinationForm form;
    form.dialog.show();
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook"));
    const auto labels = form.dialog.findChildren<QLabel *>();
    const auto check = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *label) {
        return label->text().startsWith(QLatin1StringView("Posts to"));
    });
    QVERIFY(check != labels.cend());
    const int usual = (*check)->height();
    NameReport report;
    report.url = QStringLiteral("https://a.example/hook");
    report.refusal = QStringLiteral("word ").repeated(80);
    form.dialog.showNameReport(report);
    QVERIFY2((*check)->height() > usual, "many lines");
    QVERIFY((*check)->height() >= (*check)->heightForWidth((*check)->width()));
    report.refusal.clear();
    form.dialog.showNameReport(report);
    QCOMPARE((*check)->height(), usual);
}

/// The dialog takes its size by what is known before it is laid out.
void TestDestinationDialog::theFirstRemarkLeavesNoHole()
{
    const DestinationDialog dialog({});
    for (const QLabel *const label : dialog.findChildren<QLabel *>()) {
        if (label->text().startsWith(QLatin1StringView("A name and")))
            QVERIFY(label->minimumHeight() <= 2 * dialog.fontMetrics().lineSpacing());
    }
}

void TestDestinationDialog::aRefusedTrialSaysWhy()
{
    DestinationForm form;
    form.enter(QStringLiteral("orders"), QStringLiteral("http://169.254.169.254/"));
    form.trial()->click();
    form.dialog.showTrialRefusal(
        {ErrorCode::InvalidInput, QStringLiteral("It is a metadata address."), {}, {}});
    QVERIFY(form.shows(QStringLiteral("It is a metadata address.")));
    QVERIFY(form.trial()->isEnabled());
}

void TestDestinationDialog::itGrowsWithinTheScreen()
{
    DestinationForm form;
    const QRect room = form.dialog.screen()->availableGeometry();
    form.dialog.move(room.left(), room.bottom() - form.dialog.height() - 20);
    QVERIFY(room.contains(form.dialog.frameGeometry()));
    const int height = form.dialog.height();
    form.dialog.findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly)->click();
    QTRY_VERIFY(form.dialog.height() > height);
    QTRY_VERIFY(room.contains(form.dialog.frameGeometry()));
    QVERIFY2(form.dialog.minimumSizeHint().height() < room.height() * 2 / 3, "the rest scrolls");
}

void TestDestinationDialog::itStaysOpenUntilItIsTaken()
{
    DestinationForm form;
    const QSignalSpy entered(&form.dialog, &DestinationDialog::destinationEntered);
    form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:9001/x"));
    form.ok()->click();
    QCOMPARE(entered.size(), 1);
    QVERIFY(form.dialog.isVisible());
    QVERIFY2(!form.ok()->isEnabled(), "it is asked for once");
    QVERIFY2(form.remark().startsWith(QStringLiteral("Waiting")), qPrintable(form.remark()));
    auto *const buttons = form.dialog.findChild<QDialogButtonBox *>();
    QVERIFY(buttons->button(QDialogButtonBox::Cancel)->isEnabled());
    buttons->button(QDialogButtonBox::Cancel)->click();
    QVERIFY2(!form.dialog.isVisible(), "no answer needs to come");
}

void TestDestinationDialog::aRefusalIsSaidWhereItBelongs_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("focused");
    QTest::newRow("the URL") << QStringLiteral("destination") << QStringLiteral("URL");
    QTest::newRow("the name") << QStringLiteral("name") << QStringLiteral("Name");
    QTest::newRow("the secret") << QStringLiteral("secret") << QStringLiteral("Secret");
    QTest::newRow("the timeout") << QStringLiteral("timeout") << QStringLiteral("Timeout");
    QTest::newRow("none of them") << QString() << QString();
}

void TestDestinationDialog::aRefusalIsSaidWhereItBelongs()
{
    QFETCH(QString, field);
    QFETCH(QString, focused);
    DestinationForm form;
    form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:9001/x"));
    form.ok()->click();
    const QString sentence = QStringLiteral("It is not taken.");
    form.dialog.showRefusal({ErrorCode::InvalidInput, sentence, field, {}});
    QVERIFY(form.dialog.isVisible());
    QVERIFY(form.ok()->isEnabled());
    QCOMPARE(form.dialog.destination().url, QStringLiteral("http://localhost:9001/x"));
    const QList<QLabel *> labels = form.dialog.findChildren<QLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(), [&sentence](const QLabel *label) {
        return label->text() == sentence && label->isVisible();
    });
    QVERIFY(said != labels.end());
    const auto below = [&said, &form](const QWidget *one) {
        return (*said)->mapTo(&form.dialog, QPoint()).y() >= one->mapTo(&form.dialog, QPoint()).y();
    };
    if (field.isEmpty()) {
        QVERIFY(below(form.trial()));
        return;
    }
    const auto *const edit = named<QLineEdit>(form, qPrintable(focused));
    QTRY_VERIFY(below(edit));
    const QWidget *const focus = form.dialog.focusWidget();
    QVERIFY(focus == edit || focus->isAncestorOf(edit));
}

void TestDestinationDialog::aRefusalGoesWhenSomethingElseIsEntered()
{
    for (const char *const field : {"", "destination", "secret"}) {
        DestinationForm form;
        form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:9001/x"));
        form.ok()->click();
        const QString sentence = QStringLiteral("It is not taken.");
        form.dialog.showRefusal(
            {ErrorCode::InvalidInput, sentence, QString::fromLatin1(field), {}});
        QVERIFY(form.shows(sentence));
        form.dialog.showNameReport({});
        QVERIFY2(form.shows(sentence), "nothing else was entered");
        form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:9002/x"));
        QVERIFY(!form.shows(sentence));
    }
}

QTEST_MAIN(TestDestinationDialog)
#include "tst_destinationdialog.moc"
