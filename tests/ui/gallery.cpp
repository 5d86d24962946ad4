// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints the window in its states into PNG files: gallery FOLDER

#include "tests/ui/makers.h"
#include "tests/ui/standinlog.h"
#include "ui/charts/chartdesk.h"
#include "ui/charts/timeframes.h"
#include "ui/configuration/importdialog.h"
#include "ui/configuration/writedialog.h"
#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/publishdialog.h"
#include "ui/deliveries/resenddialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/desk/actionpalette.h"
#include "ui/desk/language.h"
#include "ui/desk/preferencesdesk.h"
#include "ui/desk/preferencesdialog.h"
#include "ui/desk/traydesk.h"
#include "ui/destinations/destinationdesk.h"
#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/sidebar.h"
#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/findbar.h"
#include "ui/detail/messageview.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/filterpopup.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/columndialog.h"
#include "ui/log/logdesk.h"
#include "ui/log/logmodel.h"
#include "ui/log/logpanel.h"
#include "ui/log/logview.h"
#include "ui/look/palettes.h"
#include "ui/mainwindow.h"
#include "ui/requests.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace Core;

namespace {

constexpr int Rows = 1204;

struct Receiver
{
    const char *name;
    const char *url;
    AttemptOutcome outcome;
    int status;
    Failure failure;
    const char *eventType;
};

constexpr std::array Receivers{
    Receiver{"orders", "https://shop.example/hooks/orders", AttemptOutcome::Delivered, 200,
             Failure::None, "order.created"},
    Receiver{"billing", "https://billing.example/v2/incoming/webhooks", AttemptOutcome::Temporary,
             503, Failure::None, "invoice.payment_failed"},
    Receiver{"joe", "http://localhost:8091/v1/webhooks/demo", AttemptOutcome::Delivered, 200,
             Failure::None, "hookpost.heartbeat"},
    Receiver{"legacy-crm", "http://10.0.4.17:8080/cgi-bin/hook.pl", AttemptOutcome::Failed, 404,
             Failure::None, "customer.updated"},
    Receiver{"warehouse", "http://127.0.0.1:2", AttemptOutcome::Temporary, 0,
             Failure::ConnectionRefused, "shipment.dispatched"},
    Receiver{"analytics", "https://events.analytics.example/ingest", AttemptOutcome::Delivered, 204,
             Failure::None, "order.created"},
    Receiver{"staging mirror of the whole shop, second cluster",
             "https://staging-mirror.shop.example/hooks", AttemptOutcome::Delivered, 202,
             Failure::None, "catalogue.product.price_changed"},
};

Time nowMinus(qint64 milliseconds)
{
    return Time{Milliseconds{QDateTime::currentMSecsSinceEpoch() - milliseconds}};
}

Attempt makeAttempt(int number)
{
    const auto &receiver = Receivers.at(static_cast<std::size_t>(number * 5 + number / 7) % 7);
    Attempt attempt = Testing::attempt(number, receiver.outcome, receiver.status);
    attempt.destination = DestinationId{&receiver - Receivers.data() + 1};
    attempt.destinationName = QString::fromUtf8(receiver.name);
    attempt.url = QString::fromUtf8(receiver.url);
    attempt.eventType = QString::fromUtf8(receiver.eventType);
    if (attempt.eventType == HeartbeatType)
        attempt.kind = EventKind::Heartbeat;
    attempt.failure = receiver.failure;
    attempt.phase = receiver.failure == Failure::None ? Phase::None : Phase::Connect;
    attempt.number = 1 + number % 4 / 3 * (number % 9);
    attempt.startedAt = nowMinus((Rows - number) * qint64{137});
    attempt.timings.total = Microseconds{900 + number * 7919 % 1'400'000};
    attempt.responseBytes = number * 31 % 5000;
    if (number > Rows - 3)
        attempt.outcome = AttemptOutcome::InFlight;
    if (number > Rows - 3)
        attempt.status = 0;
    return attempt;
}

QList<DestinationStatus> makeDestinations()
{
    QList<DestinationStatus> statuses;
    for (std::size_t i = 0; i < Receivers.size(); ++i) {
        const Receiver &receiver = Receivers.at(i);
        DestinationStatus status
            = Testing::destination(static_cast<qint64>(i) + 1, QString::fromUtf8(receiver.name));
        status.destination.url = QString::fromUtf8(receiver.url);
        status.lastAttempt->outcome = receiver.outcome;
        status.lastAttempt->status = receiver.status;
        status.lastAttempt->failure = receiver.failure;
        status.lastAttempt->startedAt = nowMinus(static_cast<qint64>(i) * 2300);
        for (int k = 0; k < 20; ++k) {
            const bool isBad = receiver.outcome != AttemptOutcome::Delivered && k % 5 > 1;
            status.recent.append(isBad ? receiver.outcome : AttemptOutcome::Delivered);
        }
        if (receiver.outcome != AttemptOutcome::Delivered) {
            status.failuresInARow = 3;
            status.waiting = 4 + static_cast<qint64>(i) * 11;
        }
        statuses.append(status);
    }
    statuses[3].destination.state = DestinationState::Paused;
    statuses[3].destination.pauseReason = QStringLiteral("410 Gone");
    DestinationStatus fresh = Testing::destination(8, QStringLiteral("newcomer"));
    fresh.destination.url = QStringLiteral("https://new.example/");
    fresh.lastAttempt.reset();
    fresh.recent.clear();
    statuses.append(fresh);
    return statuses;
}

Activity makeActivity(const QList<Attempt> &attempts)
{
    Activity activity(TimeFrame{}, nowMinus(0));
    for (const Attempt &attempt : attempts) {
        if (Tally *const tally = activity.find(attempt.startedAt))
            tally->count(attempt.outcome);
    }
    return activity;
}

AttemptRecord makeRecord(const Attempt &attempt)
{
    AttemptRecord record;
    record.attempt = attempt;
    record.attempt.timings.connect = Microseconds{3100};
    record.attempt.timings.tls = Microseconds{18'200};
    record.attempt.timings.wait = Microseconds{211'000};
    record.nextStep = QStringLiteral("Next try in 5 min.");
    record.transcript.remoteAddress = QStringLiteral("203.0.113.9");
    record.transcript.requestHeaders
        = {{"Host", "billing.example"},
           {"webhook-id", "evt_01JD0M4ZB7V8Q2R3S4T5V6W7X8"},
           {"webhook-timestamp", "1795312800"},
           {"webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="},
           {"Hookpost-Event", "invoice.payment_failed"},
           {"User-Agent", "Hookpost/0.1.0"},
           {"Content-Type", "application/json"}};
    record.transcript.responseHeaders = {
        {"Content-Type", "application/problem+json"}, {"Retry-After", "120"}, {"Server", "nginx"}};
    record.requestBody = R"({"type":"invoice.payment_failed","timestamp":"2026-11-22T02:11:09Z",)"
                         R"("data":{"invoice":90071992547409931234,"total":12.10,"lines":[)"
                         R"({"sku":"A-1","count":2},{"sku":"B-7","count":1}],"paid":false}})";
    record.transcript.responseBody = R"({"title":"Down for maintenance","status":503})";
    return record;
}

Kin makeKin(const LogKey &row)
{
    Kin kin;
    kin.row = row;
    Attempt attempt = makeAttempt(static_cast<int>(row.attempt().value));
    kin.queuedSince = attempt.startedAt - Milliseconds{40};
    kin.nextAt = nowMinus(-290'000);
    kin.previousRequest = LogKey::of(AttemptId{row.attempt().value - 70});
    kin.previousAnswer = kin.previousRequest;
    kin.counterpart = LogKey::of(CaptureId{1});
    const qint64 own = attempt.id.value;
    for (const qint64 id : {own - 2, own - 1, own, own + 1}) {
        attempt.id = AttemptId{id};
        attempt.number = static_cast<int>(id - own) + 3;
        attempt.timings.total *= 2;
        kin.tries.append(attempt);
    }
    kin.tries.last().outcome = AttemptOutcome::Delivered;
    kin.tries.last().status = 200;
    kin.tries.last().delivery = DeliveryId{77};
    kin.tries.last().number = 1;
    return kin;
}

SignatureReport makeReport(const LogKey &row)
{
    return {row,
            {{"webhook-signature",
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", SignatureVerdict::Valid}},
            Milliseconds{-800}};
}

EngineStatus makeStatus()
{
    EngineStatus status = Testing::listeningEngine();
    status.waiting = 103;
    status.inFlight = 2;
    status.attemptsPerSecond = 7.3;
    status.attemptsEnded = 1202;
    status.attemptsDelivered = 1011;
    return status;
}

/// A window with its own settings, and what it takes to look at it.
class Stage final
{
public:
    Stage()
        : m_window(Testing::settingsIn(m_folder))
    {
        m_window.resize(1280, 800);
        m_log.serve(m_window);
        emit m_window.facts().statusChanged(Testing::listeningEngine());
    }

    Gui::MainWindow &window() { return m_window; }

    void fill()
    {
        QList<Attempt> attempts;
        for (int i = 1; i <= Rows; ++i)
            attempts.append(makeAttempt(i));
        emit m_window.facts().destinationsChanged(makeDestinations());
        emit m_window.facts().attemptsRecorded(attempts);
        emit m_window.facts().activityCounted(makeActivity(attempts));
        Capture capture = Testing::capture(Rows + 10);
        capture.receivedAt = nowMinus(20);
        emit m_window.facts().capturesRecorded({capture});
        emit m_window.facts().statusChanged(makeStatus());
    }

    void chooseFailure()
    {
        QTest::qWait(100);
        auto *const view = m_window.findChild<Gui::LogView *>();
        for (int row = view->model()->rowCount() - 1; row >= 0; --row) {
            const QModelIndex index = view->model()->index(row, Gui::LogModel::PlaceColumn);
            if (index.data().toString() != QLatin1StringView("billing"))
                continue;
            view->setCurrentIndex(index.siblingAtColumn(0));
            return;
        }
    }

    void save(const QDir &folder, const QString &name, QWidget *widget = nullptr)
    {
        m_window.show();
        QTest::qWait(300);
        const QPixmap picture = (widget == nullptr ? &m_window : widget)->grab();
        if (!picture.save(folder.filePath(name + QStringLiteral(".png"))))
            qFatal("The picture could not be written.");
    }

private:
    QTemporaryDir m_folder;
    Gui::MainWindow m_window;
    Testing::StandInLog m_log;
};

void answerRecords(Gui::MainWindow &window)
{
    QObject::connect(&window.requests(), &Gui::Requests::attemptRecordRequested, &window,
                     [&window](const Core::AttemptId &id) {
                         emit window.facts().attemptLoaded(
                             makeRecord(makeAttempt(static_cast<int>(id.value))));
                     });
    QObject::connect(&window.requests(), &Gui::Requests::kinRequested, &window,
                     [&window](const LogKey &row) { emit window.facts().kinFound(makeKin(row)); });
    QObject::connect(
        &window.requests(), &Gui::Requests::signatureCheckRequested, &window,
        [&window](const LogKey &row) { emit window.facts().signatureChecked(makeReport(row)); });
}

void paintDetails(const QDir &folder, const QString &suffix)
{
    Stage stage;
    answerRecords(stage.window());
    stage.fill();
    stage.chooseFailure();
    auto *const detail = stage.window().findChild<Gui::DetailPane *>();
    auto *const body = detail->request()->body();
    detail->setCurrentTab(Gui::DetailPane::RequestTab);
    body->setMode(Gui::BodyView::Mode::Tree);
    stage.save(folder, QStringLiteral("tree-") + suffix, detail);
    body->finder()->open();
    body->finder()->findChild<QLineEdit *>()->setText(QStringLiteral("invoice"));
    stage.save(folder, QStringLiteral("find-") + suffix, detail);
    body->setMode(Gui::BodyView::Mode::Hex);
    stage.save(folder, QStringLiteral("hex-") + suffix, detail);
    const QStringList names{QStringLiteral("timing-"), QStringLiteral("tries-"),
                            QStringLiteral("diff-"), QStringLiteral("signature-")};
    for (int tab = Gui::DetailPane::TimingTab; tab < Gui::DetailPane::TabCount; ++tab) {
        detail->setCurrentTab(Gui::DetailPane::Tab{tab});
        stage.save(folder, names.at(tab - Gui::DetailPane::TimingTab) + suffix, detail);
    }
}

void paintStates(const QDir &folder, const QString &suffix)
{
    Stage empty;
    empty.save(folder, QStringLiteral("empty-") + suffix);
    Stage busy;
    answerRecords(busy.window());
    busy.fill();
    busy.save(folder, QStringLiteral("busy-") + suffix);
    busy.chooseFailure();
    busy.save(folder, QStringLiteral("failing-") + suffix);
    auto *const detail = busy.window().findChild<Gui::DetailPane *>();
    detail->setCurrentTab(Gui::DetailPane::RequestTab);
    EngineStatus trouble = makeStatus();
    trouble.trouble = QStringLiteral("The disk is full: events are refused until there is room.");
    emit busy.window().facts().statusChanged(trouble);
    emit busy.window().facts().refused(
        {ErrorCode::Conflict, QStringLiteral("That name is taken."), {}, {}});
    busy.window().findChild<Gui::LogView *>()->verticalScrollBar()->setValue(1000);
    emit busy.window().facts().attemptsRecorded({makeAttempt(Rows + 1), makeAttempt(Rows + 2)});
    busy.save(folder, QStringLiteral("request-") + suffix);
}

void paintDialog(const QDir &folder, const QString &suffix)
{
    Stage stage;
    stage.fill();
    Destination destination = makeDestinations().at(1).destination;
    destination.headers = {{"X-Team", "payments"}};
    Gui::DestinationDialog dialog({destination}, &stage.window());
    dialog.show();
    stage.save(folder, QStringLiteral("dialog-new-") + suffix, &dialog);
    dialog.setDestination(destination);
    dialog.findChild<QToolButton *>()->setChecked(true);
    stage.save(folder, QStringLiteral("dialog-") + suffix, &dialog);
}

/// Events behind one line each, more columns, and the dialog that asks for one.
void paintList(const QDir &folder, const QString &suffix)
{
    Stage stage;
    stage.fill();
    auto *const desk = stage.window().findChild<Gui::LogDesk *>();
    desk->group->setChecked(true);
    desk->columnMenu().actions().at(Gui::LogModel::TargetColumn)->setChecked(true);
    desk->showField({LogField::Source::RequestHeader, QStringLiteral("User-Agent")});
    QTest::qWait(100);
    auto *const model = stage.window().findChild<Gui::LogModel *>();
    model->toggle(model->rowCount() - 4);
    desk->pause->setChecked(true);
    emit stage.window().facts().attemptsRecorded({makeAttempt(Rows + 20)});
    stage.save(folder, QStringLiteral("list-") + suffix);
    Gui::ColumnDialog dialog(&stage.window());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    stage.save(folder, QStringLiteral("column-") + suffix, &dialog);
}

QList<Destination> onlyDestinations()
{
    QList<Destination> destinations;
    for (const DestinationStatus &status : makeDestinations())
        destinations.append(status.destination);
    return destinations;
}

void paintDeliveryDialogs(const QDir &folder, const QString &suffix)
{
    using Purpose = Gui::PublishDialog::Purpose;
    Stage stage;
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    Gui::PublishDialog test(Purpose::Test, onlyDestinations(), 1, facts, requests, &stage.window());
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
    stage.save(folder, QStringLiteral("dialog-test-") + suffix, &test);
    test.close();
    Gui::PublishDialog edit(Purpose::EditAndResend, onlyDestinations(), 2, facts, requests,
                            &stage.window());
    AttemptRecord record = makeRecord(makeAttempt(8));
    record.requestBody = "{\n  \"invoice\": 90071992547409931234,\n  \"paid\": false\n}\n";
    record.requestContentType = "application/json";
    edit.setOriginal(record);
    edit.show();
    auto *const body = edit.findChild<QPlainTextEdit *>();
    body->setPlainText(
        body->toPlainText().replace(QStringLiteral("false"), QStringLiteral("true")));
    stage.save(folder, QStringLiteral("dialog-edit-") + suffix, &edit);
    edit.close();
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
    stage.save(folder, QStringLiteral("dialog-resend-") + suffix, &resend);
}

/// Pinned rows, one of them with a note, and the dialogs that keep rows.
void paintKeeping(const QDir &folder, const QString &suffix)
{
    Stage stage;
    answerRecords(stage.window());
    stage.fill();
    stage.chooseFailure();
    const QList<LogKey> chosen = stage.window().findChild<Gui::LogPanel *>()->selectedKeys();
    emit stage.window().facts().pinsChanged(
        {{chosen.value(0), true, QStringLiteral("The invoice that was paid twice")},
         {LogKey::of(AttemptId{Rows - 4}), true, {}},
         {LogKey::of(AttemptId{Rows - 7}), true, {}}});
    stage.save(folder, QStringLiteral("pinned-") + suffix);
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
    stage.save(folder, QStringLiteral("dialog-export-") + suffix, &rows);
    rows.close();
    Gui::WordsDialog words(QStringLiteral("Note"),
                           QStringLiteral("What to remember about this row; it may be left empty."),
                           &stage.window());
    words.setWords(QStringLiteral("The invoice that was paid twice"));
    words.show();
    stage.save(folder, QStringLiteral("dialog-note-") + suffix, &words);
    Gui::PublishDialog publish(Gui::PublishDialog::Purpose::Publish, onlyDestinations(), 2, facts,
                               stage.window().requests(), &stage.window());
    publish.findChild<QLineEdit *>()->setText(QStringLiteral("invoice.paid"));
    publish.findChild<QPlainTextEdit *>()->setPlainText(
        QStringLiteral("{\n  \"invoice\": 90071992547409931234,\n  \"paid\": maybe\n}\n"));
    publish.show();
    stage.save(folder, QStringLiteral("dialog-publish-") + suffix, &publish);
}

/// What a file of destinations would do.
void paintConfiguration(const QDir &folder, const QString &suffix)
{
    Stage stage;
    stage.fill();
    Gui::Facts &facts = stage.window().facts();
    Gui::Requests &requests = stage.window().requests();
    Gui::WriteDialog write(8, 1, facts, requests, &stage.window());
    write.show();
    emit facts.configurationAnswered({1, 8, 0, 0, std::nullopt});
    stage.save(folder, QStringLiteral("dialog-write-") + suffix, &write);
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
    stage.save(folder, QStringLiteral("dialog-import-") + suffix, &import);
}

/// The filter as it is typed: wrong, with what it may say, and in force.
void paintFilter(const QDir &folder, const QString &suffix)
{
    Stage stage;
    stage.fill();
    auto *const panel = stage.window().findChild<Gui::LogPanel *>();
    auto *const field = panel->filter();
    field->setFilterText(QStringLiteral("status:5xx foo:bar is:failed"));
    stage.save(folder, QStringLiteral("filter-wrong-") + suffix);
    field->setFilterText(QStringLiteral("is:failed status:"));
    QTest::qWait(500);
    stage.save(folder, QStringLiteral("filter-begun-") + suffix);
    QObject::connect(
        &stage.window().requests(), &Gui::Requests::filterValuesRequested, field,
        [&stage](const FilterValuesQuestion &question) {
            emit stage.window().facts().filterValuesFound(
                {question, {{QStringLiteral("orders"), 1204}, {QStringLiteral("my shop"), 37}}});
        });
    field->clear();
    QTest::keyClicks(field, QStringLiteral("dest:"));
    stage.save(folder, QStringLiteral("filter-values-") + suffix, field->popup()->view());
    field->popup()->close();
    field->setFilterText({});
    field->popup()->open();
    stage.save(folder, QStringLiteral("filter-keys-") + suffix, field->popup()->view());
    field->popup()->close();
    panel->filterBar()->saved()->add(QStringLiteral("Refused by shop"),
                                     QStringLiteral("dest:billing"));
    field->setFilterText(QStringLiteral("dest:billing is:failed"));
    stage.save(folder, QStringLiteral("filter-") + suffix);
}

Activity makeWeather(const TimeFrame &frame, int seed)
{
    Activity activity(frame, nowMinus(0));
    for (int step = 0; step < frame.count; ++step) {
        Tally &tally = *activity.find(activity.beginOf(step));
        tally.delivered = 40 + (seed * 13 + step * step * 7) % 60;
        tally.temporary = seed % 3 == 1 && step > frame.count / 2 ? (step * 11 + seed) % 40 : 0;
        tally.failed = seed % 4 == 3 ? (step * 5) % 30 : 0;
    }
    return activity;
}

/// Answers whoever asks for figures with some.
void answerFigures(Gui::MainWindow &window)
{
    QObject::connect(
        &window.requests(), &Gui::Requests::figuresRequested, &window,
        [&window](const FigureQuestion &question) {
            Figures figures{question.destination,
                            makeWeather(question.frame, 7),
                            {{{AttemptOutcome::Delivered, 200, Failure::None, Phase::None}, 3712},
                             {{AttemptOutcome::Temporary, 503, Failure::None, Phase::None}, 412},
                             {{AttemptOutcome::Temporary, 0, Failure::TimedOut, Phase::Wait}, 96},
                             {{AttemptOutcome::Failed, 404, Failure::None, Phase::None}, 31}},
                            4155,
                            Microseconds{84'000},
                            Microseconds{412'000},
                            Microseconds{1'840'000},
                            {7, false},
                            true};
            QMetaObject::invokeMethod(
                &window, [&window, figures] { emit window.facts().destinationCounted(figures); },
                Qt::QueuedConnection);
        });
    QObject::connect(&window.requests(), &Gui::Requests::fleetRequested, &window,
                     [&window](const TimeFrame &frame) {
                         FleetFigures figures{frame, {}, true};
                         for (int i = 1; i <= 7 && frame.count > 0; ++i)
                             figures.destinations.append({DestinationId{i}, makeWeather(frame, i)});
                         QMetaObject::invokeMethod(
                             &window,
                             [&window, figures] { emit window.facts().fleetCounted(figures); },
                             Qt::QueuedConnection);
                     });
}

void paintCharts(const QDir &folder, const QString &suffix)
{
    Stage stage;
    answerFigures(stage.window());
    stage.fill();
    auto *const desk = stage.window().findChild<Gui::ChartDesk *>();
    desk->showFleet->setChecked(true);
    stage.save(folder, QStringLiteral("fleet-") + suffix);
    auto *const sidebar = stage.window().findChild<Gui::Sidebar *>();
    sidebar->choose(DestinationId{2});
    desk->showDashboard->setChecked(true);
    stage.save(folder, QStringLiteral("dashboard-") + suffix);
}

void paintDesk(const QDir &folder, const QString &suffix)
{
    Stage stage;
    stage.fill();
    const auto *const desk = stage.window().findChild<Gui::PreferencesDesk *>();
    stage.window().show();
    desk->open->trigger();
    auto *const preferences = stage.window().findChild<Gui::PreferencesDialog *>();
    auto *const pages = preferences->findChild<QListWidget *>();
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        stage.save(folder, QStringLiteral("preferences-%1-").arg(page) + suffix, preferences);
    }
    preferences->close();
    desk->findAction->trigger();
    auto *const palette = stage.window().findChild<Gui::ActionPalette *>();
    palette->findChild<QLineEdit *>()->setText(QStringLiteral("e"));
    stage.save(folder, QStringLiteral("palette-") + suffix, palette);
}

void paintTrayIcons(const QDir &folder)
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
    if (!picture.save(folder.filePath(QStringLiteral("tray.png"))))
        qFatal("The picture could not be written.");
}

void paintNoMatch(const QDir &folder)
{
    Stage stage;
    stage.fill();
    stage.window().findChild<Gui::FilterField *>()->setFilterText(
        QStringLiteral("nothing like this"));
    stage.window().findChild<Gui::Sidebar *>()->choose(DestinationId{2});
    stage.window().findChild<Gui::DestinationDesk *>()->remove->trigger();
    stage.save(folder, QStringLiteral("nomatch"));
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    if (argc != 2)
        qFatal("usage: gallery FOLDER");
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QFont font = QApplication::font();
    QApplication::setPalette(Gui::lightPalette());
    paintStates(folder, QStringLiteral("light"));
    paintDetails(folder, QStringLiteral("light"));
    paintDialog(folder, QStringLiteral("light"));
    paintDeliveryDialogs(folder, QStringLiteral("light"));
    paintKeeping(folder, QStringLiteral("light"));
    paintConfiguration(folder, QStringLiteral("light"));
    paintDesk(folder, QStringLiteral("light"));
    paintTrayIcons(folder);
    paintNoMatch(folder);
    paintFilter(folder, QStringLiteral("light"));
    paintCharts(folder, QStringLiteral("light"));
    paintList(folder, QStringLiteral("light"));
    QApplication::setPalette(Gui::darkPalette());
    paintList(folder, QStringLiteral("dark"));
    paintFilter(folder, QStringLiteral("dark"));
    paintCharts(folder, QStringLiteral("dark"));
    paintStates(folder, QStringLiteral("dark"));
    paintDetails(folder, QStringLiteral("dark"));
    paintDesk(folder, QStringLiteral("dark"));
    paintDialog(folder, QStringLiteral("dark"));
    paintDeliveryDialogs(folder, QStringLiteral("dark"));
    paintKeeping(folder, QStringLiteral("dark"));
    paintConfiguration(folder, QStringLiteral("dark"));
    QFont large = font;
    large.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(large);
    QApplication::setPalette(Gui::lightPalette());
    paintStates(folder, QStringLiteral("200"));
    paintDetails(folder, QStringLiteral("200"));
    paintDesk(folder, QStringLiteral("200"));
    paintDialog(folder, QStringLiteral("200"));
    paintDeliveryDialogs(folder, QStringLiteral("200"));
    paintKeeping(folder, QStringLiteral("200"));
    paintConfiguration(folder, QStringLiteral("200"));
    paintCharts(folder, QStringLiteral("200"));
    QApplication::setFont(font);
    Gui::speak(app, QStringLiteral("de"));
    paintStates(folder, QStringLiteral("german"));
    paintDesk(folder, QStringLiteral("german"));
    return 0;
}
