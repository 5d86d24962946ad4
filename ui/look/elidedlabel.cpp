// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/elidedlabel.h"

#include "ui/look/format.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Gui {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::showText(const QString &text, const QStringList &shorter)
{
    m_shorter = shorter;
    setText(text);
    update(); // The same text may have others.
    setToolTip(text.isEmpty() ? QString() : plainToolTip(text));
}

QString ElidedLabel::shownText() const
{
    const int room = contentsRect().width();
    const auto fits = [this, room](const QString &wording) {
        return fontMetrics().horizontalAdvance(wording) <= room;
    };
    if (m_shorter.isEmpty() || fits(text()))
        return fontMetrics().elidedText(text(), Qt::ElideMiddle, room);
    const auto fitting = std::find_if(m_shorter.begin(), m_shorter.end(), fits);
    return fitting == m_shorter.end()
        ? fontMetrics().elidedText(m_shorter.constLast(), Qt::ElideRight, room)
        : *fitting;
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    style()->drawItemText(&painter, contentsRect(), flags, palette(), isEnabled(), shownText(),
                          foregroundRole());
}

} // namespace Gui
