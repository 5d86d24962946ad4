// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/findbar.h"

#include "ui/detail/textview.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace Gui {

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
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        emit textWanted();
        m_search.reset();
        look(false, m_view.selectedPlaces().first);
    });
    connect(&m_view, &TextView::replaced, this, [this] {
        m_searching.cancel();
        m_search.reset();
        m_message->clear();
    });
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
    emit textWanted();
    const auto [start, end] = m_view.selectedPlaces();
    look(isBackward, isBackward ? start : end);
}

void FindBar::look(bool isBackward, qint64 from)
{
    m_isWanted = true;
    m_isBackward = isBackward;
    m_hasGoneRound = false;
    m_from = from;
    if (!m_search)
        begin();
    showWanted();
}

void FindBar::begin()
{
    m_searching.cancel();
    m_finds = {};
    m_shown = -1;
    std::unique_ptr<TextSource> text = m_view.wholeText();
    m_isWanted = text && !m_words->text().isEmpty();
    if (!m_isWanted)
        return;
    m_search = std::make_shared<TextSearch>(std::move(text), m_words->text());
    searchOn();
}

void FindBar::searchOn()
{
    m_searching.run<TextFinds>(
        [search = m_search](const Aside::IsCancelled & /*isCancelled*/) { return search->next(); },
        [this](const TextFinds &finds) { take(finds); });
}

void FindBar::take(const TextFinds &finds)
{
    m_finds.places += finds.places;
    m_finds.marks += finds.marks;
    m_finds.end = finds.end;
    m_finds.isOver = finds.isOver;
    m_finds.isCutShort = finds.isCutShort;
    if (!m_finds.isOver)
        searchOn();
    showWanted();
}

void FindBar::showWanted()
{
    const std::optional<qsizetype> wanted = m_isWanted ? wantedPlace() : std::nullopt;
    if (wanted) {
        m_isWanted = false;
        m_shown = *wanted;
        m_view.showPlace(m_finds.marks, m_finds.places.at(m_shown), m_words->text().size());
    }
    m_message->setText(m_search ? messageText() : QString());
}

/// Which one is to be shown; none while what was looked through does not tell.
std::optional<qsizetype> FindBar::wantedPlace()
{
    const QList<qint64> &places = m_finds.places;
    const qsizetype next = std::lower_bound(places.begin(), places.end(), m_from) - places.begin();
    if (m_isBackward && next > 0 && (m_finds.isOver || m_finds.end > m_from))
        return next - 1;
    if (!m_isBackward && next < places.size())
        return next;
    if (!m_finds.isOver || places.isEmpty())
        return {};
    m_hasGoneRound = true;
    return m_isBackward ? places.size() - 1 : 0;
}

QString FindBar::messageText() const
{
    if (m_finds.places.isEmpty() && m_finds.isCutShort)
        return tr("Not found in the first %1 characters").arg(countText(m_finds.end));
    if (m_finds.places.isEmpty())
        return m_finds.isOver ? tr("Not found") : tr("Searching…");
    QString count = countText(m_finds.places.size());
    if (m_finds.isCutShort)
        count = tr("more than %1").arg(count);
    else if (!m_finds.isOver)
        count = tr("%1 so far").arg(count);
    if (m_shown < 0)
        return count;
    const QString shown = tr("%1 of %2").arg(countText(m_shown + 1), count);
    return m_hasGoneRound ? tr("%1, having gone round").arg(shown) : shown;
}

void FindBar::close()
{
    m_searching.cancel();
    m_search.reset();
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QWidget::keyPressEvent(event);
}

} // namespace Gui
