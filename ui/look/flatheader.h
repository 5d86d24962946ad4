// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QHeaderView>

namespace Gui {

/// Column titles without the looks of buttons, above the texts that they belong to.
class FlatHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit FlatHeader(QWidget *parent = nullptr);

    /// What a title needs besides its letters and both margins, lest the arrow that
    /// tells of an order touch it.
    static int arrowRoom(const QFontMetrics &metrics);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    Qt::Alignment alignmentOf(int logicalIndex) const;
    bool isSortedBy(int logicalIndex) const;
    void paintArrow(QPainter &painter, const QRect &cell, bool isAtLeft, const QColor &ink) const;

    mutable ThemeCache m_themes;
};

} // namespace Gui
