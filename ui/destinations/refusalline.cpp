// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/destinations/refusalline.h"

#include "ui/look/format.h"
#include "ui/look/glyph.h"

#include <QHBoxLayout>
#include <QLabel>

namespace Gui {

RefusalLine::RefusalLine(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new QLabel(this))
    , m_text(new QLabel(this))
{
    const int side = fontMetrics().height();
    m_glyph->setAlignment(Qt::AlignTop);
    m_glyph->setPixmap(
        iconOf(Glyph::Warning, Tone::Bad).pixmap(QSize(side, side), devicePixelRatio()));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_glyph);
    layout->addWidget(m_text, 1);
    hide();
}

void RefusalLine::showRefusal(const QString &text)
{
    m_text->setText(printable(text));
    setVisible(!text.isEmpty());
}

} // namespace Gui
