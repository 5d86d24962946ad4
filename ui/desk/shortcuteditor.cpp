// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/shortcuteditor.h"

#include "ui/desk/shortcutbook.h"
#include "ui/look/flatheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/theme.h"

#include <QHBoxLayout>
#include <QHash>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace Gui {

namespace {

constexpr int KeysColumn = 1;

QAction *actionOf(const QTreeWidgetItem &item)
{
    return item.data(0, Qt::UserRole).value<QPointer<QAction>>().data();
}

} // namespace

ShortcutEditor::ShortcutEditor(ShortcutBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_title(plainLabel({}, this))
    , m_keys(new QKeySequenceEdit(this))
    , m_none(new QPushButton(tr("&None"), this))
    , m_usual(new QPushButton(tr("&Default"), this))
    , m_message(plainLabel({}, this))
    , m_take(new QPushButton(tr("Use it &here"), this))
{
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(tr("Search actions and keys"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setHeader(new FlatHeader(m_list, HeadedCells::Usual));
    m_list->setHeaderLabels({tr("Action"), tr("Keys")});
    m_list->setUniformRowHeights(true);
    m_keys->setAccessibleName(tr("Keys of the chosen action"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeEditor());
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showChosen);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(); });
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::enter);
    connect(m_none, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (QAction *const action = chosen())
            m_book.reset(*action);
    });
    connect(m_take, &QPushButton::clicked, this, [this] { assign(m_wanted); });
    connect(&m_book, &ShortcutBook::shortcutsChanged, this, &ShortcutEditor::showKeys);
    showKeys();
}

QWidget *ShortcutEditor::makeEditor()
{
    auto *const box = new QWidget(this);
    auto *const keys = new QHBoxLayout;
    keys->addWidget(m_keys, 1);
    keys->addWidget(m_none);
    keys->addWidget(m_usual);
    auto *const message = new QHBoxLayout;
    message->addWidget(m_message, 1);
    message->addWidget(m_take);
    // As high with a message as without, so that nothing jumps while keys are pressed.
    m_message->setMinimumHeight(m_take->sizeHint().height());
    QSizePolicy policy = m_take->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_take->setSizePolicy(policy);
    auto *const layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addLayout(keys);
    layout->addLayout(message);
    return box;
}

void ShortcutEditor::fill()
{
    // Of the column that takes what the names leave; theirs are as wide as they are.
    const QSize size(0, rowHeightOf(fontMetrics()));
    QHash<QString, QTreeWidgetItem *> groups;
    for (const GroupedAction &grouped : m_book.actions()) {
        QTreeWidgetItem *&group = groups[grouped.group];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_list, {grouped.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setExpanded(true);
            group->setSizeHint(KeysColumn, size);
        }
        auto *const item = new QTreeWidgetItem(group, {lastingName(*grouped.action)});
        item->setSizeHint(KeysColumn, size);
        item->setData(0, Qt::UserRole, QVariant::fromValue(grouped.action));
    }
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void ShortcutEditor::filter(const QString &words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const group = m_list->topLevelItem(i);
        bool isEmpty = true;
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem *const item = group->child(k);
            const QStringList texts{group->text(0), item->text(0), item->text(KeysColumn)};
            item->setHidden(!holdsWords(texts.join(u' '), words));
            isEmpty = isEmpty && item->isHidden();
        }
        group->setHidden(isEmpty);
    }
}

QAction *ShortcutEditor::chosen() const
{
    const QTreeWidgetItem *const item = m_list->currentItem();
    return item == nullptr ? nullptr : actionOf(*item);
}

void ShortcutEditor::showKeys()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *const group = m_list->topLevelItem(i);
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem *const item = group->child(k);
            const QAction *const action = actionOf(*item);
            if (action == nullptr)
                continue;
            const QString keys = shortcutText(*action);
            item->setText(KeysColumn, keys);
            item->setData(KeysColumn, Qt::AccessibleTextRole,
                          keys.isEmpty() ? tr("no keys") : keys);
            QFont font = m_list->font();
            font.setBold(!m_book.isUsual(*action));
            item->setFont(KeysColumn, font);
        }
    }
    showChosen();
}

void ShortcutEditor::showChosen()
{
    const QAction *const action = chosen();
    const bool isChangeable = action != nullptr && ShortcutBook::isChangeable(*action);
    if (action == nullptr)
        m_title->setText(tr("Choose an action to change its keys."));
    else
        m_title->setText(isChangeable
                             ? tr("Keys of “%1”:").arg(lastingName(*action))
                             : tr("The keys of “%1” are fixed.").arg(lastingName(*action)));
    m_keys->setEnabled(isChangeable);
    m_none->setEnabled(isChangeable && !action->shortcut().isEmpty());
    m_usual->setEnabled(isChangeable && !m_book.isUsual(*action));
    m_message->clear();
    m_take->hide();
    const QSignalBlocker blocker(m_keys);
    m_keys->setKeySequence(action == nullptr ? QKeySequence() : action->shortcut());
}

void ShortcutEditor::enter(const QKeySequence &keys)
{
    const QAction *const action = chosen();
    if (action == nullptr || keys.isEmpty())
        return;
    // One stroke is enough; the field would wait for three more.
    m_wanted = QKeySequence(keys[0]);
    const GroupedAction *const owner = m_book.ownerOf(m_wanted, *action);
    if (owner == nullptr)
        return assign(m_wanted);
    const QSignalBlocker blocker(m_keys);
    m_keys->setKeySequence(m_wanted);
    m_message->setText(tr("%1 belongs to “%2” in “%3”.")
                           .arg(m_wanted.toString(QKeySequence::NativeText),
                                lastingName(*owner->action), owner->group));
    m_take->setVisible(ShortcutBook::isChangeable(*owner->action));
}

void ShortcutEditor::assign(const QKeySequence &keys)
{
    if (QAction *const action = chosen())
        m_book.assign(*action, keys);
}

} // namespace Gui
