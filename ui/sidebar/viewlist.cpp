// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/viewlist.h"

#include "ui/look/cellpainter.h"
#include "ui/look/format.h"
#include "ui/sidebar/viewmodel.h"

#include <QStyledItemDelegate>

#include <algorithm>

namespace Gui {

namespace {

constexpr int Gap = 8;
constexpr int Padding = 4;

class ViewDelegate final : public QStyledItemDelegate
{
public:
    ViewDelegate(const ViewModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {option.fontMetrics.averageCharWidth() * 12,
                std::max(24, option.fontMetrics.height() + 2 * Padding)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        CellPainter cell(*painter, option, m_themes.of(option.palette));
        cell.fillIfSelected(true);
        const LogViewpoint &view = m_model.at(index.row());
        const int side = cell.lineHeight();
        QRect line = cell.inner();
        cell.drawGlyph(QRect(line.left(), line.center().y() - side / 2, side, side), view.glyph,
                       view.tone);
        line.setLeft(line.left() + side + Gap);
        cell.write(line, printable(view.name), Tone::Plain);
    }

private:
    const ViewModel &m_model;
    mutable ThemeCache m_themes;
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
    const int row = m_model.rowOfFilter(filter);
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(m_model.index(row));
}

} // namespace Gui
