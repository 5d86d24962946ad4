// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <optional>

namespace Gui {

enum class DiffSign {
    Same,
    Removed,
    Added,
};

struct DiffLine
{
    DiffSign sign = DiffSign::Same;
    QByteArray text;

    bool operator==(const DiffLine &) const = default;
};

/// What makes \a after of \a before, in as few lines as can be found; texts that have hardly
/// anything in common are replaced as a whole.
///
/// Source: E. Myers, An O(ND) difference algorithm and its variations, 1986.
QList<DiffLine> diffLines(const QByteArrayList &before, const QByteArrayList &after);

/// JSON as lines that compare by structure: each token as it stands, members sorted by their names
/// and without the commas, so that neither order nor blanks make a difference. None for what is not
/// JSON, or is nested too deep to be compared so.
std::optional<QByteArrayList> comparableJson(const QByteArray &json);

} // namespace Gui
