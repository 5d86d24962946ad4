// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/loglines.h"
#include "ui/log/logrow.h"
#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace Gui {

class CellPainter;
class LogModel;

/// Paints the cells of the log by plain drawText, several times cheaper than the default, which
/// lays out every text anew. A row that has not been read yet is left blank. The ground tells which
/// rule of colour fits.
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
    /// How wide the column of statuses must be for what is usual there.
    static int statusWidth(const QFont &font);
    static int leastStatusWidth(const QFont &font); ///< with its code and the first letters
    /// Where a fold is opened by a click, in the cell that begins its line.
    static QRect expanderIn(const QRect &cell);

    /// The duration that fills a bar: the longest in sight.
    void setLongest(Core::Microseconds longest) { m_longest = longest; }

private:
    void paintTime(CellPainter &cell, const LogLines::Line &line, const QString &text) const;
    void paintDuration(CellPainter &cell, const LogRow &row, const QString &text) const;

    const LogModel &m_model;
    Core::Microseconds m_longest{0};
    mutable ThemeCache m_themes;
};

} // namespace Gui
