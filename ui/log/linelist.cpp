// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/linelist.h"

#include <algorithm>
#include <functional>

namespace Gui {

QList<LineList::Removal> LineList::runsOf(std::vector<int> lines)
{
    std::sort(lines.begin(), lines.end(), std::greater());
    QList<Removal> removals;
    for (const int line : lines) {
        if (removals.isEmpty() || removals.last().line != line + 1)
            removals.append({line + 1, 0});
        --removals.last().line;
        ++removals.last().count;
    }
    return removals;
}

} // namespace Gui
