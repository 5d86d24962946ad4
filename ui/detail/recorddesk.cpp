// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/recorddesk.h"

#include "ui/detail/bodyview.h"
#include "ui/detail/detailpane.h"
#include "ui/detail/findbar.h"
#include "ui/detail/savebody.h"
#include "ui/facts.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace Gui {

namespace {

constexpr std::chrono::milliseconds LateAfter{200};
constexpr std::chrono::milliseconds RefreshAfter{1000};

/// Whether \a attempt is another try of what \a shown sent, be it by hand.
bool isKin(const Core::Attempt &attempt, const Core::Attempt &shown)
{
    return attempt.delivery == shown.delivery
        || (!attempt.event.isNull() && attempt.event == shown.event
            && attempt.destination == shown.destination);
}

QString jsonOf(const RowRecord &record, SecretFields secrets)
{
    return std::visit([secrets](const auto &row) { return asJson(row, secrets); }, record);
}

QString reportOf(const RowRecord &record, SecretFields secrets)
{
    return std::visit([secrets](const auto &row) { return asMarkdown(row, secrets); }, record);
}

bool holdsSecrets(const RowRecord &record)
{
    return std::visit([](const auto &row) { return Core::redacted(row) != row; }, record);
}

} // namespace

RecordDesk::RecordDesk(DetailPane &pane, const Facts &facts, Requests &requests, QObject *parent)
    : QObject(parent)
    , find(new QAction(tr("Fi&nd in body…"), this))
    , findNext(new QAction(tr("Find ne&xt"), this))
    , findPrevious(new QAction(tr("Find pre&vious"), this))
    , copyAs(new QAction(iconOf(Glyph::Copy), tr("Cop&y as"), this))
    , copyCurl(new QAction(tr("&cURL command"), this))
    , copyHttpie(new QAction(tr("&HTTPie command"), this))
    , copyRaw(new QAction(tr("&Raw message"), this))
    , copyJson(new QAction(tr("&JSON of the row"), this))
    , copyMarkdown(new QAction(tr("&Markdown for a report"), this))
    , showSecrets(new QAction(tr("Sho&w secrets"), this))
    , saveBody(new QAction(iconOf(Glyph::Save), tr("Save &body…"), this))
    , m_pane(pane)
    , m_requests(requests)
    , m_copyMenu(new QMenu(tr("Cop&y as"), &pane))
{
    m_lateRecord.setSingleShot(true);
    m_refresh.setObjectName(QStringLiteral("refresh"));
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(RefreshAfter);
    connect(&m_refresh, &QTimer::timeout, this, [this] { requestRecord(m_awaited); });
    connect(&facts, &Facts::attemptsRecorded, this, &RecordDesk::noteAttempts);
    connect(&facts, &Facts::responsesKept, this, &RecordDesk::noteAttempts);
    connect(&facts, &Facts::capturesRecorded, this, &RecordDesk::noteCaptures);
    connect(&facts, &Facts::destinationsChanged, this, &RecordDesk::noteDestinations);
    connect(&facts, &Facts::deliveriesCancelled, this, &RecordDesk::refreshSoon);
    connect(&m_lateRecord, &QTimer::timeout, this, &RecordDesk::clear);
    connect(&facts, &Facts::attemptLoaded, this, &RecordDesk::take);
    connect(&facts, &Facts::captureLoaded, this, &RecordDesk::take);
    connect(&facts, &Facts::kinFound, &m_pane, &DetailPane::showKin);
    connect(&facts, &Facts::signatureChecked, &m_pane, &DetailPane::showReport);
    connect(&facts, &Facts::pinsChanged, &m_pane, &DetailPane::showPins);
    connect(&facts, &Facts::statusChanged, &m_pane, [&pane](const Core::EngineStatus &status) {
        pane.setDispatching(status.isDispatching);
    });
    setUpActions();
    connectPane();
    updateActions();
}

void RecordDesk::setUpActions()
{
    find->setObjectName(QStringLiteral("find-in-body"));
    findNext->setObjectName(QStringLiteral("find-next"));
    findPrevious->setObjectName(QStringLiteral("find-previous"));
    copyCurl->setObjectName(QStringLiteral("copy-curl"));
    copyHttpie->setObjectName(QStringLiteral("copy-httpie"));
    copyRaw->setObjectName(QStringLiteral("copy-raw"));
    copyJson->setObjectName(QStringLiteral("copy-json"));
    copyMarkdown->setObjectName(QStringLiteral("copy-markdown"));
    showSecrets->setObjectName(QStringLiteral("show-secrets"));
    saveBody->setObjectName(QStringLiteral("save-body"));
    find->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    findNext->setShortcut(QKeySequence(Qt::Key_F3));
    findPrevious->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    copyCurl->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copyAs->setToolTip(tr("Copies the request for other tools"));
    saveBody->setToolTip(tr("Writes the very bytes of the body in front into a file"));
    showSecrets->setCheckable(true);
    showSecrets->setToolTip(tr("Credentials, cookies, signatures, own headers and the values of "
                               "queries are hidden otherwise, and masked in what is copied"));
    m_copyMenu->addActions({copyCurl, copyHttpie, copyRaw, copyJson, copyMarkdown});
    m_copyMenu->addSeparator();
    m_copyMenu->addAction(showSecrets);
    m_copyMenu->setToolTipsVisible(true);
    m_copyMenu->menuAction()->setIcon(iconOf(Glyph::Copy));
}

