// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kin.h"

#include <QAction>
#include <QObject>

namespace Gui {

class DetailDesk;
class Facts;
class LogPanel;

/// Ways from the row that is looked at: back to those that were looked at before, and to the tries
/// before and after it.
///
/// Borrows: all that it is made with.
class TrailDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype LongestTrail = 100;

    TrailDesk(const LogPanel &panel, DetailDesk &details, const Facts &facts,
              QObject *parent = nullptr);

    QAction *const back;
    QAction *const forward;
    QAction *const previousTry; ///< of the same delivery, or of what it repeats
    QAction *const nextTry;

private:
    void note(const Core::LogKey &row);
    void go(qsizetype step);
    void goToTry(qsizetype step);
    void updateActions();
    Core::LogKey tryAt(qsizetype step) const; ///< null where there is none

    const LogPanel &m_panel;
    DetailDesk &m_details;
    QList<Core::LogKey> m_trail; ///< oldest first
    qsizetype m_place = -1; ///< in it, of what is looked at
    Core::Kin m_kin; ///< of that, once it is known
};

} // namespace Gui
