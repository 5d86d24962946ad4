// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/secrets.h"
#include "tests/ui/makers.h"
#include "tests/ui/windowsuite.h"
#include "ui/desk/actionlist.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/rotatedialog.h"
#include "ui/destinations/secretdesk.h"
#include "ui/facts.h"
#include "ui/look/choicefield.h"
#include "ui/look/format.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Core;
using Gui::RotateDialog;
using Gui::SecretDesk;

namespace {

QString clipped()
{
    return QGuiApplication::clipboard()->text();
}

QPushButton *okOf(const QDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

} // namespace

/// What a person does with a destination's secret, from the window alone.
class TestSecretDesk final : public Testing::WindowSuite
{
    Q_OBJECT

private slots:
    void actionsAreInTheMenuAndNeedADestination();
    void aSecretIsCopiedWhenItIsThere();
    void whatNobodyAskedForIsNotCopied();
    void thePublicKeyIsCopiedForEd25519();
    void aRotationIsAskedForAndCopied();
    void twoRotationsAreCopiedBoth();
    void whatWasCopiedIsSaidForAWhile();
    void overlapsAreChosen_data();
    void overlapsAreChosen();
    void aSecretThatCannotSignIsSaid();
    void gitHubKnowsNoOverlap();
    void anEditAsksWhatTheSecretCanDo();
    void aDuplicateGetsASecretOfItsOwn();

private:
    void know(SignatureScheme scheme);
    bool isNoticed(const QString &part) const;
    RotateDialog *openRotation() const;
};

/// One destination, which is chosen for being the only one.
void TestSecretDesk::know(SignatureScheme scheme)
{
    DestinationStatus status = Testing::destination(1, QStringLiteral("orders"));
    status.destination.signature = scheme;
    emit m_window->facts().destinationsChanged({status});
    QGuiApplication::clipboard()->clear();
}

bool TestSecretDesk::isNoticed(const QString &part) const
{
    const auto bars = m_window->findChildren<Gui::NoticeBar *>();
    return std::any_of(bars.begin(), bars.end(), [&part](const Gui::NoticeBar *bar) {
        return bar->isVisible() && bar->notice().contains(part);
    });
}

RotateDialog *TestSecretDesk::openRotation() const
{
    child<SecretDesk>()->rotate->trigger();
    return child<RotateDialog>();
}

void TestSecretDesk::actionsAreInTheMenuAndNeedADestination()
{
    const auto *const desk = child<SecretDesk>();
    const QList<Gui::GroupedAction> listed = Gui::actionsOf(*m_window);
    for (QAction *const action : desk->forChosen()) {
        QVERIFY(!action->isEnabled());
        QVERIFY(!Gui::whyNot(*action).isEmpty());
        QVERIFY(std::any_of(listed.begin(), listed.end(), [action](const auto &one) {
            return one.action == action && one.group == QStringLiteral("Destination");
        }));
    }
    know(SignatureScheme::Standard);
    QVERIFY(desk->copySecret->isEnabled() && desk->rotate->isEnabled());
    QVERIFY(!desk->copyPublicKey->isEnabled());
    QVERIFY(Gui::whyNot(*desk->copyPublicKey).contains(QStringLiteral("ed25519")));
}

void TestSecretDesk::aSecretIsCopiedWhenItIsThere()
{
    know(SignatureScheme::Standard);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::secretRequested);
    child<SecretDesk>()->copySecret->trigger();
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.at(0).at(0).value<DestinationId>() == DestinationId{1});
    QCOMPARE(clipped(), QString());
    emit m_window->facts().secretLoaded({DestinationId{1}, "whsec_abc", {}, false, std::nullopt});
    QCOMPARE(clipped(), QStringLiteral("whsec_abc"));
    QCOMPARE(
        QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
        QByteArray("secret"));
    QVERIFY(isNoticed(QStringLiteral("The secret of “orders” is on the clipboard.")));
    QVERIFY(!isNoticed(QStringLiteral("whsec_abc")));
}

void TestSecretDesk::whatNobodyAskedForIsNotCopied()
{
    know(SignatureScheme::Standard);
    emit m_window->facts().secretLoaded({DestinationId{1}, "whsec_abc", {}, false, std::nullopt});
    QCOMPARE(clipped(), QString());
    child<SecretDesk>()->copySecret->trigger();
    emit m_window->facts().secretLoaded({DestinationId{2}, "whsec_abc", {}, false, std::nullopt});
    QCOMPARE(clipped(), QString());
}

void TestSecretDesk::thePublicKeyIsCopiedForEd25519()
{
    know(SignatureScheme::StandardEd25519);
    QVERIFY(child<SecretDesk>()->copyPublicKey->isEnabled());
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::publicKeyRequested);
    child<SecretDesk>()->copyPublicKey->trigger();
    QCOMPARE(asked.size(), 1);
    emit m_window->facts().secretLoaded({DestinationId{1}, {}, "whpk_abc", false, std::nullopt});
    QCOMPARE(clipped(), QStringLiteral("whpk_abc"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasFormat(
        QStringLiteral("x-kde-passwordManagerHint")));
}

void TestSecretDesk::aRotationIsAskedForAndCopied()
{
    know(SignatureScheme::StandardEd25519);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::rotationRequested);
    okOf(*openRotation())->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.at(0).at(0).value<Rotation>()
            == (Rotation{DestinationId{1}, {}, DefaultOverlap}));
    // Somebody who wants the old one meanwhile gets it, and the new one after it.
    child<SecretDesk>()->copySecret->trigger();
    emit m_window->facts().secretLoaded({DestinationId{1}, "whsk_old", {}, false, std::nullopt});
    QCOMPARE(clipped(), QStringLiteral("whsk_old"));
    const Time until = Gui::now();
    emit m_window->facts().secretLoaded({DestinationId{1}, {}, "whpk_new", true, until});
    QCOMPARE(clipped(), QStringLiteral("whpk_new"));
    QVERIFY(isNoticed(QStringLiteral("The old one keeps signing until")));
}

