// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/samples.h"
#include "tests/ui/gallery/scenes.h"
#include "tests/ui/gallery/stage.h"
#include "tests/ui/makers.h"
#include "ui/configuration/importdialog.h"
#include "ui/configuration/writedialog.h"
#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/desk/actionpalette.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/advancedform.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/rotatedialog.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filtersdialog.h"
#include "ui/log/columndialog.h"
#include "ui/log/logpanel.h"
#include "ui/requests.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace Core;

namespace Gallery {

namespace {

void paintDialog(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    Destination destination = makeDestinations().at(1).destination;
    destination.headers = {{"X-Team", "payments"}};
    Gui::DestinationDialog dialog({destination}, &stage.window());
    dialog.show();
    stage.save(QStringLiteral("dialog-new"), &dialog);
    dialog.setDestination(destination);
    dialog.findChild<QToolButton *>()->setChecked(true);
    stage.save(QStringLiteral("dialog"), &dialog);
    auto *const advanced = dialog.findChild<Gui::AdvancedForm *>();
    advanced->verticalScrollBar()->setValue(advanced->verticalScrollBar()->maximum());
    stage.save(QStringLiteral("dialog-end"), &dialog);
    dialog.close();
    Gui::RotateDialog rotate(destination, &stage.window());
    rotate.show();
    stage.save(QStringLiteral("dialog-rotate"), &rotate);
    rotate.close();
    Gui::ColumnDialog column(&stage.window());
    column.setAttribute(Qt::WA_DeleteOnClose, false);
    column.show();
    stage.save(QStringLiteral("column"), &column);
}

void paintTestDialog(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    Gui::PublishDialog test(Gui::PublishDialog::Purpose::Test, onlyDestinations(), 1, facts,
                            requests, &stage.window());
    test.show();
    Delivery delivery;
    delivery.id = DeliveryId{1};
    delivery.event = EventId{QStringLiteral("evt_01JD0M4ZB7V8Q2R3S4T5V6W7X8")};
    delivery.destination = DestinationId{1};
    Delivery waiting = delivery;
    waiting.id = DeliveryId{2};
    waiting.destination = DestinationId{2};
    emit facts.published({1, delivery.event, {delivery, waiting}, std::nullopt});
    emit facts.attemptsRecorded({Testing::attempt(1, AttemptOutcome::Delivered, 200)});
    stage.save(QStringLiteral("dialog-test"), &test);
}

void paintEditDialog(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    Gui::PublishDialog edit(Gui::PublishDialog::Purpose::EditAndResend, onlyDestinations(), 2,
                            facts, requests, &stage.window());
    AttemptRecord record = makeRecord(makeAttempt(8));
    record.requestBody = "{\n  \"invoice\": 90071992547409931234,\n  \"paid\": false\n}\n";
    record.requestContentType = "application/json";
    record.eventHeaders = {{"X-Team", "blue"}, {"X-Try", "1"}};
    edit.setOriginal(record);
    edit.show();
    auto *const headers = edit.findChildren<QPlainTextEdit *>().at(0);
    headers->setPlainText(QStringLiteral("X-Team: red\nX-Try: 1"));
    auto *const body = edit.findChildren<QPlainTextEdit *>().at(1);
    body->setPlainText(
        body->toPlainText().replace(QStringLiteral("false"), QStringLiteral("true")));
    stage.save(QStringLiteral("dialog-edit"), &edit);
    headers->appendPlainText(QStringLiteral("Content-Length: 0"));
    stage.save(QStringLiteral("dialog-edit-refused"), &edit);
    edit.close();
    Gui::PublishDialog publish(Gui::PublishDialog::Purpose::Publish, onlyDestinations(), 2, facts,
                               requests, &stage.window());
    publish.findChild<QLineEdit *>()->setText(QStringLiteral("invoice.paid"));
    publish.findChildren<QPlainTextEdit *>().at(1)->setPlainText(
        QStringLiteral("{\n  \"invoice\": 90071992547409931234,\n  \"paid\": maybe\n}\n"));
    publish.show();
    stage.save(QStringLiteral("dialog-publish"), &publish);
}

void paintFilters(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    auto *const bar = stage.child<Gui::FilterBar>();
    bar->manage->trigger();
    auto *const filters = bar->findChild<Gui::FiltersDialog *>();
    stage.save(QStringLiteral("dialog-filters"), filters);
    filters->close();
}

void paintResendDialog(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    ResendOrder order;
    order.ticket = 3;
    order.destination = DestinationId{2};
    Gui::ResendDialog resend(order, onlyDestinations(), facts, requests, &stage.window());
    resend.show();
    ResendPreview preview;
    preview.ticket = 3;
    preview.failed = 1204;
    preview.delivered = 3;
    preview.unfinished = 2;
    preview.destinations = {DestinationId{2}};
    preview.first = nowMinus(3'000'000);
    preview.last = nowMinus(5000);
    resend.showPreview(preview);
    emit facts.resendAdvanced({3, 1204, 500, 2, {}, std::nullopt, false});
    stage.save(QStringLiteral("dialog-resend"), &resend);
}

/// The dialogs that keep rows.
void paintKeepDialogs(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    stage.chooseFailure();
    const QList<LogKey> chosen = stage.child<Gui::LogPanel>()->selectedKeys();
    Gui::Facts &facts = stage.window().facts();
    Gui::ExportDialog rows({chosen, chosen}, 1, facts, stage.window().requests(), &stage.window());
    rows.show();
    emit facts.exportPreviewed({1,
                                20,
                                {{QStringLiteral("webhook-signature"), 20},
                                 {QStringLiteral("X-Team"), 12},
                                 {QStringLiteral("Set-Cookie"), 3},
                                 {QStringLiteral("?token"), 1}},
                                std::nullopt});
    stage.save(QStringLiteral("dialog-export"), &rows);
    rows.close();
    Gui::WordsDialog words(QStringLiteral("Note"),
                           QStringLiteral("What to remember about this row; it may be left empty."),
                           &stage.window());
    words.setWords(QStringLiteral("The invoice that was paid twice"));
    words.show();
    stage.save(QStringLiteral("dialog-note"), &words);
}

void paintConfiguration(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    Gui::WriteDialog write(8, 1, facts, requests, &stage.window());
    write.show();
    emit facts.configurationAnswered({1, 8, 0, 0, std::nullopt});
    stage.save(QStringLiteral("dialog-write"), &write);
    write.close();
    Gui::ImportDialog import({2, QStringLiteral("/home/joe/destinations.json"), false}, facts,
                             requests, &stage.window());
    import.show();
    ImportPreview preview;
    preview.ticket = 2;
    for (const Destination &destination : onlyDestinations().first(4)) {
        ImportEntry entry;
        entry.name = destination.name;
        entry.url = destination.url;
        entry.verdict = ImportVerdict{static_cast<int>(preview.entries.size())};
        preview.entries.append(entry);
    }
    preview.entries[1].changes = {QStringLiteral("rateLimit"), QStringLiteral("timeout")};
    preview.entries[1].keepsSecret = true;
    preview.entries[3].error
        = invalid(QStringLiteral("data[3].concurrency"),
                  QStringLiteral("concurrency is not a whole number from 1 to 6."));
    emit facts.importPreviewed(preview);
    stage.save(QStringLiteral("dialog-import"), &import);
}

void paintDesk(const Camera &camera)
{
    Stage stage(camera);
    stage.fill();
    const auto *const desk = stage.child<Gui::PreferencesDesk>();
    stage.window().show();
    desk->open->trigger();
    auto *const preferences = stage.child<Gui::PreferencesDialog>();
    auto *const pages = preferences->findChild<QListWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        stage.save(QStringLiteral("preferences-%1").arg(page), preferences);
    }
    pages->setCurrentRow(5);
    preferences->findChild<Gui::FilterField *>()->setText(
        QStringLiteral("dest:orders status:9999"));
    stage.save(QStringLiteral("preferences-rule-wrong"), preferences);
    preferences->close();
    desk->findAction->trigger();
    auto *const palette = stage.child<Gui::ActionPalette>();
    palette->findChild<QLineEdit *>()->setText(QStringLiteral("e"));
    stage.save(QStringLiteral("palette"), palette);
}

void paintTrayIcons(const Camera &camera)
{
    QPixmap picture(3 * 64, 64);
    picture.fill(Qt::gray);
    QPainter painter(&picture);
    int x = 0;
    for (const auto state :
         {Gui::TrayState::Idle, Gui::TrayState::Active, Gui::TrayState::Failing}) {
        painter.drawPixmap(x, 0, Gui::trayIcon(state).pixmap(QSize(24, 24), 1.0));
        painter.drawPixmap(x + 30, 0, Gui::trayIcon(state).pixmap(QSize(32, 32), 1.0));
        x += 64;
    }
    painter.end();
    camera.save(QStringLiteral("tray"), picture);
}

} // namespace

void paintDialogs(const Camera &camera)
{
    paintDialog(camera);
    paintTestDialog(camera);
    paintEditDialog(camera);
    paintFilters(camera);
    paintResendDialog(camera);
    paintKeepDialogs(camera);
    paintConfiguration(camera);
    paintDesk(camera);
    paintTrayIcons(camera);
}

} // namespace Gallery
