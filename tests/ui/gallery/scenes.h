// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/gallery/stage.h"

namespace Gallery {

void paintWindow(const Camera &camera); ///< Empty, busy, failing; its list, filter and charts.
void paintDetail(const Camera &camera); ///< What is shown of one row.
void paintPlaces(const Camera &camera); ///< Where details stand, what is offered, help.
void paintDialogs(const Camera &camera);

} // namespace Gallery
