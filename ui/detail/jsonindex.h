// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/jsonlexer.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace Gui {

/// Where the values of a JSON text stand, in the order of the text, so that each can be found
/// without reading what is before it. Nothing is decoded: the bytes are the values.
class JsonIndex final
{
public:
    using Number = quint32;

    struct Node
    {
        Number nameOffset = 0;
        Number nameLength = 0; ///< with its quotes; 0 for what has no name
        Number offset = 0;
        Number end = 0;
        Number parent = 0; ///< its own number for the outermost
        Number next = 0; ///< the first node behind all that it holds
        Number count = 0; ///< of what it holds itself
        JsonToken::Kind kind = JsonToken::Kind::Word;
    };
    static constexpr std::size_t MostNodes = 2'000'000;

    /// Null when the text is not JSON, holds too many values, or nobody wants it any more.
    static std::shared_ptr<const JsonIndex> read(const QByteArray &json, bool isCut,
                                                 const std::function<bool()> &isCancelled);

    const Node &at(Number number) const { return m_nodes[number]; }
    Number size() const { return static_cast<Number>(m_nodes.size()); }

    QByteArrayView name(Number number) const; ///< with quotes and escapes as they stand
    QByteArrayView value(Number number) const;

private:
    explicit JsonIndex(QByteArray json);

    QByteArray m_json;
    std::vector<Node> m_nodes;
};

/// A JSON string, or a name, without its quotes and escapes.
QString decodedString(QByteArrayView token);

} // namespace Gui
