// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/wrappedbox.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace Gui {

namespace {

constexpr int WordsFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextShowMnemonic;
constexpr int LeastLetters = 16; ///< in a line

} // namespace

WrappedBox::WrappedBox(const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred, QSizePolicy::CheckBox);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappedBox::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - indent()), QWIDGETSIZE_MAX);
    return std::max(words(room).height(), indicator().height());
}

QSize WrappedBox::minimumSizeHint() const
{
    const int width = indent() + fontMetrics().averageCharWidth() * LeastLetters;
    return {std::min(width, QCheckBox::minimumSizeHint().width()), indicator().height()};
}

/// The box stands beside the first line.
void WrappedBox::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect text = words(rect().adjusted(indent(), 0, 0, 0));
    const int beside = (fontMetrics().height() - indicator().height()) / 2;
    option.rect = QRect(QPoint(0, text.top() + std::max(0, beside)), indicator().size());
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, option);
    painter.drawItemText(text, WordsFlags, palette(), isEnabled(), QCheckBox::text(),
                         QPalette::WindowText);
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.rect = fontMetrics().boundingRect(text, WordsFlags, QCheckBox::text());
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
}

QRect WrappedBox::indicator() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this);
}

QRect WrappedBox::words(const QRect &room) const
{
    const int height = fontMetrics().boundingRect(room, WordsFlags, text()).height();
    // Fewer lines than there is room for stand in its middle.
    return {room.left(), room.top() + std::max(0, (room.height() - height) / 2), room.width(),
            height};
}

int WrappedBox::indent() const
{
    return indicator().width()
        + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

} // namespace Gui
