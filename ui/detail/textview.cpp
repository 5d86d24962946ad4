// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/textview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

namespace Gui {

namespace {

constexpr int ToneProperty = QTextFormat::UserProperty;

QTextCharFormat formatOf(Tone tone, const Theme &theme)
{
    QTextCharFormat format;
    format.setForeground(theme.ink(tone));
    format.setProperty(ToneProperty, static_cast<int>(tone));
    return format;
}

QList<QTextLayout::FormatRange> rangesOf(const QList<TextSpan> &spans, const Theme &theme)
{
    QList<QTextLayout::FormatRange> ranges;
    ranges.reserve(spans.size());
    for (const TextSpan &span : spans) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(span.start);
        range.length = static_cast<int>(span.length);
        range.format = formatOf(span.tone, theme);
        ranges.append(range);
    }
    return ranges;
}

QString textOf(const QList<TextLine> &lines)
{
    QString text;
    for (const TextLine &line : lines) {
        text += line.text;
        if (line.end != LineEnd::None)
            text += u'\n';
    }
    return text;
}

} // namespace

TextView::TextView(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(fixedFamily());
    // What has just been laid out may still not fill the window.
    m_growth.setSingleShot(true);
    m_growth.setInterval(0);
    connect(&m_growth, &QTimer::timeout, this, &TextView::growIfNearEnd);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, &m_growth, qOverload<>(&QTimer::start));
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, &m_growth, qOverload<>(&QTimer::start));
}

TextView::~TextView() = default;

void TextView::setSource(std::unique_ptr<TextSource> source)
{
    m_beginning = source ? source->copy() : nullptr;
    beginAt({{0, m_beginning ? std::shared_ptr<TextSource>(m_beginning->copy()) : nullptr}}, 0);
    emit replaced();
}

std::unique_ptr<TextSource> TextView::wholeText() const
{
    return m_beginning ? m_beginning->copy() : nullptr;
}

void TextView::beginAt(const QList<TextMark> &marks, qsizetype piece)
{
    const TextMark &mark = marks.at(piece);
    clear();
    m_above = marks.first(piece);
    m_source = mark.source ? mark.source->copy() : nullptr;
    m_start = mark.start;
    m_end = m_start;
    grow();
    moveCursor(QTextCursor::Start);
}

void TextView::grow()
{
    if (!m_source)
        return;
    append(m_source->next(TextSearch::PieceSize));
    if (m_source->isAtEnd())
        m_source.reset();
    emit grown();
}

void TextView::growAbove()
{
    if (m_above.isEmpty())
        return;
    const TextMark mark = m_above.takeLast();
    const QList<TextLine> lines = mark.source->copy()->next(TextSearch::PieceSize);
    QTextBlock first = document()->firstBlock();
    const int state = first.userState();
    const auto formats = first.layout()->formats();
    QTextCursor beginning(document());
    beginning.beginEditBlock();
    beginning.insertText(textOf(lines));
    dress(document()->firstBlock(), lines);
    first = document()->findBlockByNumber(static_cast<int>(lines.size()));
    first.setUserState(state);
    first.layout()->setFormats(formats);
    beginning.endEditBlock();
    m_start = mark.start;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + first.firstLineNumber());
    emit grown();
}

void TextView::showPlace(const QList<TextMark> &marks, qint64 start, qint64 length)
{
    if (start < m_start || start > m_end + 2 * TextSearch::PieceSize) {
        const auto next
            = std::upper_bound(marks.begin(), marks.end(), start,
                               [](qint64 at, const TextMark &mark) { return at < mark.start; });
        // With what stands right above.
        beginAt(marks, std::max<qsizetype>(next - marks.begin() - 2, 0));
    }
    while (m_end < start + length && m_source)
        grow();
    QTextCursor cursor = textCursor();
    cursor.setPosition(positionOf(start));
    cursor.setPosition(positionOf(start + length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

std::pair<qint64, qint64> TextView::selectedPlaces() const
{
    return {placeOf(textCursor().selectionStart()), placeOf(textCursor().selectionEnd())};
}

qint64 TextView::placeOf(int position) const
{
    qint64 place = m_start;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (position < block.position() + block.length())
            return place + position - block.position();
        place += block.length() - (endOf(block) == LineEnd::Soft ? 1 : 0);
    }
    return place;
}

int TextView::positionOf(qint64 place) const
{
    qint64 start = m_start;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int length = block.length() - (endOf(block) == LineEnd::Soft ? 1 : 0);
        if (place < start + length || !block.next().isValid())
            return block.position() + static_cast<int>(place - start);
        start += length;
    }
    return 0;
}

void TextView::setWrapped(bool isWrapped)
{
    setLineWrapMode(isWrapped ? WidgetWidth : NoWrap);
}

LineEnd TextView::endOf(const QTextBlock &block)
{
    return block.userState() < 0 ? LineEnd::None : LineEnd{block.userState()};
}

void TextView::append(const QList<TextLine> &lines)
{
    const QTextCursor before = textCursor();
    const int anchor = before.anchor();
    const int position = before.position();
    const QTextBlock block = document()->lastBlock();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    end.insertText(textOf(lines));
    dress(block, lines);
    end.endEditBlock();
    for (const TextLine &line : lines)
        m_end += line.text.size() + (line.end == LineEnd::Soft ? 0 : 1);
    // A cursor at the end would have been pushed on.
    QTextCursor after = textCursor();
    if (after.position() != position || after.anchor() != anchor) {
        after.setPosition(anchor);
        after.setPosition(position, QTextCursor::KeepAnchor);
        setTextCursor(after);
    }
}

void TextView::dress(QTextBlock block, const QList<TextLine> &lines)
{
    const Theme theme(palette());
    for (const TextLine &line : lines) {
        block.setUserState(static_cast<int>(line.end));
        if (!line.spans.isEmpty())
            block.layout()->setFormats(rangesOf(line.spans, theme));
        block = block.next();
    }
}

void TextView::growIfNearEnd()
{
    const QScrollBar &bar = *verticalScrollBar();
    if (bar.value() + bar.pageStep() >= bar.maximum())
        grow();
    if (bar.value() < bar.pageStep())
        growAbove();
}

QMimeData *TextView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid();
         block = block.next()) {
        const int start = std::max(cursor.selectionStart() - block.position(), 0);
        const int end = cursor.selectionEnd() - block.position();
        text += block.text().mid(start, std::max(end - start, 0));
        if (end < block.length())
            break;
        text += toString(endOf(block));
    }
    auto *const copied = new QMimeData;
    copied->setText(text);
    return copied;
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    // The beginning is that of all of it.
    if (event->matches(QKeySequence::MoveToStartOfDocument) && !m_above.isEmpty())
        return beginAt({m_above.first()}, 0);
    QPlainTextEdit::keyPressEvent(event);
}

void TextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_growth.start();
}

void TextView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *const menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuOpening(*menu, placeOf(cursorForPosition(event->pos()).position()));
    menu->popup(event->globalPos());
}

void TextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyInks();
}

void TextView::applyInks()
{
    const Theme theme(palette());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        auto ranges = block.layout()->formats();
        for (QTextLayout::FormatRange &range : ranges)
            range.format = formatOf(Tone{range.format.intProperty(ToneProperty)}, theme);
        if (!ranges.isEmpty())
            block.layout()->setFormats(ranges);
    }
    viewport()->update();
}

} // namespace Gui
