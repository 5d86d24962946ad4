// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace Gui {

/// Counts the rows that have come and are not seen. Says also by what the list is sorted, since
/// that column may not be in sight.
class NewsPill final : public QPushButton
{
    Q_OBJECT

public:
    explicit NewsPill(QWidget *parent);

    void count(qint64 rows) { m_count += rows; }
    void forget() { m_count = 0; }
    /// Sorts again, rather than showing the newest rows, where \a order is not empty.
    void setOrder(const QString &order);
    /// Shown where there is something to tell. Of what was counted no more than \a most can be
    /// unseen.
    void tell(bool isWanted, qint64 most);

private:
    QString newsText() const;

    qint64 m_count = 0;
    QString m_order; ///< in words
};

} // namespace Gui
