// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/theme.h"

#include <QStyledItemDelegate>

namespace Gui {

class FleetModel;

/// Paints a destination of the fleet as a card: its name, the share of successes, a small chart,
/// and how many attempts ended how.
///
/// Borrows: \a model, whose rows it paints.
class FleetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FleetDelegate(const FleetModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const FleetModel &m_model;
    mutable ThemeCache m_themes;
};

} // namespace Gui
