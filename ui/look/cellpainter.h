// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyph.h"
#include "ui/look/theme.h"

#include <QStyleOptionViewItem>

namespace Gui {

/// Paints what is in one cell of a list: plain texts and glyphs, in the inks of the theme. It keeps
/// to the cell, and leaves the painter as it found it.
class CellPainter final
{
    Q_DISABLE_COPY_MOVE(CellPainter)

public:
    static constexpr int Margin = 8;

    CellPainter(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme);
    ~CellPainter();

    const Theme &theme() const { return m_theme; }
    const QRect &cell() const { return m_option.rect; }
    QRect inner() const { return cell().adjusted(Margin, 0, -Margin, 0); }
    int lineHeight() const { return m_option.fontMetrics.height(); }
    QColor ink(Tone tone) const;

    void setFont(const QFont &font);
    const QFont &font() const { return m_option.font; }

    void fill(const QColor &colour);
    /// Has what is written from now on stand on that ground, unless the cell is selected.
    void fillTinted(const RowTints &tints, RowHue hue);
    void fillRect(const QRectF &rect, Tone tone);
    /// Marks a selected cell; the first one of a row also tells whether the list has the focus.
    void fillIfSelected(bool isFirst);
    /// What has the focus within its list, selected or not.
    void markIfCurrent();
    void drawBottomLine();
    void drawGlyph(const QRect &rect, Glyph glyph, Tone tone);
    /// Writes one line, elided where it is too long, and returns how wide it became.
    int write(const QRect &rect, const QString &text, Tone tone,
              Qt::Alignment alignment = Qt::AlignLeft);

private:
    void drawFocusBar();

    bool isSelected() const { return m_option.state.testFlag(QStyle::State_Selected); }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
    const RowTints *m_tints = nullptr; ///< null while it stands on the usual ground
    RowHue m_hue = RowHue::Grey;
};

} // namespace Gui
