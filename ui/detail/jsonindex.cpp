// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/jsonindex.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Gui {

namespace {

using Kind = JsonToken::Kind;
using Node = JsonIndex::Node;
using Number = JsonIndex::Number;

/// Turns tokens into nodes.
class Builder final
{
public:
    explicit Builder(std::vector<Node> &nodes)
        : m_nodes(nodes)
    {
    }

    void take(const JsonToken &token)
    {
        const auto end = static_cast<Number>(token.offset + token.length);
        if (m_isTorn && (token.kind == Kind::Name || token.kind == Kind::String)) {
            if (token.kind == Kind::Name)
                m_nameLength = end - m_nameOffset;
            else
                m_nodes.back().end = end;
        } else if (token.kind == Kind::Name) {
            m_nameOffset = static_cast<Number>(token.offset);
            m_nameLength = static_cast<Number>(token.length);
        } else if (token.isScalar() || token.isOpening()) {
            add(token);
        } else if (token.isClosing()) {
            m_nodes[m_open.back()].end = end;
            close();
        }
        m_isTorn = token.isTorn;
    }

    /// What is still open reaches to the end.
    void finish(Number end)
    {
        while (!m_open.empty()) {
            m_nodes[m_open.back()].end = end;
            close();
        }
    }

private:
    void add(const JsonToken &token)
    {
        const auto number = static_cast<Number>(m_nodes.size());
        Node node;
        node.nameOffset = m_nameOffset;
        node.nameLength = std::exchange(m_nameLength, 0);
        node.offset = static_cast<Number>(token.offset);
        node.end = static_cast<Number>(token.offset + token.length);
        node.parent = m_open.empty() ? number : m_open.back();
        node.next = number + 1;
        node.kind = token.kind;
        m_nodes.push_back(node);
        if (!m_open.empty())
            ++m_nodes[m_open.back()].count;
        if (token.isOpening())
            m_open.push_back(number);
    }

    void close()
    {
        m_nodes[m_open.back()].next = static_cast<Number>(m_nodes.size());
        m_open.pop_back();
    }

    std::vector<Node> &m_nodes;
    std::vector<Number> m_open;
    Number m_nameOffset = 0;
    Number m_nameLength = 0;
    bool m_isTorn = false;
};

} // namespace

JsonIndex::JsonIndex(QByteArray json)
    : m_json(std::move(json))
{
}

std::shared_ptr<const JsonIndex> JsonIndex::read(const QByteArray &json, bool isCut,
                                                 const std::function<bool()> &isCancelled)
{
    const std::shared_ptr<JsonIndex> index(new JsonIndex(json));
    Builder builder(index->m_nodes);
    JsonLexer lexer(index->m_json, isCut);
    for (JsonToken token = lexer.next(); token.kind != Kind::End; token = lexer.next()) {
        constexpr std::size_t NodesBetweenLooks = 4096;
        const bool isTimeToLook = index->m_nodes.size() % NodesBetweenLooks == 0;
        if (token.kind == Kind::Fault || index->m_nodes.size() > MostNodes
            || (isTimeToLook && isCancelled()))
            return nullptr;
        builder.take(token);
    }
    builder.finish(static_cast<Number>(json.size()));
    return index->m_nodes.empty() ? nullptr : index;
}

QByteArrayView JsonIndex::name(Number number) const
{
    const Node &node = m_nodes[number];
    return QByteArrayView(m_json).sliced(node.nameOffset, node.nameLength);
}

QByteArrayView JsonIndex::value(Number number) const
{
    const Node &node = m_nodes[number];
    return QByteArrayView(m_json).sliced(node.offset, node.end - node.offset);
}

QString decodedString(QByteArrayView token)
{
    if (token.size() < 2)
        return {};
    const QByteArrayView inner = token.sliced(1, token.size() - 2);
    if (!inner.contains('\\'))
        return QString::fromUtf8(inner);
    return QJsonDocument::fromJson('[' + token.toByteArray() + ']').array().at(0).toString();
}

} // namespace Gui
