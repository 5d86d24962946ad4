// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/actionlist.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Gui {

namespace {

struct ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ActionList)
};

/// Gathers actions, each once.
class Gatherer final
{
public:
    void addMenu(const QString &group, const QMenu &menu)
    {
        for (QAction *const action : menu.actions()) {
            if (action->menu() != nullptr)
                addMenu(group + QStringLiteral(" ▸ ") + plainName(*action), *action->menu());
            else if (!action->isSeparator() && !m_seen.contains(action))
                add(group, action);
        }
    }

    void addAlone(const QString &group, QAction *action)
    {
        const QString face = plainName(*action) + u'\n' + shortcutText(*action);
        if (m_seen.contains(action) || action->shortcut().isEmpty() || m_faces.contains(face))
            return;
        m_faces.insert(face);
        add(group, action);
    }

    const QList<GroupedAction> &actions() const { return m_actions; }

private:
    void add(const QString &group, QAction *action)
    {
        m_seen.insert(action);
        m_actions.append({group, action});
    }

    QSet<const QAction *> m_seen;
    QSet<QString> m_faces;
    QList<GroupedAction> m_actions;
};

} // namespace

QList<GroupedAction> actionsOf(const QMainWindow &window)
{
    Gatherer gatherer;
    const auto *const bar = qobject_cast<const QMenuBar *>(window.menuWidget());
    if (bar != nullptr) {
        for (const QAction *const action : bar->actions()) {
            if (action->menu() != nullptr)
                gatherer.addMenu(plainName(*action), *action->menu());
        }
    }
    for (QAction *const action : window.findChildren<QAction *>())
        gatherer.addAlone(ActionText::tr("In lists and fields"), action);
    return gatherer.actions();
}

QString plainName(const QAction &action)
{
    static const QRegularExpression Mark(QStringLiteral("&(?=[^&])|\\s*…$"));
    return action.text().remove(Mark).replace(QLatin1StringView("&&"), QLatin1StringView("&"));
}

QString lastingName(const QAction &action)
{
    const QString lasting = action.property(LastingName).toString();
    return lasting.isEmpty() ? plainName(action) : lasting;
}

QString shortcutText(const QAction &action)
{
    return QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)
        .replace(QLatin1StringView("; "), QLatin1StringView(", "));
}

QString whyNot(const QAction &action)
{
    if (action.isEnabled())
        return {};
    if (!action.statusTip().isEmpty())
        return action.statusTip();
    return action.toolTip() == plainName(action) ? ActionText::tr("Not possible at the moment")
                                                 : action.toolTip();
}

bool holdsWords(const QString &text, const QString &words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&text](const QString &part) {
        return text.contains(part, Qt::CaseInsensitive);
    });
}

} // namespace Gui
