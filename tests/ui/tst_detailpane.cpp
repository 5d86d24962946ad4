// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/makers.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/explanation.h"
#include "ui/detail/messageview.h"
#include "ui/detail/overview.h"
#include "ui/detail/signatureview.h"
#include "ui/detail/textview.h"
#include "ui/detail/triesview.h"
#include "ui/look/fieldtable.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Core;
using Gui::BodyView;
using Gui::DetailPane;
using Gui::Field;
using Gui::FieldModel;
using Gui::TextView;
using Testing::attempt;

class TestDetailPane final : public QObject
{
    Q_OBJECT

    static QString shownIn(const BodyView &view)
    {
        return view.findChild<TextView *>()->toPlainText();
    }

private slots:
    void init();
    void headersAreShownAsTheyCame();
    void headersAreCopiedAsTheyCame();
    void bothMessagesAreShown();
    void aBodyThatIsNotThereIsExplained();
    void aCaptureHasNoResponse();
    void headersAreNarrowedByAWord();
    void triesAreListedAndChosen();
    void tabsAreChosenByKey();
    void aChosenTabComesBack();
    void shapesAreThereAtTheNextStart();
    void compressionOfAMessageIsTold();
    void choicesOfHeadersAreTold();
    void secretsAreHiddenUntilTheyAreShown();
    void verdictsOnSignaturesCanAlwaysBeRead();
    void aHiddenValueIsNotCopied();
    void nobodyFiltersByAHiddenValue();
    void wordsAreShownAsText();
};

void TestDetailPane::init()
{
    Testing::failOnWarnings();
}

void TestDetailPane::headersAreShownAsTheyCame()
{
    FieldModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFields(Gui::fieldsOf(
        {{"X-A", "1"}, {"x-a", "2"}, {"X-Latin", "caf\xe9"}, {"X-C", "a\tb"}}, Sender::Others));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, FieldModel::NameColumn).data().toString(), QStringLiteral("X-A"));
    QCOMPARE(model.index(1, FieldModel::NameColumn).data().toString(), QStringLiteral("x-a"));
    QCOMPARE(model.index(2, FieldModel::ValueColumn).data().toString(), QStringLiteral("café"));
    QCOMPARE(model.index(3, FieldModel::ValueColumn).data().toString(), QStringLiteral("a\\tb"));
}

void TestDetailPane::headersAreCopiedAsTheyCame()
{
    Gui::FieldTable table(QStringLiteral("headers"));
    table.setFields({Field{QStringLiteral("X-A"), QStringLiteral("one\ttwo")}});
    table.setCurrentIndex(table.model()->index(0, 0));
    QStringList copied;
    for (QAction *const action : table.actions()) {
        action->trigger();
        copied.append(QGuiApplication::clipboard()->text());
    }
    QCOMPARE(copied,
             (QStringList{QStringLiteral("one\ttwo"), QStringLiteral("X-A"),
                          QStringLiteral("X-A: one\ttwo")}));
}

void TestDetailPane::bothMessagesAreShown()
{
    DetailPane pane;
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.requestBody = "question";
    record.transcript.requestHeaders = {{"Host", "shop.example"}};
    record.transcript.responseHeaders = {{"Server", "nginx"}};
    record.transcript.responseBody = "answer";
    pane.showRecord(record);
    QVERIFY(pane.isTabVisible(DetailPane::RequestTab));
    QVERIFY(pane.isTabVisible(DetailPane::ResponseTab));
    QCOMPARE(shownIn(*pane.request()->body()), QStringLiteral("question"));
    QCOMPARE(shownIn(*pane.response()->body()), QStringLiteral("answer"));
    QCOMPARE(pane.request()->headers()->fields().at(0).name, QStringLiteral("Host"));
    QCOMPARE(pane.response()->headers()->fields().at(0).name, QStringLiteral("Server"));
}

void TestDetailPane::aBodyThatIsNotThereIsExplained()
{
    DetailPane pane;
    AttemptRecord record;
    const auto explained = [&pane, &record] {
        pane.showRecord(record);
        return pane.response()->body()->findChild<TextView *>()->placeholderText();
    };
    record.attempt = attempt(1);
    QCOMPARE(explained(), QStringLiteral("No answer yet."));
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    QCOMPARE(explained(), QStringLiteral("The answer has no body."));
    record.transcript.isResponseCut = true;
    QCOMPARE(explained(), QStringLiteral("Nothing of the answer's body was kept."));
}

