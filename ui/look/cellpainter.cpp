// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/cellpainter.h"

#include <QPainter>
#include <QWidget>

namespace Gui {

namespace {

constexpr int FocusBar = 3;

} // namespace

CellPainter::CellPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
    : m_painter(painter)
    , m_option(option)
    , m_theme(theme)
{
    m_painter.save();
    m_painter.setClipRect(option.rect);
    m_painter.setFont(option.font);
}

CellPainter::~CellPainter()
{
    m_painter.restore();
}

QColor CellPainter::ink(Tone tone) const
{
    if (isSelected())
        return m_theme.inkOnSelection(tone);
    return m_tints == nullptr ? m_theme.ink(tone) : m_tints->ink(m_hue, tone);
}

void CellPainter::setFont(const QFont &font)
{
    m_painter.setFont(font);
}

void CellPainter::fill(const QColor &colour)
{
    m_painter.fillRect(cell(), colour);
}

void CellPainter::fillTinted(const RowTints &tints, RowHue hue)
{
    m_tints = &tints;
    m_hue = hue;
    fill(tints.ground(hue));
}

void CellPainter::fillRect(const QRectF &rect, Tone tone)
{
    m_painter.fillRect(rect, ink(tone));
}

void CellPainter::fillIfSelected(bool isFirst)
{
    if (!isSelected())
        return;
    fill(m_theme.selection());
    if (isFirst && m_option.widget != nullptr && m_option.widget->hasFocus())
        drawFocusBar();
}

void CellPainter::markIfCurrent()
{
    if (m_option.state.testFlag(QStyle::State_HasFocus))
        drawFocusBar();
}

void CellPainter::drawFocusBar()
{
    m_painter.fillRect(QRect(cell().topLeft(), QSize(FocusBar, cell().height())),
                       m_option.palette.color(QPalette::Highlight));
}

void CellPainter::drawBottomLine()
{
    m_painter.setPen(m_theme.line());
    m_painter.drawLine(cell().bottomLeft(), cell().bottomRight());
}

void CellPainter::drawGlyph(const QRect &rect, Glyph glyph, Tone tone)
{
    paintGlyph(m_painter, rect, glyph, ink(tone));
}

int CellPainter::write(const QRect &rect, const QString &text, Tone tone, Qt::Alignment alignment)
{
    const QFontMetrics metrics = m_painter.fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    const auto flags
        = static_cast<int>((alignment | Qt::AlignVCenter).toInt()) | Qt::TextSingleLine;
    m_painter.setPen(ink(tone));
    m_painter.drawText(rect, flags, shown);
    return metrics.horizontalAdvance(shown);
}

} // namespace Gui
