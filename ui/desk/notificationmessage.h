// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QMetaType>
#include <QString>

namespace Gui {

/// A notification in words, and what it leads to.
struct NotificationMessage
{
    QString title; ///< ours
    QString text; ///< plain; a line for each, with names that others chose
    Core::AttemptId failure; ///< the newest that it is about; null where it is about none
    Core::DestinationId pausable; ///< the one destination that fails; null for none or several
};

} // namespace Gui

Q_DECLARE_METATYPE(Gui::NotificationMessage)