void TestDetailPane::aCaptureHasNoResponse()
{
    DetailPane pane;
    CaptureRecord record;
    record.capture = Testing::capture(1);
    record.body = "received";
    pane.showRecord(record);
    QVERIFY(pane.isTabVisible(DetailPane::RequestTab));
    QVERIFY(!pane.isTabVisible(DetailPane::ResponseTab));
    QCOMPARE(shownIn(*pane.request()->body()), QStringLiteral("received"));
    QCOMPARE(Gui::sentenceOf(record),
             QStringLiteral("Bin “demo” received a POST and answered 200 OK."));
}

void TestDetailPane::headersAreNarrowedByAWord()
{
    Gui::MessageView view(QStringLiteral("headers"), QStringLiteral("body"));
    view.showMessage({{"X-A", "1"}, {"X-B", "two"}, {"Server", "x"}}, Sender::Others, {});
    const auto fields = view.findChildren<QLineEdit *>();
    auto *const filter = *std::find_if(fields.begin(), fields.end(), [](const QLineEdit *field) {
        return field->accessibleName() == QStringLiteral("Filter: headers");
    });
    const auto shown = [&view] {
        QStringList names;
        for (int row = 0; row < view.headers()->model()->rowCount(); ++row) {
            if (!view.headers()->isRowHidden(row))
                names.append(view.headers()->fields().at(row).name);
        }
        return names.join(u' ');
    };
    QCOMPARE(shown(), QStringLiteral("X-A X-B Server"));
    filter->setText(QStringLiteral("TWO"));
    QCOMPARE(shown(), QStringLiteral("X-B"));
    const auto labels = view.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == QStringLiteral("1 of 3 headers");
    }));
    view.showMessage({{"A", "two"}, {"B", "three"}}, Sender::Others, {});
    QCOMPARE(shown(), QStringLiteral("A"));
}

void TestDetailPane::triesAreListedAndChosen()
{
    Gui::TriesView view;
    const QAbstractItemModelTester tester(view.model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    Kin kin;
    kin.row = LogKey::of(AttemptId{2});
    kin.tries = {attempt(1, AttemptOutcome::Temporary, 503), attempt(2),
                 attempt(3, AttemptOutcome::Delivered, 200)};
    view.showKin(kin);
    QCOMPARE(view.currentIndex().row(), 1);
    QCOMPARE(view.model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("1, resend, shown here"));
    QSignalSpy asked(&view, &Gui::TriesView::rowRequested);
    view.setCurrentIndex(view.model()->index(2, 0));
    QTest::keyClick(&view, Qt::Key_Return);
    emit view.doubleClicked(view.model()->index(0, 3));
    QCOMPARE(asked.size(), 2);
    QVERIFY(asked.at(0).first().value<LogKey>() == LogKey::of(AttemptId{3}));
    QVERIFY(asked.at(1).first().value<LogKey>() == LogKey::of(AttemptId{1}));
}

void TestDetailPane::tabsAreChosenByKey()
{
    DetailPane pane;
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QTest::keyClick(&pane, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    pane.showRecord(record);
    for (int tab = DetailPane::TabCount - 1; tab >= 0; --tab) {
        QTest::keyClick(&pane, Qt::Key(Qt::Key_1 + tab), Qt::AltModifier);
        QCOMPARE(static_cast<int>(pane.currentTab()), tab);
    }
}

void TestDetailPane::aChosenTabComesBack()
{
    DetailPane pane;
    AttemptRecord sent;
    sent.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    CaptureRecord received;
    received.capture = Testing::capture(2);
    pane.showRecord(sent);
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    pane.setCurrentTab(DetailPane::TimingTab);
    pane.showRecord(received);
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    pane.showRecord(sent);
    QCOMPARE(pane.currentTab(), DetailPane::TimingTab);
    pane.clearRecord();
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    pane.showRecord(sent);
    QCOMPARE(pane.currentTab(), DetailPane::TimingTab);
}

void TestDetailPane::shapesAreThereAtTheNextStart()
{
    const QTemporaryDir folder;
    const auto settings = Testing::settingsIn(folder);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    const auto splitterOf
        = [](const DetailPane &pane) { return pane.response()->findChild<QSplitter *>(); };
    const auto triesOf = [](const DetailPane &pane) {
        return pane.findChild<Gui::TriesView *>()->horizontalHeader();
    };
    {
        DetailPane pane;
        pane.resize(900, 600);
        pane.show();
        pane.showRecord(record);
        pane.setCurrentTab(DetailPane::TriesTab);
        triesOf(pane)->resizeSection(0, 222);
        pane.setCurrentTab(DetailPane::ResponseTab);
        splitterOf(pane)->setSizes({400, 150});
        pane.response()->body()->setWrapped(false);
        pane.saveTo(*settings);
    }
    DetailPane pane;
    pane.resize(900, 600);
    pane.restoreFrom(*settings);
    pane.show();
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
    pane.showRecord(record);
    QCOMPARE(pane.currentTab(), DetailPane::ResponseTab);
    const QList<int> sizes = splitterOf(pane)->sizes();
    QVERIFY2(sizes.at(0) > 2 * sizes.at(1), qPrintable(QString::number(sizes.at(0))));
    QVERIFY(!pane.response()->body()->isWrapped());
    QVERIFY(pane.request()->body()->isWrapped());
    QCOMPARE(triesOf(pane)->sectionSize(0), 222);
    settings->setValue(QStringLiteral("detail/tab"), 99);
    pane.restoreFrom(*settings);
    pane.clearRecord();
    pane.showRecord(record);
    QCOMPARE(pane.currentTab(), DetailPane::OverviewTab);
}

void TestDetailPane::compressionOfAMessageIsTold()
{
    DetailPane pane;
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.transcript.responseHeaders = {{"content-encoding", "gzip"}};
    record.transcript.responseBody = QByteArray("\x1f\x8b\x08\x00\x00", 5);
    pane.showRecord(record);
    const auto labels = pane.response()->body()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("compressed with gzip; shown as it came"));
    }));
}

