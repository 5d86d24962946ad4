// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/status.h"
#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace Gui {

class CellPainter;
class DestinationModel;

/// How many bars of outcomes there are on a line of \a width. A name comes first: it has the room
/// of some letters before a bar has any, and all that it needs before there are many.
int outcomesIn(int width, int lineHeight, int nameWidth);

/// Paints a destination on two lines: state, name, the latest outcomes and the last code above; its
/// address or trouble, what waits and when it was last tried below. One that is open shows all that
/// there is to know of it below these.
///
/// Borrows: \a model, whose rows it paints.
class DestinationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit DestinationDelegate(const DestinationModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Whether a click at \a place, in \a row, is meant to open or close it.
    static bool isOnHandle(const QRect &row, const QFontMetrics &metrics, const QPoint &place);

private:
    void paintAll(CellPainter &cell) const;
    void paintDestination(CellPainter &cell, const Core::DestinationStatus &status,
                          bool isOpen) const;
    void paintDetails(CellPainter &cell, const QRect &lastLine,
                      const Core::DestinationStatus &status) const;
    /// Returns where the bars begin.
    int paintRecent(CellPainter &cell, const QRect &line, const QList<Core::AttemptOutcome> &recent,
                    int places) const;

    const DestinationModel &m_model;
    mutable ThemeCache m_themes;
};

} // namespace Gui
