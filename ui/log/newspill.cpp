// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/newspill.h"

#include "ui/log/logmodel.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <algorithm>

namespace Gui {

NewsPill::NewsPill(QWidget *parent)
    : QPushButton(parent)
{
    hide();
    setGlyph(*this, Glyph::Follow);
    setFocusPolicy(Qt::NoFocus);
    setOrder({});
}

void NewsPill::setOrder(const QString &order)
{
    m_order = order;
    setToolTip(order.isEmpty() ? tr("Show the newest rows (End)")
                               : tr("Sort again, with the rows that have come"));
}

QString NewsPill::newsText() const
{
    return m_count > LogModel::MostNews ? tr("over %1 new").arg(countText(LogModel::MostNews))
                                        : tr("%1 new").arg(countText(m_count));
}

void NewsPill::tell(bool isWanted, qint64 most)
{
    m_count = std::clamp<qint64>(most, 0, m_count);
    QStringList parts;
    if (!m_order.isEmpty())
        parts.append(m_order);
    if (m_count > 0)
        parts.append(newsText());
    setText(parts.join(QStringLiteral(" · ")));
    setVisible(isWanted && !parts.isEmpty());
}

} // namespace Gui
