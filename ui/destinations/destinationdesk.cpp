// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/destinationdesk.h"

#include "ui/destinations/destinationdialog.h"
#include "ui/destinations/destinationmodel.h"
#include "ui/destinations/registercurl.h"
#include "ui/destinations/secretdesk.h"
#include "ui/destinations/sidebar.h"
#include "ui/facts.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"
#include "ui/undoaction.h"
#include "ui/undobar.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Gui {

DestinationDesk::DestinationDesk(const DestinationModel &model, Sidebar &sidebar, UndoBar &undoBar,
                                 NoticeBar &done, const Facts &facts, Requests &requests,
                                 QWidget &window)
    : QObject(&window)
    , add(new QAction(iconOf(Glyph::Add), tr("&Add destination…"), this))
    , edit(new QAction(tr("&Edit…"), this))
    , sendTest(new QAction(iconOf(Glyph::SendTest), tr("Send &test"), this))
    , pause(new QAction(iconOf(Glyph::Paused), tr("&Pause"), this))
    , duplicate(new QAction(tr("&Duplicate…"), this))
    , showOnly(new QAction(tr("Show &only this"), this))
    , copyUrl(new QAction(tr("&Copy URL"), this))
    , copyCommand(new QAction(tr("Copy c&url that registers it"), this))
    , secrets(new SecretDesk(facts, requests, done, window))
    , remove(new QAction(tr("&Remove"), this))
    , undo(new UndoAction(this))
    , m_model(model)
    , m_sidebar(sidebar)
    , m_undoBar(undoBar)
    , m_facts(facts)
    , m_requests(requests)
    , m_window(window)
{
    copyUrl->setIcon(iconOf(Glyph::Copy));
    duplicate->setObjectName(QStringLiteral("duplicate-destination"));
    showOnly->setObjectName(QStringLiteral("show-only-destination"));
    copyCommand->setObjectName(QStringLiteral("copy-registration"));
    add->setToolTip(tr("Add a destination"));
    setShortcuts();
    connectActions();
    connectCopies();
}

void DestinationDesk::setShortcuts() const
{
    add->setObjectName(QStringLiteral("add-destination"));
    edit->setObjectName(QStringLiteral("edit-destination"));
    sendTest->setObjectName(QStringLiteral("send-test"));
    pause->setObjectName(QStringLiteral("pause-destination"));
    copyUrl->setObjectName(QStringLiteral("copy-url"));
    remove->setObjectName(QStringLiteral("remove-destination"));
    undo->setObjectName(QStringLiteral("undo-removal"));
    add->setShortcut(QKeySequence::New);
    edit->setShortcut(QKeySequence(Qt::Key_F2));
    sendTest->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    pause->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    undo->setShortcut(QKeySequence::Undo);
    // Delete must stay a letter's affair while somebody types into a field.
    remove->setShortcut(QKeySequence(Qt::Key_Delete));
    remove->setShortcutContext(Qt::WidgetShortcut);
}

void DestinationDesk::connectActions()
{
    connect(add, &QAction::triggered, this, [this] { openNew(); });
    connect(edit, &QAction::triggered, this, [this] { openFor(chosen()); });
    connect(remove, &QAction::triggered, this, &DestinationDesk::removeChosen);
    connect(pause, &QAction::triggered, this, &DestinationDesk::togglePause);
    connect(sendTest, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosen())
            emit m_requests.testRequested(status->destination.id);
    });
    connect(duplicate, &QAction::triggered, this, &DestinationDesk::openDuplicate);
    connect(showOnly, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosen())
            emit onlyRequested(status->destination.id);
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { chooseAdded(first, last); });
    connect(&m_sidebar, &Sidebar::destinationChosen, this, [this](const Core::DestinationId &id) {
        if (!id.isNull())
            forgetRemoved();
    });
    connect(&m_undoBar, &UndoBar::undoRequested, &m_requests, &Requests::restorationRequested);
    undo->follow(m_undoBar, tr("&Undo removal"));
}

void DestinationDesk::connectCopies()
{
    connect(copyUrl, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosen())
            copy(status->destination.url, tr("Copied."));
    });
    connect(copyCommand, &QAction::triggered, this, [this] {
        if (const Core::DestinationStatus *const status = chosen())
            copyRegistration(status->destination);
    });
    connect(&m_facts, &Facts::statusChanged, this, [this](const Core::EngineStatus &status) {
        m_apiUrl = status.apiUrl;
        m_binUrl = status.binUrl;
    });
    connect(&m_facts, &Facts::destinationAnswered, this, &DestinationDesk::takeAnswer);
}

void DestinationDesk::copyRegistration(const Core::Destination &destination)
{
    const RegisterCurl curl = curlToRegister(destination, m_apiUrl);
    if (curl.secrets == 0)
        return copy(curl.command, tr("Copied."));
    copy(curl.command,
         curl.secrets == 1
             ? tr("Copied, without the value of 1 header.")
             : tr("Copied, without the values of %1 headers.").arg(countText(curl.secrets)));
}

void DestinationDesk::copy(const QString &text, const QString &told)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(told);
}

QList<QAction *> DestinationDesk::forChosen() const
{
    QList<QAction *> actions{sendTest, pause, edit, duplicate, showOnly, copyUrl, copyCommand};
    actions += secrets->forChosen();
    actions.append(remove);
    return actions;
}

const Core::DestinationStatus *DestinationDesk::chosen() const
{
    const Core::DestinationId id = m_sidebar.chosen();
    if (id.isNull() && m_model.count() == 1)
        return m_model.statusAt(1);
    return m_model.find(id);
}

