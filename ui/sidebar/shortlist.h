// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/cellpainter.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace Gui {

/// A list of few rows that is as high as they are, as long as there is room: up to eight, and more
/// where others leave some.
class ShortList : public QListView
{
    Q_OBJECT

public:
    explicit ShortList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    int usualHeight() const; ///< without what others leave
    int takeSpare(int height); ///< Takes what it needs of what others leave, and returns the rest.

private:
    int rowCount() const;
    int heightOf(int rows) const;

    int m_spare = 0;
};

/// Paints rows of a glyph and some words, and makes them high enough to be hit.
class ShortListDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    static constexpr int Gap = 8;
    static constexpr int Padding = 4;

    /// Draws a glyph at the beginning of a row, and returns the rest of it.
    static QRect drawGlyph(CellPainter &cell, Glyph glyph, Tone tone);
    const Theme &themeOf(const QPalette &palette) const { return m_themes.of(palette); }

private:
    mutable ThemeCache m_themes;
};

} // namespace Gui
