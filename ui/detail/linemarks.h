// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>

class QPlainTextEdit;

namespace Gui {

/// Which lines of \a text stand in no such place in \a original: their numbers, from 0.
QList<int> changedLines(const QByteArrayList &original, const QByteArrayList &text);

/// Marks these \a lines of \a edit, and no others.
void markLines(QPlainTextEdit &edit, const QList<int> &lines);

} // namespace Gui
