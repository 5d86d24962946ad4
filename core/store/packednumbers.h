// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdlib>
#include <vector>

namespace Core {

/// The numbers in a text of group_concat(). Many rows come as few texts, since stepping through a
/// million of them would cost several times as much as finding them.
inline std::vector<qint64> numbersIn(const QByteArray &text)
{
    std::vector<qint64> numbers;
    const char *at = text.constData();
    while (*at != '\0') {
        char *end = nullptr;
        numbers.push_back(std::strtoll(at, &end, 10));
        at = *end == '\0' ? end : end + 1;
    }
    return numbers;
}

} // namespace Core
