// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/textsearch.h"

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

constexpr int PiecesPerStep = 24;
// Copies of a source are small, but where thousands of brackets are open.
constexpr qsizetype MostMarkBytes = 32'000'000;

} // namespace

TextSearch::TextSearch(std::unique_ptr<TextSource> source, QString words)
    : m_source(std::move(source))
    , m_words(std::move(words))
{
}

TextFinds TextSearch::next()
{
    TextFinds finds;
    for (int i = 0; i < PiecesPerStep && !finds.isCutShort && !m_source->isAtEnd(); ++i) {
        finds.marks.append({m_end, m_source->copy()});
        m_weight += m_source->weight();
        for (const TextLine &line : m_source->next(PieceSize))
            searchLine(line, finds);
        finds.isCutShort = m_count > MostPlaces || m_weight > MostMarkBytes;
    }
    if (m_count > MostPlaces)
        finds.places.resize(finds.places.size() - (m_count - MostPlaces));
    finds.end = m_end;
    finds.isOver = finds.isCutShort || m_source->isAtEnd();
    return finds;
}

void TextSearch::searchLine(const TextLine &line, TextFinds &finds)
{
    const QString text = m_tail + line.text;
    const qint64 start = m_end - m_tail.size();
    qsizetype behind = 0;
    for (qsizetype at = 0; (at = text.indexOf(m_words, behind, Qt::CaseInsensitive)) >= 0;) {
        finds.places.append(start + at);
        ++m_count;
        behind = at + m_words.size();
    }
    const bool isBroken = line.end == LineEnd::Soft;
    m_end += line.text.size() + (isBroken ? 0 : 1);
    m_tail = isBroken ? text.sliced(std::max(behind, text.size() - m_words.size() + 1)) : QString();
}

} // namespace Gui