void TestSecretDesk::twoRotationsAreCopiedBoth()
{
    know(SignatureScheme::Standard);
    okOf(*openRotation())->click();
    Destination other = Testing::destination(2, QStringLiteral("invoices")).destination;
    child<SecretDesk>()->updateActions(&other, {});
    QTRY_VERIFY(!child<RotateDialog>());
    okOf(*openRotation())->click();
    for (const qint64 id : {2, 1}) {
        const QByteArray secret = "whsec_" + QByteArray::number(id);
        emit m_window->facts().secretLoaded({DestinationId{id}, secret, {}, true, std::nullopt});
        QCOMPARE(clipped(), QString::fromUtf8(secret));
    }
}

void TestSecretDesk::whatWasCopiedIsSaidForAWhile()
{
    know(SignatureScheme::Standard);
    for (const Gui::NoticeBar *const bar : m_window->findChildren<Gui::NoticeBar *>())
        bar->findChild<QTimer *>()->setInterval(1);
    child<SecretDesk>()->copySecret->trigger();
    emit m_window->facts().secretLoaded({DestinationId{1}, "whsec_abc", {}, false, std::nullopt});
    QVERIFY(isNoticed(QStringLiteral("is on the clipboard")));
    QTRY_VERIFY(!isNoticed(QStringLiteral("is on the clipboard")));
}

void TestSecretDesk::overlapsAreChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("a day") << 0 << QString() << qint64{24 * 3'600'000};
    QTest::newRow("none") << 1 << QString() << qint64{0};
    QTest::newRow("spelt out") << 2 << QStringLiteral("2h") << qint64{2 * 3'600'000};
    QTest::newRow("too long") << 2 << QStringLiteral("721h") << qint64{-1};
    QTest::newRow("no duration") << 2 << QStringLiteral("soon") << qint64{-1};
}

void TestSecretDesk::overlapsAreChosen()
{
    QFETCH(int, choice);
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    know(SignatureScheme::Standard);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::rotationRequested);
    RotateDialog *const dialog = openRotation();
    auto *const overlap = dialog->findChild<Gui::ChoiceField *>();
    overlap->setText(text);
    overlap->setChoice(choice);
    QCOMPARE(okOf(*dialog)->isEnabled(), milliseconds >= 0);
    if (milliseconds < 0)
        return;
    okOf(*dialog)->click();
    QCOMPARE(asked.at(0).at(0).value<Rotation>().overlap.count(), milliseconds);
}

void TestSecretDesk::aSecretThatCannotSignIsSaid()
{
    know(SignatureScheme::Standard);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::rotationRequested);
    RotateDialog *const dialog = openRotation();
    auto *const secret = dialog->findChild<QLineEdit *>();
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->setText(QStringLiteral("abc"));
    QVERIFY(!okOf(*dialog)->isEnabled());
    QVERIFY(okOf(*dialog)->toolTip().contains(QStringLiteral("whsec_")));
    const QByteArray own = newSecret(SignatureScheme::Standard);
    secret->setText(QString::fromLatin1(own));
    okOf(*dialog)->click();
    QCOMPARE(asked.at(0).at(0).value<Rotation>().secret, own);
}

void TestSecretDesk::gitHubKnowsNoOverlap()
{
    know(SignatureScheme::GitHub);
    const RotateDialog *const dialog = openRotation();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<Gui::ChoiceField *>()->isVisible());
}

void TestSecretDesk::anEditAsksWhatTheSecretCanDo()
{
    know(SignatureScheme::StandardEd25519);
    const QSignalSpy asked(&m_window->requests(), &Gui::Requests::signingRequested);
    const QSignalSpy changed(&m_window->requests(), &Gui::Requests::changeRequested);
    child<Gui::DestinationDesk>()->edit->trigger();
    QCOMPARE(asked.size(), 1);
    const auto *const dialog = child<Gui::DestinationDialog>();
    emit m_window->facts().signingLoaded({DestinationId{1}, {}});
    QVERIFY(!okOf(*dialog)->isEnabled());
    emit m_window->facts().signingLoaded({DestinationId{1}, {SignatureScheme::StandardEd25519}});
    okOf(*dialog)->click();
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.at(0).at(2).toByteArray().isEmpty());
}

void TestSecretDesk::aDuplicateGetsASecretOfItsOwn()
{
    know(SignatureScheme::GitHub);
    const QSignalSpy added(&m_window->requests(), &Gui::Requests::additionRequested);
    child<Gui::DestinationDesk>()->duplicate->trigger();
    const auto *const dialog = child<Gui::DestinationDialog>();
    const auto fields = dialog->findChildren<QLineEdit *>();
    QVERIFY(std::any_of(fields.begin(), fields.end(), [](const QLineEdit *field) {
        return field->placeholderText() == QStringLiteral("Empty: a new one is made");
    }));
    okOf(*dialog)->click();
    QVERIFY(added.at(0).at(0).value<Destination>().signature == SignatureScheme::GitHub);
    QVERIFY(added.at(0).at(1).toByteArray().isEmpty());
}

QTEST_MAIN(TestSecretDesk)
#include "tst_secretdesk.moc"
