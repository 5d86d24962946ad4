// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace Gui {

/// Actions whose keys mean something while one list has the focus, such as bare letters, which can
/// be typed everywhere else. They are no entries of that list's menu.
///
/// Borrows: \a list, whose children the actions are.
class ListKeys final : public QObject
{
    Q_OBJECT

public:
    explicit ListKeys(QWidget &list);

    /// One more. Its keys can be changed, and are kept by \a name.
    QAction *add(const QString &name, const QString &text, const QList<QKeySequence> &keys);
    /// One that does what \a other does, as long as that is possible.
    void addAlias(QAction &other, const QString &name, const QString &text,
                  const QKeySequence &keys);
    /// One whose keys are fixed, since others see to them.
    QAction *addFixed(const QString &text, const QKeySequence &keys);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_list;
    QList<QAction *> m_actions;
};

/// Shift+F10 opens the context menu of \a list as the Menu key does, which not all keyboards have.
void openMenuByShiftF10(QWidget &list);

} // namespace Gui
