// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/textview.h"

#include <QEvent>
#include <QMimeData>
#include <QScrollBar>

namespace Gui {

namespace {

// As much as is laid out within a few milliseconds, and more than fits into a window.
constexpr qsizetype PieceSize = 16'384;
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
    applyFont();
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
    clear();
    m_source = std::move(source);
    grow();
    moveCursor(QTextCursor::Start);
}

void TextView::grow()
{
    if (!m_source)
        return;
    append(m_source->next(PieceSize));
    if (m_source->isAtEnd())
        m_source.reset();
    emit grown();
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
    QString text;
    for (const TextLine &line : lines) {
        text += line.text;
        if (line.end != LineEnd::None)
            text += u'\n';
    }
    QTextBlock block = document()->lastBlock();
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.beginEditBlock();
    end.insertText(text);
    const Theme theme(palette());
    for (const TextLine &line : lines) {
        block.setUserState(static_cast<int>(line.end));
        if (!line.spans.isEmpty())
            block.layout()->setFormats(rangesOf(line.spans, theme));
        block = block.next();
    }
    end.endEditBlock();
    // A cursor at the end would have been pushed on.
    QTextCursor after = textCursor();
    if (after.position() != position || after.anchor() != anchor) {
        after.setPosition(anchor);
        after.setPosition(position, QTextCursor::KeepAnchor);
        setTextCursor(after);
    }
}

void TextView::growIfNearEnd()
{
    const QScrollBar &bar = *verticalScrollBar();
    if (bar.value() + bar.pageStep() >= bar.maximum())
        grow();
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

void TextView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_growth.start();
}

void TextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyInks();
    // Its own font stays; the one that others have tells the size.
    if (event->type() == QEvent::ApplicationFontChange)
        applyFont();
}

void TextView::applyFont()
{
    setFont(fixedFontLike(parentWidget() ? parentWidget()->font() : font()));
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
