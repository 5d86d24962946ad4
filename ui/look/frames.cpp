// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/frames.h"

#include "ui/look/clearboxes.h"
#include "ui/look/theme.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

namespace Gui {

namespace {

// Of the ink.
constexpr double SeparatorShare = 0.2;
constexpr double LineShare = 0.3;
constexpr double FieldShare = 0.5;
constexpr double HandleShare = 0.45;
constexpr double HeldShare = 0.65; ///< while it is dragged or pointed at
constexpr int HandleInset = 2; ///< of the handle of a scroll bar, at its long sides
constexpr int SeparatorInset = 5; ///< at both ends of a line between groups
constexpr double Roundness = 2; ///< of Fusion's corners

QColor inkShare(double ink, const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window),
                 palette.color(QPalette::Active, QPalette::WindowText), ink);
}

QColor readableOnBoth(const QColor &ink, const QPalette &palette, double least)
{
    const QColor onBase = readable(ink, palette.color(QPalette::Active, QPalette::Base), least);
    return readable(onBase, palette.color(QPalette::Active, QPalette::Window), least);
}

/// Of frames around what is seen without them.
QColor lineColour(const QPalette &palette)
{
    return inkShare(LineShare, palette);
}

/// Of the frame of a control that nothing else tells from its ground.
QColor frameColour(const QPalette &palette)
{
    return readable(inkShare(FieldShare, palette), palette.color(QPalette::Window),
                    LeastFrameContrast);
}

bool isFocused(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus);
}

/// Without what can be done in them, disabled fields need no frame that tells of it.
QColor frameOf(const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    if (isFocused(option))
        return readable(palette.color(QPalette::Highlight), palette.color(QPalette::Window),
                        LeastFrameContrast);
    return option.state.testFlag(QStyle::State_Enabled) ? frameColour(palette)
                                                        : lineColour(palette);
}

/// Exactly where Fusion has its own.
void paintRounded(QPainter &painter, const QRect &rect, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Roundness, Roundness);
    painter.restore();
}

void paintSquare(QPainter &painter, const QRect &rect, const QColor &colour)
{
    painter.save();
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

/// Those that are chosen by themselves have a frame of the highlight.
void paintButtonFrame(QPainter &painter, const QStyleOption &option)
{
    const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isPressed
        = option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On);
    const bool isFlat
        = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat) && !isPressed;
    const bool isDefault
        = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isMarked = isDefault
        || (isFocused(option) && option.state.testFlag(QStyle::State_KeyboardFocusChange));
    if (!isFlat && !isMarked)
        paintRounded(painter, option.rect, lineColour(option.palette));
}

} // namespace

QColor cardFrame(const QPalette &palette)
{
    return readableOnBoth(lineColour(palette), palette, LeastCardContrast);
}

void paintBarSeparator(QPainter &painter, const QStyleOption &option)
{
    const QRect rect = option.rect;
    painter.setPen(inkShare(SeparatorShare, option.palette));
    if (option.state.testFlag(QStyle::State_Horizontal))
        painter.drawLine(rect.center().x(), rect.top() + SeparatorInset, rect.center().x(),
                         rect.bottom() - SeparatorInset);
    else
        painter.drawLine(rect.left() + SeparatorInset, rect.center().y(),
                         rect.right() - SeparatorInset, rect.center().y());
}

void paintMenuSeparator(QPainter &painter, const QStyleOption &option)
{
    const QRect rect = option.rect;
    painter.setPen(inkShare(SeparatorShare, option.palette));
    painter.drawLine(rect.left() + SeparatorInset, rect.center().y(), rect.right() - SeparatorInset,
                     rect.center().y());
}

void paintFrameOver(QPainter &painter, QStyle::PrimitiveElement element, const QStyleOption &option,
                    const QWidget *widget)
{
    switch (element) {
    case QStyle::PE_FrameLineEdit:
        return paintRounded(painter, option.rect, frameOf(option));
    case QStyle::PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr)
            return paintSquare(painter, option.rect, frameOf(option));
        return paintSquare(painter, option.rect, lineColour(option.palette));
    case QStyle::PE_PanelMenu:
        return paintSquare(painter, option.rect, lineColour(option.palette));
    case QStyle::PE_FrameTabWidget:
        return paintSquare(painter, option.rect.adjusted(0, 0, 0, -1), lineColour(option.palette));
    case QStyle::PE_PanelButtonCommand:
        return paintButtonFrame(painter, option);
    default:
        return;
    }
}

void paintScrollHandle(QPainter &painter, const QStyleOption &option, const QRect &groove,
                       const QRect &handle)
{
    const QPalette &palette = option.palette;
    const bool isHeld = option.state.testFlag(QStyle::State_Sunken)
        || option.state.testFlag(QStyle::State_MouseOver);
    const bool isUpright = !option.state.testFlag(QStyle::State_Horizontal);
    const QMargins inset = isUpright ? QMargins(HandleInset, 1, HandleInset, 1)
                                     : QMargins(1, HandleInset, 1, HandleInset);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.fillRect(groove, palette.color(QPalette::Window));
    painter.setBrush(readableOnBoth(inkShare(isHeld ? HeldShare : HandleShare, palette), palette,
                                    LeastFrameContrast));
    painter.drawRoundedRect(handle.marginsRemoved(inset), Roundness, Roundness);
    painter.restore();
}

void paintSpinFrameOver(QPainter &painter, const QStyleOption &option)
{
    paintRounded(painter, option.rect.adjusted(0, 1, 0, -1), frameOf(option));
}

} // namespace Gui
