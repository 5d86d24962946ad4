// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sidebar/sidesplitter.h"

#include <QEvent>

#include <algorithm>

namespace Gui {

namespace {

constexpr int UsualWidth = 52; ///< characters
constexpr int UsualBeside = 110; ///< characters that what it stands beside should have
// Where there is not even that, because the text is large.
constexpr int LeastNames = 30;
constexpr int LeastBeside = 60;

} // namespace

SideSplitter::SideSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_letter(fontMetrics().averageCharWidth())
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_wanted = 0; });
}

void SideSplitter::setUsualSizes(int width)
{
    fit(fontMetrics().averageCharWidth() * UsualWidth, width);
}

int SideSplitter::wantedWidth() const
{
    return std::max(sizes().constFirst(), m_wanted);
}

void SideSplitter::want(int width)
{
    m_wanted = width > sizes().constFirst() ? width : 0;
}

/// As wide as somebody has made it, as long as that leaves enough; three tenths in any case, and
/// what names want where the rest can do with less.
int SideSplitter::mostAt(int width) const
{
    const int letter = fontMetrics().averageCharWidth();
    const int names = std::min(letter * LeastNames, width - letter * LeastBeside);
    return std::max({width * 3 / 10, names, width - letter * UsualBeside});
}

void SideSplitter::resizeEvent(QResizeEvent *event)
{
    const int before = sizes().constFirst();
    QSplitter::resizeEvent(event);
    if (const int shown = sizes().constFirst(); shown > 0) // else it is hidden
        fit(std::max({before, shown, m_wanted}), width());
}

/// What stands beside the sidebar may have come to need less room.
bool SideSplitter::event(QEvent *event)
{
    const bool isTaken = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest && m_wanted > 0 && sizes().constFirst() > 0)
        fit(m_wanted, width());
    return isTaken;
}

void SideSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    if (event->type() != QEvent::FontChange || letter == m_letter || count() == 0)
        return;
    if (const int shown = sizes().constFirst(); shown > 0)
        fit(std::max(shown, m_wanted) * letter / m_letter, width());
    m_letter = letter;
}

/// Makes the sidebar as wide as \a wanted, or as there is room for within \a width.
void SideSplitter::fit(int wanted, int width)
{
    const int fitting = std::min(wanted, mostAt(width));
    if (fitting != sizes().constFirst())
        setSizes({fitting, width - fitting});
    // What stands beside it may have taken more than it was given.
    m_wanted = sizes().constFirst() < wanted ? wanted : 0;
}

} // namespace Gui
