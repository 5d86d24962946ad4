// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "tests/ui/makers.h"
#include "ui/destinations/advancedform.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/look/choicefield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Core;
using Gui::DestinationDialog;

namespace {

/// The dialog as a person sees it.
class Form final
{
public:
    explicit Form(const QList<Destination> &known = {})
        : dialog(known)
    {
        dialog.show();
    }

    QList<QLineEdit *> edits() const
    {
        return dialog.findChildren<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    }
    void enter(const QString &name, const QString &url) const
    {
        edits().at(0)->setText(name);
        edits().at(1)->setText(url);
    }
    QPushButton *ok() const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    QPushButton *trial() const
    {
        for (QPushButton *const button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Test now"))
                return button;
        }
        return nullptr;
    }
    bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->text() == text; });
    }
    QString remark() const
    {
        for (const QLabel *const label : dialog.findChildren<QLabel *>()) {
            if (label->wordWrap())
                return label->text();
        }
        return {};
    }

    DestinationDialog dialog;
};

/// The field that is labelled so, or named for those who do not see it.
template<typename T>
T *named(const Form &form, const char *name)
{
    const QString text = QString::fromLatin1(name);
    for (T *const field : form.dialog.findChildren<T *>()) {
        if (field->accessibleName() == text)
            return field;
    }
    for (const QLabel *const label : form.dialog.findChildren<QLabel *>()) {
        if (label->text().remove(u'&') == text)
            return qobject_cast<T *>(label->buddy());
    }
    return nullptr;
}

Destination full()
{
    Destination destination = Testing::destination(5, QStringLiteral("orders")).destination;
    destination.description = QStringLiteral("what the shop sells");
    destination.events = {QStringLiteral("order.*"), QStringLiteral("invoice.paid")};
    destination.headers = {{"X-Team", "caf\xc3\xa9"}, {"X-Empty", ""}};
    destination.signature = SignatureScheme::GitHub;
    destination.heartbeat = Milliseconds{2500};
    destination.timeout = Milliseconds{1500};
    destination.retry = std::vector<Milliseconds>{Milliseconds{5000}, Milliseconds{300'000}};
    destination.retryOn = {429};
    destination.rateLimit = RateLimit{50, Milliseconds{1000}};
    destination.concurrency = 2;
    destination.ordered = true;
    destination.verifyTls = false;
    destination.state = DestinationState::Paused;
    destination.pauseReason = QStringLiteral("410 Gone");
    destination.origin = Origin::Import;
    return destination;
}

} // namespace

class TestDestinationDialog final : public QObject
{
    Q_OBJECT

private slots:
    void aCurlCommandFillsEverything();
    void aTrialIsAskedForAndTold();
    void aResultGoesWhenSomethingElseIsEntered();
    void aLongFaultIsShownWhole();
    void aRefusedTrialSaysWhy();
    void init();
    void nothingEnteredIsNoFault();
    void whatWillHappenIsSaid();
    void faultsAreSaidAndKeepOkOff_data();
    void faultsAreSaidAndKeepOkOff();
    void aTwinIsRefused();
    void theSameUrlIsRemarkedOn();
    void okTellsWhatWasEntered();
    void editingKeepsWhatIsNotTouched();
    void editingWritesWhatIsTouched();
    void heartbeatsAreChosen_data();
    void heartbeatsAreChosen();
    void retriesAreChosen_data();
    void retriesAreChosen();
    void aNameIsLookedUpAndNeverHinders();
    void aReportOnAnotherUrlIsNotShown();
    void rateLimitsAreWritten_data();
    void rateLimitsAreWritten();
    void aSecretIsMaskedAndTold();
    void aSecretIsMade();
    void aSecretThatCannotSignIsSaid();
    void theSecretThatItHasMustFitTheSignature();
    void aCommandLeavesTheOtherSettings();
    void scrollingChangesNothing();
    void whatHasNoRoomIsScrolledTo();
    void advancedIsCollapsed();
    void wordsAreShownAsText();
};

void TestDestinationDialog::init()
{
    Testing::failOnWarnings();
}

void TestDestinationDialog::nothingEnteredIsNoFault()
{
    const Form form;
    QVERIFY(!form.ok()->isEnabled());
    QCOMPARE(form.remark(), QStringLiteral("A name and an http or https URL are needed."));
}

void TestDestinationDialog::whatWillHappenIsSaid()
{
    const Form form;
    form.enter(QStringLiteral("orders"), QStringLiteral("https://shop.example/hooks"));
    QVERIFY(form.ok()->isEnabled());
    QCOMPARE(form.remark(), QStringLiteral("Posts to shop.example, port 443, over TLS."));
    form.enter(QStringLiteral("orders"), QStringLiteral("http://localhost:8091/x"));
    QCOMPARE(form.remark(), QStringLiteral("Posts to localhost, port 8091, not encrypted."));
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
    const Form form;
    form.enter(name, url);
    QVERIFY(!form.ok()->isEnabled());
    Destination entered;
    entered.name = name;
    entered.url = url;
    QCOMPARE(form.remark(), inWords(validate(entered).error()));
}

void TestDestinationDialog::aTwinIsRefused()
{
    const Form form({full()});
    form.enter(full().name, full().url);
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("there already")), qPrintable(form.remark()));
    Form editing({full()});
    editing.dialog.setDestination(full());
    QVERIFY(editing.ok()->isEnabled());
}

