// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidebarsection.h"

#include "ui/look/glyph.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace Gui {

namespace {

constexpr int LeastSectionHeight = 26;
constexpr int SectionMargin = 8;

} // namespace

SidebarSection::SidebarSection(const QString &title, QWidget &content, QWidget *parent)
    : QToolButton(parent)
    , m_content(content)
{
    setText(title);
    setAutoRaise(true);
    setCheckable(true);
    setChecked(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QToolButton::toggled, this, &SidebarSection::show);
    applyFont();
    show(true);
}

void SidebarSection::show(bool isOpen)
{
    setToolTip(isOpen ? tr("Fold this group away") : tr("Show this group"));
    m_content.setVisible(isOpen);
}

/// Flat, since an open group would look like a button that is held down.
void SidebarSection::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.fillRect(rect(), underMouse() ? theme.selection() : theme.tint(Tone::Muted));
    const int side = fontMetrics().height() * 3 / 4;
    QRect line = rect().adjusted(SectionMargin, 0, -SectionMargin, 0);
    const QRect arrow(line.left(), line.center().y() - side / 2, side, side);
    paintGlyph(painter, arrow, isOpen() ? Glyph::Unfold : Glyph::Fold,
               theme.inkOnTint(Tone::Muted));
    line.setLeft(arrow.right() + SectionMargin);
    painter.setPen(theme.ink(Tone::Plain));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, text());
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SidebarSection::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void SidebarSection::applyFont()
{
    setMinimumHeight(std::max(LeastSectionHeight, fontMetrics().height() + 8));
}

} // namespace Gui
