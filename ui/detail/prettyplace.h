// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/jsonindex.h"

#include <optional>

namespace Gui {

/// The value of \a json that stands at \a place of its pretty text, or that a name, a comma or the
/// blanks there belong to. None where the text is not JSON throughout.
std::optional<JsonIndex::Number> valueAt(qint64 place, const QByteArray &json, bool isCut);

} // namespace Gui
