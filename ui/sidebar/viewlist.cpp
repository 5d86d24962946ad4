// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/viewlist.h"

#include "ui/look/format.h"
#include "ui/sidebar/viewmodel.h"

namespace Gui {

namespace {

class ViewDelegate final : public ShortListDelegate
{
public:
    ViewDelegate(const ViewModel &model, QObject *parent)
        : ShortListDelegate(parent)
        , m_model(model)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        CellPainter cell(*painter, option, themeOf(option.palette));
        cell.fillIfSelected(true);
        const LogViewpoint &view = m_model.at(index.row());
        const QRect line = drawGlyph(cell, view.glyph, view.tone);
        cell.write(line, printable(view.name), Tone::Plain);
    }

private:
    const ViewModel &m_model;
};

} // namespace

ViewList::ViewList(ViewModel &model, QWidget *parent)
    : ShortList(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new ViewDelegate(model, this));
    setAccessibleName(tr("Views"));
    // By a click alone, and where the platform activates by a click not twice.
    connect(this, &QListView::clicked, this, &ViewList::choose);
    connect(this, &QListView::activated, this, &ViewList::choose);
}

void ViewList::choose(const QModelIndex &index)
{
    const LogViewpoint view = m_model.at(index.row());
    if (view.isOfCalls)
        emit callsChosen();
    else
        emit filterChosen(view.filter);
}

void ViewList::showFilter(const QString &filter)
{
    mark(m_model.rowOfFilter(filter));
}

void ViewList::showCalls()
{
    mark(m_model.rowOfCalls());
}

void ViewList::showNone()
{
    mark(-1);
}

void ViewList::mark(int row)
{
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(m_model.index(row));
}

} // namespace Gui
