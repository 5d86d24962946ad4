// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/actionlist.h"

#include <QDialog>

#include <array>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace Gui {

/// Finds an action by words and does it. What cannot be done now stands there too, and says why.
class ActionPalette final : public QDialog
{
    Q_OBJECT

public:
    ActionPalette(const QList<GroupedAction> &actions, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void measureColumns();
    void fitColumns();
    void fill(const QString &words);
    void showReason();
    void run();
    QAction *chosen() const;

    QList<GroupedAction> m_actions;
    std::array<int, 3> m_widths{}; ///< that the columns' texts ask for
    QLineEdit *m_words;
    QTreeWidget *m_list;
    QLabel *m_reason;
};

} // namespace Gui
