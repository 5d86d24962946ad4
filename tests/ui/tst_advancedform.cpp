// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "tests/ui/destinationform.h"
#include "tests/ui/makers.h"
#include "ui/destinations/advancedform.h"
#include "ui/look/choicefield.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Core;
using Gui::DestinationDialog;
using Testing::DestinationForm;
using Testing::fullDestination;
using Testing::named;

/// The settings of a destination that few need.
class TestAdvancedForm final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void retriesAreChosen_data();
    void retriesAreChosen();
    void rateLimitsAreWritten_data();
    void rateLimitsAreWritten();
    void aSecretIsMaskedAndTold();
    void aSecretIsMade();
    void aSecretThatCannotSignIsSaid();
    void theSecretThatItHasMustFitTheSignature();
    void scrollingChangesNothing();
    void whatHasNoRoomIsScrolledTo();
    void advancedIsCollapsed();
};

void TestAdvancedForm::init()
{
    Testing::failOnWarnings();
}

void TestAdvancedForm::retriesAreChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("pauses");
    QTest::newRow("the program's schedule") << 0 << QString() << -1;
    QTest::newRow("never") << 1 << QString() << 0;
    QTest::newRow("spelt out") << 2 << QStringLiteral("5s 30s,5m") << 3;
}

void TestAdvancedForm::retriesAreChosen()
{
    QFETCH(int, choice);
    QFETCH(QString, text);
    QFETCH(int, pauses);
    const DestinationForm form;
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

void TestAdvancedForm::rateLimitsAreWritten_data()
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

void TestAdvancedForm::rateLimitsAreWritten()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(qint64, period);
    const DestinationForm form;
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

void TestAdvancedForm::aSecretIsMaskedAndTold()
{
    DestinationForm form;
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
    DestinationForm editing;
    editing.dialog.setDestination(fullDestination());
    QCOMPARE(named<QLineEdit>(editing, "Secret")->text(), QString());
    QCOMPARE(named<QLineEdit>(editing, "Secret")->placeholderText(),
             QStringLiteral("Empty: it stays as it is"));
    const QSignalSpy kept(&editing.dialog, &DestinationDialog::destinationEntered);
    editing.ok()->click();
    QVERIFY(kept.at(0).at(1).toByteArray().isEmpty());
}

void TestAdvancedForm::aSecretIsMade()
{
    const DestinationForm form;
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

void TestAdvancedForm::aSecretThatCannotSignIsSaid()
{
    const DestinationForm form;
    form.enter(QStringLiteral("joe"), QStringLiteral("http://localhost/"));
    named<QLineEdit>(form, "Secret")->setText(QStringLiteral("abc"));
    QVERIFY(!form.ok()->isEnabled());
    QVERIFY(!form.trial()->isEnabled());
    QCOMPARE(form.remark(), inWords(validateSecret(SignatureScheme::Standard, "abc").error()));
    named<QComboBox>(form, "Signature")->setCurrentIndex(2);
    QVERIFY(form.ok()->isEnabled());
}

void TestAdvancedForm::theSecretThatItHasMustFitTheSignature()
{
    using enum SignatureScheme;
    DestinationForm form;
    form.dialog.setDestination(fullDestination());
    form.dialog.showSigning({fullDestination().id, {GitHub, Stripe, None}});
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

void TestAdvancedForm::scrollingChangesNothing()
{
    const DestinationForm form;
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

void TestAdvancedForm::whatHasNoRoomIsScrolledTo()
{
    DestinationForm form;
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

void TestAdvancedForm::advancedIsCollapsed()
{
    const DestinationForm form;
    auto *const advanced = form.dialog.findChild<Gui::AdvancedForm *>();
    QVERIFY(!advanced->isVisible());
    form.dialog.findChild<QToolButton *>()->setChecked(true);
    QVERIFY(advanced->isVisible());
}

QTEST_MAIN(TestAdvancedForm)
#include "tst_advancedform.moc"