void TestDetailPane::choicesOfHeadersAreTold()
{
    DetailPane pane;
    const auto actions = [&pane] { return pane.request()->headers()->actions(); };
    QCOMPARE(actions().size(), 3);
    pane.offerChoices();
    QCOMPARE(actions().size(), 7);
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.transcript.requestHeaders = {{"Accept", "1"}};
    pane.showRecord(record);
    pane.request()->headers()->setCurrentIndex(pane.request()->headers()->model()->index(0, 0));
    QSignalSpy filtered(&pane, &DetailPane::filterRequested);
    QSignalSpy shown(&pane, &DetailPane::columnRequested);
    for (QAction *const action : actions().mid(3))
        action->trigger();
    const Gui::FieldChoice expected{false, false, {QStringLiteral("Accept")}, QStringLiteral("1")};
    QCOMPARE(filtered.size(), 3);
    for (const auto use : {Gui::FilterUse::Only, Gui::FilterUse::Exclude, Gui::FilterUse::Add}) {
        const QList<QVariant> told = filtered.takeFirst();
        QVERIFY(told.at(0).value<Gui::FieldChoice>() == expected);
        QVERIFY(told.at(1).value<Gui::FilterUse>() == use);
    }
    QVERIFY(shown.takeFirst().first().value<Gui::FieldChoice>() == expected);
}

namespace {

AttemptRecord recordWithSecrets()
{
    AttemptRecord record;
    record.attempt = attempt(1, AttemptOutcome::Delivered, 200);
    record.attempt.url = QStringLiteral("https://shop.example/in?token=s3cret");
    record.transcript.requestHeaders = {{"Content-Type", "text/plain"},
                                        {"Authorization", "Bearer s3cret"},
                                        {"X-Own", "s3cret"},
                                        {"webhook-signature", "v1,s3cret"}};
    record.transcript.responseHeaders = {{"Server", "nginx"}, {"Set-Cookie", "id=s3cret"}};
    return record;
}

/// All that the tables of a pane say to eyes and ears.
QString tablesOf(const DetailPane &pane)
{
    QStringList texts;
    for (const auto *const table : pane.findChildren<Gui::FieldTable *>()) {
        const QAbstractItemModel &model = *table->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role :
                 {int{Qt::DisplayRole}, int{Qt::AccessibleTextRole}, int{Qt::ToolTipRole}})
                texts.append(model.index(row, FieldModel::ValueColumn).data(role).toString());
        }
    }
    return texts.join(u'\n');
}

} // namespace