void DestinationDesk::updateActions() const
{
    const Core::DestinationStatus *const status = chosen();
    const bool isChosen = status != nullptr;
    const bool isPaused = isChosen && status->destination.state == Core::DestinationState::Paused;
    const QString reason = isChosen ? QString() : tr("Choose a destination first");
    for (QAction *const action : forChosen()) {
        action->setEnabled(isChosen);
        action->setStatusTip(reason);
    }
    secrets->updateActions(isChosen ? &status->destination : nullptr, reason);
    sendTest->setToolTip(isChosen ? tr("Send one test event to the chosen destination") : reason);
    pause->setText(isPaused ? tr("&Resume") : tr("&Pause"));
    pause->setIcon(iconOf(isPaused ? Glyph::Play : Glyph::Paused));
    pause->setToolTip(!isChosen      ? reason
                          : isPaused ? tr("Send to the chosen destination again")
                                     : tr("Keep back what is for the chosen destination"));
}

void DestinationDesk::openNew(const QString &url)
{
    DestinationDialog *const dialog = openDialog();
    dialog->setUrl(url);
    addWhatIsEntered(dialog);
}

void DestinationDesk::openEdit(const Core::DestinationId &id)
{
    openFor(m_model.find(id));
}

void DestinationDesk::openFor(const Core::DestinationStatus *status)
{
    if (status == nullptr)
        return;
    DestinationDialog *const dialog = openDialog();
    dialog->setDestination(status->destination);
    connect(dialog, &DestinationDialog::destinationEntered, this,
            [this, dialog, before = status->destination](const Core::Destination &after,
                                                         const QByteArray &secret) {
                emit m_requests.changeRequested(before, after, secret, ticketFor(dialog));
            });
    emit m_requests.signingRequested(status->destination.id);
}

void DestinationDesk::openDuplicate()
{
    const Core::DestinationStatus *const status = chosen();
    if (status == nullptr)
        return;
    Core::Destination copy = status->destination;
    copy.id = {};
    copy.name = tr("%1 copy").arg(copy.name);
    DestinationDialog *const dialog = openDialog();
    dialog->setDestination(copy);
    dialog->setWindowTitle(tr("Duplicate destination"));
    addWhatIsEntered(dialog);
}

void DestinationDesk::addWhatIsEntered(DestinationDialog *dialog)
{
    connect(dialog, &DestinationDialog::destinationEntered, this,
            [this, dialog](const Core::Destination &destination, const QByteArray &secret) {
                m_awaited = destination;
                emit m_requests.additionRequested(destination, secret, ticketFor(dialog));
            });
}

Core::Ticket DestinationDesk::ticketFor(DestinationDialog *dialog)
{
    m_asking.insert(++m_lastTicket, dialog);
    return m_lastTicket;
}

/// Nobody needs to have waited for it.
void DestinationDesk::takeAnswer(const Core::DestinationAnswer &answer)
{
    const QPointer<DestinationDialog> dialog = m_asking.take(answer.ticket);
    const bool isOpen = dialog && !dialog->isHidden();
    if (answer.error)
        m_awaited = {};
    if (answer.error && isOpen)
        dialog->showRefusal(*answer.error);
    else if (answer.error)
        emit refused(*answer.error);
    else if (isOpen)
        dialog->accept();
}

void DestinationDesk::chooseAdded(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Core::Destination &added = m_model.statusAt(row)->destination;
        if (added.url == m_awaited.url && added.name == m_awaited.name)
            m_awaited = {};
        else if (added.id == m_removed)
            m_removed = {};
        else
            continue;
        return m_sidebar.choose(added.id);
    }
}

DestinationDialog *DestinationDesk::openDialog()
{
    auto *const dialog = new DestinationDialog(m_model.destinations(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReceiver(m_binUrl);
    connect(dialog, &DestinationDialog::trialRequested, &m_requests, &Requests::trialRequested);
    connect(dialog, &DestinationDialog::nameCheckRequested, &m_requests,
            &Requests::nameCheckRequested);
    connect(&m_facts, &Facts::nameChecked, dialog, &DestinationDialog::showNameReport);
    connect(&m_facts, &Facts::signingLoaded, dialog, &DestinationDialog::showSigning);
    connect(&m_facts, &Facts::destinationTried, dialog, &DestinationDialog::showTrial);
    connect(&m_facts, &Facts::trialRefused, dialog, &DestinationDialog::showTrialRefusal);
    dialog->open();
    return dialog;
}

void DestinationDesk::removeChosen()
{
    const Core::DestinationStatus *const status = chosen();
    if (status != nullptr)
        removeUndoably(status->destination);
}

void DestinationDesk::removeAgain(const Core::DestinationId &id)
{
    if (const Core::DestinationStatus *const status = m_model.find(id))
        removeUndoably(status->destination);
}

void DestinationDesk::removeUndoably(const Core::Destination &destination)
{
    // A copy, since the model may drop it as soon as that is asked for.
    const Core::Destination removed = destination;
    if (m_sidebar.chosen() == removed.id)
        m_removed = removed.id;
    emit m_requests.removalRequested(removed.id);
    m_undoBar.offer(removed);
}

void DestinationDesk::forgetRemoved()
{
    m_removed = {};
}

void DestinationDesk::togglePause()
{
    const Core::DestinationStatus *const status = chosen();
    if (status == nullptr)
        return;
    if (status->destination.state == Core::DestinationState::Paused)
        emit m_requests.resumeRequested(status->destination.id);
    else
        emit m_requests.pauseRequested(status->destination.id);
}

} // namespace Gui
