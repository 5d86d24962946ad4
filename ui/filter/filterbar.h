// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolBar;

namespace Gui {

class FilterField;
class SavedFilters;

/// The field of the filter, what is wrong with its text, and a button for each filter that was
/// given a name.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent);

    FilterField *field() const { return m_field; }
    SavedFilters *saved() const { return m_saved; }

    QAction *const save; ///< the filter in force, as a button
    QAction *const manage; ///< renames and removes what was saved
    QMenu *const menu; ///< of all that stands on the buttons

private:
    void fillButtons();
    void showMenu(QAction *filter, const QPoint &at);
    void updateSave();
    void awaitNotice();
    void keepRoom(bool isKept); ///< of a notice that is hidden
    void updateNotice();
    QString noticeText() const;
    QString meanwhileText() const;

    FilterField *m_field;
    SavedFilters *m_saved;
    QToolBar *m_buttons;
    QLabel *m_notice; ///< below the field
    QTimer m_pause; ///< before a text that is being typed is called incomplete
};

} // namespace Gui
