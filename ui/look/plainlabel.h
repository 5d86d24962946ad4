// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace Gui {

/// A label that shows \a text as it is, whatever markup it may hold, on as many lines as it needs.
/// \a parent owns it.
QLabel *plainLabel(const QString &text, QWidget *parent);

} // namespace Gui
