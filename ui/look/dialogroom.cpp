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
    if (wanted <= dialog.height())
        return;
    dialog.resize(dialog.width(), wanted);
    keepOnScreen(dialog);
}

void keepOnScreen(QDialog &dialog)
{
    const QRect room = dialog.screen()->availableGeometry();
    const QRect taken = dialog.frameGeometry();
    if (room.contains(taken))
        return;
    const QPoint latest = room.bottomRight() - QPoint(taken.width(), taken.height()) + QPoint(1, 1);
    dialog.move(std::max(room.left(), std::min(taken.left(), latest.x())),
                std::max(room.top(), std::min(taken.top(), latest.y())));
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
