// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/clearboxes.h"

#include "ui/look/frames.h"
#include "ui/look/partsize.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace Gui {

namespace {

constexpr QLatin1StringView FusionName{"fusion"};

bool isOurs(const QStyle &style)
{
    return qobject_cast<const ClearBoxes *>(&style) != nullptr;
}

// Fusion darkens what it takes for a frame, by as much as this brightens it beforehand.
constexpr int Brighter = 150;

constexpr double FrameShare = 0.6; ///< of the ink in what frames a control

/// A palette that has Fusion paint a frame that is seen; it paints nothing but frames with these.
QPalette clearFrames(QPalette palette)
{
    const QColor ink = palette.color(QPalette::WindowText);
    const QColor frame = mixed(palette.color(QPalette::Window), ink, FrameShare);
    const QColor focused = mixed(palette.color(QPalette::Highlight), ink, 0.5);
    palette.setColor(QPalette::Window, frame.lighter(Brighter));
    palette.setColor(QPalette::Highlight, focused);
    return palette;
}

bool isArrow(QStyle::PrimitiveElement element)
{
    return element == QStyle::PE_IndicatorArrowUp || element == QStyle::PE_IndicatorArrowDown
        || element == QStyle::PE_IndicatorArrowLeft || element == QStyle::PE_IndicatorArrowRight;
}

// How wide Fusion makes them beside usual text.
constexpr int SpinButtonWidth = 14;
constexpr int ChoiceArrowWidth = 19;

/// The dots per inch that make the buttons of a box with a number wide enough to be hit.
constexpr int SpinDpi = (96 * LeastTarget + SpinButtonWidth - 1) / SpinButtonWidth;

constexpr int MostKerning = 3; ///< how much closer two letters stand than usual, in large text

/// The ground and the frame of a tool button that is pressed in.
void paintPressedIn(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const QColor window = palette.color(QPalette::Window);
    const bool isPointedAt = option.state.testFlag(QStyle::State_MouseOver);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(window, palette.color(QPalette::WindowText), FrameShare));
    painter.setBrush(mixed(window, palette.color(QPalette::Highlight), isPointedAt ? 0.3 : 0.2));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.restore();
}

} // namespace

ClearBoxes::ClearBoxes()
    : QProxyStyle(QString(FusionName))
{
}

void ClearBoxes::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (element == PE_PanelButtonTool && option->state.testFlag(State_On))
        return paintPressedIn(*painter, *option);
    if (element == PE_IndicatorToolBarSeparator)
        return paintBarSeparator(*painter, *option);
    if (isArrow(element)) {
        const QStyleOption large = grown(*option);
        return QProxyStyle::drawPrimitive(element, &large, painter, widget);
    }
    const auto *const button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
    if (!isBox || button == nullptr || !button->state.testFlag(State_Enabled)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return paintFrameOver(*painter, element, *option, widget);
    }
    QStyleOptionButton clear(*button);
    clear.palette = clearFrames(button->palette);
    QProxyStyle::drawPrimitive(element, &clear, painter, widget);
}

void ClearBoxes::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *const entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const bool isLine = element == CE_MenuItem && entry != nullptr && entry->text.isEmpty()
        && entry->menuItemType == QStyleOptionMenuItem::Separator;
    if (isLine)
        return paintMenuSeparator(*painter, *option);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ClearBoxes::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const auto paint = [&](const QStyleOptionComplex &large) {
        QProxyStyle::drawComplexControl(control, &large, painter, widget);
    };
    if (const auto *const number = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        paint(grown(*number));
        if (number->frame)
            paintSpinFrameOver(*painter, *option);
    } else if (const auto *const choice = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        paint(grown(*choice));
    } else if (const auto *const slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
        paint(grown(*slider));
        if (control == CC_ScrollBar && slider->minimum < slider->maximum)
            paintScrollHandle(*painter, *option,
                              subControlRect(control, option, SC_ScrollBarGroove, widget),
                              subControlRect(control, option, SC_ScrollBarSlider, widget));
    } else {
        paint(*option);
    }
}

