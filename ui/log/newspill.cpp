// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/newspill.h"

#include "ui/log/logmodel.h"
#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <algorithm>

namespace Gui {

NewsPill::NewsPill(QWidget *list)
    : QPushButton(list)
{
    hide();
    setGlyph(*this, Glyph::Follow);
    setFocusPolicy(Qt::NoFocus);
    setSortsAgain(false);
}

void NewsPill::setSortsAgain(bool sortsAgain)
{
    setToolTip(sortsAgain ? tr("Sort again, with the rows that have come")
                          : tr("Show the newest rows (End)"));
}

void NewsPill::tell(bool isWanted, qint64 most, const QRect &place)
{
    m_count = std::clamp<qint64>(most, 0, m_count);
    setVisible(isWanted && m_count > 0);
    setText(m_count > LogModel::MostNews ? tr("over %1 new").arg(countText(LogModel::MostNews))
                                         : tr("%1 new").arg(countText(m_count)));
    adjustSize();
    const int gap = fontMetrics().height() / 2;
    move((place.width() - width()) / 2, place.bottom() - height() - gap);
}

} // namespace Gui
