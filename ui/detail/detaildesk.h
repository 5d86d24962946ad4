// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logkey.h"

#include <QAction>
#include <QObject>

namespace Gui {

class DetailPane;
class LogPanel;
class RecordDesk;

/// Has the record of the row that is chosen in the log shown beside it, and compares two.
///
/// Borrows: all that it is made with.
class DetailDesk final : public QObject
{
    Q_OBJECT

public:
    DetailDesk(LogPanel &panel, RecordDesk &records, DetailPane &pane, QObject *parent = nullptr);

    QAction *const compare; ///< the two chosen rows

    /// Chooses a row of the log, or shows its record where the log does not list it.
    void goTo(const Core::LogKey &row);
    bool isElsewhere() const { return m_isElsewhere; } ///< than at the row that is chosen

private:
    void forget();
    void follow(const Core::LogKey &row);
    void noteSelection();
    void compareChosen();

    LogPanel &m_panel;
    RecordDesk &m_records;
    DetailPane &m_pane;
    bool m_isElsewhere = false; ///< The record is of a row that the log does not list.
};

} // namespace Gui