int ClearBoxes::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    const QFontMetrics text
        = widget == nullptr ? QFontMetrics(QApplication::font()) : widget->fontMetrics();
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
        return std::max(usual, text.ascent());
    case PM_ScrollBarExtent:
    case PM_ScrollBarSliderMin:
    case PM_MenuButtonIndicator: {
        QStyleOption large = option == nullptr ? QStyleOption() : *option;
        large.fontMetrics
            = metricsTelling(partDpiOf(option == nullptr ? text : option->fontMetrics));
        return QProxyStyle::pixelMetric(metric, &large, widget);
    }
    case PM_SplitterWidth:
        return std::max(usual, text.height() / 3);
    case PM_TabBarScrollButtonWidth:
    case PM_ToolBarExtensionExtent:
        return std::max(usual, LeastTarget);
    default:
        return usual;
    }
}

QRect ClearBoxes::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                 SubControl part, const QWidget *widget) const
{
    if (const auto *const number = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
        const QStyleOptionSpinBox large = grown(*number, SpinDpi);
        return QProxyStyle::subControlRect(control, &large, part, widget);
    }
    if (const auto *const choice = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
        const QStyleOptionComboBox large = grown(*choice);
        return QProxyStyle::subControlRect(control, &large, part, widget);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

/// Fusion leaves as many pixels beside large texts as beside small ones.
QSize ClearBoxes::sizeFromContents(ContentsType type, const QStyleOption *option,
                                   const QSize &contents, const QWidget *widget) const
{
    const QSize usual = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_SpinBox) {
        const int button = std::max(LeastTarget, partSize(SpinButtonWidth, option->fontMetrics));
        return usual + QSize(button - SpinButtonWidth, 0);
    }
    if (type == CT_ComboBox)
        return usual + QSize(partSize(ChoiceArrowWidth, option->fontMetrics) - ChoiceArrowWidth, 0);
    const auto *const entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const bool hasKeys = entry != nullptr && entry->text.contains(u'\t');
    if (type != CT_PushButton && !(type == CT_MenuItem && hasKeys))
        return usual;
    const int more = option->fontMetrics.averageCharWidth();
    const int least = contents.width() + 2 * more; // what a short text has anyway
    return {type == CT_MenuItem ? usual.width() + more : std::max(usual.width(), least),
            usual.height()};
}

int ClearBoxes::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    return hint == SH_EtchDisabledText ? 0 : QProxyStyle::styleHint(hint, option, widget, returned);
}

/// A letter that is underlined stands further from the next one than it was measured, and what is
/// too wide for a label would be cut off.
void ClearBoxes::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    auto *const label = qobject_cast<QLabel *>(widget);
    if (label != nullptr && label->buddy() != nullptr)
        label->setContentsMargins(0, 0, MostKerning, 0);
}

/// Most desktops have a grey there that is hardly seen.
void ClearBoxes::polish(QPalette &palette)
{
    QProxyStyle::polish(palette);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor ink = palette.color(QPalette::Disabled, role);
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::Button})
            ink = readable(ink, palette.color(QPalette::Disabled, ground), LeastFrameContrast);
        palette.setColor(QPalette::Disabled, role, ink);
    }
}

void ClearBoxes::drawItemText(QPainter *painter, const QRect &rect, int flags,
                              const QPalette &palette, bool isEnabled, const QString &text,
                              QPalette::ColorRole textRole) const
{
    const bool isUnderlined = (flags & Qt::TextShowMnemonic) != 0 && (flags & Qt::AlignLeft) != 0;
    const QRect room = isUnderlined ? rect.adjusted(0, 0, MostKerning, 0) : rect;
    QProxyStyle::drawItemText(painter, room, flags, palette, isEnabled, text, textRole);
}

QStyle *makeStyle(const QString &name)
{
    if (name.compare(FusionName, Qt::CaseInsensitive) == 0)
        return new ClearBoxes;
    return QStyleFactory::create(name);
}

QString currentStyleName()
{
    const QStyle *const style = QApplication::style();
    return isOurs(*style) ? QString(FusionName) : style->name();
}

void clearBoxes()
{
    if (QApplication::style()->name() == FusionName)
        QApplication::setStyle(new ClearBoxes);
}

} // namespace Gui
