// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Gui {

class ShortcutBook;

/// All actions by their menus with their keys, to be searched and changed. Keys that another action
/// has are told, and taken from it only when that is asked for.
///
/// Borrows: \a book.
class ShortcutEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutEditor(ShortcutBook &book, QWidget *parent = nullptr);

private:
    QWidget *makeEditor();
    void fill();
    void filter(const QString &words);
    void showKeys();
    void showChosen();
    void enter(const QKeySequence &keys);
    void assign(const QKeySequence &keys);
    QAction *chosen() const;

    ShortcutBook &m_book;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_title;
    QKeySequenceEdit *m_keys;
    QPushButton *m_none;
    QPushButton *m_usual;
    QLabel *m_message;
    QPushButton *m_take;
    QKeySequence m_wanted; ///< which another action has
};

} // namespace Gui
