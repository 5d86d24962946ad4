// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/shortcutbook.h"

#include "ui/look/format.h"

#include <QAction>
#include <QHelpEvent>
#include <QMainWindow>
#include <QMenu>
#include <QSet>
#include <QSettings>
#include <QToolButton>
#include <QToolTip>

namespace Gui {

namespace {

constexpr QLatin1StringView Group{"shortcuts/"};

/// Where the keys of an action count that has them in single lists and fields alone.
QSet<const QObject *> placesOf(const QAction &action)
{
    QSet<const QObject *> places;
    for (const QObject *const object : action.associatedObjects()) {
        if (object->isWidgetType() && qobject_cast<const QMenu *>(object) == nullptr)
            places.insert(object);
    }
    // The keys that a list hears by itself are its own actions, and in no menu of it.
    if (action.parent() != nullptr && action.parent()->isWidgetType()
        && qobject_cast<const QMainWindow *>(action.parent()) == nullptr)
        places.insert(action.parent());
    return places;
}

/// Keys that count in one list alone may mean something else in another.
bool areApart(const QAction &one, const QAction &other)
{
    return one.shortcutContext() == Qt::WidgetShortcut
        && other.shortcutContext() == Qt::WidgetShortcut
        && !placesOf(one).intersects(placesOf(other));
}

} // namespace

ShortcutBook::ShortcutBook(QMainWindow &window)
    : QObject(&window)
    , m_actions(actionsOf(window))
{
    // What comes and goes has no name, and hardly ever keys.
    m_actions.removeIf([](const GroupedAction &grouped) {
        return !isChangeable(*grouped.action) && grouped.action->shortcut().isEmpty();
    });
    for (const GroupedAction &grouped : std::as_const(m_actions))
        m_usual.insert(grouped.action, grouped.action->shortcuts());
    for (const GroupedAction &grouped : std::as_const(m_actions))
        connect(grouped.action, &QObject::destroyed, this, &ShortcutBook::forget);
}

ShortcutBook::~ShortcutBook() = default;

bool ShortcutBook::isChangeable(const QAction &action)
{
    return !action.objectName().isEmpty();
}

bool ShortcutBook::isUsual(const QAction &action) const
{
    return action.shortcuts() == m_usual.value(&action);
}

const GroupedAction *ShortcutBook::ownerOf(const QKeySequence &keys, const QAction &but) const
{
    if (keys.isEmpty())
        return nullptr;
    for (const GroupedAction &grouped : m_actions) {
        if (grouped.action != &but && grouped.action->shortcuts().contains(keys)
            && !areApart(*grouped.action, but))
            return &grouped;
    }
    return nullptr;
}

void ShortcutBook::assign(QAction &action, const QKeySequence &keys)
{
    take({keys}, action);
    action.setShortcuts(keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    emit shortcutsChanged();
}

void ShortcutBook::reset(QAction &action)
{
    take(m_usual.value(&action), action);
    action.setShortcuts(m_usual.value(&action));
    emit shortcutsChanged();
}

void ShortcutBook::resetAll()
{
    for (const GroupedAction &grouped : std::as_const(m_actions))
        grouped.action->setShortcuts(m_usual.value(grouped.action));
    emit shortcutsChanged();
}

void ShortcutBook::take(const QList<QKeySequence> &keys, const QAction &but) const
{
    for (const QKeySequence &key : keys) {
        while (const GroupedAction *const owner = ownerOf(key, but)) {
            QList<QKeySequence> left = owner->action->shortcuts();
            left.removeAll(key);
            owner->action->setShortcuts(left);
        }
    }
}

void ShortcutBook::restoreFrom(const QSettings &settings)
{
    for (const GroupedAction &grouped : std::as_const(m_actions)) {
        const QString key = Group + grouped.action->objectName();
        if (isChangeable(*grouped.action) && settings.contains(key))
            grouped.action->setShortcuts(QKeySequence::listFromString(
                settings.value(key).toString(), QKeySequence::PortableText));
    }
    emit shortcutsChanged();
}

void ShortcutBook::saveTo(QSettings &settings) const
{
    for (const GroupedAction &grouped : m_actions) {
        // The group's own name would remove all that is kept.
        if (!isChangeable(*grouped.action))
            continue;
        const QString key = Group + grouped.action->objectName();
        if (isUsual(*grouped.action))
            settings.remove(key);
        else
            settings.setValue(key,
                              QKeySequence::listToString(grouped.action->shortcuts(),
                                                         QKeySequence::PortableText));
    }
}

void ShortcutBook::forget(const QObject *action)
{
    m_actions.removeIf([](const GroupedAction &one) { return one.action.isNull(); });
    m_usual.removeIf([action](const auto &one) { return one.key() == action; });
}

QString ShortcutBook::hintOf(const QAction &action)
{
    const QString keys = shortcutText(action);
    return keys.isEmpty() || !action.isEnabled()
        ? action.toolTip()
        : tr("%1 (%2)", "what a button does, and its keys").arg(action.toolTip(), keys);
}

void ShortcutBook::hintOn(const QWidget &parent)
{
    for (QToolButton *const button : parent.findChildren<QToolButton *>())
        button->installEventFilter(this);
}

bool ShortcutBook::eventFilter(QObject *watched, QEvent *event)
{
    const auto *const button = qobject_cast<QToolButton *>(watched);
    if (event->type() != QEvent::ToolTip || button == nullptr || button->defaultAction() == nullptr)
        return QObject::eventFilter(watched, event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       plainToolTip(hintOf(*button->defaultAction())));
    return true;
}

} // namespace Gui
