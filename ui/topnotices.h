// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"
#include "ui/look/theme.h"

#include <QWidget>

class QPushButton;

namespace Gui {

class Facts;
class NoticeBar;
class Requests;

/// What a person should know that is no row of the log, above all panes: each as a bar with what
/// can be done about it, never as a box in the way.
///
/// Borrows: \a facts and \a requests.
class TopNotices final : public QWidget
{
    Q_OBJECT

public:
    TopNotices(const Facts &facts, Requests &requests, QWidget *parent = nullptr);

signals:
    void portChangeRequested(); ///< for good

private:
    NoticeBar *addBar(Tone tone, const QString &name);
    void fillPortBar(Requests &requests);
    void showStatus(const Core::EngineStatus &status);
    void showTakenPort(const std::optional<Core::TakenPort> &taken);
    void showHeldBack(const Core::EngineStatus &status);

    NoticeBar *m_trouble; ///< something does not work
    NoticeBar *m_port; ///< a port is taken
    NoticeBar *m_held; ///< nothing is dispatched
    NoticeBar *m_error; ///< what a person asked for was refused
    QPushButton *m_otherPort = nullptr;
    std::optional<Core::TakenPort> m_taken;
};

/// Why something does not work now, in the window's language; empty where all does.
QString troubleIn(const Core::EngineStatus &status);

} // namespace Gui
