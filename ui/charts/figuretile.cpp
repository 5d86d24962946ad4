// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/figuretile.h"

#include "ui/look/format.h"
#include "ui/look/frames.h"

#include <QPainter>

#include <algorithm>

namespace Gui {

namespace {

constexpr int TileMargin = 10;
constexpr int TileGap = 2;
constexpr int LeastCharacters = 12; ///< of a remark

} // namespace

FigureTile::FigureTile(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
}

void FigureTile::show(const QString &figure, const QString &remark, Tone tone)
{
    if (m_figure == figure && m_remark == remark && m_tone == tone)
        return;
    m_figure = figure;
    m_remark = remark;
    m_tone = tone;
    const QString text = remark.isEmpty() ? figure : figure + QLatin1StringView(", ") + remark;
    setAccessibleDescription(text);
    setToolTip(plainToolTip(m_name + QLatin1StringView(": ") + text));
    updateGeometry();
    update();
}

QFont FigureTile::figureFont() const
{
    QFont large = font();
    if (large.pointSizeF() > 0)
        large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setWeight(QFont::DemiBold);
    return large;
}

QSize FigureTile::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const QFontMetrics large(figureFont());
    const int width
        = std::max({metrics.averageCharWidth() * LeastCharacters, metrics.horizontalAdvance(m_name),
                    large.horizontalAdvance(m_figure)});
    return {width + 2 * TileMargin,
            2 * metrics.height() + large.height() + 2 * TileGap + 2 * TileMargin};
}

void FigureTile::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.setPen(cardFrame(palette()));
    painter.setBrush(theme.base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QRect line = rect().adjusted(TileMargin, TileMargin, -TileMargin, 0);
    const auto write = [&](const QString &text, Tone tone) {
        const QFontMetrics metrics = painter.fontMetrics();
        line.setHeight(metrics.height());
        painter.setPen(theme.ink(tone));
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, line.width()));
        line.moveTop(line.bottom() + 1 + TileGap);
    };
    write(m_name, Tone::Muted);
    painter.setFont(figureFont());
    write(m_figure, m_tone);
    painter.setFont(font());
    write(m_remark, Tone::Muted);
}

} // namespace Gui
