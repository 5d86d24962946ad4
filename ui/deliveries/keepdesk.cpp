// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deliveries/keepdesk.h"

#include "ui/deliveries/exportdialog.h"
#include "ui/deliveries/wordsdialog.h"
#include "ui/detail/recorddesk.h"
#include "ui/facts.h"
#include "ui/log/logpanel.h"
#include "ui/look/glyph.h"
#include "ui/requests.h"

namespace Gui {

namespace {

constexpr qsizetype MostPinned = 1000; ///< pinned at a time

} // namespace

KeepDesk::KeepDesk(LogPanel &panel, const RecordDesk &records, Facts &facts, Requests &requests,
                   QWidget &window)
    : QObject(&window)
    , pin(new QAction(iconOf(Glyph::Pin), tr("&Pin"), this))
    , previousPin(new QAction(tr("P&revious pin"), this))
    , nextPin(new QAction(tr("Ne&xt pin"), this))
    , note(new QAction(iconOf(Glyph::Note), tr("&Note…"), this))
    , exportRows(new QAction(tr("E&xport…"), this))
    , m_panel(panel)
    , m_facts(facts)
    , m_requests(requests)
    , m_window(window)
{
    setUpActions();
    connectFacts(records);
    updateActions();
}

void KeepDesk::setUpActions()
{
    pin->setObjectName(QStringLiteral("pin"));
    previousPin->setObjectName(QStringLiteral("previous-pin"));
    nextPin->setObjectName(QStringLiteral("next-pin"));
    note->setObjectName(QStringLiteral("note"));
    exportRows->setObjectName(QStringLiteral("export-rows"));
    pin->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    previousPin->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    nextPin->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    exportRows->setShortcut(QKeySequence::Save);
    exportRows->setToolTip(tr("Write rows of the log to a file"));
    previousPin->setToolTip(tr("Go to the pinned row above, wherever it is"));
    nextPin->setToolTip(tr("Go to the pinned row below, wherever it is"));
    connect(pin, &QAction::triggered, this, [this] {
        const QList<Core::LogKey> rows = m_panel.selectedKeys();
        const bool isPinned = rows.size() == 1 && rows.first() == m_known.row && m_known.isPinned;
        emit m_requests.pinRequested(rows, !isPinned);
    });
    connect(previousPin, &QAction::triggered, this, [this] { findPin(Core::LogSide::Older); });
    connect(nextPin, &QAction::triggered, this, [this] { findPin(Core::LogSide::Newer); });
    connect(note, &QAction::triggered, this, [this] { openNote(m_known, m_window); });
    connect(exportRows, &QAction::triggered, this, &KeepDesk::openExport);
}

QList<QAction *> KeepDesk::forRows() const
{
    return {pin, note};
}

void KeepDesk::connectFacts(const RecordDesk &records)
{
    connect(&m_panel, &LogPanel::selectionChanged, this, &KeepDesk::updateActions);
    connect(&m_facts, &Facts::pinFound, this, &KeepDesk::goTo);
    connect(&records, &RecordDesk::shown, this,
            [this](const RowRecord &record) { know(pinOf(record)); });
    connect(&m_facts, &Facts::pinsChanged, this, [this](const QList<Core::Pin> &pins) {
        for (const Core::Pin &changed : pins) {
            if (changed.row == m_known.row)
                know(changed);
        }
    });
}

void KeepDesk::findPin(Core::LogSide side)
{
    const QList<Core::LogKey> rows = m_panel.selectedKeys();
    const bool isNewer = side == Core::LogSide::Newer;
    const Core::LogKey from = rows.isEmpty() ? Core::LogKey{}
        : isNewer                            ? rows.last()
                                             : rows.first();
    emit m_requests.pinSearchRequested({from, side});
}

void KeepDesk::goTo(const Core::PinAnswer &answer)
{
    if (answer.row.isNull())
        emit m_facts.refused(Core::notFound(tr("No row is pinned yet.")));
    else
        m_panel.showRow(answer.row);
}

void KeepDesk::know(const Core::Pin &known)
{
    m_known = known;
    updateActions();
}

void KeepDesk::updateActions()
{
    const QList<Core::LogKey> rows = m_panel.selectedKeys();
    const bool isKnown = rows.size() == 1 && rows.first() == m_known.row;
    const bool isTooMany = rows.size() > MostPinned;
    const QString none = tr("Choose a row first");
    const bool isPinned = isKnown && m_known.isPinned;
    pin->setText(isPinned ? tr("Un&pin") : tr("&Pin"));
    pin->setIcon(iconOf(isPinned ? Glyph::Unpin : Glyph::Pin)); // A button may have no text.
    pin->setEnabled(!rows.isEmpty() && !isTooMany);
    pin->setToolTip(rows.isEmpty()  ? none
                        : isTooMany ? tr("At most 1,000 rows at a time")
                                    : tr("A pinned row is kept whatever the limits"));
    note->setEnabled(isKnown);
    note->setToolTip(isKnown               ? tr("Write a few words on the chosen row")
                         : rows.size() > 1 ? tr("Choose one row alone")
                                           : none);
}

void KeepDesk::openNote(const Core::Pin &known, QWidget &window)
{
    auto *const dialog = new WordsDialog(
        tr("Note"), tr("What to remember about this row; it may be left empty."), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setLongest(Core::LongestNote);
    dialog->setWords(known.note);
    connect(dialog, &WordsDialog::wordsEntered, this,
            [this, row = known.row](const QString &words) {
                emit m_requests.noteRequested(row, words);
            });
    dialog->open();
}

void KeepDesk::openExport()
{
    auto *const dialog = new ExportDialog({m_panel.selectedKeys(), m_panel.shownKeys()},
                                          ++m_lastTicket, m_facts, m_requests, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace Gui
