// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace Gui {

/// How wide the columns of the list are: as its font asks, or as a person has made them; the
/// event's takes what the others leave.
///
/// Borrows: \a view, its parent, which has its model and header.
class LogWidths final : public QObject
{
    Q_OBJECT

public:
    explicit LogWidths(QTableView &view);

    void applyFont();
    void restore(const QByteArray &state); ///< of the header
    void fitEventColumn();

private:
    QList<int> usual() const;

    QTableView &m_view;
    QList<int> m_usual; ///< when the columns got theirs; empty before
    bool m_isFitting = false;
    bool m_isCramped = true; ///< The columns leave too little for the event's.
};

} // namespace Gui
