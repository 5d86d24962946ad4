// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logorder.h"

#include <QObject>

class QTableView;

namespace Gui {

class LogModel;

/// The list's order as its titles have it: an arrow shows it, and clicks ask for another.
///
/// Borrows: \a model, and \a view, its parent, which has its model and header.
class HeaderOrder final : public QObject
{
    Q_OBJECT

public:
    HeaderOrder(const LogModel &model, QTableView &view);

    void show(); ///< After the order has changed, or the header was restored.

signals:
    void wanted(const Core::LogOrder &order);

private:
    void turn(int column);

    const LogModel &m_model;
    QTableView &m_view;
};

} // namespace Gui
