// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/listkeys.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace Gui {

namespace {

/// The keys of \a event as they may stand in an action: with Shift, or without it where it only
/// leads to the sign.
QList<QKeySequence> keysOf(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const auto key = static_cast<Qt::Key>(event.key());
    QList<QKeySequence> keys{QKeySequence(QKeyCombination(modifiers, key))};
    const QString text = event.text();
    if (modifiers == Qt::ShiftModifier && !text.isEmpty() && text.front().isPrint()
        && !text.front().isLetter())
        keys.append(QKeySequence(key));
    return keys;
}

class MenuKeys final : public QObject
{
public:
    explicit MenuKeys(QWidget &list)
        : QObject(&list)
        , m_list(list)
    {
        list.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != &m_list || event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto &press = *static_cast<QKeyEvent *>(event);
        if (press.key() != Qt::Key_F10 || press.modifiers() != Qt::ShiftModifier)
            return false;
        const QPoint place = m_list.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, place, m_list.mapToGlobal(place));
        QCoreApplication::sendEvent(&m_list, &wanted);
        return true;
    }

private:
    QWidget &m_list;
};

} // namespace

void openMenuByShiftF10(QWidget &list)
{
    new MenuKeys(list);
}

ListKeys::ListKeys(QWidget &list)
    : QObject(&list)
    , m_list(list)
{
    list.installEventFilter(this);
}

QAction *ListKeys::add(const QString &name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *const action = new QAction(text, &m_list);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_actions.append(action);
    return action;
}

void ListKeys::addAlias(QAction &other, const QString &name, const QString &text,
                        const QKeySequence &keys)
{
    QAction *const action = add(name, text, {keys});
    const auto follow = [action, &other] {
        action->setEnabled(other.isEnabled());
        action->setToolTip(other.toolTip());
        action->setStatusTip(other.statusTip());
    };
    connect(action, &QAction::triggered, &other, &QAction::trigger);
    connect(&other, &QAction::changed, action, follow);
    follow();
}

QAction *ListKeys::addFixed(const QString &text, const QKeySequence &keys)
{
    auto *const action = new QAction(text, &m_list);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    return action;
}

bool ListKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_list || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto &press = *static_cast<QKeyEvent *>(event);
    const QList<QKeySequence> keys = keysOf(press);
    const auto found
        = std::find_if(m_actions.begin(), m_actions.end(), [&keys](const QAction *action) {
              return std::any_of(keys.begin(), keys.end(), [action](const QKeySequence &one) {
                  return action->shortcuts().contains(one);
              });
          });
    if (found == m_actions.end())
        return false;
    if (!press.isAutoRepeat())
        (*found)->trigger();
    return true;
}

} // namespace Gui
