// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Gui {

/// True for bytes that a text can hold and a terminal takes as they are when they are pasted:
/// UTF-8 without control characters, line ends aside, and without what hides or turns text.
bool isPastable(QByteArrayView bytes);

/// \a bytes as one word of a POSIX shell. A word cannot hold a NUL.
///
/// Source: POSIX.1-2017, Shell Command Language, sections 2.2 and 2.6.3.
QString shellWord(QByteArrayView bytes);

/// A command that writes \a bytes, NULs included, to its output.
QString shellPrintf(QByteArrayView bytes);

} // namespace Gui
