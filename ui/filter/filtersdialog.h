// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QDialogButtonBox;
class QPushButton;
class QTreeWidget;

namespace Gui {

class SavedFilters;

/// Lists the filters that bear a name, to rename and to remove them.
///
/// Borrows: \a filters.
class FiltersDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit FiltersDialog(SavedFilters &filters, QWidget *parent = nullptr);

private:
    void layOut();
    void addKeys();
    void fill();
    void review();
    QAction *chosen() const;
    void rename();
    void remove();

    SavedFilters &m_filters;
    QList<QAction *> m_shown; ///< one for each line; what has gone since is only compared
    QTreeWidget *m_list;
    QDialogButtonBox *m_buttons;
    QPushButton *m_rename;
    QPushButton *m_remove;
};

} // namespace Gui
