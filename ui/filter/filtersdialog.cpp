// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filtersdialog.h"

#include "ui/filter/filtername.h"
#include "ui/filter/savedfilters.h"
#include "ui/look/flatheader.h"
#include "ui/look/format.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gui {

namespace {

enum FilterColumn {
    FilterNameColumn,
    FilterTextColumn,
};
constexpr int FiltersWidth = 70;
constexpr int FiltersLines = 10;
constexpr int LongestFilterText = 200;

} // namespace

FiltersDialog::FiltersDialog(SavedFilters &filters, QWidget *parent)
    : QDialog(parent)
    , m_filters(filters)
    , m_list(new QTreeWidget(this))
    , m_buttons(new QDialogButtonBox(this))
    , m_rename(m_buttons->addButton(tr("Re&name…"), QDialogButtonBox::ActionRole))
    , m_remove(m_buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Saved filters"));
    layOut();
    addKeys();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &FiltersDialog::review);
    connect(m_list, &QTreeWidget::itemActivated, this, &FiltersDialog::rename);
    connect(m_rename, &QPushButton::clicked, this, &FiltersDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &FiltersDialog::remove);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_filters, &SavedFilters::changed, this, &FiltersDialog::fill);
    fill();
    m_list->setFocus();
}

void FiltersDialog::layOut()
{
    auto *const header = new FlatHeader(m_list, HeadedCells::Usual);
    m_list->setHeader(header);
    header->setStretchLastSection(true);
    m_list->setHeaderLabels({tr("Button"), tr("Filter")});
    m_list->setAccessibleName(tr("Saved filters"));
    m_list->setRootIsDecorated(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * FiltersWidth);
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * FiltersLines);
    // Added last, or else Qt's order of the Tab key would not come to it.
    m_buttons->addButton(QDialogButtonBox::Close);
    // Else Enter in the list would press one of them as well.
    for (QPushButton *const button : m_buttons->findChildren<QPushButton *>()) {
        button->setIcon({});
        button->setAutoDefault(false);
    }
    auto *const layout = new QVBoxLayout(this);
    layout->addWidget(m_list);
    layout->addWidget(m_buttons);
}

void FiltersDialog::addKeys()
{
    const auto add = [this](Qt::Key key, QPushButton *button) {
        auto *const action = new QAction(button->text(), m_list);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        m_list->addAction(action);
    };
    add(Qt::Key_F2, m_rename);
    add(Qt::Key_Delete, m_remove);
}

void FiltersDialog::fill()
{
    const int place = m_list->indexOfTopLevelItem(m_list->currentItem());
    const QAction *const current = m_shown.value(place);
    m_shown = m_filters.actions();
    m_list->clear();
    for (const QAction *const action : std::as_const(m_shown)) {
        const QString text = SavedFilters::textOf(action);
        auto *const item = new QTreeWidgetItem(m_list);
        item->setText(FilterNameColumn,
                      shortened(printable(SavedFilters::nameOf(action)), LongestName));
        item->setText(FilterTextColumn, shortened(printable(text), LongestFilterText));
        item->setToolTip(FilterTextColumn, plainToolTip(text));
    }
    m_list->resizeColumnToContents(FilterNameColumn);
    const int last = m_list->topLevelItemCount() - 1;
    const auto kept = m_shown.indexOf(current);
    const int next = kept < 0 ? std::clamp(place, 0, std::max(last, 0)) : static_cast<int>(kept);
    m_list->setCurrentItem(m_list->topLevelItem(next));
    review();
}

void FiltersDialog::review()
{
    const bool isThere = chosen() != nullptr;
    for (QPushButton *const button : {m_rename, m_remove}) {
        button->setEnabled(isThere);
        button->setToolTip(isThere ? QString() : tr("There is no saved filter"));
    }
}

QAction *FiltersDialog::chosen() const
{
    return m_shown.value(m_list->indexOfTopLevelItem(m_list->currentItem()));
}

void FiltersDialog::rename()
{
    QAction *const filter = chosen();
    if (filter == nullptr)
        return;
    askForFilterName(*this, tr("Rename button"), SavedFilters::nameOf(filter),
                     [this, filter](const QString &name) { m_filters.rename(filter, name); });
}

void FiltersDialog::remove()
{
    if (QAction *const filter = chosen())
        m_filters.remove(filter);
}

} // namespace Gui
