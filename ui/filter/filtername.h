// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace Gui {

/// Asks above \a parent what a saved filter is to be called; \a take gets a name that is not empty.
void askForFilterName(QWidget &parent, const QString &title, const QString &name,
                      const std::function<void(const QString &)> &take);

} // namespace Gui
