// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/palettes.h"

#include <QColor>

namespace Gui {

namespace {

/// The colours that a palette is made of, as 0xrrggbb.
struct Colours
{
    uint window;
    uint base;
    uint alternate;
    uint text;
    uint muted; ///< placeholders
    uint disabled;
    uint highlight;
    uint link;
};

QPalette paletteOf(const Colours &colours)
{
    QPalette palette{QColor(colours.window)};
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, QColor(colours.text));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colours.disabled));
    palette.setColor(QPalette::Base, QColor(colours.base));
    palette.setColor(QPalette::AlternateBase, QColor(colours.alternate));
    palette.setColor(QPalette::ToolTipBase, QColor(colours.alternate));
    palette.setColor(QPalette::PlaceholderText, QColor(colours.muted));
    palette.setColor(QPalette::Highlight, QColor(colours.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(colours.disabled));
    palette.setColor(QPalette::Link, QColor(colours.link));
    palette.setColor(QPalette::LinkVisited, QColor(colours.link));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xefefef,
                      .base = 0xffffff,
                      .alternate = 0xf7f7f7,
                      .text = 0x1a1a1a,
                      .muted = 0x6b6b6b,
                      .disabled = 0x7c7c7c,
                      .highlight = 0x1f6fb8,
                      .link = 0x1f5fbf});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x2b2d30,
                      .base = 0x1e1f22,
                      .alternate = 0x26282b,
                      .text = 0xdfe1e5,
                      .muted = 0x9a9da3,
                      .disabled = 0x8e9197,
                      .highlight = 0x2f65bd,
                      .link = 0x7db4ff});
}

} // namespace Gui
