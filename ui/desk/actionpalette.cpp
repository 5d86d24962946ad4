// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/actionpalette.h"

#include "ui/look/flatheader.h"
#include "ui/look/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace Gui {

namespace {

enum PaletteColumn {
    PaletteNameColumn,
    PaletteGroupColumn,
    PaletteKeysColumn,
};
constexpr int PaletteWidth = 80;
constexpr int PaletteLines = 14;
constexpr int PaletteMargins = 60; ///< of the dialog and its list, with a scroll bar

/// Names that begin with what was typed come first.
bool isBetter(const GroupedAction &one, const GroupedAction &other, const QString &words)
{
    const auto begins = [&words](const GroupedAction &grouped) {
        return plainName(*grouped.action).startsWith(words, Qt::CaseInsensitive);
    };
    return begins(one) && !begins(other);
}

} // namespace

ActionPalette::ActionPalette(const QList<GroupedAction> &actions, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_words(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_reason(new QLabel(this))
{
    setWindowTitle(tr("Find an action"));
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->setAccessibleName(tr("Words of the action"));
    m_words->installEventFilter(this);
    m_list->setAccessibleName(tr("Actions"));
    m_list->setHeader(new FlatHeader(m_list, HeadedCells::Usual));
    m_list->setHeaderLabels({tr("Action"), tr("Menu"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(PaletteNameColumn, QHeaderView::Stretch);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMinimumHeight(fontMetrics().lineSpacing());
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_reason);
    connect(m_words, &QLineEdit::textChanged, this, &ActionPalette::fill);
    connect(m_words, &QLineEdit::returnPressed, this, &ActionPalette::run);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ActionPalette::showReason);
    connect(m_list, &QTreeWidget::itemActivated, this, &ActionPalette::run);
    m_list->viewport()->installEventFilter(this);
    measureColumns();
    const int usual = fontMetrics().averageCharWidth() * PaletteWidth;
    const int most = std::max(usual, screen()->availableSize().width() * 9 / 10);
    resize(
        std::clamp(std::accumulate(m_widths.begin(), m_widths.end(), PaletteMargins), usual, most),
        rowHeightOf(fontMetrics()) * (PaletteLines + 4));
    fill({});
}

/// What all of the texts ask for, whether they are in sight or not.
void ActionPalette::measureColumns()
{
    const int margin = 2 * fontMetrics().averageCharWidth();
    const auto widen = [this, margin](PaletteColumn column, const QString &text) {
        int &width = m_widths.at(static_cast<std::size_t>(column));
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(text) + margin);
    };
    for (const PaletteColumn column : {PaletteNameColumn, PaletteGroupColumn, PaletteKeysColumn})
        widen(column, m_list->headerItem()->text(column));
    for (const GroupedAction &grouped : std::as_const(m_actions)) {
        if (grouped.action.isNull())
            continue;
        widen(PaletteNameColumn, plainName(*grouped.action));
        widen(PaletteGroupColumn, grouped.group);
        widen(PaletteKeysColumn, shortcutText(*grouped.action));
    }
}

/// The names come first; menus and keys share what they leave, which is two fifths at least.
void ActionPalette::fitColumns()
{
    const int room = m_list->viewport()->width();
    const int rest = std::max(room - m_widths.at(PaletteNameColumn), room * 2 / 5);
    const int keys = std::min(m_widths.at(PaletteKeysColumn), rest / 2);
    m_list->setColumnWidth(PaletteKeysColumn, keys);
    m_list->setColumnWidth(PaletteGroupColumn,
                           std::min(m_widths.at(PaletteGroupColumn), rest - keys));
}

void ActionPalette::fill(const QString &words)
{
    QList<GroupedAction> found;
    for (const GroupedAction &grouped : std::as_const(m_actions)) {
        if (!grouped.action.isNull()
            && holdsWords(grouped.group + u' ' + plainName(*grouped.action), words))
            found.append(grouped);
    }
    std::stable_sort(found.begin(), found.end(),
                     [&words](const GroupedAction &one, const GroupedAction &other) {
                         return isBetter(one, other, words.trimmed());
                     });
    m_list->clear();
    for (const GroupedAction &grouped : std::as_const(found)) {
        const QString name = plainName(*grouped.action);
        auto *const item
            = new QTreeWidgetItem(m_list, {name, grouped.group, shortcutText(*grouped.action)});
        item->setData(PaletteNameColumn, Qt::UserRole, QVariant::fromValue(grouped.action));
        item->setSizeHint(PaletteNameColumn, QSize(0, rowHeightOf(fontMetrics())));
        if (item->text(PaletteKeysColumn).isEmpty())
            item->setData(PaletteKeysColumn, Qt::AccessibleTextRole, tr("no keys"));
        if (grouped.action->isEnabled())
            continue;
        const QString reason = whyNot(*grouped.action);
        item->setData(PaletteNameColumn, Qt::AccessibleDescriptionRole, reason);
        for (int column = PaletteNameColumn; column <= PaletteKeysColumn; ++column)
            item->setForeground(column, Theme(palette()).ink(Tone::Muted));
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    showReason();
}

QAction *ActionPalette::chosen() const
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    return item == nullptr
        ? nullptr
        : item->data(PaletteNameColumn, Qt::UserRole).value<QPointer<QAction>>().data();
}

void ActionPalette::showReason()
{
    const QAction *const action = chosen();
    m_reason->setText(action == nullptr ? tr("No action has these words.") : whyNot(*action));
}

void ActionPalette::run()
{
    QAction *const action = chosen();
    if (action == nullptr || !action->isEnabled())
        return;
    accept();
    // By then this dialog is gone, and the action finds the window as it was.
    QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
}

bool ActionPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp
        && key != Qt::Key_PageDown)
        return QDialog::eventFilter(watched, event);
    QCoreApplication::sendEvent(m_list, event);
    return true;
}

} // namespace Gui
