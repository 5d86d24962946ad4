// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/rankchart.h"

#include "ui/look/format.h"
#include "ui/look/frames.h"

#include <QPainter>

#include <algorithm>

namespace Gui {

namespace {

constexpr int RankMargin = 10;
constexpr int RowPadding = 6;
constexpr int Rows = 5;
constexpr int RankGap = 8;

} // namespace

RankChart::RankChart(const QString &title, const QString &empty, QWidget *parent)
    : QWidget(parent)
    , m_empty(empty)
{
    setAccessibleName(title);
    setAccessibleDescription(empty);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void RankChart::show(const QList<RankedCount> &counts)
{
    m_counts = counts;
    QStringList words;
    for (const RankedCount &counted : counts)
        words.append(tr("%1: %2").arg(printable(counted.name), countText(counted.count)));
    setAccessibleDescription(words.isEmpty() ? m_empty : words.join(QLatin1StringView("; ")));
    update();
}

QSize RankChart::sizeHint() const
{
    const int row = fontMetrics().height() + RowPadding;
    return {fontMetrics().averageCharWidth() * 34, (Rows + 1) * row + 2 * RankMargin};
}

void RankChart::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Theme &theme = m_themes.of(palette());
    painter.setPen(cardFrame(palette()));
    painter.setBrush(theme.base());
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    QRect row(RankMargin, RankMargin, width() - 2 * RankMargin,
              fontMetrics().height() + RowPadding);
    painter.setPen(theme.ink(Tone::Plain));
    painter.drawText(row, Qt::AlignTop, accessibleName());
    row.translate(0, row.height());
    if (m_counts.isEmpty()) {
        painter.setPen(theme.ink(Tone::Muted));
        painter.drawText(row, Qt::AlignVCenter, m_empty);
    }
    for (const RankedCount &counted : m_counts) {
        if (row.bottom() > height() - RankMargin)
            return;
        paintRow(painter, row, counted);
        row.translate(0, row.height());
    }
}

void RankChart::paintRow(QPainter &painter, const QRect &row, const RankedCount &counted) const
{
    const Theme &theme = m_themes.of(palette());
    const QFontMetrics metrics = fontMetrics();
    int nameWidth = row.width() * 2 / 5;
    for (const RankedCount &named : m_counts)
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(printable(named.name)) + 1);
    nameWidth = std::min(nameWidth, row.width() * 3 / 5);
    const auto most = std::max_element(
        m_counts.begin(), m_counts.end(),
        [](const RankedCount &one, const RankedCount &other) { return one.count < other.count; });
    const int countWidth = metrics.horizontalAdvance(countText(most->count));
    painter.setPen(theme.ink(Tone::Plain));
    painter.drawText(QRect(row.topLeft(), QSize(nameWidth, row.height())), Qt::AlignVCenter,
                     metrics.elidedText(printable(counted.name), Qt::ElideRight, nameWidth));
    painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, countText(counted.count));
    const double room = row.width() - nameWidth - countWidth - 2 * RankGap;
    const double share = room * counted.count / std::max(most->count, 1);
    QRectF bar = row.adjusted(nameWidth + RankGap, RowPadding / 2, 0, -RowPadding / 2);
    bar.setWidth(std::max(share, 2.0));
    if (counted.count > 0)
        fillBar(painter, bar, counted.ending, theme);
}

} // namespace Gui
