// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Core::Http {

/// Decodes percent-encoding once. Nothing when an escape is malformed or yields a NUL.
std::optional<QByteArray> percentDecoded(QByteArrayView text);

} // namespace Core::Http