void TestDestinationDialog::theSameUrlIsRemarkedOn()
{
    const Form form({full()});
    form.enter(QStringLiteral("other"), full().url);
    QVERIFY(form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("“orders” sends there as well")),
             qPrintable(form.remark()));
}

void TestDestinationDialog::okTellsWhatWasEntered()
{
    Form form;
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
    Form form;
    form.dialog.setDestination(full());
    QVERIFY(form.dialog.destination() == full());
    form.edits().at(0)->setText(QStringLiteral("renamed"));
    Destination expected = full();
    expected.name = QStringLiteral("renamed");
    QVERIFY(form.dialog.destination() == expected);
}

void TestDestinationDialog::editingWritesWhatIsTouched()
{
    Form form;
    form.dialog.setDestination(full());
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
    const Form form;
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

void TestDestinationDialog::retriesAreChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("pauses");
    QTest::newRow("the program's schedule") << 0 << QString() << -1;
    QTest::newRow("never") << 1 << QString() << 0;
    QTest::newRow("spelt out") << 2 << QStringLiteral("5s 30s,5m") << 3;
}

void TestDestinationDialog::retriesAreChosen()
{
    QFETCH(int, choice);
    QFETCH(QString, text);
    QFETCH(int, pauses);
    const Form form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    auto *const field
        = form.dialog.findChild<Gui::AdvancedForm *>()->findChild<Gui::ChoiceField *>();
    field->setText(text);
    field->setChoice(choice);
    const auto retry = form.dialog.destination().retry;
    QCOMPARE(retry ? static_cast<int>(retry->size()) : -1, pauses);
    field->setText(QStringLiteral("5s, later"));
    QVERIFY(!form.ok()->isEnabled());
}

void TestDestinationDialog::aNameIsLookedUpAndNeverHinders()
{
    Form form;
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
    Form form;
    form.enter(QStringLiteral("orders"), QStringLiteral("https://shop.example/hooks"));
    form.dialog.showNameReport(
        {QStringLiteral("https://other.example/"), {}, Failure::NameNotFound, {}});
    QCOMPARE(form.remark(), QStringLiteral("Posts to shop.example, port 443, over TLS."));
}

