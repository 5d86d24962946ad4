// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QPalette>

#include <array>
#include <optional>

namespace Gui {

/// What a colour says. It is never said by colour alone: a shape or a word stands beside it.
enum class Tone {
    Plain,
    Muted, ///< less important
    Good,
    Warning,
    Bad,
    Busy, ///< not decided yet
};
inline constexpr int ToneCount = 6;

/// What a row may be tinted with. What that means is up to a person, and stands there in words.
enum class RowHue {
    Red,
    Yellow,
    Green,
    Blue,
    Purple,
    Grey,
};
inline constexpr int RowHueCount = 6;

/// Which colours say Good, Warning, Bad and Busy.
enum class ColourSet {
    Usual, ///< green, ochre, red, blue
    ColourBlindSafe, ///< blue, yellow, orange, purple: apart for those who see no red or green
};

/// How close the rows of lists stand.
enum class Density {
    Comfortable,
    Compact,
};

/// What a person chose of the look that neither palette nor font can carry.
struct Look
{
    ColourSet colours = ColourSet::Usual;
    Density density = Density::Comfortable;

    bool operator==(const Look &) const = default;
};

/// The look of the whole application, like its palette and its font.
///
/// Thread: screen. Whoever sets it has everything laid out and painted anew.
const Look &currentLook();
void setCurrentLook(const Look &chosen);

/// How high a row of one line is at least, in lists of that font.
int rowHeightOf(const QFontMetrics &metrics);

/// What WCAG 2.2 asks of text, level AA.
inline constexpr double LeastContrast = 4.5;

/// The contrast of two opaque colours, 1 to 21.
///
/// Source: WCAG 2.2, section "contrast ratio".
double contrast(const QColor &one, const QColor &other);

/// \a share (0 to 1) of \a over on \a base.
QColor mixed(const QColor &base, const QColor &over, double share);

/// \a ink, moved away from \a ground as far as it takes to have \a least contrast there.
QColor readable(const QColor &ink, const QColor &ground, double least = LeastContrast);

/// True when light text stands on a dark ground. Qt 6.4 has no property that tells.
bool isDark(const QPalette &palette);

/// The desktop's font of fixed width, as large as \a font.
QFont fixedFontLike(const QFont &font);

/// The same for a widget that is to have the size of what it stands in, also when that changes: Qt
/// does not tell a widget with a size of its own that others have another.
QFont fixedFamily();

/// The colours of lists and bars, all worked out from a palette so that they suit light and dark
/// desktops. Every ink has at least LeastContrast with the ground it is for.
class Theme final
{
public:
    explicit Theme(const QPalette &palette);

    QColor base() const { return m_base; }
    QColor selection() const { return m_selection; } ///< the ground of a selected row
    QColor line() const { return m_line; } ///< for hairlines between areas
    QColor tint(Tone tone) const { return m_tints[index(tone)]; } ///< a faint ground
    QColor ink(Tone tone) const { return m_inks[index(tone)]; } ///< on base()
    QColor inkOnSelection(Tone tone) const { return m_selectionInks[index(tone)]; }
    QColor inkOnTint(Tone tone) const { return m_tintInks[index(tone)]; } ///< on tint() of it

private:
    using Colours = std::array<QColor, ToneCount>;

    static std::size_t index(Tone tone) { return static_cast<std::size_t>(tone); }

    QColor m_base;
    QColor m_selection;
    QColor m_line;
    Colours m_tints;
    Colours m_inks;
    Colours m_selectionInks;
    Colours m_tintInks;
};

/// The grounds of rows that are tinted, faint ones, and the inks for what stands there, each with
/// LeastContrast.
class RowTints final
{
public:
    explicit RowTints(const QPalette &palette);

    QColor ground(RowHue hue) const { return m_tints[static_cast<std::size_t>(hue)].ground; }
    QColor ink(RowHue hue, Tone tone) const
    {
        return m_tints[static_cast<std::size_t>(hue)].inks[static_cast<std::size_t>(tone)];
    }

private:
    struct Tint
    {
        QColor ground;
        std::array<QColor, ToneCount> inks;
    };

    std::array<Tint, RowHueCount> m_tints;
};

/// Keeps the theme of the palette it was last asked for, since delegates ask for every cell.
class ThemeCache final
{
public:
    const Theme &of(const QPalette &palette);
    const RowTints &tintsOf(const QPalette &palette);

private:
    Theme m_theme{QPalette()};
    std::optional<RowTints> m_tints; ///< once somebody has asked for them
    qint64 m_key = 0;
    ColourSet m_colours = ColourSet::Usual;
};

} // namespace Gui
