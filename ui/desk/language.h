// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace Gui {

/// The codes of the languages that the window speaks, English first.
QStringList languages();

/// Has \a application speak \a language from now on, or the desktop's where it is empty; numbers
/// and dates go along. What is not translated is English.
///
/// Thread: screen, before there is a window.
void speak(QCoreApplication &application, const QString &language);

} // namespace Gui
