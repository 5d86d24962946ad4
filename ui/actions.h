// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"

#include <QAction>
#include <QObject>

namespace Gui {

/// What a person can do with the window as a whole, each thing once; what can be done with one kind
/// of thing stands at that thing's desk.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    void showStatus(const Core::EngineStatus &status) const;

    QAction *const dispatch;
    QAction *const nextPane;
    QAction *const previousPane;
    QAction *const sidebar;
    QAction *const details; ///< of the chosen row
    QAction *const detailsBeside; ///< the list, else below it
    QAction *const log; ///< instead of what stands in its place
    QAction *const calls;
    QAction *const properties; ///< of what is chosen
    QAction *const fullScreen;
    QAction *const close;
    QAction *const quit;
    QAction *const about;

private:
    void setShortcuts() const;
};

} // namespace Gui
