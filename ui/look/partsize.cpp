// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/partsize.h"

#include <QFont>
#include <QImage>

#include <algorithm>

namespace Gui {

namespace {

constexpr int UsualDpi = 96;
constexpr int UsualLine = 16; ///< how high a line of text is that Fusion's parts stand beside

} // namespace

int partDpiOf(const QFontMetrics &text)
{
    return std::max(qRound(text.fontDpi()), text.height() * UsualDpi / UsualLine);
}

QFontMetrics metricsTelling(int dpi)
{
    constexpr double Inch = 0.0254; // metres
    QImage screen(1, 1, QImage::Format_Mono);
    screen.setDotsPerMeterX(qRound(dpi / Inch));
    screen.setDotsPerMeterY(qRound(dpi / Inch));
    QFont font;
    font.setPixelSize(1); // lest its lines be high themselves
    return {font, &screen};
}

int partSize(int pixels, const QFontMetrics &text)
{
    return pixels * partDpiOf(text) / UsualDpi;
}

} // namespace Gui
