// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QListView>
#include <QTimer>

namespace Gui {

class DestinationModel;

/// The destinations, one of which, or all, is chosen at any time. The right arrow key, or a click
/// on what stands before a name, opens one to show its details; the left one closes it.
///
/// Borrows: \a model, which must outlive it.
class DestinationList final : public QListView
{
    Q_OBJECT

public:
    explicit DestinationList(DestinationModel &model, QWidget *parent = nullptr);

    /// Null while all are chosen.
    Core::DestinationId chosen() const;
    void chooseAll();
    void choose(Core::DestinationId destination); ///< All, where it is not known.
    void setMarked(bool isMarked); ///< Whether what is chosen looks so.

    /// As high as its rows, up to ten: short lists beside it yield as much as it does.
    QSize sizeHint() const override;

signals:
    void destinationChosen(const Core::DestinationId &id);
    void dashboardRequested(); ///< of the chosen one

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    bool isOnHandle(const QMouseEvent &event) const;
    void toggleAt(const QMouseEvent &event);
    void fitRow(int row);
    void fitRows(const QModelIndex &first, const QModelIndex &last);

    DestinationModel &m_model;
    bool m_isMarked = true;
    QTimer m_seconds; ///< counts down to next attempts while somebody sees it
};

} // namespace Gui
