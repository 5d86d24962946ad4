// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterfield.h"

#include "ui/filter/filterpopup.h"
#include "ui/filter/filtertext.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"
#include "ui/look/refusals.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScopedValueRollback>

namespace Gui {

using Core::FilterVerdict;

namespace {

constexpr int CompletionPauseMs = 150;

struct Dress
{
    Glyph glyph;
    Tone tone;
};

/// How a text looks. Each shape is another one, for those who do not see the colour.
Dress dressFor(const QString &text, FilterVerdict verdict)
{
    if (text.trimmed().isEmpty())
        return {Glyph::Search, Tone::Muted};
    switch (verdict) {
    case FilterVerdict::Valid:
        return {Glyph::Delivered, Tone::Good};
    case FilterVerdict::Incomplete:
        return {Glyph::InFlight, Tone::Busy};
    case FilterVerdict::Invalid:
        return {Glyph::Failed, Tone::Bad};
    }
    Q_UNREACHABLE();
}

} // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent)
    , m_mark(addAction(iconOf(Glyph::Search, Tone::Muted), LeadingPosition))
    , m_popup(new FilterPopup(*this))
{
    setPlaceholderText(tr("Filter, such as: refused status:5xx dest:orders -is:heartbeat"));
    setAccessibleName(tr("Filter the log"));
    setToolTip(plainToolTip(
        tr("Words are looked for anywhere; key:value narrows; a minus leaves out; \"or\" and"
           " parentheses join; quotes hold blanks; /slashes/ a regular expression.\n"
           "Down shows all keys.")));
    setClearButtonEnabled(true);
    setMaxLength(static_cast<int>(Core::LongestFilter) * 2);
    m_mark->setToolTip(tr("Shows what a filter can say (Down)"));
    m_mark->setObjectName(QStringLiteral("filter.suggest"));
    connect(m_mark, &QAction::triggered, m_popup, &FilterPopup::open);
    m_pause.setSingleShot(true);
    m_pause.setInterval(CompletionPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::enforce);
    connect(this, &QLineEdit::textChanged, this, &FilterField::review);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textEdited, m_popup, &FilterPopup::update);
    dress();
}

void FilterField::setFilterText(const QString &text)
{
    setText(text);
    // What is typed then counts, even if it is what was in force before.
    m_isReplaced = m_reading.verdict != FilterVerdict::Valid;
    enforce();
}

QString FilterField::hint() const
{
    const bool isReadable = m_reading.verdict == FilterVerdict::Valid;
    const QString word = isReadable ? needlessAnd(text()) : QString();
    if (word.isEmpty())
        return {};
    return tr("\"%1\" is looked for as a word. Leave it out: terms side by side must all match. "
              "Put it"
              " in quotes to look for the word.")
        .arg(word);
}

void FilterField::review()
{
    m_reading = Core::parseFilter(text());
    dress();
    const QString fault = spokenRefusal(m_reading.sentence);
    setAccessibleDescription(fault.isEmpty() ? hint() : fault);
    emit readingChanged();
}

void FilterField::enforce()
{
    m_pause.stop();
    const bool isSame = text() == m_filterText && !m_isReplaced;
    if (m_reading.verdict != FilterVerdict::Valid || isSame)
        return;
    m_isReplaced = false;
    m_filterText = text();
    emit filterChanged(m_reading.filter);
}

void FilterField::confirm()
{
    enforce();
    if (m_reading.verdict == FilterVerdict::Valid)
        emit confirmed(text());
    emit leaveRequested();
}

void FilterField::dress()
{
    const QScopedValueRollback guard(m_isDressing, true);
    const Dress dress = dressFor(text(), m_reading.verdict);
    m_mark->setIcon(iconOf(dress.glyph, dress.tone));
    setPalette({});
    if (dress.tone == Tone::Muted)
        return;
    QPalette tinted = palette();
    const Theme theme(tinted);
    tinted.setColor(QPalette::Base, theme.tint(dress.tone));
    setPalette(tinted);
}

/// Where the character at \a place begins, left of the cursor or right of it.
int FilterField::xOf(qsizetype place) const
{
    const qsizetype cursor = cursorPosition();
    const QString between = text().mid(std::min(place, cursor), std::abs(place - cursor));
    const int distance = fontMetrics().horizontalAdvance(between);
    return cursorRect().center().x() + (place < cursor ? -distance : distance);
}

/// A wavy line below what is at fault.
void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_reading.verdict != FilterVerdict::Invalid)
        return;
    const int first = xOf(m_reading.position);
    const int last = std::max(xOf(m_reading.position + m_reading.length),
                              first + fontMetrics().averageCharWidth());
    const int bottom = cursorRect().bottom() - 1;
    QPainterPath wave(QPointF(first, bottom));
    for (int x = first + 2; x <= last; x += 2)
        wave.lineTo(x, bottom + ((x - first) % 4 == 0 ? 0 : 2));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(contentsRect());
    painter.setPen(QPen(Theme(palette()).ink(Tone::Bad), 1.2));
    painter.drawPath(wave);
}

void FilterField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    const bool isOther
        = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (isOther && !m_isDressing)
        dress();
}

/// Tab takes what is suggested; it would leave the field otherwise.
bool FilterField::event(QEvent *event)
{
    const bool isTab = event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab;
    if (!isTab || !m_popup->isOpen())
        return QLineEdit::event(event);
    m_popup->takeChosen();
    event->accept();
    return true;
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (!m_popup->isOpen())
        m_popup->close();
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->isChosen())
            return m_popup->takeChosen();
        m_popup->close();
        return confirm();
    case Qt::Key_Escape:
        if (m_popup->isOpen())
            return m_popup->close();
        if (text().isEmpty())
            emit leaveRequested();
        return setFilterText({});
    case Qt::Key_Down:
        return m_popup->open();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace Gui
