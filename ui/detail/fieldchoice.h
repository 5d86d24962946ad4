// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Gui {

/// A header, or a value within a JSON body, that somebody points at.
struct FieldChoice
{
    bool isJson = false;
    bool isOfResponse = false;
    QStringList path; ///< the header's name alone, or the names and places on the way to the value
    QString value; ///< a JSON string without its quotes and escapes; other values as they stand

    bool operator==(const FieldChoice &) const = default;
};

} // namespace Gui
