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

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    void paintArrow(QPainter &painter, const QRect &cell, const QColor &ink) const;

    mutable ThemeCache m_themes;
};

} // namespace Gui
