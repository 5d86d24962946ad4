// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogtour.h"

#include "tests/ui/makers.h"
#include "ui/configuration/configurationdesk.h"
#include "ui/desk/actionlist.h"
#include "ui/facts.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterfield.h"
#include "ui/filter/savedfilters.h"
#include "ui/log/logpanel.h"
#include "ui/mainwindow.h"
#include "ui/requests.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QListWidget>
#include <QPointer>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>

#include <utility>

using namespace Core;

namespace Testing {

namespace {

/// They end the window, or are of no use where nobody looks.
bool isLeftOutOfTour(const QString &name)
{
    static const QSet<QString> LeftOut{
        QStringLiteral("quit"), QStringLiteral("close-window"), QStringLiteral("full-screen"),
        QStringLiteral("open-in-own-window"), QStringLiteral("remove-destination")};
    return name.isEmpty() || LeftOut.contains(name);
}

/// What shows another page of the window.
bool showsPage(const QString &name)
{
    static const QSet<QString> Pages{QStringLiteral("api-calls"), QStringLiteral("show-fleet"),
                                     QStringLiteral("show-dashboard"),
                                     QStringLiteral("first-steps"), QStringLiteral("show-log")};
    return Pages.contains(name);
}

QList<QPointer<QDialog>> shownDialogs()
{
    QList<QPointer<QDialog>> shown;
    for (QWidget *const window : QApplication::topLevelWidgets()) {
        auto *const dialog = qobject_cast<QDialog *>(window);
        if (dialog != nullptr && dialog->isVisible())
            shown.append(dialog);
    }
    return shown;
}

Attempt baitedAttempt(const QString &text)
{
    Attempt made = attempt(1, AttemptOutcome::Failed);
    made.destinationName = text;
    made.url = text;
    made.eventType = text;
    made.error = text;
    made.note = text;
    made.event.text = text;
    return made;
}

AttemptRecord baitedRecord(const QString &text)
{
    AttemptRecord record;
    record.attempt = baitedAttempt(text);
    const QByteArray bytes = text.toUtf8();
    record.transcript.url = text;
    record.transcript.remoteAddress = text;
    record.transcript.requestHeaders = {{"X-Test", bytes}, {bytes, bytes}};
    record.transcript.responseHeaders = {{"Location", bytes}, {"Content-Type", "text/html"}};
    record.transcript.responseBody = "<html>" + bytes + "</html>";
    record.requestBody = bytes;
    record.requestContentType = "text/html";
    record.eventHeaders = {{"X-Test", bytes}};
    return record;
}

Core::Capture baitedCapture(const QString &text)
{
    Core::Capture received = capture(1);
    received.bin = text;
    received.target = text.toUtf8();
    received.remoteAddress = text;
    received.note = text;
    return received;
}

DestinationStatus baitedStatus(const QString &text)
{
    DestinationStatus status = failing(1, text);
    status.destination.url = text;
    status.destination.mark = text;
    status.waiting = 3;
    status.lastAttempt = baitedAttempt(text);
    return status;
}

ApiCall refusedCall(const QString &text)
{
    ApiCall made;
    made.caller = text;
    made.client = text.toUtf8();
    made.method = "POST";
    made.target = text.toUtf8();
    made.status = 400;
    made.sentence = text;
    made.hint = text;
    return made;
}

} // namespace

void showEverywhere(Gui::MainWindow &window, const QString &text)
{
    Gui::Facts &facts = window.facts();
    emit facts.destinationsChanged({baitedStatus(text)});
    emit facts.attemptsRecorded({baitedAttempt(text)});
    emit facts.capturesRecorded({baitedCapture(text)});
    emit facts.binsListed({text});
    emit facts.callsAnswered({refusedCall(text)});
    emit facts.refused({ErrorCode::Conflict, text, text, text});
    EngineStatus status = listeningEngine();
    status.trouble = text;
    emit facts.statusChanged(status);
    QCoreApplication::processEvents();
    window.findChild<Gui::LogPanel *>()->step(0);
    emit facts.attemptLoaded(baitedRecord(text));
    QCoreApplication::processEvents();
}

DialogTour::DialogTour(Gui::MainWindow &window, QString text)
    : m_window(window)
    , m_text(std::move(text))
{
    answer();
}

/// Whatever a dialog asks for, it gets.
void DialogTour::answer()
{
    Gui::Facts &facts = m_window.facts();
    const Gui::Requests &requests = m_window.requests();
    QObject::connect(&requests, &Gui::Requests::attemptRecordRequested, &m_window,
                     [this, &facts] { emit facts.attemptLoaded(baitedRecord(m_text)); });
    QObject::connect(&requests, &Gui::Requests::resendPreviewRequested, &m_window,
                     [&facts](const ResendOrder &order) {
                         ResendPreview preview;
                         preview.ticket = order.ticket;
                         preview.delivered = 2;
                         preview.destinations = {DestinationId{1}};
                         emit facts.resendPreviewed(preview);
                     });
    QObject::connect(&requests, &Gui::Requests::exportPreviewRequested, &m_window,
                     [this, &facts](const ExportOrder &order) {
                         ExportPreview preview;
                         preview.ticket = order.ticket;
                         preview.rows = 1;
                         preview.masked = {{m_text, 1}};
                         emit facts.exportPreviewed(preview);
                     });
    QObject::connect(&requests, &Gui::Requests::importPreviewRequested, &m_window,
                     [this, &facts](const ConfigurationOrder &order) {
                         ImportPreview preview;
                         preview.ticket = order.ticket;
                         ImportEntry entry;
                         entry.name = m_text;
                         entry.url = m_text;
                         preview.entries = {entry};
                         emit facts.importPreviewed(preview);
                     });
}

QAction *DialogTour::find(const QString &name) const
{
    for (const Gui::GroupedAction &grouped : Gui::actionsOf(m_window)) {
        if (grouped.action->objectName() == name)
            return grouped.action;
    }
    return nullptr;
}

void DialogTour::go(const Visit &visit)
{
    const auto *const filters = m_window.findChild<Gui::FilterBar *>();
    filters->saved()->add(m_text, QStringLiteral("is:failed"));
    QStringList names;
    for (const Gui::GroupedAction &grouped : Gui::actionsOf(m_window))
        names.append(grouped.action->objectName());
    for (const QString &name : std::as_const(names)) {
        QAction *const action = find(name);
        if (action == nullptr || isLeftOutOfTour(name))
            continue;
        find(QStringLiteral("show-log"))->trigger();
        m_window.findChild<Gui::LogPanel *>()->clearFilter();
        showEverywhere(m_window, m_text);
        if (!action->isEnabled())
            continue;
        action->trigger();
        QCoreApplication::processEvents();
        if (showsPage(name))
            visitPages(m_window, name, visit);
        visitDialogs(visit);
        if (action->isCheckable() && find(name) == action)
            action->trigger();
    }
    m_window.findChild<Gui::ConfigurationDesk *>()->openImport(QStringLiteral("/nowhere.json"));
    visitDialogs(visit);
    filters->field()->setFilterText(QStringLiteral("is:failed"));
    filters->save->trigger();
    visitDialogs(visit);
}

void DialogTour::visitDialogs(const Visit &visit)
{
    for (const QPointer<QDialog> &dialog : shownDialogs()) {
        // The one that it belonged to has gone.
        if (!dialog || !dialog->isVisible())
            continue;
        const QString name
            = QString::fromLatin1(dialog->metaObject()->className()) + u' ' + dialog->windowTitle();
        m_seen.insert(QString::fromLatin1(dialog->metaObject()->className()));
        dialog->activateWindow();
        if (!QTest::qWaitForWindowActive(dialog))
            m_stayed.append(name + QStringLiteral(" is not active"));
        // Those that choose a file are Qt's.
        if (qobject_cast<QFileDialog *>(dialog) == nullptr)
            visitPages(*dialog, name, visit);
        if (dialog)
            leave(*dialog, name);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void DialogTour::leave(QDialog &dialog, const QString &name)
{
    const QPointer<QDialog> left(&dialog);
    QWidget *const focus = dialog.focusWidget();
    QTest::keyClick(focus == nullptr ? &dialog : focus, Qt::Key_Escape);
    if (left && left->isVisible()) {
        m_stayed.append(name);
        left->close();
    }
}

void DialogTour::visitPages(QWidget &window, const QString &name, const Visit &visit) const
{
    const auto look = [&](const QString &page) {
        QCoreApplication::processEvents();
        visit(window, name + page);
    };
    if (auto *const tabs = window.findChild<QTabWidget *>()) {
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            look(u' ' + tabs->tabText(tab));
        }
        return;
    }
    auto *const titles = window.findChild<QListWidget *>();
    const auto *const pages = window.findChild<QStackedWidget *>();
    if (titles == nullptr || pages == nullptr || titles->count() != pages->count())
        return look({});
    for (int page = 0; page < titles->count(); ++page) {
        titles->setCurrentRow(page);
        look(u' ' + titles->item(page)->text());
    }
}

} // namespace Testing
