// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/binlist.h"

#include "ui/log/listkeys.h"
#include "ui/look/format.h"
#include "ui/sidebar/binmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMouseEvent>

namespace Gui {

namespace {

QRect buttonIn(const QRect &row)
{
    return {row.right() - row.height() + 1, row.top(), row.height(), row.height()};
}

/// Paints a bin: its glyph and name, and at the right how much is new, or the button to copy.
class BinDelegate final : public ShortListDelegate
{
public:
    BinDelegate(const BinModel &model, QObject *parent)
        : ShortListDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        CellPainter cell(*painter, option, themeOf(option.palette));
        cell.fillIfSelected(false);
        cell.markIfCurrent();
        const BinModel::Bin &bin = m_model.at(index.row());
        QRect line
            = drawGlyph(cell, Glyph::Received, !bin.unread.isEmpty() ? Tone::Busy : Tone::Muted);
        if (option.state.testFlag(QStyle::State_MouseOver)) {
            const QRect button = buttonIn(option.rect);
            cell.drawGlyph(button.adjusted(Padding, Padding, -Padding, -Padding), Glyph::Copy,
                           Tone::Plain);
            line.setRight(button.left() - Gap);
        } else if (!bin.unread.isEmpty()) {
            const QString text = BinList::tr("%1 new").arg(countText(bin.unread.size()));
            line.setRight(line.right() - cell.write(line, text, Tone::Busy, Qt::AlignRight) - Gap);
        }
        cell.write(line, printable(bin.name), Tone::Plain);
    }

private:
    const BinModel &m_model;
};

} // namespace

BinList::BinList(BinModel &model, QWidget *parent)
    : ShortList(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new BinDelegate(model, this));
    setAccessibleName(tr("Bins"));
    setMouseTracking(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    openMenuByShiftF10(*this);
    connect(this, &QListView::activated, this, &BinList::chooseCurrent);
}

QString BinList::chosenAddress() const
{
    return currentIndex().isValid() ? m_model.addressOf(currentIndex().row()) : QString();
}

void BinList::copyAddress()
{
    const QString address = chosenAddress();
    if (address.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(address);
    emit copied();
}

void BinList::chooseCurrent()
{
    if (currentIndex().isValid())
        emit binChosen(m_model.at(currentIndex().row()).name);
}

void BinList::showFilter(const QString &filter)
{
    int row = m_model.rowCount() - 1;
    while (row >= 0 && filterOf(m_model.at(row).name) != filter)
        --row;
    if (row < 0)
        selectionModel()->clear();
    else
        selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
}

bool BinList::isMarked() const
{
    return selectionModel()->hasSelection();
}

/// What is pointed at is not chosen before its filter is in force.
QItemSelectionModel::SelectionFlags BinList::selectionCommand(const QModelIndex & /*index*/,
                                                              const QEvent * /*event*/) const
{
    return QItemSelectionModel::NoUpdate;
}

void BinList::mouseReleaseEvent(QMouseEvent *event)
{
    ShortList::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    if (buttonIn(visualRect(index)).contains(event->position().toPoint()))
        copyAddress();
    else
        emit binChosen(m_model.at(index.row()).name);
}

} // namespace Gui