void TestDestinationDialog::rateLimitsAreWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("period");
    QTest::newRow("none") << QStringLiteral(" ") << 0 << qint64{0};
    QTest::newRow("each second") << QStringLiteral("50/s ") << 50 << qint64{1000};
    QTest::newRow("each minute") << QStringLiteral("1000/m") << 1000 << qint64{60'000};
    for (const char *const wrong : {"50", "50/h", "fast", "-1/s", "0/s", "100001/m", "050/s"})
        QTest::addRow("wrong: %s", wrong) << QString::fromLatin1(wrong) << -1 << qint64{0};
}

void TestDestinationDialog::rateLimitsAreWritten()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(qint64, period);
    const Form form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    named<QLineEdit>(form, "Rate limit")->setText(text);
    QCOMPARE(form.ok()->isEnabled(), count >= 0);
    if (count < 0) {
        QVERIFY2(form.remark().contains(QStringLiteral("rate limit")), qPrintable(form.remark()));
        return;
    }
    const auto entered = form.dialog.destination().rateLimit;
    QCOMPARE(entered.has_value(), count > 0);
    if (entered)
        QVERIFY(*entered == (RateLimit{count, Milliseconds{period}}));
}

void TestDestinationDialog::aSecretIsMaskedAndTold()
{
    Form form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    auto *const field = named<QLineEdit>(form, "Secret");
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QCOMPARE(field->placeholderText(), QStringLiteral("Empty: a new one is made"));
    const QByteArray own = newSecret(SignatureScheme::Standard);
    field->setText(u' ' + QString::fromLatin1(own) + u'\n');
    const QSignalSpy tried(&form.dialog, &DestinationDialog::trialRequested);
    const QSignalSpy entered(&form.dialog, &DestinationDialog::destinationEntered);
    form.trial()->click();
    QCOMPARE(tried.at(0).at(1).toByteArray(), own);
    form.ok()->click();
    QCOMPARE(entered.at(0).at(1).toByteArray(), own);
    Form editing;
    editing.dialog.setDestination(full());
    QCOMPARE(named<QLineEdit>(editing, "Secret")->text(), QString());
    QCOMPARE(named<QLineEdit>(editing, "Secret")->placeholderText(),
             QStringLiteral("Empty: it stays as it is"));
    const QSignalSpy kept(&editing.dialog, &DestinationDialog::destinationEntered);
    editing.ok()->click();
    QVERIFY(kept.at(0).at(1).toByteArray().isEmpty());
}

void TestDestinationDialog::aSecretIsMade()
{
    const Form form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    named<QComboBox>(form, "Signature")->setCurrentIndex(1);
    auto *const field = named<QLineEdit>(form, "Secret");
    const QList<QToolButton *> buttons = field->parentWidget()->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    buttons.last()->click();
    QVERIFY(validateSecret(SignatureScheme::StandardEd25519, form.dialog.secret()));
    QVERIFY(form.ok()->isEnabled());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    buttons.first()->click();
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
}

void TestDestinationDialog::aSecretThatCannotSignIsSaid()
{
    const Form form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    named<QLineEdit>(form, "Secret")->setText(QStringLiteral("abc"));
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY(!form.trial()->isEnabled());
    QCOMPARE(form.remark(), inWords(validateSecret(SignatureScheme::Standard, "abc").error()));
    named<QComboBox>(form, "Signature")->setCurrentIndex(2);
    QVERIFY(form.ok()->isEnabled());
}

void TestDestinationDialog::theSecretThatItHasMustFitTheSignature()
{
    using enum SignatureScheme;
    Form form;
    form.dialog.setDestination(full());
    form.dialog.showSigning({full().id, {GitHub, Stripe, None}});
    QVERIFY(form.ok()->isEnabled());
    auto *const signature = named<QComboBox>(form, "Signature");
    signature->setCurrentIndex(0);
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY2(form.remark().contains(QStringLiteral("cannot sign by Standard Webhooks.")),
             qPrintable(form.remark()));
    named<QLineEdit>(form, "Secret")->setText(QString::fromLatin1(newSecret(Standard)));
    QVERIFY(form.ok()->isEnabled());
    named<QLineEdit>(form, "Secret")->clear();
    signature->setCurrentIndex(3);
    QVERIFY(form.ok()->isEnabled());
    // Of another destination nothing is known.
    signature->setCurrentIndex(0);
    form.dialog.showSigning({DestinationId{99}, {}});
    QVERIFY(form.ok()->isEnabled());
}

