// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/linemarks.h"

#include "ui/detail/linediff.h"
#include "ui/look/theme.h"

#include <QPlainTextEdit>
#include <QTextBlock>

namespace Gui {

QList<int> changedLines(const QByteArrayList &original, const QByteArrayList &text)
{
    QList<int> changed;
    int number = 0;
    for (const DiffLine &line : diffLines(original, text)) {
        if (line.sign == DiffSign::Added)
            changed.append(number);
        if (line.sign != DiffSign::Removed)
            ++number;
    }
    return changed;
}

void markLines(QPlainTextEdit &edit, const QList<int> &lines)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : lines) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(edit.document()->findBlockByNumber(line));
        mark.format.setBackground(Theme(edit.palette()).tint(Tone::Warning));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    }
    edit.setExtraSelections(marks);
}

} // namespace Gui
