// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/findbar.h"

#include "ui/detail/textview.h"
#include "ui/look/glyph.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace Gui {

namespace {

constexpr qint64 LongestStep = 10; // milliseconds
constexpr int Anywhere = -1;

/// A line with as much of what was broken off as a match may reach into.
QString wholeLine(QTextBlock block, qsizetype reach)
{
    QString text = block.text();
    const qsizetype wanted = text.size() + reach;
    while (text.size() < wanted && TextView::endOf(block) == LineEnd::Soft
           && block.next().isValid()) {
        block = block.next();
        text += block.text();
    }
    return text;
}

} // namespace

FindBar::FindBar(TextView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_words(new QLineEdit(this))
    , m_message(new QLabel(this))
{
    m_words->setPlaceholderText(tr("Find in this body"));
    m_words->setAccessibleName(tr("Find in this body"));
    m_words->setClearButtonEnabled(true);
    m_words->addAction(iconOf(Glyph::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_message->setTextFormat(Qt::PlainText);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->addWidget(m_words, 1);
    const auto addButton = [&](const QString &text, void (FindBar::*act)()) {
        auto *const button = new QToolButton(this);
        button->setText(text);
        button->setAutoRaise(true);
        button->setMinimumSize(24, 24);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, act);
    };
    addButton(tr("Previous"), &FindBar::findPrevious);
    addButton(tr("Next"), &FindBar::findNext);
    addButton(tr("Close"), &FindBar::close);
    layout->addWidget(m_message);
    layout->addStretch(1);
    m_steps.setInterval(0);
    connect(&m_steps, &QTimer::timeout, this, &FindBar::step);
    connect(m_words, &QLineEdit::textChanged, this,
            [this] { begin(false, m_view.textCursor().selectionStart()); });
    connect(m_words, &QLineEdit::returnPressed, this, &FindBar::findNext);
    hide();
}

void FindBar::open()
{
    show();
    const QString selected = m_view.textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FindBar::findNext()
{
    find(false);
}

void FindBar::findPrevious()
{
    find(true);
}

void FindBar::find(bool isBackward)
{
    if (m_words->text().isEmpty())
        return open();
    show();
    const QTextCursor cursor = m_view.textCursor();
    begin(isBackward, isBackward ? cursor.selectionStart() : cursor.selectionEnd());
}

void FindBar::begin(bool isBackward, int from)
{
    m_steps.stop();
    m_message->clear();
    if (m_words->text().isEmpty())
        return;
    const QTextBlock block = m_view.document()->findBlock(from);
    m_isBackward = isBackward;
    m_hasGoneRound = false;
    m_start = block.blockNumber();
    m_block = m_start;
    m_bound = from - block.position();
    step();
}

void FindBar::step()
{
    QElapsedTimer timer;
    timer.start();
    bool isDone = false;
    while (!isDone && timer.elapsed() < LongestStep)
        isDone = m_isBackward ? stepBackward() : stepForward();
    if (isDone)
        return m_steps.stop();
    m_message->setText(tr("Searching…"));
    if (!m_steps.isActive())
        m_steps.start();
}

/// True when the search has come to its end, one way or the other.
bool FindBar::stepForward()
{
    const QTextBlock block = m_view.document()->findBlockByNumber(m_block);
    // The last line may go on with the next piece, and the one before it into that.
    if (!m_view.isWhole() && m_block + 2 >= m_view.document()->blockCount()) {
        m_view.grow();
        return false;
    }
    if (!block.isValid() || (m_hasGoneRound && m_block > m_start)) {
        if (m_hasGoneRound) {
            m_message->setText(tr("Not found"));
            return true;
        }
        m_hasGoneRound = true;
        m_block = 0;
        m_bound = Anywhere;
        return false;
    }
    if (searchBlock(block))
        return true;
    ++m_block;
    m_bound = Anywhere;
    return false;
}

bool FindBar::stepBackward()
{
    if (m_block < 0 && !m_view.isWhole()) {
        m_view.grow();
        return false;
    }
    if (m_block < 0 || (m_hasGoneRound && m_block < m_start)) {
        if (m_hasGoneRound) {
            m_message->setText(tr("Not found"));
            return true;
        }
        m_hasGoneRound = true;
        m_block = m_view.document()->blockCount() - 1;
        m_bound = Anywhere;
        return false;
    }
    if (searchBlock(m_view.document()->findBlockByNumber(m_block)))
        return true;
    --m_block;
    m_bound = Anywhere;
    return false;
}

bool FindBar::searchBlock(const QTextBlock &block)
{
    const QString words = m_words->text();
    const QString line = wholeLine(block, words.size() - 1);
    qsizetype offset = -1;
    if (!m_isBackward) {
        offset = line.indexOf(words, std::max(m_bound, 0), Qt::CaseInsensitive);
    } else if (m_bound != 0) {
        const qsizetype last = m_bound == Anywhere ? line.size() : m_bound - 1;
        offset = line.lastIndexOf(words, last, Qt::CaseInsensitive);
    }
    if (offset < 0 || offset >= block.length())
        return false;
    showPlace(block, offset);
    return true;
}

void FindBar::showPlace(const QTextBlock &block, qsizetype offset)
{
    QTextCursor cursor = m_view.textCursor();
    cursor.setPosition(block.position() + static_cast<int>(offset));
    qsizetype left = m_words->text().size();
    QTextBlock last = block;
    while (offset + left > last.length() - 1 && last.next().isValid()) {
        left -= last.length() - 1 - offset;
        offset = 0;
        last = last.next();
    }
    cursor.setPosition(last.position() + static_cast<int>(offset + left), QTextCursor::KeepAnchor);
    m_view.setTextCursor(cursor);
    m_view.centerCursor();
    m_message->setText(m_hasGoneRound ? tr("Found, having gone round") : tr("Found"));
}

void FindBar::close()
{
    m_steps.stop();
    hide();
    m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

} // namespace Gui
