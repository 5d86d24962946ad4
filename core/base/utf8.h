// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Core {

/// The text whose UTF-8 is \a bytes; none where no text is, such as for half a character, or where
/// reading would drop something, such as a byte order mark.
std::optional<QString> textOfUtf8(const QByteArray &bytes);

} // namespace Core
