// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sidebar/shortlist.h"

namespace Gui {

class BinModel;

/// The bins. A click shows what a bin has received; the button at the right of the row under the
/// pointer copies its address.
///
/// Borrows: \a model.
class BinList final : public ShortList
{
    Q_OBJECT

public:
    explicit BinList(BinModel &model, QWidget *parent = nullptr);

    const BinModel &bins() const { return m_model; }
    QString chosenAddress() const; ///< Empty for none, and while nothing listens.
    void copyAddress(); ///< of the current one
    void chooseCurrent();

    void showFilter(const QString &filter); ///< Only the bin that it lists looks chosen.
    bool isMarked() const; ///< One does.

signals:
    void binChosen(const QString &bin);
    void copied();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    BinModel &m_model;
};

} // namespace Gui
