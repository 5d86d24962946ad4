// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logfield.h"

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

/// What a column shows of every row when \a choice is taken for it.
inline Core::LogField fieldOf(const FieldChoice &choice)
{
    using Source = Core::LogField::Source;
    if (choice.isJson)
        return {choice.isOfResponse ? Source::ResponseJson : Source::RequestJson,
                choice.path.join(u'.')};
    return {choice.isOfResponse ? Source::ResponseHeader : Source::RequestHeader,
            choice.path.first()};
}

} // namespace Gui
