// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/accessreading.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QHash>
#include <QLabel>
#include <QTabBar>
#include <QTest>

#include <functional>

namespace Testing {

namespace {

constexpr int MostSteps = 400;

/// Calls \a visit for every interface below \a root, with what leads to it.
void walk(QAccessibleInterface *root, const QString &path,
          const std::function<void(QAccessibleInterface &, const QString &)> &visit)
{
    if (root == nullptr || !root->isValid() || root->state().invisible)
        return;
    visit(*root, path);
    for (int i = 0; i < root->childCount(); ++i) {
        const QString name = root->text(QAccessible::Name);
        walk(root->child(i), path + u'/' + name, visit);
    }
}

/// Whether the Tab key can come to \a widget.
bool isStation(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && !widget.visibleRegion().isEmpty()
        && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.focusProxy() == nullptr
        && qobject_cast<QTabBar *>(widget.parentWidget()) == nullptr;
}

/// What the Tab key comes to once where it comes to \a widget: buttons of which one is chosen are
/// one station, and the arrow keys lead from each to the others.
const QObject *stationOf(const QWidget &widget)
{
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    if (button == nullptr || !button->isCheckable())
        return &widget;
    if (button->group() != nullptr && button->group()->exclusive())
        return button->group();
    return button->autoExclusive() ? button->parentWidget() : &widget;
}

QString stationName(QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' '
        + QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

} // namespace

QStringList namelessIn(QWidget &widget)
{
    QStringList found;
    walk(QAccessible::queryAccessibleInterface(&widget), {},
         [&found](QAccessibleInterface &one, const QString &path) {
             // A cell may be empty; its row is told as a whole.
             if (one.state().focusable && !one.state().disabled && one.role() != QAccessible::Cell
                 && one.text(QAccessible::Name).isEmpty())
                 found.append(QStringLiteral("%1: role %2").arg(path).arg(one.role()));
         });
    return found;
}

QStringList guessingLabelsIn(const QWidget &widget)
{
    const QString ofPicture = QStringLiteral("qt_msgboxex_icon_label"); // of a message box
    QStringList found;
    for (const QLabel *const label : widget.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && label->buddy() == nullptr
            && label->pixmap().isNull() && label->objectName() != ofPicture)
            found.append(label->text());
    }
    return found;
}

QStringList missedByTabIn(QWidget &window)
{
    QHash<const QObject *, QString> missed;
    for (QWidget *const widget : window.findChildren<QWidget *>()) {
        if (widget->window() == &window && isStation(*widget))
            missed.insert(stationOf(*widget), stationName(*widget));
    }
    if (missed.isEmpty())
        return {};
    const QWidget *const beginning = window.focusWidget();
    if (beginning == nullptr)
        return {QStringLiteral("nothing has the focus")};
    bool isRound = false;
    for (int step = 0; step < MostSteps && !isRound; ++step) {
        missed.remove(stationOf(*window.focusWidget()));
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
        isRound = window.focusWidget() == beginning;
    }
    QStringList found = missed.values();
    if (!isRound)
        found.append(QStringLiteral("it ends at ") + stationName(*window.focusWidget()));
    return found;
}

} // namespace Testing
