// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

#include <functional>

class QMainWindow;

namespace Gui {

using BindingsOf = std::function<QList<QKeySequence>(QKeySequence::StandardKey)>;

/// Gives the actions of \a window the desktop's own keys for what they do, ahead of those that they
/// have, but for keys that mean another thing here. Before anybody changes keys.
void addStandardKeys(const QMainWindow &window,
                     const BindingsOf &bindingsOf = &QKeySequence::keyBindings);

} // namespace Gui
