// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/actionlist.h"

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QMainWindow;
class QSettings;
class QWidget;

namespace Gui {

/// The keys of all actions: what they usually are, and what a person made of them. An action whose
/// keys can be changed has an object name, by which they are kept.
///
/// Borrows: \a window, whose actions it knows from the moment when it was made.
class ShortcutBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShortcutBook)

public:
    explicit ShortcutBook(QMainWindow &window);
    ~ShortcutBook() override;

    const QList<GroupedAction> &actions() const { return m_actions; }
    static bool isChangeable(const QAction &action);
    bool isUsual(const QAction &action) const;

    /// The other action that has \a keys; null for none.
    const GroupedAction *ownerOf(const QKeySequence &keys, const QAction &but) const;

    /// Gives \a keys, or none, to \a action, and takes them from whatever had them.
    void assign(QAction &action, const QKeySequence &keys);
    void reset(QAction &action); ///< Takes its usual ones from whatever had them.
    void resetAll();

    void restoreFrom(const QSettings &settings);
    void saveTo(QSettings &settings) const;

    /// What \a action does, with the keys that it has now; why not, while it cannot be done.
    static QString hintOf(const QAction &action);
    /// Has the buttons of actions below \a parent tell their hints.
    void hintOn(const QWidget &parent);

signals:
    void shortcutsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QList<QKeySequence> &keys, const QAction &but) const;
    void forget(const QObject *action);

    QList<GroupedAction> m_actions;
    QHash<const QAction *, QList<QKeySequence>> m_usual;
};

} // namespace Gui