void RecordDesk::connectPane()
{
    connect(&m_pane, &DetailPane::copied, this, &RecordDesk::copied);
    connect(&m_pane, &DetailPane::recordRequested, this, [this](const Core::LogKey &row) {
        m_awaitedToCompare.insert(row.value);
        requestRecord(row);
    });
    m_pane.offerSecrets(*showSecrets);
    const auto inBody = [this](void (FindBar::*act)()) {
        if (BodyView *const body = m_pane.bodyInFront())
            (body->finder()->*act)();
    };
    connect(find, &QAction::triggered, this, [inBody] { inBody(&FindBar::open); });
    connect(findNext, &QAction::triggered, this, [inBody] { inBody(&FindBar::findNext); });
    connect(findPrevious, &QAction::triggered, this, [inBody] { inBody(&FindBar::findPrevious); });
    connect(copyCurl, &QAction::triggered, this, [this] { copy(asCurl); });
    connect(copyHttpie, &QAction::triggered, this, [this] { copy(asHttpie); });
    connect(copyRaw, &QAction::triggered, this, [this] { copy(asRaw); });
    connect(copyJson, &QAction::triggered, this, [this] { copyRow(jsonOf); });
    connect(copyMarkdown, &QAction::triggered, this, [this] { copyRow(reportOf); });
    connect(saveBody, &QAction::triggered, this, &RecordDesk::saveBodyAs);
}

void RecordDesk::show(const Core::LogKey &row)
{
    m_awaited = row;
    m_lateRecord.start(LateAfter);
    m_refresh.stop();
    requestRecord(row);
}

void RecordDesk::requestRecord(const Core::LogKey &row)
{
    if (row.isCapture())
        emit m_requests.captureRecordRequested(row.capture());
    else
        emit m_requests.attemptRecordRequested(row.attempt());
}

void RecordDesk::take(const RowRecord &record)
{
    const Core::LogKey row = keyOf(record);
    if (m_awaitedToCompare.remove(row.value))
        m_pane.takeCompared(record);
    if (row != m_awaited)
        return;
    m_lateRecord.stop();
    m_pane.showRecord(record);
    updateActions();
    emit shown(record);
    emit m_requests.kinRequested(row);
    emit m_requests.signatureCheckRequested(row);
}

void RecordDesk::noteAttempts(const QList<Core::Attempt> &attempts)
{
    const auto &record = m_pane.record();
    const auto *const shown = record ? std::get_if<Core::AttemptRecord>(&*record) : nullptr;
    if (shown != nullptr
        && std::any_of(attempts.begin(), attempts.end(),
                       [shown](const auto &attempt) { return isKin(attempt, shown->attempt); }))
        refreshSoon();
}

void RecordDesk::noteCaptures(const QList<Core::Capture> &captures)
{
    const auto &record = m_pane.record();
    const auto *const shown = record ? std::get_if<Core::AttemptRecord>(&*record) : nullptr;
    if (shown != nullptr
        && std::any_of(captures.begin(), captures.end(), [shown](const Core::Capture &capture) {
               return capture.delivery == shown->attempt.delivery;
           }))
        refreshSoon();
}

/// What waits may wait for another moment by now: that of a probe, or the end of a pause.
void RecordDesk::noteDestinations(const QList<Core::DestinationStatus> &statuses)
{
    const auto &record = m_pane.record();
    const auto *const shown = record ? std::get_if<Core::AttemptRecord>(&*record) : nullptr;
    if (shown != nullptr && shown->dueAt
        && std::any_of(statuses.begin(), statuses.end(), [shown](const auto &status) {
               return status.destination.id == shown->attempt.destination;
           }))
        refreshSoon();
}

// However many come, once a second at most.
void RecordDesk::refreshSoon()
{
    const auto &record = m_pane.record();
    if (!m_refresh.isActive() && record && keyOf(*record) == m_awaited)
        m_refresh.start();
}

void RecordDesk::forget()
{
    m_awaited = {};
    m_lateRecord.stop();
    clear();
}

void RecordDesk::refresh()
{
    if (!m_awaited.isNull())
        requestRecord(m_awaited);
}

void RecordDesk::clear()
{
    m_refresh.stop();
    m_pane.clearRecord();
    updateActions();
}

void RecordDesk::updateActions()
{
    const bool isChosen = m_pane.record().has_value();
    for (QAction *const action : {find, findNext, findPrevious, copyAs, copyCurl, copyHttpie,
                                  copyRaw, copyJson, copyMarkdown, saveBody})
        action->setEnabled(isChosen);
}

SecretFields RecordDesk::secrets() const
{
    return showSecrets->isChecked() ? SecretFields::Included : SecretFields::Masked;
}

void RecordDesk::copy(CopyRequest asText)
{
    const auto request
        = std::visit([](const auto &record) { return requestOf(record); }, *m_pane.record());
    QGuiApplication::clipboard()->setText(asText(request, secrets()));
    emit copied(!showSecrets->isChecked() && redacted(request) != request);
}

void RecordDesk::copyRow(QString (*asText)(const RowRecord &, SecretFields))
{
    const RowRecord &record = *m_pane.record();
    QGuiApplication::clipboard()->setText(asText(record, secrets()));
    emit copied(!showSecrets->isChecked() && holdsSecrets(record));
}

void RecordDesk::saveBodyAs()
{
    auto *const dialog = new QFileDialog(&m_pane, tr("Save body"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("body.bin"));
    // The row may be another one by the time that a file is chosen.
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, bytes = m_pane.bytesInFront()](const QString &path) {
                if (const auto saved = saveBytes(path, bytes); !saved)
                    emit refused(saved.error());
            });
    dialog->open();
}

} // namespace Gui
