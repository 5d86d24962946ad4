// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Gui {

/// Qt's Fusion, with lines that are seen: frames of fields, of check boxes and radio buttons when
/// these are not ticked, of tool buttons when these are pressed in, and what parts groups. Fusion
/// makes them of the window's own colour, a little darker, on dark grounds as well.
/// Nor does it etch what is disabled, which on dark grounds is a shadow brighter than the text; and
/// it makes a desktop's disabled text stand out enough to be read.
/// Boxes, icons, scroll bars, arrows and their buttons grow with the text beside them; what scrolls
/// tabs or holds the rest of a tool bar is wide enough to be hit. Labels of fields have room for
/// their last letter, and keys in menus and texts of buttons for what is beside them.
class ClearBoxes final : public QProxyStyle
{
    Q_OBJECT

public:
    ClearBoxes();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                      bool isEnabled, const QString &text,
                      QPalette::ColorRole textRole = QPalette::NoRole) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
};

/// What WCAG 2.2 asks of the frame of a control, level AA.
inline constexpr double LeastFrameContrast = 3.0;

/// What it asks of the width and the height of what is clicked, in pixels.
inline constexpr int LeastTarget = 24;

/// The style of that name, as QStyleFactory has it but for Fusion; null where there is none.
QStyle *makeStyle(const QString &name);

/// The name of the application's style, by which makeStyle() makes it anew.
QString currentStyleName();

/// Makes boxes clear where the application wears plain Fusion, as it does on many desktops.
void clearBoxes();

} // namespace Gui
