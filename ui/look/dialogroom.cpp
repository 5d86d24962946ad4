// SPDX-FileCopyrightText: 2026 The Hookpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/dialogroom.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace Gui {

namespace {

constexpr int LeastLettersOfChoice = 12;

} // namespace

void makeRoom(QDialog &dialog)
{
    const int wanted = std::min(dialog.layout()->totalHeightForWidth(dialog.width()),
                                dialog.screen()->availableSize().height() * 9 / 10);
    if (wanted > dialog.height())
        dialog.resize(dialog.width(), wanted);
}

void keepRoom(QWidget &widget)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
}

void letShrink(QComboBox &choice)
{
    choice.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.setMinimumContentsLength(LeastLettersOfChoice);
}

void keepRoomFor(int lines, QLabel &label)
{
    label.setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label.setMinimumHeight(lines * label.fontMetrics().lineSpacing());
}

} // namespace Gui
