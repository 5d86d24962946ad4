// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTableView;

namespace Gui {

/// Copies the current cell or the chosen rows of the list, with what cells say where there is room
/// enough.
///
/// Borrows: \a view, its parent, which has its model and header.
class LogCopier final : public QObject
{
    Q_OBJECT

public:
    explicit LogCopier(QTableView &view);

private:
    void copyCell() const;
    void copyRows() const;

    QTableView &m_view;
};

} // namespace Gui
