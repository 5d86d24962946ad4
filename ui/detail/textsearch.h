// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/textsource.h"

namespace Gui {

/// Where a piece of a text begins, and what makes it and all that follows. Places are counted in
/// characters: the end of a line is one, and where a line was only broken to be shown there is
/// none.
struct TextMark
{
    qint64 start = 0;
    std::shared_ptr<const TextSource> source;
};

/// What one step of a search has come upon.
struct TextFinds
{
    QList<qint64> places; ///< of first characters, in their order
    QList<TextMark> marks; ///< one for each piece that was looked through
    qint64 end = 0; ///< up to where all has been looked through
    bool isOver = false;
    bool isCutShort = false; ///< there was more than it keeps, and so it ended early
};

/// Looks for words in a text, without regard to case, in steps of some milliseconds. It keeps of
/// the text no more than the piece it is at; what it returns says where the pieces begin, so that
/// one of them can be shown without all that stands above.
///
/// Thread: any, one at a time.
class TextSearch final
{
public:
    static constexpr qsizetype MostPlaces = 100'000;
    /// As much as is laid out within a few milliseconds, and more than fits into a window.
    static constexpr qsizetype PieceSize = 16'384;

    TextSearch(std::unique_ptr<TextSource> source, QString words);

    TextFinds next();

private:
    void searchLine(const TextLine &line, TextFinds &finds);

    std::unique_ptr<TextSource> m_source;
    QString m_words;
    QString m_tail; ///< of the line before, if that was only broken: a match may begin there
    qint64 m_end = 0;
    qsizetype m_count = 0;
    qsizetype m_weight = 0; ///< of all marks
};

} // namespace Gui
