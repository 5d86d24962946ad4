// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Core {

/// As much of an answer's body is kept, in bytes. Where so much is, there was likely more.
inline constexpr qint64 MostResponseBytes = 65'536;

} // namespace Core
