// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace Gui {

class LogModel;

/// Paints the cells of the log by plain drawText, several times cheaper than the default, which
/// lays out every text anew.
///
/// Borrows: \a model, whose rows it paints.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LogDelegate(const LogModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    static int rowHeight(const QFontMetrics &metrics);

private:
    const LogModel &m_model;
    mutable ThemeCache m_themes;
};

} // namespace Gui
