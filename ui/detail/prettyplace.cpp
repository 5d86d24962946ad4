// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/prettyplace.h"

#include "ui/detail/textsource.h"

#include <algorithm>
#include <limits>

namespace Gui {

namespace {

/// As its places are counted: where a line is only broken to be shown, there is nothing.
QString prettyText(const QByteArray &json, bool isCut)
{
    PrettySource source(json, isCut);
    QString text;
    for (const TextLine &line : source.next(std::numeric_limits<qsizetype>::max()))
        text += line.text + toString(line.end);
    return text;
}

/// From the end of a line back to what stands there, and from what is moved in on to it.
qsizetype onToken(QStringView text, qsizetype place)
{
    const auto is = [&text](qsizetype at, QChar c) { return at < text.size() && text[at] == c; };
    if (place > 0 && (place >= text.size() || is(place, u'\n')))
        --place;
    if (place > 0 && is(place, u','))
        --place;
    while (is(place, u' '))
        ++place;
    return place;
}

qsizetype startOf(const JsonIndex::Node &node)
{
    return node.nameLength > 0 ? node.nameOffset : node.offset;
}

} // namespace

/// Pretty text has the same tokens, and so the same values in the same order.
std::optional<JsonIndex::Number> valueAt(qint64 place, const QByteArray &json, bool isCut)
{
    const QString text = prettyText(json, isCut);
    const auto index = JsonIndex::read(text.toUtf8(), isCut, [] { return false; });
    if (!index)
        return std::nullopt;
    const qsizetype there = onToken(text, std::clamp<qint64>(place, 0, text.size()));
    const qsizetype offset = QStringView(text).first(there).toUtf8().size();
    JsonIndex::Number number = 0;
    while (number + 1 < index->size() && startOf(index->at(number + 1)) <= offset)
        ++number;
    while (number > 0 && offset >= qsizetype{index->at(number).end})
        number = index->at(number).parent;
    return number;
}

} // namespace Gui
