// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/theme.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace Gui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

constexpr int LeastRowHeight = 24;

Look &look()
{
    static Look current;
    return current;
}

// The hues of Okabe and Ito, made darker or lighter for the ground.
QColor safeHue(Tone tone, bool isOnDark)
{
    switch (tone) {
    case Tone::Good:
        return {isOnDark ? 0x56b4e9U : 0x005f96U};
    case Tone::Warning:
        return {isOnDark ? 0xf0e442U : 0x7a6a00U};
    case Tone::Bad:
        return {isOnDark ? 0xff9a4dU : 0xb04a00U};
    case Tone::Busy:
    case Tone::Plain:
    case Tone::Muted:
        break;
    }
    return {isOnDark ? 0xe0a3c8U : 0x8f3f73U};
}

QColor hue(Tone tone, const QPalette &palette)
{
    if (currentLook().colours == ColourSet::ColourBlindSafe && tone != Tone::Plain
        && tone != Tone::Muted)
        return safeHue(tone, isDark(palette));
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        return mixed(base, text, 0.6);
    case Tone::Good:
        return {isDark(palette) ? 0x5cc98aU : 0x0f7a43U};
    case Tone::Warning:
        return {isDark(palette) ? 0xe8b04bU : 0x8a5a00U};
    case Tone::Bad:
        return {isDark(palette) ? 0xff8078U : 0xc2252bU};
    case Tone::Busy:
        return {isDark(palette) ? 0x7db4ffU : 0x1f5fbfU};
    }
    return text;
}

/// What is mixed into the ground of a tinted row: more of a hue that is close to the ground or to
/// grey, so that all are faint and none is like another.
struct RowDye
{
    QColor hue;
    double share;
};

RowDye rowDye(RowHue hue, const QPalette &palette)
{
    const bool isSafe = currentLook().colours == ColourSet::ColourBlindSafe;
    const double usual = isDark(palette) ? 0.15 : 0.09;
    switch (hue) {
    case RowHue::Red:
        return {isSafe ? 0xd55e00U : 0xe03a40U, usual};
    case RowHue::Yellow:
        return {isSafe ? 0xe8d800U : 0xe6b400U, usual * (isDark(palette) ? 0.8 : 1.4)};
    case RowHue::Green:
        return {isSafe ? 0x009e73U : 0x2a9d5cU, usual};
    case RowHue::Blue:
        return {isSafe ? 0x2a8fd4U : 0x2f7df0U, usual};
    case RowHue::Purple:
        return {isSafe ? 0xcc79a7U : 0x8f52e0U, usual * (isSafe ? 1.6 : 1.3)};
    case RowHue::Grey:
        break;
    }
    return {palette.color(QPalette::Active, QPalette::Text), usual * 0.6};
}

} // namespace

const Look &currentLook()
{
    return look();
}

void setCurrentLook(const Look &chosen)
{
    look() = chosen;
}

int rowHeightOf(const QFontMetrics &metrics)
{
    const int padding = currentLook().density == Density::Compact ? 2 : 8;
    return std::max(LeastRowHeight, metrics.height() + padding);
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor mixed(const QColor &base, const QColor &over, double share)
{
    const auto channel
        = [share](float from, float to) { return static_cast<float>(from + (to - from) * share); };
    return QColor::fromRgbF(channel(base.redF(), over.redF()),
                            channel(base.greenF(), over.greenF()),
                            channel(base.blueF(), over.blueF()));
}

QColor readable(const QColor &ink, const QColor &ground, double least)
{
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    const QColor &farthest = contrast(black, ground) > contrast(white, ground) ? black : white;
    for (int percent = 0; percent < 100; percent += 5) {
        const QColor candidate = mixed(ink, farthest, percent / 100.0);
        if (contrast(candidate, ground) >= least)
            return candidate;
    }
    return farthest;
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Base))
        < luminance(palette.color(QPalette::Active, QPalette::Text));
}

QFont fixedFontLike(const QFont &font)
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font.pointSizeF() > 0)
        fixed.setPointSizeF(font.pointSizeF());
    return fixed;
}

QFont fixedFamily()
{
    QFont fixed;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    return fixed;
}

Theme::Theme(const QPalette &palette)
    : m_base(palette.color(QPalette::Active, QPalette::Base))
    , m_selection(mixed(m_base, palette.color(QPalette::Active, QPalette::Highlight), 0.4))
    , m_line(mixed(m_base, palette.color(QPalette::Active, QPalette::Text), 0.16))
{
    for (int i = 0; i < ToneCount; ++i) {
        const Tone tone{i};
        const QColor ink = hue(tone, palette);
        m_tints[index(tone)] = mixed(m_base, ink, 0.13);
        m_inks[index(tone)] = readable(ink, m_base);
        m_selectionInks[index(tone)] = readable(ink, m_selection);
        m_tintInks[index(tone)] = readable(ink, m_tints[index(tone)]);
    }
}

RowTints::RowTints(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    for (int i = 0; i < RowHueCount; ++i) {
        const RowDye dye = rowDye(RowHue{i}, palette);
        Tint &tint = m_tints[static_cast<std::size_t>(i)];
        tint.ground = mixed(base, dye.hue, dye.share);
        for (int k = 0; k < ToneCount; ++k)
            tint.inks[static_cast<std::size_t>(k)] = readable(hue(Tone{k}, palette), tint.ground);
    }
}

const Theme &ThemeCache::of(const QPalette &palette)
{
    if (m_key != palette.cacheKey() || m_colours != currentLook().colours) {
        m_theme = Theme(palette);
        m_tints.reset();
        m_key = palette.cacheKey();
        m_colours = currentLook().colours;
    }
    return m_theme;
}

const RowTints &ThemeCache::tintsOf(const QPalette &palette)
{
    of(palette);
    if (!m_tints)
        m_tints.emplace(palette);
    return *m_tints;
}

} // namespace Gui
