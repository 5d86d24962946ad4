// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QHeaderView>

namespace Gui {

/// Who paints the cells below a header.
enum class HeadedCells {
    Ours, ///< a delegate with a CellPainter
    Usual, ///< the style, closer to the edge
};

/// Column titles without the looks of buttons, above the texts that they belong to.
class FlatHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit FlatHeader(QWidget *parent = nullptr, HeadedCells cells = HeadedCells::Ours);

    /// What a title of our cells needs besides its letters and both margins, lest the arrow that
    /// tells of an order touch it.
    static int arrowRoom(const QFontMetrics &metrics);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    int inset() const;
    Qt::Alignment alignmentOf(int logicalIndex) const;
    bool isSortedBy(int logicalIndex) const;
    void paintArrow(QPainter &painter, const QRect &cell, bool isAtLeft, const QColor &ink) const;

    HeadedCells m_cells;
    mutable ThemeCache m_themes;
};

} // namespace Gui
