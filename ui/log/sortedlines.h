// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/linelist.h"

namespace Gui {

/// The lines of a list that was sorted otherwise than by time: what was found then, each row on a
/// line of its own. Rows change and go, and none comes. Twelve bytes a line.
class SortedLines final : public LineList
{
public:
    SortedLines() = default;
    explicit SortedLines(const Core::SortedLog &log);

    int size() const override { return static_cast<int>(m_keys.size()); }
    qint64 rowCount() const override { return m_keys.size(); }
    Line at(int line) const override { return {m_keys.at(line)}; }
    Core::LogFold foldOf(Core::LogKey /*key*/) const override { return {}; }
    int lineOf(Core::LogKey key) const override;
    int lineOf(Core::LogFold /*fold*/) const override { return -1; }
    /// Where one would be that is not there, nobody knows: at the top.
    int lineNear(Core::LogKey key) const override { return std::max(lineOf(key), 0); }
    int headOf(int line) const override { return line; }
    QList<Core::LogKey> rowsOf(int line) const override { return {m_keys.at(line)}; }
    qsizetype failuresIn(int first, int end) const override;
    QList<Core::LogKey> displaced() const override { return {}; }

    QList<Removal> drop(const QList<Core::LogKey> &keys) override;
    void remove(const QList<Removal> &removals) override;
    void mark(Core::LogKey key, bool isFailure) override;

private:
    QList<Core::LogKey> m_keys;
    QList<int> m_byKey; ///< lines, in ascending order of their keys
    QList<int> m_failures; ///< lines whose row has failed, ascending
};

} // namespace Gui
