// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bars.h"

#include "ui/look/format.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace Gui {

namespace {

constexpr std::array Endings{Ending::Failed, Ending::Temporary, Ending::Delivered};

struct BarWords
{
    Q_DECLARE_TR_FUNCTIONS(Bars)
};

} // namespace

Ending endingOf(Core::AttemptOutcome outcome)
{
    switch (outcome) {
    case Core::AttemptOutcome::Delivered:
        return Ending::Delivered;
    case Core::AttemptOutcome::Failed:
        return Ending::Failed;
    case Core::AttemptOutcome::InFlight:
    case Core::AttemptOutcome::Temporary:
    case Core::AttemptOutcome::Interrupted:
        break;
    }
    return Ending::Temporary;
}

int countOf(const Core::Tally &tally, Ending ending)
{
    switch (ending) {
    case Ending::Failed:
        return tally.failed;
    case Ending::Temporary:
        return tally.temporary;
    case Ending::Delivered:
        break;
    }
    return tally.delivered;
}

Tone toneOf(Ending ending)
{
    switch (ending) {
    case Ending::Failed:
        return Tone::Bad;
    case Ending::Temporary:
        return Tone::Warning;
    case Ending::Delivered:
        break;
    }
    return Tone::Good;
}

QString toWords(Ending ending)
{
    switch (ending) {
    case Ending::Failed:
        return BarWords::tr("failed");
    case Ending::Temporary:
        return BarWords::tr("temporarily failed");
    case Ending::Delivered:
        break;
    }
    return BarWords::tr("delivered");
}

void fillBar(QPainter &painter, const QRectF &bar, Ending ending, const Theme &theme)
{
    const QColor ink = theme.ink(toneOf(ending));
    switch (ending) {
    case Ending::Failed:
        painter.fillRect(bar, ink);
        return;
    case Ending::Temporary:
        painter.fillRect(bar, theme.tint(Tone::Warning));
        painter.fillRect(bar, QBrush(ink, Qt::Dense4Pattern));
        return;
    case Ending::Delivered:
        painter.fillRect(bar, mixed(theme.base(), ink, 0.45));
        painter.fillRect(QRectF(bar.topLeft(), QSizeF(bar.width(), 1)), ink);
        return;
    }
}

void paintBars(QPainter &painter, const QRectF &area, const Core::Activity &activity, int highest,
               const Theme &theme)
{
    const double step = area.width() / activity.count();
    for (int i = 0; i < activity.count(); ++i) {
        const Core::Tally &tally = activity.at(i);
        // On whole pixels, so that all bars and gaps look alike.
        const double left = std::round(area.left() + i * step);
        const double right = std::round(area.left() + (i + 1) * step);
        const double width = std::max(right - left - (step >= 3 ? 1 : 0), 1.0);
        double foot = area.bottom();
        for (const Ending ending : Endings) {
            const int count = countOf(tally, ending);
            if (count == 0)
                continue;
            const double share = area.height() * count / std::max(highest, 1);
            // What there is at all must be seen.
            const double height = std::max(std::round(share), 2.0);
            fillBar(painter, QRectF(left, foot - height, width, height), ending, theme);
            foot -= height;
        }
    }
}

QString tallyText(const Core::Tally &tally)
{
    return BarWords::tr("%1 delivered, %2 temporarily failed, %3 failed")
        .arg(countText(tally.delivered), countText(tally.temporary), countText(tally.failed));
}

QString successText(const Core::Tally &tally)
{
    if (tally.total() == 0)
        return QStringLiteral("–");
    const double percent = 100.0 * tally.delivered / tally.total();
    // Never "100%" while something has failed.
    const double shown = tally.failures() > 0 ? std::min(percent, 99.9) : percent;
    const int decimals = tally.failures() == 0 || tally.delivered == 0 ? 0 : 1;
    return percentText(shown, decimals);
}

} // namespace Gui
