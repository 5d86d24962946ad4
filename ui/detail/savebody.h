// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Gui {

/// Writes exactly \a bytes to \a path, whole or not at all, readable by its owner alone.
Core::Result<> saveBytes(const QString &path, const QByteArray &bytes);

} // namespace Gui
