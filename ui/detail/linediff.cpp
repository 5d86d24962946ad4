// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/linediff.h"

#include "ui/detail/jsonindex.h"

#include <algorithm>

namespace Gui {

namespace {

// More differences than this nobody reads, and the memory for them grows with the square.
constexpr qsizetype MostDifferences = 1000;
constexpr int DeepestNesting = 200;

using Lines = QList<QByteArrayView>;
using Steps = std::vector<qsizetype>;

/// The furthest place on each diagonal, for each number of differences until both ends are reached;
/// empty when that takes too many.
std::vector<Steps> furthestPlaces(const Lines &before, const Lines &after)
{
    const qsizetype most = std::min(before.size() + after.size(), MostDifferences);
    const auto at
        = [most](qsizetype diagonal) { return static_cast<std::size_t>(diagonal + most + 1); };
    Steps furthest(at(most + 1) + 1, 0);
    std::vector<Steps> trail;
    for (qsizetype differences = 0; differences <= most; ++differences) {
        trail.push_back(furthest);
        for (qsizetype diagonal = -differences; diagonal <= differences; diagonal += 2) {
            const bool isAdded = diagonal == -differences
                || (diagonal != differences
                    && furthest[at(diagonal - 1)] < furthest[at(diagonal + 1)]);
            qsizetype x = isAdded ? furthest[at(diagonal + 1)] : furthest[at(diagonal - 1)] + 1;
            while (x < before.size() && x - diagonal < after.size()
                   && before.at(x) == after.at(x - diagonal))
                ++x;
            furthest[at(diagonal)] = x;
            if (x >= before.size() && x - diagonal >= after.size())
                return trail;
        }
    }
    return {};
}

void append(QList<DiffLine> &lines, DiffSign sign, QByteArrayView text)
{
    lines.append({sign, text.toByteArray()});
}

/// Goes back along \a trail; the lines come last one first.
QList<DiffLine> linesAlong(const std::vector<Steps> &trail, const Lines &before, const Lines &after)
{
    const qsizetype most = std::min(before.size() + after.size(), MostDifferences);
    const auto at
        = [most](qsizetype diagonal) { return static_cast<std::size_t>(diagonal + most + 1); };
    QList<DiffLine> lines;
    qsizetype x = before.size();
    qsizetype y = after.size();
    for (auto step = static_cast<qsizetype>(trail.size()) - 1; step >= 0; --step) {
        const Steps &furthest = trail[static_cast<std::size_t>(step)];
        const qsizetype diagonal = x - y;
        const bool isAdded = diagonal == -step
            || (diagonal != step && furthest[at(diagonal - 1)] < furthest[at(diagonal + 1)]);
        const qsizetype from = isAdded ? diagonal + 1 : diagonal - 1;
        const qsizetype fromX = step == 0 ? 0 : furthest[at(from)];
        const qsizetype fromY = step == 0 ? 0 : fromX - from;
        while (x > fromX && y > fromY) {
            append(lines, DiffSign::Same, before.at(--x));
            --y;
        }
        if (step == 0)
            break;
        if (isAdded)
            append(lines, DiffSign::Added, after.at(--y));
        else
            append(lines, DiffSign::Removed, before.at(--x));
    }
    return lines;
}

QList<DiffLine> diffMiddle(const Lines &before, const Lines &after)
{
    const auto trail = furthestPlaces(before, after);
    if (!trail.empty()) {
        QList<DiffLine> lines = linesAlong(trail, before, after);
        std::reverse(lines.begin(), lines.end());
        return lines;
    }
    QList<DiffLine> lines;
    for (const QByteArrayView line : before)
        append(lines, DiffSign::Removed, line);
    for (const QByteArrayView line : after)
        append(lines, DiffSign::Added, line);
    return lines;
}

/// Writes the values of an index as lines.
class ComparableWriter final
{
public:
    explicit ComparableWriter(const JsonIndex &index)
        : m_index(index)
    {
    }

    bool write(JsonIndex::Number number, int depth)
    {
        const JsonIndex::Node &node = m_index.at(number);
        const QByteArray indent(qsizetype{2} * depth, ' ');
        QByteArray start = indent;
        if (node.nameLength > 0)
            start += m_index.name(number).toByteArray() + ": ";
        const bool isObject = node.kind == JsonToken::Kind::OpenObject;
        if (!isObject && node.kind != JsonToken::Kind::OpenArray) {
            m_lines.append(start + m_index.value(number).toByteArray());
            return true;
        }
        if (node.count == 0) {
            m_lines.append(start + (isObject ? "{}" : "[]"));
            return true;
        }
        if (depth >= DeepestNesting)
            return false;
        m_lines.append(start + (isObject ? '{' : '['));
        for (const JsonIndex::Number child : children(number, isObject)) {
            if (!write(child, depth + 1))
                return false;
        }
        m_lines.append(indent + (isObject ? '}' : ']'));
        return true;
    }

    QByteArrayList takeLines() { return std::move(m_lines); }

private:
    std::vector<JsonIndex::Number> children(JsonIndex::Number holder, bool areSorted) const
    {
        std::vector<JsonIndex::Number> found;
        for (auto child = holder + 1; child < m_index.at(holder).next;
             child = m_index.at(child).next)
            found.push_back(child);
        if (areSorted)
            std::stable_sort(found.begin(), found.end(), [this](auto one, auto other) {
                return m_index.name(one).compare(m_index.name(other)) < 0;
            });
        return found;
    }

    const JsonIndex &m_index;
    QByteArrayList m_lines;
};

} // namespace

QList<DiffLine> diffLines(const QByteArrayList &before, const QByteArrayList &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head
           && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    const auto middleOf = [head, tail](const QByteArrayList &lines) {
        Lines middle;
        for (qsizetype i = head; i < lines.size() - tail; ++i)
            middle.append(lines.at(i));
        return middle;
    };
    QList<DiffLine> lines;
    for (qsizetype i = 0; i < head; ++i)
        append(lines, DiffSign::Same, before.at(i));
    lines += diffMiddle(middleOf(before), middleOf(after));
    for (qsizetype i = before.size() - tail; i < before.size(); ++i)
        append(lines, DiffSign::Same, before.at(i));
    return lines;
}

std::optional<QByteArrayList> comparableJson(const QByteArray &json)
{
    const auto index = JsonIndex::read(json, false, [] { return false; });
    if (!index)
        return std::nullopt;
    ComparableWriter writer(*index);
    if (!writer.write(0, 0))
        return std::nullopt;
    return writer.takeLines();
}

} // namespace Gui