void TestDestinationDialog::aCommandLeavesTheOtherSettings()
{
    const Form form;
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

void TestDestinationDialog::scrollingChangesNothing()
{
    const Form form;
    form.dialog.findChild<QToolButton *>()->setChecked(true);
    auto *const signature = named<QComboBox>(form, "Signature");
    QWheelEvent turn({1, 1}, signature->mapToGlobal(QPointF(1, 1)), {}, {0, -120}, Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(signature, &turn);
    QCOMPARE(signature->currentIndex(), 0);
    signature->setFocus();
    QTRY_VERIFY(signature->hasFocus());
    QCoreApplication::sendEvent(signature, &turn);
    QCOMPARE(signature->currentIndex(), 1);
}

void TestDestinationDialog::whatHasNoRoomIsScrolledTo()
{
    Form form;
    form.dialog.findChild<QToolButton *>()->setChecked(true);
    form.dialog.resize(form.dialog.minimumSizeHint());
    auto *const advanced = form.dialog.findChild<Gui::AdvancedForm *>();
    QVERIFY(advanced->height() < advanced->sizeHint().height());
    auto *const secret = named<QLineEdit>(form, "Secret");
    advanced->ensureWidgetVisible(secret);
    QVERIFY(advanced->viewport()->rect().contains(
        secret->mapTo(advanced->viewport(), secret->rect().center())));
    QVERIFY(advanced->widget()->width() <= advanced->viewport()->width());
}

void TestDestinationDialog::advancedIsCollapsed()
{
    const Form form;
    auto *const advanced = form.dialog.findChild<Gui::AdvancedForm *>();
    QVERIFY(!advanced->isVisible());
    form.dialog.findChild<QToolButton *>()->setChecked(true);
    QVERIFY(advanced->isVisible());
}

void TestDestinationDialog::wordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        const Form form;
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
    Form form;
    form.enter({}, QStringLiteral("curl -k -H 'X-Team: payments' -d '{}' https://a.example/hook"));
    QCOMPARE(form.edits().at(1)->text(), QStringLiteral("https://a.example/hook"));
    QCOMPARE(form.edits().at(0)->text(), QStringLiteral("a.example"));
    const Destination entered = form.dialog.destination();
    QCOMPARE(entered.headers, (HeaderList{{"X-Team", "payments"}}));
    QVERIFY(!entered.verifyTls);
    form.enter(QStringLiteral("kept"), QStringLiteral("curl https://b.example/"));
    QCOMPARE(form.dialog.destination().name, QStringLiteral("kept"));
}

void TestDestinationDialog::aTrialIsAskedForAndTold()
{
    Form form;
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
    Form form;
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
    form.enter(QStringLiteral("orders"), QStringLiteral("https://a.example/hook2"));
    QVERIFY(!form.shows(result));
}

void TestDestinationDialog::aLongFaultIsShownWhole()
{
    Form form;
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

void TestDestinationDialog::aRefusedTrialSaysWhy()
{
    Form form;
    form.enter(QStringLiteral("orders"), QStringLiteral("http://169.254.169.254/"));
    form.trial()->click();
    form.dialog.showTrialRefusal(
        {ErrorCode::InvalidInput, QStringLiteral("It is a metadata address."), {}, {}});
    QVERIFY(form.shows(QStringLiteral("It is a metadata address.")));
    QVERIFY(form.trial()->isEnabled());
}

QTEST_MAIN(TestDestinationDialog)
#include "tst_destinationdialog.moc"
