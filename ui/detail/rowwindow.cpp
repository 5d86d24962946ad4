// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/rowwindow.h"

#include "ui/detail/detailpane.h"
#include "ui/detail/recorddesk.h"
#include "ui/facts.h"
#include "ui/log/logrow.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"
#include "ui/noticebar.h"
#include "ui/requests.h"

#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace Gui {

namespace {

constexpr std::chrono::minutes CheckEvery{1}; ///< as often as the past is forgotten

LogRow logRowOf(const RowRecord &record)
{
    if (const auto *const sent = std::get_if<Core::AttemptRecord>(&record))
        return rowOf(sent->attempt);
    return rowOf(
        Core::LinkedCapture{std::get<Core::CaptureRecord>(record).capture, {}, {}, {}, false});
}

/// Qt takes a single one for the place of a mark.
QString asTitle(QString text)
{
    return text.replace(QLatin1StringView("[*]"), QLatin1StringView("[*][*]"));
}

} // namespace

RowWindow::RowWindow(const Core::LogKey &row, const Facts &facts, Requests &requests)
    : resend(new QAction(iconOf(Glyph::Undo), tr("&Resend"), this))
    , editAndResend(new QAction(iconOf(Glyph::Edit), tr("&Edit and resend…"), this))
    , pin(new QAction(iconOf(Glyph::Pin), tr("&Pin"), this))
    , note(new QAction(iconOf(Glyph::Note), tr("&Note…"), this))
    , m_requests(requests)
    , m_done(new NoticeBar(Tone::Good, this))
    , m_trouble(new NoticeBar(Tone::Warning, this))
    , m_pane(new DetailPane(this))
    , m_records(new RecordDesk(*m_pane, facts, requests, this))
{
    setWindowTitle(tr("Row of the log — Hookpost"));
    m_trouble->setObjectName(QStringLiteral("row-trouble"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_trouble);
    layout->addWidget(m_pane, 1);
    layout->addWidget(m_done);
    setUpActions();
    fillPane();
    connectFacts(facts);
    m_checking.setInterval(CheckEvery);
    connect(&m_checking, &QTimer::timeout, this, &RowWindow::check);
    m_checking.start();
    showRow(row);
    m_pane->setFocus();
}

void RowWindow::setUpActions()
{
    // Named as those of the main window are, whose keys they get.
    resend->setObjectName(QStringLiteral("resend"));
    editAndResend->setObjectName(QStringLiteral("edit-and-resend"));
    pin->setObjectName(QStringLiteral("pin"));
    note->setObjectName(QStringLiteral("note"));
    auto *const close = new QAction(tr("&Close window"), this);
    close->setObjectName(QStringLiteral("close-window"));
    addActions({close, resend, editAndResend, pin, note, m_records->find, m_records->findNext,
                m_records->findPrevious, m_records->copyCurl, m_records->copyHttpie,
                m_records->copyRaw, m_records->copyJson, m_records->copyMarkdown,
                m_records->saveBody, m_records->showSecrets});
    connect(close, &QAction::triggered, this, &QWidget::close);
    connect(resend, &QAction::triggered, this, [this] { emit resendRequested(m_row.attempt()); });
    connect(editAndResend, &QAction::triggered, this,
            [this] { emit editRequested(m_row.attempt()); });
    connect(pin, &QAction::triggered, this,
            [this] { emit m_requests.pinRequested({m_row}, !m_pin.isPinned); });
    connect(note, &QAction::triggered, this, [this] { emit noteRequested(m_pin); });
}

void RowWindow::fillPane()
{
    m_pane->addButtons({resend, editAndResend});
    m_pane->addButton(m_records->copyAs, m_records->copyMenu());
    m_pane->addButtons({m_records->saveBody, pin, note});
    connect(m_pane, &DetailPane::rowRequested, this, &RowWindow::showRow);
    connect(m_records, &RecordDesk::shown, this, &RowWindow::take);
    connect(m_records, &RecordDesk::copied, this,
            [this](bool isMasked) { tell(copiedText(isMasked)); });
    connect(m_records, &RecordDesk::refused, this,
            [this](const Core::Error &error) { m_trouble->showNotice(spoken(error)); });
}

void RowWindow::connectFacts(const Facts &facts) const
{
    connect(&facts, &Facts::attemptsRecorded, this, &RowWindow::noteEnd);
    connect(&facts, &Facts::responsesKept, this, &RowWindow::noteEnd);
    connect(&facts, &Facts::pinsChanged, this, &RowWindow::takePins);
    connect(&facts, &Facts::rowMissing, this, &RowWindow::takeMissing);
    connect(&facts, &Facts::rowsForgotten, this, &RowWindow::takeForgotten);
    connect(&facts, &Facts::refused, this, &RowWindow::takeRefusal);
}

void RowWindow::showRow(const Core::LogKey &row)
{
    m_row = row;
    m_pin = {};
    m_isHeartbeat = false;
    m_isMissing = false;
    m_trouble->showNotice({});
    m_records->show(row);
    updateActions();
    check();
}

void RowWindow::check()
{
    emit m_requests.kinRequested(m_row);
}

void RowWindow::tell(const QString &text)
{
    m_done->showBriefly(text);
}

void RowWindow::take(const RowRecord &record)
{
    const LogRow row = logRowOf(record);
    setWindowTitle(asTitle(tr("%1, %2, %3 — Hookpost", "destination, event and status")
                               .arg(row.place, row.event, statusText(row))));
    m_isHeartbeat = row.isHeartbeat;
    m_pin = pinOf(record);
    updateActions();
}

void RowWindow::takePins(const QList<Core::Pin> &pins)
{
    for (const Core::Pin &changed : pins) {
        if (changed.row == m_row)
            m_pin = changed;
    }
    updateActions();
}

void RowWindow::takeMissing(const Core::LogKey &row)
{
    if (row != m_row || m_isMissing)
        return;
    m_isMissing = true;
    m_trouble->showNotice(m_pin.row.isNull()
                              ? tr("The history has let go of this row.")
                              : tr("The history has let go of this row; what is shown of it goes "
                                   "with this window."));
    updateActions();
}

void RowWindow::takeForgotten(const QList<Core::LogKey> &rows)
{
    if (rows.contains(m_row))
        takeMissing(m_row);
}

/// The main window tells it as well, but may be out of sight.
void RowWindow::takeRefusal(const Core::Error &error)
{
    if (isActiveWindow() && !m_isMissing)
        m_trouble->showNotice(spoken(error));
}

/// At once, as in the list.
void RowWindow::noteEnd(const QList<Core::Attempt> &attempts)
{
    if (std::any_of(attempts.begin(), attempts.end(), [this](const Core::Attempt &attempt) {
            return Core::LogKey::of(attempt.id) == m_row;
        }))
        m_records->refresh();
}

void RowWindow::updateActions()
{
    const QString gone = m_isMissing ? tr("The history has let go of this row") : QString();
    QString reason;
    if (m_isMissing)
        reason = gone;
    else if (m_row.isCapture())
        reason = tr("Only what was sent can be sent again");
    else if (m_isHeartbeat)
        reason = tr("The next heartbeat comes by itself");
    for (QAction *const action : {resend, editAndResend})
        action->setEnabled(reason.isEmpty());
    resend->setToolTip(reason.isEmpty() ? tr("Send what this attempt sent once more") : reason);
    editAndResend->setToolTip(reason.isEmpty() ? tr("Send a changed copy to the same destination")
                                               : reason);
    const bool isKept = !m_pin.row.isNull() && !m_isMissing;
    pin->setText(m_pin.isPinned ? tr("Un&pin") : tr("&Pin"));
    pin->setIcon(iconOf(m_pin.isPinned ? Glyph::Unpin : Glyph::Pin));
    pin->setToolTip(m_isMissing ? gone : tr("A pinned row is kept whatever the limits"));
    note->setToolTip(m_isMissing ? gone : tr("Write a few words on this row"));
    for (QAction *const action : {pin, note})
        action->setEnabled(isKept);
}

/// What is being written in a dialog would go with its window.
void RowWindow::closeEvent(QCloseEvent *event)
{
    const QList<QDialog *> dialogs = findChildren<QDialog *>();
    const auto open = std::find_if(dialogs.begin(), dialogs.end(),
                                   [](const QDialog *dialog) { return dialog->isVisible(); });
    if (open == dialogs.end())
        return QWidget::closeEvent(event);
    event->ignore();
    (*open)->raise();
    (*open)->activateWindow();
}

void RowWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (!m_pane->closeFinder())
        close();
}

} // namespace Gui
