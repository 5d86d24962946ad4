// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/attempt.h"
#include "core/model/capture.h"
#include "core/model/exportorder.h"
#include "core/model/pin.h"

#include <QAction>
#include <QObject>

namespace Gui {

class Facts;
class LogPanel;
class RecordDesk;
class Requests;

/// What a person can do to keep rows of the log: pin them and find them again, write a note on one,
/// export them. What cannot be done now is greyed, and its tooltip tells why.
///
/// Borrows: all that it is made with; dialogs open above \a window.
class KeepDesk final : public QObject
{
    Q_OBJECT

public:
    KeepDesk(LogPanel &panel, const RecordDesk &records, Facts &facts, Requests &requests,
             QWidget &window);

    QList<QAction *> forRows() const; ///< what can be done with the chosen rows

    /// Asks for a note on a row as it is \a known, in a dialog above \a window.
    void openNote(const Core::Pin &known, QWidget &window);

    QAction *const pin; ///< or let go
    QAction *const previousPin; ///< in the whole record, round its ends
    QAction *const nextPin;
    QAction *const note;
    QAction *const exportRows;

private:
    void setUpActions();
    void connectFacts(const RecordDesk &records);
    void findPin(Core::LogSide side);
    void goTo(const Core::PinAnswer &answer);
    void know(const Core::Pin &known);
    void updateActions();
    void openExport();

    LogPanel &m_panel;
    Facts &m_facts;
    Requests &m_requests;
    QWidget &m_window;
    Core::Pin m_known; ///< of the row that is shown beside the list
    Core::Ticket m_lastTicket = 0;
};

} // namespace Gui
