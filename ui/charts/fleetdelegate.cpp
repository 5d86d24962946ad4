// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fleetdelegate.h"

#include "ui/charts/bars.h"
#include "ui/charts/fleetmodel.h"
#include "ui/look/cellpainter.h"
#include "ui/look/format.h"
#include "ui/look/frames.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace Gui {

namespace {

constexpr int Spacing = 6; ///< around a card
constexpr int FleetPadding = 8; ///< within it
constexpr int FleetGap = 5;
constexpr int Characters = 30; ///< in a line
constexpr int ChartLines = 2; ///< so high is the chart

QString summary(const Core::Tally &sum)
{
    if (sum.total() == 0)
        return FleetDelegate::tr("no attempt");
    if (sum.failures() > 0)
        return FleetDelegate::tr("%1 of %2 not delivered")
            .arg(countText(sum.failures()), countText(sum.total()));
    return sum.total() == 1 ? FleetDelegate::tr("1 attempt")
                            : FleetDelegate::tr("%1 attempts").arg(countText(sum.total()));
}

/// The width of a card, so that as many as have room beside each other fill the view.
int shareOf(const QWidget *widget, int least)
{
    const auto *const view = qobject_cast<const QAbstractScrollArea *>(widget);
    // A list that wraps keeps the place of its scroll bar free.
    const int room = view == nullptr ? least
                                     : view->maximumViewportSize().width()
            - view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, view) - 1;
    return room < least ? least : room / (room / least);
}

Tone pictureTone(const Core::Tally &sum)
{
    if (sum.total() == 0)
        return Tone::Muted;
    return sum.failures() == 0 ? Tone::Good : Tone::Bad;
}

} // namespace

FleetDelegate::FleetDelegate(const FleetModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QSize FleetDelegate::sizeHint(const QStyleOptionViewItem &option,
                              const QModelIndex & /*index*/) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int margins = Spacing + 2 * FleetPadding;
    return {shareOf(option.widget, metrics.averageCharWidth() * Characters + margins),
            metrics.height() * (2 + ChartLines) + 2 * FleetGap + margins};
}

void FleetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Theme &theme = m_themes.of(option.palette);
    QStyleOptionViewItem cardOption = option;
    cardOption.rect.adjust(Spacing / 2, Spacing / 2, -Spacing / 2, -Spacing / 2);
    CellPainter cell(*painter, cardOption, theme);
    cell.fillIfSelected(true);
    const Core::Activity &activity = m_model.activityAt(index.row());
    const Core::Tally &sum = m_model.sumAt(index.row());

    const QRect inner
        = cardOption.rect.adjusted(FleetPadding, FleetPadding, -FleetPadding, -FleetPadding);
    QRect line(inner.topLeft(), QSize(inner.width(), cell.lineHeight()));
    const int success = cell.write(line, successText(sum), pictureTone(sum), Qt::AlignRight);
    cell.write(line.adjusted(0, 0, -success - FleetGap, 0), m_model.nameAt(index.row()),
               Tone::Plain);
    const QRect chart(inner.left(), line.bottom() + 1 + FleetGap, inner.width(),
                      ChartLines * cell.lineHeight());
    paintBars(*painter, chart, activity, highestOf(activity), theme);
    painter->setPen(theme.line());
    painter->drawLine(chart.left(), chart.bottom() + 1, chart.right(), chart.bottom() + 1);
    painter->setPen(cardFrame(option.palette));
    painter->drawRect(cardOption.rect.adjusted(0, 0, -1, -1));
    line.moveTop(chart.bottom() + 1 + FleetGap);
    cell.write(line, summary(sum), Tone::Muted);
}

} // namespace Gui