void TestDetailPane::secretsAreHiddenUntilTheyAreShown()
{
    DetailPane pane;
    QAction showSecrets;
    showSecrets.setCheckable(true);
    pane.offerSecrets(showSecrets);
    pane.showRecord(recordWithSecrets());
    const auto *const headers = pane.request()->headers()->model();
    const QModelIndex authorization = headers->index(1, FieldModel::ValueColumn);
    QVERIFY2(!tablesOf(pane).contains(QStringLiteral("s3cret")), qPrintable(tablesOf(pane)));
    QVERIFY(tablesOf(pane).contains(QStringLiteral("text/plain")));
    QVERIFY(tablesOf(pane).contains(QStringLiteral("nginx")));
    QCOMPARE(authorization.data().toString(), QStringLiteral("••••••"));
    QCOMPARE(authorization.data(Qt::AccessibleTextRole).toString(), QStringLiteral("hidden"));
    const auto edits = pane.request()->findChildren<QLineEdit *>();
    auto *const filter = *std::find_if(edits.begin(), edits.end(), [](const QLineEdit *edit) {
        return edit->accessibleName() == QStringLiteral("Filter: Request headers");
    });
    filter->setText(QStringLiteral("s3cret"));
    QVERIFY(pane.request()->headers()->isRowHidden(1));

    const auto buttons = pane.request()->findChildren<QToolButton *>();
    const auto button = std::find_if(buttons.begin(), buttons.end(), [&](const auto *candidate) {
        return candidate->defaultAction() == &showSecrets;
    });
    QVERIFY(button != buttons.end());
    (*button)->click();
    QVERIFY(!pane.request()->headers()->isRowHidden(1));
    QCOMPARE(authorization.data().toString(), QStringLiteral("Bearer s3cret"));
    QCOMPARE(authorization.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Bearer s3cret"));
    // In the facts, in both messages and beside the signature.
    QVERIFY(tablesOf(pane).count(QStringLiteral("s3cret")) >= 3 * 6);
    showSecrets.setChecked(false);
    QVERIFY2(!tablesOf(pane).contains(QStringLiteral("s3cret")), qPrintable(tablesOf(pane)));
}

void TestDetailPane::verdictsOnSignaturesCanAlwaysBeRead()
{
    Gui::SignatureView view;
    QAction showSecrets;
    showSecrets.setCheckable(true);
    view.offerSecrets(showSecrets);
    view.showHeaders({{"webhook-signature", "v1,one v1,two"}});
    Core::SignatureReport report;
    report.entries = {{"webhook-signature", "v1,one", Core::SignatureVerdict::Valid},
                      {"webhook-signature", "v1,two", Core::SignatureVerdict::Invalid}};
    view.showReport(report);
    const QAbstractItemModel &model = *view.findChild<Gui::FieldTable *>()->model();
    const auto told = [&model](int row) {
        return model.index(row, FieldModel::NameColumn).data().toString() + u'|'
            + model.index(row, FieldModel::ValueColumn).data().toString();
    };
    QCOMPARE(told(0), QStringLiteral("webhook-signature|••••••"));
    QCOMPARE(told(1), QStringLiteral("signature 1|valid"));
    QCOMPARE(told(2), QStringLiteral("signature 2|invalid"));
    showSecrets.setChecked(true);
    QCOMPARE(told(1), QStringLiteral("signature 1|valid: v1,one"));
    showSecrets.setChecked(false);
    report.entries.removeLast();
    view.showReport(report);
    QCOMPARE(told(1), QStringLiteral("signature|valid"));
}

void TestDetailPane::aHiddenValueIsNotCopied()
{
    DetailPane pane;
    QAction showSecrets;
    showSecrets.setCheckable(true);
    pane.offerSecrets(showSecrets);
    pane.showRecord(recordWithSecrets());
    Gui::FieldTable &headers = *pane.request()->headers();
    headers.setCurrentIndex(headers.model()->index(1, 0));
    const auto copied = [&headers] {
        QStringList texts;
        for (QAction *const action : headers.actions().first(3)) {
            action->trigger();
            texts.append(QGuiApplication::clipboard()->text());
        }
        return texts.join(u'|');
    };
    QCOMPARE(copied(), QStringLiteral("••••••|Authorization|Authorization: ••••••"));
    showSecrets.setChecked(true);
    QCOMPARE(copied(), QStringLiteral("Bearer s3cret|Authorization|Authorization: Bearer s3cret"));
}

void TestDetailPane::nobodyFiltersByAHiddenValue()
{
    DetailPane pane;
    pane.offerChoices();
    QAction showSecrets;
    showSecrets.setCheckable(true);
    pane.offerSecrets(showSecrets);
    pane.showRecord(recordWithSecrets());
    Gui::FieldTable &headers = *pane.request()->headers();
    const QSignalSpy filtered(&pane, &DetailPane::filterRequested);
    const QSignalSpy columns(&pane, &DetailPane::columnRequested);
    const auto triggerAll = [&headers, &showSecrets] {
        for (QAction *const action : headers.actions()) {
            if (action != &showSecrets)
                action->trigger();
        }
    };
    headers.setCurrentIndex(headers.model()->index(1, 0));
    triggerAll();
    QCOMPARE(filtered.size(), 0);
    QCOMPARE(columns.size(), 1);
    showSecrets.setChecked(true);
    triggerAll();
    QCOMPARE(filtered.size(), 3);
}

void TestDetailPane::wordsAreShownAsText()
{
    for (const QString &text : Testing::naughtyStrings()) {
        DetailPane pane;
        AttemptRecord record;
        record.attempt = attempt(1, AttemptOutcome::Temporary);
        record.attempt.destinationName = text;
        record.attempt.error = text;
        pane.showRecord(record);
        for (const QLabel *const label : pane.findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(u'\n') && !label->text().contains(QChar(0x202e)));
        }
        QVERIFY(pane.minimumSizeHint().width() < 900);
    }
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
