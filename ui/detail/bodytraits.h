// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/jsonlexer.h"

#include <QByteArray>
#include <QStringConverter>

namespace Gui {

/// A body to be shown, as it came.
struct ShownBody
{
    QByteArray bytes;
    QByteArray contentType;
    bool isCut = false; ///< more came than was kept
    QString placeholder; ///< why there is nothing, where there is nothing
    QByteArray contentEncoding = {}; ///< by which it was compressed; empty for none

    bool operator==(const ShownBody &) const = default;
};

/// What the beginning of a body tells of how to show it.
struct BodyTraits
{
    bool isText = false;
    QString whyNoText; ///< what it holds that no text does, for a person; empty where it is text
    bool isJson = false; ///< as far as was looked
    bool isLikelyJson = false; ///< it is called JSON, or begins like it
    bool isImage = false;
    bool isDeceptive = false; ///< holds characters that hide or turn text
    QStringConverter::Encoding encoding = QStringConverter::Utf8;
    QString charset; ///< for a person: "UTF-8", "ISO-8859-1 (declared)"; empty unless it is text
};

/// How much of a body is read before it is shown; the rest is read aside.
inline constexpr qsizetype InspectedBytes = 65'536;
/// Beyond this a body is shown as bytes, and not read at all.
inline constexpr qsizetype LargestReadBody = 20'000'000;

BodyTraits inspectBody(const ShownBody &body);

/// What the whole of a body that began well tells.
struct BodyCheck
{
    std::optional<JsonFault> fault;
    TextPlace faultPlace;
    bool isUtf8 = true; ///< throughout
};

BodyCheck checkBody(const ShownBody &body, const BodyTraits &traits);

} // namespace Gui
